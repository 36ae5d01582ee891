#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/address.h"
#include "core/net/net_error.h"
#include "core/net/stream.h"
#include "core/net/timer.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace bw::net {

enum class ReactorKind : std::uint8_t { Auto, Epoll, IoUring };

struct ConnectOptions {
    std::optional<Address> source; // the local address; its port is the system's choice
};

struct ListenOptions {
    int backlog = 4096;
    // Several listeners, each of its own reactor, may share one port; the kernel spreads connections over
    // them.
    enum class Sharing : std::uint8_t { Alone, Shared } sharing = Sharing::Alone;
};

// One thread's event loop: timers, streams, and work posted by other threads. It delivers bytes and
// completions; nobody polls. Everything but post() and stop() belongs to the thread that calls run();
// everything made by a reactor must be destroyed before it, and whoever may still call post() or stop() must
// be done by then: a reactor that is gone cannot hear.
class Reactor {
public:
    // Error: NotAvailable when the machine or this build has no such event loop.
    [[nodiscard]] static Result<std::unique_ptr<Reactor>, NetError> create(ReactorKind kind);

    virtual ~Reactor() = default;

    // What it really is, never Auto.
    [[nodiscard]] virtual ReactorKind kind() const = 0;

    // Until stop(); returns at once when stop() came first.
    virtual void run() = 0;
    // One turn: waits for the first event, at most until `until`, and handles what is there.
    virtual void runOnce(Instant until) = 0;
    // Any thread.
    virtual void stop() = 0;

    // Any thread: runs `work` on the reactor's thread, in order of posting.
    virtual void post(std::function<void()> work) = 0;

    [[nodiscard]] TimerQueue& timers() { return m_timers; }
    void arm(Timer& timer, Instant due) { m_timers.arm(timer, due); }

    // A fresh time stamp.
    [[nodiscard]] Instant now() const { return std::chrono::steady_clock::now(); }

    // Never fails by itself: the handler hears onConnected() or onFailed(), later.
    [[nodiscard]] virtual std::unique_ptr<Stream> connect(const Address& to, const ConnectOptions& options,
                                                          StreamHandler& handler) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<Listener>, NetError>
    listen(const Address& at, const ListenOptions& options, ListenerHandler& handler) = 0;

    // Processor time of the loop's thread since it began, the kernel's part included, spinning left out. Any
    // thread.
    [[nodiscard]] virtual Duration busyTime() const = 0;

    // Sockets that the loop has beside the process's descriptors.
    [[nodiscard]] virtual std::size_t ownSockets() const { return 0; }

    // What streams queued goes to the kernel now, not at the end of the turn: for who sends to very many.
    // From the loop's thread, not from within a stream's functions.
    virtual void flush() {}

protected:
    // A timer due within this time is waited for without sleeping: to set the clock, to sleep and to wake
    // cost as much processor time, and more lateness. Only loops with more than some 30,000 timers a second
    // get here.
    static constexpr Duration kSpin = std::chrono::microseconds(60);

private:
    TimerQueue m_timers;
};

} // namespace bw::net
