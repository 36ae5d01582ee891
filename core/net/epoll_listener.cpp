#include "core/net/epoll_listener.h"

#include "core/net/epoll_stream.h"

#include <cerrno>
#include <unistd.h>

namespace bw::net {
namespace {

constexpr int kAcceptsPerTurn = 256;
// How long those who wait have to, when this process cannot take them for want of descriptors or memory.
constexpr Duration kRetryAfter = std::chrono::milliseconds(10);

} // namespace

Result<std::unique_ptr<Listener>, NetError> EpollListener::listen(EpollReactor& reactor, const Address& at,
                                                                  const ListenOptions& options,
                                                                  ListenerHandler& handler) {
    std::unique_ptr<EpollListener> listener(new EpollListener(reactor, handler));
    listener->m_descriptor =
        ::socket(at.isV6() ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener->m_descriptor < 0) {
        return std::unexpected(netErrorOf(errno));
    }
    const int on = 1;
    ::setsockopt(listener->m_descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (options.sharing == ListenOptions::Sharing::Shared) {
        ::setsockopt(listener->m_descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    }
    sockaddr_storage actual{};
    socklen_t size = sizeof actual;
    if (::bind(listener->m_descriptor, at.data(), at.size()) != 0 ||
        ::listen(listener->m_descriptor, options.backlog) != 0 ||
        ::getsockname(listener->m_descriptor, reinterpret_cast<sockaddr*>(&actual), &size) != 0) {
        return std::unexpected(netErrorOf(errno));
    }
    const std::uint16_t port = ntohs(at.isV6() ? reinterpret_cast<sockaddr_in6*>(&actual)->sin6_port
                                               : reinterpret_cast<sockaddr_in*>(&actual)->sin_port);
    listener->m_address = at.withPort(port);
    if (const int error = reactor.watch(listener->m_descriptor, *listener); error != 0) {
        return std::unexpected(netErrorOf(error));
    }
    return std::unique_ptr<Listener>(std::move(listener));
}

EpollListener::~EpollListener() {
    if (m_destroyed != nullptr) {
        *m_destroyed = true;
    }
    m_reactor.forget(*this);
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void EpollListener::onEvents(std::uint32_t /*events*/) {
    bool destroyed = false;
    for (int i = 0; i < kAcceptsPerTurn; ++i) {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        const int descriptor =
            ::accept4(m_descriptor, reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0) {
            if (errno == EINTR || errno == ECONNABORTED) {
                continue;
            }
            if (errno != EAGAIN) {
                // No new edge will tell of those who already stand in the kernel's queue.
                m_reactor.arm(m_retry, m_reactor.now() + kRetryAfter);
            }
            return;
        }
        const std::uint16_t port =
            ntohs(peer.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6*>(&peer)->sin6_port
                                             : reinterpret_cast<sockaddr_in*>(&peer)->sin_port);
        m_destroyed = &destroyed;
        m_handler.onAccepted(EpollStream::accepted(m_reactor, descriptor,
                                                   Address::of(reinterpret_cast<sockaddr*>(&peer), port)),
                             m_reactor.now());
        if (destroyed) {
            return;
        }
        m_destroyed = nullptr;
    }
    m_reactor.again(*this, EPOLLIN);
}

} // namespace bw::net
