#include "core/net/epoll_listener.h"

#include "core/net/epoll_stream.h"
#include "core/net/listening_socket.h"

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
    const auto socket = openListeningSocket(at, options);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    std::unique_ptr<EpollListener> listener(new EpollListener(reactor, handler));
    listener->m_descriptor = socket->descriptor;
    listener->m_address = socket->address;
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
        m_destroyed = &destroyed;
        m_handler.onAccepted(EpollStream::accepted(m_reactor, descriptor, addressOf(peer)), m_reactor.now());
        if (destroyed) {
            return;
        }
        m_destroyed = nullptr;
    }
    m_reactor.again(*this, EPOLLIN);
}

} // namespace bw::net
