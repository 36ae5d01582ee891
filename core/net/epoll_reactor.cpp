#include "core/net/epoll_reactor.h"

#include "core/net/epoll_listener.h"
#include "core/net/epoll_stream.h"

#include <cerrno>
#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace bw::net {

Result<std::unique_ptr<EpollReactor>, NetError> EpollReactor::create(Wait wait) {
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    if (epoll < 0) {
        return std::unexpected(netErrorOf(errno));
    }
    std::unique_ptr<EpollReactor> reactor(new EpollReactor(epoll));
    reactor->m_lacksPwait2 = wait == Wait::Poll;
    int error = reactor->m_posted.open();
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.ptr = nullptr; // the wake-up is nobody's source
    if (error == 0 && ::epoll_ctl(epoll, EPOLL_CTL_ADD, reactor->m_posted.descriptor(), &event) != 0) {
        error = errno;
    }
    if (error != 0) {
        return std::unexpected(netErrorOf(error));
    }
    return reactor;
}

EpollReactor::EpollReactor(int epoll)
    : m_epoll(epoll)
    , m_scratch(kScratch) {}

EpollReactor::~EpollReactor() {
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
    m_time.end();
}

void EpollReactor::runOnce(Instant until) {
    turn(until);
}

void EpollReactor::stop() {
    m_stop.store(true, std::memory_order_release);
    post([] {});
}

int EpollReactor::wait(Instant until) {
    if (!m_again.empty()) {
        until = Instant::min();
    } else if (!timers().empty()) {
        until = std::min(until, timers().next());
    }
    const Instant before = now();
    if (until > before && until - before <= kSpin) {
        const int count = spin(before, until);
        m_turnStart = now();
        return count;
    }
    timespec left{};
    timespec* timeout = nullptr;
    if (until != Instant::max()) {
        const auto nanoseconds = std::max<std::int64_t>(0, until <= before ? 0 : (until - before).count());
        left = {nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
        timeout = &left;
    }
    int count = m_lacksPwait2 ? -1 : ::epoll_pwait2(m_epoll, m_events.data(), kEvents, timeout, nullptr);
    if (count < 0 && (m_lacksPwait2 || errno == ENOSYS)) {
        count = waitWithPoll(timeout);
    }
    m_turnStart = now();
    return count;
}

int EpollReactor::spin(Instant from, Instant until) {
    int count = 0;
    Instant at = from;
    while (count == 0 && at < until) {
        count = std::max(0, ::epoll_wait(m_epoll, m_events.data(), kEvents, 0));
        at = now();
    }
    m_time.spun(at - from);
    return count;
}

// Kernels before 5.11, and what only looks like a kernel, wait in whole milliseconds; poll does better.
int EpollReactor::waitWithPoll(const timespec* timeout) {
    m_lacksPwait2 = true;
    pollfd ready{m_epoll, POLLIN, 0};
    if (::ppoll(&ready, 1, timeout, nullptr) <= 0) {
        return 0;
    }
    return ::epoll_wait(m_epoll, m_events.data(), kEvents, 0);
}

void EpollReactor::turn(Instant until) {
    m_time.begin();
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
        m_posted.run();
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

std::unique_ptr<Stream> EpollReactor::connect(const Address& to, const ConnectOptions& options,
                                              StreamHandler& handler) {
    return EpollStream::connect(*this, to, options, handler);
}

Result<std::unique_ptr<Listener>, NetError>
EpollReactor::listen(const Address& at, const ListenOptions& options, ListenerHandler& handler) {
    return EpollListener::listen(*this, at, options, handler);
}

} // namespace bw::net
