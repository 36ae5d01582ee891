#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <ctime>

namespace bw::net {

// How much processor time a loop's thread used: what it did itself and what the kernel did for it, which wall
// time around the waiting calls would miss. begin() on the loop's thread, busy() on any.
class LoopTime {
public:
    // Idempotent while the loop stays on its thread.
    void begin();
    // The thread may end now; busy() stays what it was.
    void end();
    // Waited without giving the processor away: that is no work.
    void spun(Duration time) { m_before.fetch_sub(time.count(), std::memory_order_relaxed); }
    [[nodiscard]] Duration busy() const;

private:
    [[nodiscard]] Duration used() const;

    std::atomic<clockid_t> m_clock{kNone};
    std::atomic<Duration::rep> m_before{0}; // less what the thread had used when it began, and what it spun
    static constexpr clockid_t kNone = -1;
};

} // namespace bw::net
