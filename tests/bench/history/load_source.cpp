#include "tests/bench/history/load_source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace bw::bench {
namespace {

using metrics::Builtin;

constexpr double kTail = 0.005;
constexpr double kSlower = 10;
constexpr double kWave = 0.25;
constexpr double kWaveSeconds = 3.0 * 60 * 60;
constexpr std::int64_t kErrorEvery = 97;

// The run's own series, in this order.
enum OfRun : std::uint32_t { Vus, VusMax, Iterations, IterationTime, Cpu, Error };

metrics::GaugeValue gauge(double value, std::int64_t second) {
    metrics::GaugeValue made;
    made.set(value, std::chrono::seconds(second));
    return made;
}

} // namespace

LoadSource::LoadSource(const LoadShape& shape)
    : m_rate(shape.rate)
    , m_random(shape.seed) {
    for (int i = 0; i < shape.names; ++i) {
        addName("request_" + std::to_string(i), 4.0 + 3.0 * i);
    }
    m_ofRun = add(Builtin::Vus, {});
    (void)add(Builtin::VusMax, {});
    (void)add(Builtin::Iterations, {{"scenario", "steady"}});
    (void)add(Builtin::IterationDuration, {{"scenario", "steady"}});
    (void)add(Builtin::GeneratorCpu, {});
    (void)add(Builtin::HttpReqs, {{"name", "request_0"}, {"status", "500"}, {"expected_response", "false"}});
}

std::uint32_t LoadSource::add(Builtin metric, const metrics::TagSet& tags) {
    m_series.push_back({metrics::id(metric), tags});
    return static_cast<std::uint32_t>(m_series.size() - 1);
}

void LoadSource::addName(const std::string& name, double median) {
    const metrics::TagSet tags{
        {"expected_response", "true"}, {"method", "GET"}, {"name", name}, {"status", "200"}};
    Name made;
    made.requests = add(Builtin::HttpReqs, tags);
    made.failed = add(Builtin::HttpReqFailed, tags);
    made.times = {{add(Builtin::HttpReqDuration, tags), median, 0.4},
                  {add(Builtin::HttpReqResponseTime, tags), median * 1.02, 0.4},
                  {add(Builtin::HttpReqWaiting, tags), median * 0.96, 0.4},
                  {add(Builtin::HttpReqReceiving, tags), 0.03, 0.3},
                  {add(Builtin::HttpReqSending, tags), 0.01, 0.25},
                  {add(Builtin::HttpReqBlocked, tags), 0.002, 0.25}};
    m_names.push_back(std::move(made));
}

metrics::Histogram LoadSource::draw(const Time& time, std::int64_t count, double slower) {
    metrics::Histogram drawn;
    for (std::int64_t i = 0; i < count; ++i) {
        const double tail = m_random.unit() < kTail ? kSlower : 1;
        drawn.recordScaled(time.median * slower * tail * std::exp(time.sigma * m_random.normal()));
    }
    return drawn;
}

metrics::FramePtr LoadSource::next() {
    auto frame = std::make_shared<metrics::Frame>();
    frame->second = m_second;
    for (std::uint32_t i = 0; m_second == 0 && i < m_series.size(); ++i) {
        frame->newSeries.push_back({{i}, m_series[i]});
    }
    const double wave = std::sin(2 * std::numbers::pi * static_cast<double>(m_second) / kWaveSeconds) * kWave;
    std::int64_t all = 0;
    for (const Name& name : m_names) {
        const double mean = m_rate / static_cast<double>(m_names.size());
        const auto count =
            std::max<std::int64_t>(1, std::llround(mean + std::sqrt(mean) * m_random.normal()));
        all += count;
        const auto requests = static_cast<double>(count);
        frame->entries.push_back(
            {{name.requests}, metrics::CounterValue{requests, static_cast<std::uint64_t>(count)}});
        frame->entries.push_back({{name.failed}, metrics::RateValue{0, static_cast<std::uint64_t>(count)}});
        for (const Time& time : name.times) {
            frame->entries.push_back({{time.series}, draw(time, count, 1 + wave)});
        }
    }
    const double vus = 50 + 10 * wave;
    frame->entries.push_back({{m_ofRun + Vus}, gauge(std::round(vus), m_second)});
    frame->entries.push_back({{m_ofRun + VusMax}, gauge(60, m_second)});
    const auto iterations = std::max<std::int64_t>(1, all / 5);
    frame->entries.push_back(
        {{m_ofRun + Iterations},
         metrics::CounterValue{static_cast<double>(iterations), static_cast<std::uint64_t>(iterations)}});
    frame->entries.push_back({{m_ofRun + IterationTime}, draw({0, 40, 0.3}, iterations, 1 + wave)});
    frame->entries.push_back({{m_ofRun + Cpu}, gauge(0.3 + 0.02 * m_random.normal(), m_second)});
    if (m_second % kErrorEvery == kErrorEvery - 1) {
        frame->entries.push_back({{m_ofRun + Error}, metrics::CounterValue{1, 1}});
    }
    ++m_second;
    return frame;
}

} // namespace bw::bench
