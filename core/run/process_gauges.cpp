#include "core/run/process_gauges.h"

#include <algorithm>
#include <utility>

namespace bw::run {
namespace {

using engine::ProcessChanged;
using metrics::Builtin;

// A sample is asked for in the middle of a second, and so is there before its end.
constexpr Duration kAskAfter = std::chrono::milliseconds(500);

ProcessChanged::What whatOf(observe::ProcessEvent::Kind kind) {
    using Kind = observe::ProcessEvent::Kind;
    switch (kind) {
    case Kind::NotFound:
        return ProcessChanged::What::NotFound;
    case Kind::Found:
        return ProcessChanged::What::Found;
    case Kind::Gone:
        return ProcessChanged::What::Gone;
    case Kind::Left:
        return ProcessChanged::What::Left;
    case Kind::Replaced:
        return ProcessChanged::What::Replaced;
    case Kind::Denied:
        return ProcessChanged::What::Denied;
    case Kind::Silenced:
        break;
    }
    return ProcessChanged::What::Silenced;
}

} // namespace

ProcessGauges::ProcessGauges(const metrics::MetricRegistry& metrics,
                             const std::vector<observe::ProcessSelection>& watched,
                             observe::ProcFolder folder, const Clock& clock)
    : m_recorder(metrics)
    , m_watch(watched, std::move(folder), clock) {
    m_watched.reserve(watched.size());
    for (const observe::ProcessSelection& selection : watched) {
        m_watched.push_back({selection.text, {}});
    }
}

bool ProcessGauges::measures(std::string_view metric) {
    const auto builtin = metrics::findBuiltin(metric);
    return builtin && *builtin >= Builtin::ProcessCpu && *builtin <= Builtin::ProcessNetworkSent;
}

void ProcessGauges::begin() {
    m_watch.request();
    m_watch.wait();
}

void ProcessGauges::take(Duration runTime) {
    for (observe::ProcessSample& sample : m_watch.take()) {
        for (observe::ProcessEvent& event : sample.events) {
            m_events.push_back({runTime, ProcessChanged{m_watched[event.watch].text, whatOf(event.kind),
                                                        event.pid, std::move(event.name)}});
        }
        m_samples.push_back(std::move(sample));
    }
}

void ProcessGauges::record(Duration runTime) {
    take(runTime);
    const auto second = std::chrono::floor<std::chrono::seconds>(runTime);
    if (second.count() > m_second) {
        // What was seen before the second's end is of that second, not of the one that begins.
        if (m_second >= 0) {
            finish(second - Duration(1));
        }
        m_recorder.advanceTo(second);
        m_second = second.count();
        m_isAsked = false;
    }
    if (!m_isAsked && runTime - second >= kAskAfter) {
        m_watch.request();
        m_isAsked = true;
    }
}

void ProcessGauges::finish(Duration runTime) {
    take(runTime);
    m_recorder.advanceTo(runTime);
    for (const observe::ProcessSample& sample : std::exchange(m_samples, {})) {
        for (std::size_t i = 0; i < m_watched.size(); ++i) {
            put(sample.readings[i], m_watched[i]);
        }
    }
}

void ProcessGauges::put(const observe::ProcessReading& reading, Watched& watched) {
    const auto set = [&](Builtin metric, const auto& value) {
        if (value) {
            m_recorder.set(seriesOf(metric, watched), static_cast<double>(*value));
        }
    };
    set(Builtin::ProcessCpu, reading.cpu);
    set(Builtin::ProcessMemory, reading.memory);
    set(Builtin::ProcessThreads, reading.threads);
    set(Builtin::ProcessDescriptors, reading.descriptors);
    if (reading.network) {
        m_recorder.add(seriesOf(Builtin::ProcessNetworkReceived, watched),
                       static_cast<double>(reading.network->received));
        m_recorder.add(seriesOf(Builtin::ProcessNetworkSent, watched),
                       static_cast<double>(reading.network->sent));
    }
}

metrics::LocalSeriesId ProcessGauges::seriesOf(Builtin metric, Watched& watched) {
    auto& series =
        watched.series[static_cast<std::size_t>(metric) - static_cast<std::size_t>(Builtin::ProcessCpu)];
    if (!series) {
        series = m_recorder.series(metric, {{kProcessTag, watched.text}});
    }
    return *series;
}

std::vector<engine::Event> ProcessGauges::takeEvents() {
    return std::exchange(m_events, {});
}

} // namespace bw::run
