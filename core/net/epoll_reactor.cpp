#include "core/net/epoll_reactor.h"

#include "core/net/epoll_listener.h"
#include "core/net/epoll_stream.h"

#include <cerrno>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace bw::net {

Result<std::unique_ptr<EpollReactor>, NetError> EpollReactor::create() {
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    if (epoll < 0) {
        return std::unexpected(netErrorOf(errno));
    }
    const int wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.ptr = nullptr; // the wake-up is nobody's source
    if (wake < 0 || ::epoll_ctl(epoll, EPOLL_CTL_ADD, wake, &event) != 0) {
        const NetError error = netErrorOf(errno);
        ::close(epoll);
        if (wake >= 0) {
            ::close(wake);
        }
        return std::unexpected(error);
    }
    return std::unique_ptr<EpollReactor>(new EpollReactor(epoll, wake));
}

EpollReactor::EpollReactor(int epoll, int wake)
    : m_epoll(epoll)
    , m_wake(wake)
    , m_scratch(kScratch) {}

EpollReactor::~EpollReactor() {
    ::close(m_wake);
    ::close(m_epoll);
}

void EpollReactor::run() {
    // The kernel rounds the end of a wait up by this much: 50 µs unless told otherwise, too coarse for
    // arrivals.
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    while (!m_stop.load(std::memory_order_acquire)) {
        turn(Instant::max());
    }
    m_stop.store(false, std::memory_order_relaxed);
}

void EpollReactor::runOnce(Instant until) {
    turn(until);
}

void EpollReactor::stop() {
    m_stop.store(true, std::memory_order_release);
    post([] {});
}

void EpollReactor::post(std::function<void()> work) {
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_posted.empty();
        m_posted.push_back(std::move(work));
    }
    if (first) {
        const std::uint64_t one = 1;
        // Cannot fail but for a full counter, which wakes the loop just as well.
        static_cast<void>(!::write(m_wake, &one, sizeof one));
    }
}

void EpollReactor::runPosted() {
    {
        const std::lock_guard lock(m_mutex);
        m_running.swap(m_posted);
    }
    for (auto& work : m_running) {
        work();
    }
    m_running.clear();
}

int EpollReactor::wait(Instant until) {
    if (!m_again.empty()) {
        until = Instant::min();
    } else if (!timers().empty()) {
        until = std::min(until, timers().next());
    }
    const Instant before = now();
    if (m_hasTurned) {
        m_busy.fetch_add((before - m_turnStart).count(), std::memory_order_relaxed);
    }
    timespec left{};
    timespec* timeout = nullptr;
    if (until != Instant::max()) {
        const auto nanoseconds = std::max<std::int64_t>(0, until <= before ? 0 : (until - before).count());
        left = {nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
        timeout = &left;
    }
    const int count = ::epoll_pwait2(m_epoll, m_events.data(), kEvents, timeout, nullptr);
    m_turnStart = now();
    m_hasTurned = true;
    return count;
}

void EpollReactor::turn(Instant until) {
    m_eventCount = std::max(0, wait(until));
    timers().fire(m_turnStart);
    m_againNow.swap(m_again);
    for (std::size_t i = 0; i < m_againNow.size(); ++i) {
        if (const Again item = m_againNow[i]; item.source != nullptr) {
            item.source->onEvents(item.events);
        }
    }
    m_againNow.clear();
    bool woken = false;
    for (int i = 0; i < m_eventCount; ++i) {
        const epoll_event event = m_events[static_cast<std::size_t>(i)];
        if (event.data.ptr == nullptr) {
            woken = woken || event.events != 0;
        } else {
            static_cast<EpollSource*>(event.data.ptr)->onEvents(event.events);
        }
    }
    m_eventCount = 0;
    if (woken) {
        std::uint64_t count = 0;
        static_cast<void>(!::read(m_wake, &count, sizeof count));
        runPosted();
    }
}

int EpollReactor::watch(int descriptor, EpollSource& source) {
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &source;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : errno;
}

void EpollReactor::forget(EpollSource& source) {
    for (int i = 0; i < m_eventCount; ++i) {
        epoll_event& event = m_events[static_cast<std::size_t>(i)];
        if (event.data.ptr == &source) {
            event.data.ptr = nullptr;
            event.events = 0;
        }
    }
    for (auto* list : {&m_again, &m_againNow}) {
        for (Again& item : *list) {
            if (item.source == &source) {
                item.source = nullptr;
            }
        }
    }
}

void EpollReactor::again(EpollSource& source, std::uint32_t events) {
    m_again.push_back({&source, events});
}

Result<std::unique_ptr<Reactor>, NetError> Reactor::create(ReactorKind kind) {
    if (kind == ReactorKind::IoUring) {
        return std::unexpected(NetError{NetErrorKind::NotAvailable, 0});
    }
    auto reactor = EpollReactor::create();
    if (!reactor) {
        return std::unexpected(reactor.error());
    }
    return std::unique_ptr<Reactor>(std::move(*reactor));
}

std::unique_ptr<Stream> EpollReactor::connect(const Address& to, const ConnectOptions& options,
                                              StreamHandler& handler) {
    return EpollStream::connect(*this, to, options, handler);
}

Result<std::unique_ptr<Listener>, NetError>
EpollReactor::listen(const Address& at, const ListenOptions& options, ListenerHandler& handler) {
    return EpollListener::listen(*this, at, options, handler);
}

} // namespace bw::net
