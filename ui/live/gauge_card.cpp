#include "ui/live/gauge_card.h"

#include "ui/charts/gauge.h"
#include "ui/charts/gauge_text.h"
#include "ui/format/limit_text.h"
#include "ui/live/state_lines.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>

#include <algorithm>

namespace bw::live {
namespace {

constexpr double kMostPressure = 1000; // also of what is endlessly beyond

StateLine lineOf(const bridge::GaugeReading& reading, bool isShown) {
    const verdict::LimitResult& limit = reading.sinceStart;
    return {.icon = charts::iconOf(limit),
            .ink = charts::inkOf(limit),
            .name = format::limitName(limit),
            .value = limit.value ? format::limitFigure(limit, *limit.value) : charts::standingText(limit),
            .tip = format::limitName(limit) + QStringLiteral(": ") + charts::standingSentence(limit),
            .isChosen = isShown};
}

} // namespace

double urgency(const bridge::GaugeReading& reading) {
    const verdict::LimitResult& limit = reading.sinceStart;
    const std::optional<double> pressure =
        limit.value ? charts::pressureOf(limit, *limit.value) : std::nullopt;
    if (!pressure) {
        return -1;
    }
    // How it stands comes first: a throughput that is all that was offered is at its limit and yet good.
    return kMostPressure * static_cast<double>(charts::standingOf(limit)) +
           std::min(*pressure, kMostPressure);
}

GaugeCard::GaugeCard(Detail detail, QWidget* parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_gauge(new charts::Gauge(this))
    , m_lines(new StateLines(this)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kHalfGrid);
    row->addWidget(m_gauge, 0, Qt::AlignTop);
    row->addWidget(m_lines, 0, Qt::AlignVCenter);
    m_lines->setVisible(false);
    m_lines->setChoosable(true);
    connect(m_lines, &StateLines::chosen, this, &GaugeCard::choose);
}

void GaugeCard::forget() {
    m_shown.reset();
    m_isChosen = false;
}

void GaugeCard::setReadings(const std::vector<const bridge::GaugeReading*>& readings) {
    m_readings.clear();
    for (const bridge::GaugeReading* reading : readings) {
        m_readings.push_back(*reading);
    }
    if (m_shown >= m_readings.size()) {
        forget();
    }
    const auto worst = std::ranges::max_element(m_readings, {}, urgency);
    const auto isWorse = [&] {
        return charts::standingOf(worst->sinceStart) > charts::standingOf(m_readings[*m_shown].sinceStart);
    };
    if (!m_shown || (!m_isChosen && isWorse())) {
        m_shown = static_cast<std::size_t>(worst - m_readings.begin());
    }
    showLimit();
}

double GaugeCard::pressing() const {
    double most = -1;
    for (const bridge::GaugeReading& reading : m_readings) {
        most = std::max(most, urgency(reading));
    }
    return most;
}

void GaugeCard::choose(int limit) {
    m_shown = static_cast<std::size_t>(limit);
    m_isChosen = true;
    showLimit();
}

void GaugeCard::showLimit() {
    const bridge::GaugeReading& shown = m_readings[*m_shown];
    const QString title = format::subjectName(shown.subject);
    m_gauge->setReading({title, shown.sinceStart, shown.lastSeconds, shown.lastMinute});
    setAccessibleName(title);
    const bool hasLines = m_detail == Detail::Whole && m_readings.size() > 1;
    m_lines->setVisible(hasLines);
    if (hasLines) {
        std::vector<StateLine> lines;
        for (std::size_t i = 0; i < m_readings.size(); ++i) {
            lines.push_back(lineOf(m_readings[i], i == *m_shown));
        }
        m_lines->setAccessibleName(tr("Limits of %1").arg(title));
        m_lines->setLines(std::move(lines), static_cast<int>(m_readings.size()));
    }
}

} // namespace bw::live
