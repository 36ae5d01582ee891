#include "app/jts-sim/sim/fault_dice.h"

#include <cmath>

namespace bw::jts {

namespace {

constexpr double longestNs = 3.6e12;

} // namespace

Fate FaultDice::roll(std::string_view path) {
    if (const std::uint64_t generation = m_board.generation(); generation != m_generation) {
        m_faults = m_board.current();
        m_generation = generation;
    }
    Fate fate;
    if (m_faults->isEmpty()) {
        return fate;
    }
    const FaultsOfPath faults = m_faults->ofPath(path);
    fate.latency = faults.latency.median;
    if (faults.latency.sigma > 0) {
        const double factor = std::exp(faults.latency.sigma * m_random.normal());
        const double delay = static_cast<double>(faults.latency.median.count()) * factor;
        fate.latency = Duration(static_cast<std::int64_t>(std::min(delay, longestNs)));
    }
    for (std::size_t i = 0; i < faultKindCount; ++i) {
        if (faults.shares[i] > 0 && m_random.unit() < faults.shares[i]) {
            fate.fault = static_cast<FaultKind>(i);
            fate.share = fate.fault == FaultKind::Truncate ? 0.9 : m_random.unit();
            break;
        }
    }
    return fate;
}

} // namespace bw::jts
