#pragma once

#include "core/runplan/run_plan.h"

#include <cstdint>

namespace bw::engine {

// The most connections that a run may have open at a time, as far as the plan tells: one of each user who
// sends requests, unless they share them, and the sessions that are open beside each other in its flow.
[[nodiscard]] std::uint64_t connectionsWanted(const runplan::RunPlan& plan);

// What the system has room for.
struct ConnectionRoom {
    std::uint64_t descriptors = 0; // of the process
    std::uint64_t perLoop = 0;     // sockets that each event loop has beside them

    // Connections of so many workers, each with a loop; some descriptors are kept for everything else.
    [[nodiscard]] std::uint64_t of(unsigned workers) const;
    // The least number of workers that has room for all, not below `least`; `least` when no number has.
    [[nodiscard]] unsigned workersFor(std::uint64_t wanted, unsigned least) const;
};

} // namespace bw::engine
