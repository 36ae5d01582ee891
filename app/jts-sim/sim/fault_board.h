#pragma once

#include "app/jts-sim/sim/bottlenecks.h"
#include "app/jts-sim/sim/fault_set.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace bw::jts {

// The faults that are in force, for all threads. Changing them is rare; asking whether they changed is one
// atomic read.
class FaultBoard {
public:
    // Puts a set in force; a stall in it begins now, or with `stall.every` at the end of each such period.
    void put(FaultSet faults, Instant now);

    [[nodiscard]] std::shared_ptr<const FaultSet> current() const;

    // Grows with each change.
    [[nodiscard]] std::uint64_t generation() const { return m_generation.load(std::memory_order_acquire); }

    // The queues that the set in force asks for.
    [[nodiscard]] Bottlenecks& bottlenecks() { return m_bottlenecks; }

    // How long the server stands still from now on.
    [[nodiscard]] Duration stallLeft(Instant now) const;

private:
    mutable std::mutex m_lock;
    std::shared_ptr<const FaultSet> m_faults = std::make_shared<const FaultSet>();
    Bottlenecks m_bottlenecks;
    std::atomic<std::uint64_t> m_generation = 0;
    std::atomic<std::int64_t> m_stallSince = 0; // ns of the monotonic clock
    std::atomic<std::int64_t> m_stall = 0;
    std::atomic<std::int64_t> m_stallEvery = 0;
};

} // namespace bw::jts
