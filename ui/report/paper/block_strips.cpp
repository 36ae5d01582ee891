#include "ui/report/paper/block_strips.h"

#include "ui/format/units.h"
#include "ui/report/paper/chart_strips.h"
#include "ui/report/paper/ink.h"
#include "ui/report/paper/table_strips.h"
#include "ui/report/paper/type.h"
#include "ui/report/report_words.h"

#include <QColor>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace bw::ui_report::paper {
namespace {

using namespace Qt::StringLiterals;

constexpr double kBetween = points(5); // blocks that belong together
constexpr int kMostTitle = 90;         // characters of a bookmark
constexpr int kEndless = 1 << 20;
constexpr int kMostAboveHeadline = 2; // lines
constexpr int kMostListed = 400;      // lines of a listing: what is longer is for the screen
constexpr double kLeastFigure = points(92);

QString titleOf(const Text& text) {
    QString title;
    for (const Phrase& phrase : text.phrases) {
        title += phrase.text;
    }
    title = title.simplified();
    return title.size() <= kMostTitle ? title : title.left(kMostTitle - 1) + u'…';
}

// A strip a line, so that a page may end between them, but not after the first or before the last.
void addLines(Strips& strips, const std::shared_ptr<const Lines>& lines, double spaceBefore, double indent) {
    const int count = lines->count();
    for (int line = 0; line < count; ++line) {
        Strip strip{.height = lines->lineHeight(), .spaceBefore = line == 0 ? spaceBefore : 0};
        strip.keepsWithNext = line + 1 < count && (line == 0 || line + 2 == count);
        strip.paint = [lines, line, indent](QPainter& painter, double top) {
            lines->paintLine(painter, line, {indent, top});
        };
        strips.push_back(std::move(strip));
    }
}

class Layout {
public:
    explicit Layout(double width)
        : m_width(width) {}

    void add(const Headline& block) {
        constexpr double mark = points(21);
        constexpr double indent = mark + points(8);
        const auto sentence = std::make_shared<const Lines>(
            block.sentence, Look{.size = points(15), .weight = QFont::DemiBold}, m_width - indent);
        const auto sign = std::make_shared<const Lines>(
            Text{.phrases = {{.text = block.mark, .tone = Tone::Plain, .isStrong = true}}, .picture = {}},
            Look{.size = points(12), .align = Align::Centre}, mark);
        Strip strip{
            .height = std::max(mark, sentence->height()), .spaceBefore = points(3), .keepsWithNext = true};
        strip.mark = Mark{titleOf(block.sentence), 1};
        strip.paint = [sentence, sign, tone = block.tone](QPainter& painter, double top) {
            const QColor colour(inkOf(tone));
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colour, points(1.6)));
            painter.drawEllipse(QRectF(0, top, mark, mark).adjusted(8, 8, -8, -8));
            sign->paint(painter, {0, top + (mark - sign->height()) / 2});
            // One line stands in the middle of the mark, more begin beside it.
            const double above = std::max(0.0, (mark - sentence->lineHeight()) / 2);
            sentence->paint(painter, {indent, top + above});
        };
        m_strips.push_back(std::move(strip));
        m_indent = indent; // of what explains it
    }

    void add(const Heading& block) {
        m_indent = 0;
        const double size = block.level == 1 ? points(11.5) : block.level == 2 ? points(9) : points(8);
        const double before = block.level == 1 ? points(20) : block.level == 2 ? points(10) : points(5);
        const auto lines = std::make_shared<const Lines>(
            block.text, Look{.size = size, .weight = QFont::DemiBold, .mostLines = 4}, m_width);
        Strip strip{.height = lines->height() + points(2), .spaceBefore = before, .keepsWithNext = true};
        if (block.level < 3) {
            strip.mark = Mark{titleOf(block.text), block.level};
        }
        strip.paint = [lines](QPainter& painter, double top) { lines->paint(painter, {0, top}); };
        m_strips.push_back(std::move(strip));
    }

    // Above the headline stands whose report it is, and is not to push it off its place.
    void add(const Paragraph& block) {
        addParagraph(block.text, kBetween, m_indent, m_strips.empty() ? kMostAboveHeadline : kEndless);
    }

    void add(const List& block) {
        for (const Text& item : block.items) {
            addParagraph(item, points(2), m_indent);
        }
    }

    void add(const Items& block) {
        const auto items =
            std::make_shared<const LaidItems>(block, points(8.5), points(14), m_width - m_indent);
        Strip strip{.height = items->height(), .spaceBefore = points(7)};
        strip.paint = [items, indent = m_indent](QPainter& painter, double top) {
            items->paint(painter, {indent, top});
        };
        m_strips.push_back(std::move(strip));
    }

    void add(const KeyFigures& block) {
        const auto count = static_cast<int>(block.figures.size());
        const int fits = static_cast<int>(m_width / kLeastFigure);
        const int rows = std::max(1, (count + fits - 1) / fits);
        const int across = std::max(1, (count + rows - 1) / rows); // rows as even as they can be
        for (int from = 0; from < count; from += across) {
            addFigures(block, from, std::min(count, from + across), across);
        }
    }

    void add(const Table& block) { append(tableStrips(block, m_width)); }
    void add(const Charts& block) { append(chartStrips(block, m_width)); }

    void add(const Pairs& block) {
        double terms = 0;
        const Look look;
        for (const auto& [term, value] : block.pairs) {
            terms = std::max(terms, widthOf(term, look));
        }
        const double left = std::min(terms, m_width / 3) + points(16);
        for (const auto& [term, value] : block.pairs) {
            const auto name = std::make_shared<const Lines>(term, look, left - points(8));
            const auto words = std::make_shared<const Lines>(value, look, m_width - left);
            Strip strip{.height = std::max(name->height(), words->height()), .spaceBefore = points(2)};
            strip.paint = [name, words, left](QPainter& painter, double top) {
                name->paint(painter, {0, top});
                words->paint(painter, {left, top});
            };
            m_strips.push_back(std::move(strip));
        }
    }

    void add(const Listing& block) {
        constexpr double indent = points(8);
        int listed = 0;
        const QStringList lines = block.text.split(u'\n');
        const std::size_t from = m_strips.size();
        for (qsizetype index = 0; index < lines.size(); ++index) {
            if (lines[index].isEmpty() && index + 1 == lines.size()) {
                break; // the end of the line above
            }
            if (listed >= kMostListed) {
                addParagraph(
                    plainText(Words::tr("… lines left out: %1; the page (HTML) has them")
                                  .arg(format::exactCount(static_cast<std::uint64_t>(lines.size() - index))),
                              Tone::Muted),
                    kBetween, indent);
                break;
            }
            const auto laid = std::make_shared<const Lines>(
                plainText(QString(lines[index]).replace(u'\t', u"    "_s)),
                Look{.size = points(7), .isCode = true, .mostLines = kMostListed - listed}, m_width - indent);
            listed += laid->count();
            addListed(laid, indent);
        }
        if (m_strips.size() > from) {
            m_strips[from].spaceBefore = points(3);
            m_strips[from].keepsWithNext = m_strips.size() > from + 1;
        }
    }

    [[nodiscard]] Strips take() { return std::move(m_strips); }

