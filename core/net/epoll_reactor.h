#pragma once

#include "core/net/loop_time.h"
#include "core/net/posted_work.h"
#include "core/net/reactor.h"

#include <array>
#include <atomic>
#include <sys/epoll.h>
#include <vector>

namespace bw::net {

// What the epoll loop knows of a descriptor: who handles its events.
class EpollSource {
public:
    EpollSource() = default;
    EpollSource(const EpollSource&) = delete;
    EpollSource& operator=(const EpollSource&) = delete;
    virtual ~EpollSource() = default;
    virtual void onEvents(std::uint32_t events) = 0;
};

// The event loop on epoll: edge-triggered, each descriptor registered once for its life, so a warm request
// costs one write and one read and nothing else. Waits with nanosecond timeouts (epoll_pwait2, or
// poll).
class EpollReactor final : public Reactor {
public:
    // Poll: as where the kernel lacks epoll_pwait2 (before 5.11).
    enum class Wait : std::uint8_t { Best, Poll };

    [[nodiscard]] static Result<std::unique_ptr<EpollReactor>, NetError> create(Wait wait = Wait::Best);
    ~EpollReactor() override;

    [[nodiscard]] ReactorKind kind() const override { return ReactorKind::Epoll; }
    void run() override;
    void runOnce(Instant until) override;
    void stop() override;
    void post(std::function<void()> work) override { m_posted.add(std::move(work)); }
    [[nodiscard]] std::unique_ptr<Stream> connect(const Address& to, const ConnectOptions& options,
                                                  StreamHandler& handler) override;
    [[nodiscard]] Result<std::unique_ptr<Listener>, NetError>
    listen(const Address& at, const ListenOptions& options, ListenerHandler& handler) override;
    [[nodiscard]] Duration busyTime() const override { return m_time.busy(); }

    // For sources. Watching may fail for lack of memory or of watches.
    [[nodiscard]] int watch(int descriptor, EpollSource& source);
    // Events of this turn that are still to come are not delivered.
    void forget(EpollSource& source);
    // Gives the source another onEvents(events) in the next turn, before the loop waits.
    void again(EpollSource& source, std::uint32_t events);
    // Memory to receive into; used within one call.
    [[nodiscard]] std::span<std::byte> scratch() { return m_scratch; }

private:
    explicit EpollReactor(int epoll);

    void turn(Instant until);
    [[nodiscard]] int wait(Instant until);
    [[nodiscard]] int spin(Instant from, Instant until);
    [[nodiscard]] int waitWithPoll(const timespec* timeout);

    struct Again {
        EpollSource* source;
        std::uint32_t events;
    };

    static constexpr int kEvents = 512;
    static constexpr std::size_t kScratch = 256 * 1024;

    int m_epoll;
    std::array<epoll_event, kEvents> m_events{};
    int m_eventCount = 0;
    std::vector<Again> m_again;
    std::vector<Again> m_againNow;
    std::vector<std::byte> m_scratch;
    std::atomic<bool> m_stop{false};
    bool m_lacksPwait2 = false;
    Instant m_turnStart{};
    PostedWork m_posted;
    LoopTime m_time;
};

} // namespace bw::net
