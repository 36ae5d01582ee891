#pragma once

#include <functional>
#include <stop_token>
#include <thread>

namespace bw::app {

// Waits for SIGINT, SIGTERM and SIGHUP on a thread of its own and tells of each. The signals must be blocked
// before any other thread is made.
class StopSignals {
public:
    // Proof that block() was called.
    class Blocked {
        friend class StopSignals;
        Blocked() = default;
    };
    [[nodiscard]] static Blocked block();

    // `onSignal` is called on the waiting thread.
    StopSignals(const Blocked& blocked, std::function<void()> onSignal);
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

private:
    std::jthread m_thread;
};

} // namespace bw::app
