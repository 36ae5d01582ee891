#include "app/jts-sim/sim/fault_board.h"

namespace bw::jts {

void FaultBoard::put(FaultSet faults, Instant now) {
    const std::scoped_lock lock(m_lock);
    m_stall.store(0, std::memory_order_relaxed);
    m_stallSince.store(now.time_since_epoch().count(), std::memory_order_relaxed);
    m_stallEvery.store(faults.stallEvery().count(), std::memory_order_relaxed);
    m_stall.store(faults.stall().count(), std::memory_order_release);
    m_bottlenecks.apply(faults.bottlenecks());
    m_faults = std::make_shared<const FaultSet>(std::move(faults));
    m_generation.fetch_add(1, std::memory_order_release);
}

std::shared_ptr<const FaultSet> FaultBoard::current() const {
    const std::scoped_lock lock(m_lock);
    return m_faults;
}

Duration FaultBoard::stallLeft(Instant now) const {
    const std::int64_t stall = m_stall.load(std::memory_order_acquire);
    if (stall == 0) {
        return Duration(0);
    }
    const std::int64_t every = m_stallEvery.load(std::memory_order_relaxed);
    const std::int64_t passed = now.time_since_epoch().count() - m_stallSince.load(std::memory_order_relaxed);
    if (passed < 0) {
        return Duration(0);
    }
    if (every == 0) {
        return Duration(std::max<std::int64_t>(stall - passed, 0));
    }
    const std::int64_t left = every - passed % every;
    return Duration(left <= stall ? left : 0);
}

} // namespace bw::jts