private:
    void append(Strips strips) {
        m_strips.insert(m_strips.end(), std::make_move_iterator(strips.begin()),
                        std::make_move_iterator(strips.end()));
    }

    void addParagraph(const Text& text, double spaceBefore, double indent, int mostLines = kEndless) {
        const auto lines =
            std::make_shared<const Lines>(text, Look{.mostLines = mostLines}, m_width - indent);
        addLines(m_strips, lines, spaceBefore, indent);
    }

    // With a line at its left from top to bottom, on every page.
    void addListed(const std::shared_ptr<const Lines>& lines, double indent) {
        for (int line = 0; line < lines->count(); ++line) {
            Strip strip{.height = lines->lineHeight()};
            strip.paint = [lines, line, indent](QPainter& painter, double top) {
                painter.fillRect(QRectF(0, top, points(1.2), lines->lineHeight()), QColor(ink::kLine));
                lines->paintLine(painter, line, {indent, top});
            };
            m_strips.push_back(std::move(strip));
        }
    }

    void addFigures(const KeyFigures& block, int from, int to, int across) {
        struct Laid {
            Lines term;
            Lines value;
            Lines note;
        };
        const double step = m_width / across;
        const double inner = step - points(12);
        auto row = std::make_shared<std::vector<Laid>>();
        double height = 0;
        for (int index = from; index < to; ++index) {
            const KeyFigure& figure = block.figures[static_cast<std::size_t>(index)];
            row->push_back({Lines(plainText(figure.term, Tone::Muted), {.size = points(7.5)}, inner),
                            Lines(plainText(figure.value, figure.tone),
                                  {.size = points(14), .weight = QFont::DemiBold}, inner),
                            Lines(plainText(figure.note, Tone::Muted), {.size = points(7.5)}, inner)});
            const Laid& laid = row->back();
            height = std::max(height, laid.term.height() + laid.value.height() + laid.note.height());
        }
        height += points(12);
        Strip strip{.height = height, .spaceBefore = from == 0 ? points(14) : 0};
        const bool isLast = to == static_cast<int>(block.figures.size());
        strip.keepsWithNext = !isLast;
        strip.paint = [row, step, height, isLast, width = m_width](QPainter& painter, double top) {
            painter.fillRect(QRectF(0, top, width, points(0.5)), QColor(ink::kLine));
            for (std::size_t index = 0; index < row->size(); ++index) {
                const Laid& laid = (*row)[index];
                const double left = static_cast<double>(index) * step;
                double y = top + points(6);
                if (index > 0) {
                    painter.fillRect(QRectF(left, y, points(0.5), height - points(12)), QColor(ink::kLine));
                }
                const double x = left + (index > 0 ? points(8) : 0);
                laid.term.paint(painter, {x, y});
                y += laid.term.height();
                laid.value.paint(painter, {x, y});
                laid.note.paint(painter, {x, y + laid.value.height()});
            }
            if (isLast) {
                painter.fillRect(QRectF(0, top + height, width, points(0.5)), QColor(ink::kLine));
            }
        };
        m_strips.push_back(std::move(strip));
    }

    double m_width;
    double m_indent = 0; // of what stands under the headline
    Strips m_strips;
};

} // namespace

Strips stripsOf(const std::vector<Block>& blocks, double width) {
    Layout layout(width);
    for (const Block& block : blocks) {
        std::visit([&](const auto& one) { layout.add(one); }, block);
    }
    return layout.take();
}

} // namespace bw::ui_report::paper
