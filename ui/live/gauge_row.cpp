#include "ui/live/gauge_row.h"

#include "ui/charts/gauge.h"
#include "ui/format/limit_text.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>

namespace bw::live {
namespace {

// How near to its limit: 1 is at it. Throughput and percentiles of the same row stand together, so only the
// row counts.
double pressure(const bridge::GaugeReading& reading) {
    const verdict::LimitResult& limit = reading.sinceStart;
    if (!limit.value || limit.limit <= 0) {
        return -1;
    }
    const double share = *limit.value / limit.limit;
    const bool isLower =
        limit.op == testplan::Comparison::Greater || limit.op == testplan::Comparison::GreaterOrEqual;
    return isLower ? (share > 0 ? 1 / share : 10) : share;
}

} // namespace

GaugeRow::GaugeRow(QWidget* parent)
    : QScrollArea(parent)
    , m_row(nullptr) {
    auto* content = new QWidget(this);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(2 * theme::kGrid, theme::kGrid, 2 * theme::kGrid, theme::kGrid);
    m_row->setSpacing(2 * theme::kGrid);
    m_row->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Budget gauges"));
    setFocusPolicy(Qt::TabFocus);
    setVisible(false);
}

void GaugeRow::setReadings(const std::vector<bridge::GaugeReading>& readings) {
    setVisible(!readings.empty());
    if (readings.size() != m_gauges.size()) {
        qDeleteAll(m_gauges);
        m_gauges.clear();
        for (std::size_t i = 0; i < readings.size(); ++i) {
            m_gauges.push_back(new charts::Gauge(widget()));
            m_row->insertWidget(static_cast<int>(i), m_gauges.back());
        }
        m_order.clear();
    }
    const bool hasFigures =
        std::ranges::any_of(readings, [](const auto& r) { return r.sinceStart.value.has_value(); });
    if (m_order.empty() || !hasFigures) {
        m_order.resize(readings.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        // Once there are figures, the order is settled: gauges that change places cannot be watched.
        std::ranges::sort(m_order, [&](std::size_t a, std::size_t b) {
            const double first = pressure(readings[a]);
            const double second = pressure(readings[b]);
            return first != second ? first > second : a < b;
        });
    }
    for (std::size_t i = 0; i < m_gauges.size(); ++i) {
        const bridge::GaugeReading& reading = readings[m_order[i]];
        m_gauges[i]->setReading(
            {format::subjectName(reading.subject), reading.sinceStart, reading.lastSeconds});
    }
    const int height = m_gauges.empty() ? 0 : m_gauges.front()->sizeHint().height() + 2 * theme::kGrid;
    setFixedHeight(height + horizontalScrollBar()->sizeHint().height());
}

// A row is scrolled along itself.
void GaugeRow::wheelEvent(QWheelEvent* event) {
    const QPoint way = event->angleDelta();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (way.y() != 0 ? way.y() : way.x()));
    event->accept();
}

} // namespace bw::live
