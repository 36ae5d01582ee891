#include "ui/report/paper/type.h"

#include "ui/report/paper/ink.h"

#include <QColor>
#include <QFontMetricsF>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace bw::ui_report::paper {
namespace {

using namespace Qt::StringLiterals;

constexpr double kUnbounded = 1e6;
constexpr double kLabelSize = 11;  // in a picture, as the page's style sheet has it
constexpr double kNarrowest = 0.1; // a letter's width in its size
constexpr double kUnseen = 0.02;
constexpr double kLeading = 1.28; // a line's height in sizes of its letters

// All with digits of one width, so that figures stand below each other, and with no letters that stand for
// others by their neighbours, as Inter's hyphens and the Latin digits of Noto Sans CJK do: QPdfWriter cannot
// say which characters those are, and they would be lost to who searches or copies.
QStringList families() {
    return {u"Open Sans"_s, u"Noto Sans"_s, u"DejaVu Sans"_s, u"Noto Sans CJK KR"_s};
}

QFont fontOf(double size, QFont::Weight weight, bool isCode) {
    QFont font;
    font.setFamilies(isCode ? QStringList{u"DejaVu Sans Mono"_s, u"Noto Sans Mono CJK KR"_s} : families());
    font.setStyleHint(isCode ? QFont::Monospace : QFont::SansSerif);
    font.setPixelSize(static_cast<int>(std::lround(size)));
    font.setWeight(weight);
    // Nothing to be seen, but with it no ligature is made, whose letters would be lost as well.
    font.setLetterSpacing(QFont::AbsoluteSpacing, kUnseen);
    font.setHintingPreference(QFont::PreferNoHinting); // letters stand where the printer puts them
    return font;
}

Qt::Alignment alignmentOf(Align align) {
    return align == Align::Right ? Qt::AlignRight : align == Align::Centre ? Qt::AlignHCenter : Qt::AlignLeft;
}

QTextOption::WrapMode wrapModeOf(Wrap wrap) {
    switch (wrap) {
    case Wrap::Never:
        return QTextOption::NoWrap;
    case Wrap::AtWords:
    case Wrap::Anywhere:
        break;
    }
    return QTextOption::WrapAtWordBoundaryOrAnywhere; // a word may be wider than the page
}

QList<QTextLayout::FormatRange> formatsOf(const Text& text, const Look& look) {
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const Phrase& phrase : text.phrases) {
        QTextCharFormat format;
        const QFont::Weight weight = phrase.isStrong  ? QFont::DemiBold
                                     : phrase.isSmall ? QFont::Normal
                                                      : look.weight;
        format.setFont(
            fontOf(phrase.isSmall ? look.size * 0.84 : look.size, weight, look.isCode || phrase.isCode));
        format.setForeground(QColor(inkOf(phrase.tone)));
        const int length = static_cast<int>(phrase.text.size());
        formats.append({start, length, format});
        start += length;
    }
    return formats;
}

QString wordsOf(const Text& text) {
    QString words;
    for (const Phrase& phrase : text.phrases) {
        words += phrase.text;
    }
    return words;
}

} // namespace

Lines::Lines(const Text& text, const Look& look, double width)
    : m_layout(std::make_unique<QTextLayout>(wordsOf(text), fontOf(look.size, look.weight, look.isCode))) {
    m_layout->setFormats(formatsOf(text, look));
    // Text far longer than what is shown of it would take its time.
    const double fitting = look.mostLines * std::max(1.0, width / (look.size * kNarrowest));
    if (static_cast<double>(m_layout->text().size()) > fitting) {
        m_layout->setText(m_layout->text().left(static_cast<qsizetype>(fitting)));
    }
    m_layout->setCacheEnabled(true);
    QTextOption option(alignmentOf(look.align));
    option.setWrapMode(wrapModeOf(look.wrap));
    option.setTextDirection(Qt::LeftToRight); // as the page: a name written from the right stays in its place
    m_layout->setTextOption(option);
    layOut(look, width);
    if (m_layout->lineCount() > look.mostLines) {
        const QTextLine last = m_layout->lineAt(look.mostLines - 1);
        const int end = last.textStart() + last.textLength() - 2;
        m_layout->setText(m_layout->text().left(std::max(end, last.textStart())) + u'…');
        layOut(look, width);
    }
}

void Lines::layOut(const Look& look, double width) {
    // Every line is as high as the next and its letters stand on the same line, whatever fonts its words
    // needed.
    const QFontMetricsF metrics(m_layout->font());
    const double room = look.size * kLeading;
    const double baseline = (room + metrics.ascent() - metrics.descent()) / 2;
    m_height = 0;
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, m_height + baseline - line.ascent()});
        m_height += room;
    }
    m_layout->endLayout();
    m_height = std::max(m_height, room);
}

double Lines::naturalWidth() const {
    double width = 0;
    for (int line = 0; line < m_layout->lineCount(); ++line) {
        width = std::max(width, m_layout->lineAt(line).naturalTextWidth());
    }
    return width;
}

double Lines::lineHeight() const {
    return m_height / std::max(1, m_layout->lineCount());
}

double Lines::ascent() const {
    return m_layout->lineCount() == 0 ? 0 : m_layout->lineAt(0).y() + m_layout->lineAt(0).ascent();
}

void Lines::paint(QPainter& painter, QPointF topLeft) const {
    painter.setPen(QColor(ink::kText));
    m_layout->draw(&painter, topLeft);
}

void Lines::paintLine(QPainter& painter, int line, QPointF topLeft) const {
    painter.setPen(QColor(ink::kText));
    m_layout->lineAt(line).draw(&painter, topLeft - QPointF(0, line * lineHeight()));
}

double widthOf(const Text& text, const Look& look) {
    Look whole = look;
    whole.wrap = Wrap::Never;
    whole.align = Align::Left;
    return Lines(text, whole, kUnbounded).naturalWidth();
}

double widestWord(const Text& text, const Look& look) {
    double widest = 0;
    for (const Phrase& phrase : text.phrases) {
        for (const QString& word : phrase.text.split(u' ', Qt::SkipEmptyParts)) {
            Phrase one = phrase;
            one.text = word;
            widest = std::max(widest, widthOf({.phrases = {one}, .picture = {}}, look));
        }
    }
    return widest;
}

Text plainText(const QString& text, Tone tone) {
    return {.phrases = {{.text = text, .tone = tone}}, .picture = {}};
}

void paintPicture(QPainter& painter, const Picture& picture, QPointF topLeft, QSizeF size) {
    QSvgRenderer renderer(picture.svg);
    renderer.render(&painter, QRectF(topLeft, size));
    const double scale = size.width() / picture.size.width();
    for (const PictureLabel& label : picture.labels) {
        const Lines words(plainText(label.text, Tone::Muted),
                          {.size = kLabelSize * scale, .wrap = Wrap::Never}, size.width());
        words.paint(painter,
                    topLeft + label.at * scale - QPointF(label.share * words.naturalWidth(), words.ascent()));
    }
}

} // namespace bw::ui_report::paper
