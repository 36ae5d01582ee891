#include "core/run/own_gauges.h"

#include <string>

namespace bw::run {

using metrics::Builtin;

OwnGauges::OwnGauges(const metrics::MetricRegistry& metrics, const Clock& clock)
    : m_recorder(metrics)
    , m_health(clock)
    , m_vus(m_recorder.series(Builtin::Vus))
    , m_vusMax(m_recorder.series(Builtin::VusMax))
    , m_cpu(m_recorder.series(Builtin::GeneratorCpu))
    , m_memory(m_recorder.series(Builtin::GeneratorMemory)) {}

void OwnGauges::record(Duration runTime, const metrics::Snapshot& snapshot, engine::LoadEngine& engine) {
    const std::int64_t second = std::chrono::floor<std::chrono::seconds>(runTime).count();
    if (second == m_second) {
        return;
    }
    // What was seen at the second's end is of that second, not of the one that begins.
    if (second > 0) {
        m_recorder.advanceTo(std::chrono::seconds(second) - Duration(1));
    }
    const bool isFirst = m_second < 0;
    m_second = second;
    const GeneratorHealth::Reading health = m_health.read();
    const std::vector<double> busy = engine.takeBusyShares();
    while (m_busy.size() < busy.size()) {
        m_busy.push_back(m_recorder.series(Builtin::WorkerBusy, {{"worker", std::to_string(m_busy.size())}}));
    }
    m_recorder.set(m_vus, static_cast<double>(snapshot.total.activeVus));
    m_recorder.set(m_vusMax, static_cast<double>(snapshot.total.initializedVus));
    if (snapshot.sessionsOpen > 0 && !m_sessions) {
        m_sessions = m_recorder.series(Builtin::WsSessionsOpen);
    }
    if (m_sessions) {
        m_recorder.set(*m_sessions, static_cast<double>(snapshot.sessionsOpen));
    }
    m_recorder.set(m_memory, static_cast<double>(health.memory));
    if (!isFirst) {
        m_recorder.set(m_cpu, health.cores);
        for (std::size_t worker = 0; worker < busy.size(); ++worker) {
            m_recorder.set(m_busy[worker], busy[worker]);
        }
    }
    m_recorder.advanceTo(std::chrono::seconds(second));
}

} // namespace bw::run
