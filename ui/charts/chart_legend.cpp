#include "ui/charts/chart_legend.h"

#include "ui/charts/flow_layout.h"

#include <QEvent>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

#include <algorithm>

namespace bw::charts {
namespace {

// Of a swatch: as wide as a letter is high.
QSize swatchSize(const QFontMetrics& metrics) {
    return {metrics.height(), metrics.height() - 2};
}

QIcon swatchOf(const ChartLegend::Entry& entry, const theme::Tokens& tokens, bool isHidden, const QSize& size,
               qreal scale) {
    QPixmap picture((QSizeF(size) * scale).toSize());
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const QColor colour = isHidden ? tokens.line : colourOf(entry.role, tokens, entry.scenario);
    QPen pen(colour, std::max(2.0, size.height() / 8.0), penStyleOf(entry.role, entry.isDashed), Qt::FlatCap);
    pen.setDashPattern(pen.style() == Qt::DashLine ? QList<qreal>{2, 1} : QList<qreal>{});
    painter.setPen(pen);
    painter.drawLine(QPointF(0, size.height() / 2.0), QPointF(size.width(), size.height() / 2.0));
    return QIcon(picture);
}

} // namespace

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent) {
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setEntries(const std::vector<Entry>& entries) {
    const bool sameNames = std::ranges::equal(entries, m_entries, {}, &Entry::name, &Entry::name);
    m_entries = entries;
    if (!sameNames) {
        rebuild();
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        showText(*m_buttons[i], m_entries[i]);
    }
}

void ChartLegend::showText(QToolButton& button, const Entry& entry) {
    const QString text = entry.value.isEmpty() ? entry.name : entry.name + u' ' + entry.value;
    if (button.text() == text) {
        return;
    }
    button.setText(text);
    // As wide as its longest figure so far: names stand still while figures change.
    button.setMinimumWidth(std::max(button.minimumWidth(), button.sizeHint().width()));
}

void ChartLegend::rebuild() {
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const Entry& entry : m_entries) {
        addButton(entry);
    }
    paintSwatches();
}

void ChartLegend::addButton(const Entry& entry) {
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setChecked(!m_hidden.contains(entry.name));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(tr("Show or hide %1").arg(entry.name));
    button->setProperty("quiet", true);
    button->setFont(font());
    connect(button, &QToolButton::clicked, this, [this, name = entry.name] { toggle(name); });
    layout()->addWidget(button);
    m_buttons.push_back(button);
}

void ChartLegend::paintSwatches() {
    const theme::Tokens& tokens = theme::tokens(palette());
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool isHidden = m_hidden.contains(m_entries[i].name);
        const QSize size = swatchSize(m_buttons[i]->fontMetrics());
        m_buttons[i]->setIconSize(size);
        m_buttons[i]->setIcon(swatchOf(m_entries[i], tokens, isHidden, size, devicePixelRatioF()));
        QFont font = m_buttons[i]->font();
        font.setStrikeOut(isHidden);
        m_buttons[i]->setFont(font);
    }
}

void ChartLegend::toggle(const QString& name) {
    if (m_hidden.erase(name) == 0) {
        m_hidden.insert(name);
    }
    paintSwatches();
    Q_EMIT hiddenChanged();
}

// Under a style sheet Qt hands no font on to children; names need other room in another one.
void ChartLegend::takeFont() {
    for (QToolButton* button : m_buttons) {
        button->setFont(font());
        button->setMinimumWidth(button->sizeHint().width());
    }
    paintSwatches();
}

void ChartLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        paintSwatches();
    }
    if (event->type() == QEvent::FontChange) {
        takeFont();
    }
    QWidget::changeEvent(event);
}

} // namespace bw::charts
