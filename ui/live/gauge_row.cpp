#include "ui/live/gauge_row.h"

#include "ui/charts/gauge.h"
#include "ui/charts/gauge_text.h"
#include "ui/format/limit_text.h"
#include "ui/format/words.h"
#include "ui/live/state_lines.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace bw::live {
namespace {

constexpr int kRestRows = 5; // of names in a column

StateLine restLine(const bridge::GaugeReading& reading) {
    const verdict::LimitResult& limit = reading.sinceStart;
    const QString name = format::subjectName(reading.subject);
    return {.icon = charts::iconOf(limit),
            .ink = charts::inkOf(limit),
            .name = name,
            .value = charts::standingText(limit),
            .tip = name + QStringLiteral(" (") + reading.budget + QStringLiteral(")\n") +
                   charts::standingSentence(limit),
            .isChosen = false};
}

} // namespace

GaugeRow::GaugeRow(GaugeCard::Detail detail, QWidget* parent)
    : QScrollArea(parent)
    , m_detail(detail)
    , m_row(nullptr)
    , m_rest(nullptr) {
    auto* content = new QWidget(this);
    m_rest = new StateLines(content);
    m_rest->setAccessibleName(tr("Categories without figures"));
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(2 * theme::kGrid, theme::kGrid, 2 * theme::kGrid, theme::kGrid);
    m_row->setSpacing(2 * theme::kGrid);
    m_row->addWidget(m_rest, 0, Qt::AlignVCenter);
    m_row->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (detail == GaugeCard::Detail::GaugeOnly) {
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    setAccessibleName(tr("Budget gauges"));
    setFocusPolicy(Qt::TabFocus);
    setVisible(false);
}

std::vector<GaugeRow::Category> GaugeRow::categoriesOf(const std::vector<bridge::GaugeReading>& readings) {
    std::vector<Category> categories;
    for (const bridge::GaugeReading& reading : readings) {
        const bool isSame = !categories.empty() &&
                            categories.back().limits.front()->subject == reading.subject &&
                            categories.back().limits.front()->budget == reading.budget;
        if (!isSame) {
            categories.emplace_back();
        }
        categories.back().limits.push_back(&reading);
        categories.back().urgency = std::max(categories.back().urgency, urgency(reading));
    }
    return categories;
}

// Whatever has a place keeps it: gauges that change places cannot be watched. What gets its first figures
// comes after, the most urgent first.
void GaugeRow::settleOrder(const std::vector<Category>& categories) {
    const bool isOther =
        categories.size() != m_categories ||
        std::ranges::any_of(m_order, [&](std::size_t i) { return categories[i].urgency < 0; });
    if (isOther) {
        m_order.clear();
        m_categories = categories.size();
        std::ranges::for_each(m_cards, &GaugeCard::forget);
    }
    const auto placed = static_cast<std::ptrdiff_t>(m_order.size());
    for (std::size_t i = 0; i < categories.size(); ++i) {
        if (categories[i].urgency >= 0 && std::ranges::find(m_order, i) == m_order.end()) {
            m_order.push_back(i);
        }
    }
    std::stable_sort(m_order.begin() + placed, m_order.end(), [&](std::size_t a, std::size_t b) {
        return categories[a].urgency > categories[b].urgency;
    });
}

void GaugeRow::setReadings(const std::vector<bridge::GaugeReading>& readings) {
    setVisible(!readings.empty());
    const std::vector<Category> categories = categoriesOf(readings);
    settleOrder(categories);
    showCards(categories);
    showRest(categories);
    fit();
}

void GaugeRow::showCards(const std::vector<Category>& categories) {
    while (m_cards.size() > m_order.size()) {
        delete m_cards.back();
        m_cards.pop_back();
    }
    while (m_cards.size() < m_order.size()) {
        m_cards.push_back(new GaugeCard(m_detail, widget()));
        m_row->insertWidget(static_cast<int>(m_cards.size()) - 1, m_cards.back(), 0, Qt::AlignTop);
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setReadings(categories[m_order[i]].limits);
    }
}

void GaugeRow::showRest(const std::vector<Category>& categories) {
    std::vector<StateLine> lines;
    for (const Category& category : categories) {
        if (category.urgency < 0) {
            lines.push_back(restLine(*category.limits.front()));
        }
    }
    m_rest->setVisible(!lines.empty() && (m_detail == GaugeCard::Detail::Whole || m_cards.empty()));
    m_rest->setLines(std::move(lines), kRestRows);
}

// Where nobody scrolls, as many as there is room for: the most urgent, each in its place.
void GaugeRow::fitWidth() {
    if (m_detail != GaugeCard::Detail::GaugeOnly || m_cards.empty()) {
        return;
    }
    const int room = width() - 4 * theme::kGrid + m_row->spacing();
    const int fits = std::max(1, room / (m_cards.front()->sizeHint().width() + m_row->spacing()));
    std::vector<GaugeCard*> ranked(m_cards.begin(), m_cards.end());
    std::ranges::sort(ranked, std::ranges::greater(), &GaugeCard::pressing);
    for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
        ranked[rank]->setVisible(rank < static_cast<std::size_t>(fits));
    }
}

void GaugeRow::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fitWidth();
}

void GaugeRow::fit() {
    fitWidth();
    int height = m_rest->isHidden() ? 0 : m_rest->sizeHint().height();
    for (const GaugeCard* card : m_cards) {
        height = std::max(height, card->sizeHint().height());
    }
    const bool hasBar = horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
    setFixedHeight(height + 2 * theme::kGrid + (hasBar ? horizontalScrollBar()->sizeHint().height() : 0));
}

void GaugeRow::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_rest != nullptr) {
        fit();
    }
}

// A row is scrolled along itself.
void GaugeRow::wheelEvent(QWheelEvent* event) {
    const QPoint way = event->angleDelta();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (way.y() != 0 ? way.y() : way.x()));
    event->accept();
}

} // namespace bw::live
