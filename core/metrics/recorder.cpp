#include "core/metrics/recorder.h"

#include <cassert>
#include <cmath>
#include <utility>

namespace bw::metrics {

namespace {

constexpr Duration kSecond = std::chrono::seconds(1);

} // namespace

Recorder::Recorder(const MetricRegistry& metrics, std::size_t maxSeries)
    : m_metrics(metrics)
    , m_open(std::make_unique<Delta>())
    , m_table(maxSeries) {}

Recorder::~Recorder() = default;

LocalSeriesId Recorder::series(MetricId metric, std::span<const TagView> tags) {
    const LocalSeriesId local{m_table.intern(metric, tags)};
    while (m_types.size() < m_table.size()) {
        const Series& added = m_table[static_cast<std::uint32_t>(m_types.size())];
        m_types.push_back(m_metrics[added.metric].type);
        m_open->newSeries.push_back(added);
    }
    if (m_table.overflowed() != m_overflowed.load(std::memory_order_relaxed))
        m_overflowed.store(m_table.overflowed(), std::memory_order_relaxed);
    return local;
}

LocalSeriesId Recorder::series(MetricId metric, std::initializer_list<TagView> tags) {
    return series(metric, std::span(tags.begin(), tags.size()));
}

bool Recorder::accept(double value) {
    if (std::isfinite(value)) [[likely]]
        return true;
    m_rejected.store(m_rejected.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    return false;
}

void Recorder::add(LocalSeriesId series, double amount) {
    assert(m_types[series.value] == MetricType::Counter);
    if (!accept(amount))
        return;
    std::get_if<CounterValue>(&m_open->touch(series, MetricType::Counter))->add(amount);
}

void Recorder::set(LocalSeriesId series, double value) {
    assert(m_types[series.value] == MetricType::Gauge);
    if (!accept(value))
        return;
    std::get_if<GaugeValue>(&m_open->touch(series, MetricType::Gauge))->set(value, m_now);
}

void Recorder::rate(LocalSeriesId series, bool value) {
    assert(m_types[series.value] == MetricType::Rate);
    std::get_if<RateValue>(&m_open->touch(series, MetricType::Rate))->add(value);
}

void Recorder::trend(LocalSeriesId series, Duration time) {
    assert(m_types[series.value] == MetricType::Trend);
    std::get_if<Histogram>(&m_open->touch(series, MetricType::Trend))->record(time);
}

void Recorder::trendValue(LocalSeriesId series, double value) {
    assert(m_types[series.value] == MetricType::Trend);
    if (!accept(value))
        return;
    std::get_if<Histogram>(&m_open->touch(series, MetricType::Trend))->recordScaled(value);
}

void Recorder::record(LocalSeriesId series, double value) {
    switch (m_types[series.value]) {
    case MetricType::Counter:
        return add(series, value);
    case MetricType::Gauge:
        return set(series, value);
    case MetricType::Rate:
        if (accept(value))
            rate(series, value != 0);
        return;
    case MetricType::Trend:
        return trendValue(series, value);
    }
}

void Recorder::advanceTo(Duration runTime) {
    if (runTime <= m_now)
        return;
    m_now = runTime;
    if (const std::int64_t second = runTime / kSecond; second >= m_open->first + m_open->seconds)
        seal(second);
}

// Hands the open delta over if something is in it and there is room; then `second` is the open one. Without
// room the open delta grows over the seconds, and passed() stays.
void Recorder::seal(std::int64_t second) {
    if (!m_open->empty()) {
        auto next = emptyDelta();
        if (!next || !m_sealed.push(m_open)) {
            if (next)
                m_spare = std::move(next);
            m_open->seconds = second + 1 - m_open->first;
            return;
        }
        m_open = std::move(next);
    }
    m_open->first = second;
    m_open->seconds = 1;
    m_passed.store(second, std::memory_order_release);
}

// One that came back, or a new one while there are few.
std::unique_ptr<Delta> Recorder::emptyDelta() {
    if (m_spare)
        return std::move(m_spare);
    if (auto back = m_free.pop())
        return std::move(*back);
    if (m_deltas > kSealed)
        return nullptr;
    ++m_deltas;
    return std::make_unique<Delta>();
}

std::unique_ptr<Delta> Recorder::take() {
    return m_sealed.pop().value_or(nullptr);
}

void Recorder::recycle(std::unique_ptr<Delta> delta) {
    delta->clear();
    // The ring holds more than there are deltas, so there is room.
    const bool pushed = m_free.push(delta);
    assert(pushed);
    (void)pushed;
}

std::unique_ptr<Delta> Recorder::takeOpen() {
    return std::exchange(m_open, std::make_unique<Delta>());
}

} // namespace bw::metrics
