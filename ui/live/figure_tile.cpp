#include "ui/live/figure_tile.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace bw::live {
namespace {

void paintText(QLabel* label, const QColor& colour) {
    QPalette palette = label->palette();
    if (palette.color(QPalette::WindowText) != colour) {
        palette.setColor(QPalette::WindowText, colour);
        label->setPalette(palette);
    }
}

void setPlainText(QLabel* label, const QString& text) {
    if (label->text() != text) {
        label->setText(text);
    }
}

} // namespace

FigureTile::FigureTile(const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(label, this))
    , m_icon(new QLabel(this))
    , m_value(new QLabel(this))
    , m_note(new widgets::ElidedLabel(this)) {
    setAccessibleName(label);
    setupLayout();
    setupFonts();
    setFigure({}, {});
}

void FigureTile::setLabel(const QString& label) {
    setPlainText(m_label, label);
    setAccessibleName(label);
}

void FigureTile::setupLayout() {
    auto* middle = new QHBoxLayout;
    middle->setSpacing(theme::kHalfGrid);
    middle->addWidget(m_icon);
    middle->addWidget(m_value, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_label);
    column->addLayout(middle);
    column->addWidget(m_note);
    for (QLabel* label : {m_label, m_value, m_note}) {
        label->setTextFormat(Qt::PlainText);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureTile::setupFonts() {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    m_label->setFont(small);
    m_note->setFont(small);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setWeight(QFont::DemiBold);
    m_value->setFont(large);
}

void FigureTile::setFigure(const QString& value, const QString& note, theme::Ink ink,
                           const QString& iconName) {
    setPlainText(m_value, value.isEmpty() ? QStringLiteral("–") : value);
    setPlainText(m_note, note);
    setAccessibleDescription(m_value->text() + u' ' + note);
    m_ink = ink;
    m_iconName = iconName;
    paintInks();
}

QString FigureTile::value() const {
    return m_value->text();
}

QString FigureTile::note() const {
    return m_note->text();
}

void FigureTile::paintInks() {
    const theme::Tokens& t = theme::tokens(palette());
    paintText(m_label, t.muted);
    paintText(m_note, t.muted);
    paintText(m_value, theme::colourOf(m_ink, t));
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty()) {
        const int side = m_value->fontMetrics().ascent();
        m_icon->setPixmap(theme::icon(m_iconName, m_ink).pixmap(QSize(side, side), devicePixelRatioF()));
    }
}

void FigureTile::changeEvent(QEvent* event) {
    // Own labels' palettes change in paintInks(), which must not come back here.
    if (event->type() == QEvent::PaletteChange && m_note != nullptr) {
        paintInks();
    } else if (event->type() == QEvent::FontChange && m_note != nullptr) {
        setupFonts();
        paintInks(); // the icon is as high as the value
    } else if (event->type() == QEvent::ToolTipChange && m_note != nullptr) {
        m_note->setToolTip(toolTip()); // which else says what is cut off
    }
    QWidget::changeEvent(event);
}

} // namespace bw::live
