#include "core/net/uring_listener.h"

#include "core/net/listening_socket.h"
#include "core/net/uring_stream.h"

#include <cerrno>

namespace bw::net {
namespace {

// How long those who wait have to, when this process cannot take them for want of descriptors or memory.
constexpr Duration kRetryAfter = std::chrono::milliseconds(10);

} // namespace

Result<std::unique_ptr<Listener>, NetError> UringListener::listen(UringReactor& reactor, const Address& at,
                                                                  const ListenOptions& options,
                                                                  ListenerHandler& handler) {
    const auto socket = openListeningSocket(at, options);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    std::unique_ptr<UringListener> listener(new UringListener(reactor, handler));
    listener->m_slot = &reactor.takeSlot(*listener, socket->descriptor);
    listener->m_slot->address = socket->address;
    listener->accept();
    return std::unique_ptr<Listener>(std::move(listener));
}

UringListener::~UringListener() {
    if (m_destroyed != nullptr) {
        *m_destroyed = true;
    }
    m_reactor.releaseSlot(*m_slot);
}

void UringListener::accept() {
    if (io_uring_sqe* sqe = m_reactor.begin(*m_slot, UringOp::Accept)) {
        if (m_slot->acceptsDirect) {
            io_uring_prep_multishot_accept_direct(sqe, m_slot->descriptor, nullptr, nullptr, 0);
        } else {
            io_uring_prep_multishot_accept(sqe, m_slot->descriptor, nullptr, nullptr,
                                           SOCK_CLOEXEC | SOCK_NONBLOCK);
        }
        sqe->user_data = UringReactor::userData(*m_slot, UringOp::Accept);
    } else {
        m_reactor.arm(m_retry, m_reactor.now() + kRetryAfter);
    }
}

void UringListener::onCompletion(UringOp /*op*/, int result, std::uint32_t flags,
                                 std::span<const std::byte> /*bytes*/) {
    if (result >= 0) {
        bool destroyed = false;
        m_destroyed = &destroyed;
        m_handler.onAccepted(m_slot->acceptsDirect ? UringStream::acceptedDirect(m_reactor, result, unknown())
                                                   : UringStream::accepted(m_reactor, result),
                             m_reactor.now());
        if (destroyed) {
            return;
        }
        m_destroyed = nullptr;
    }
    if ((flags & IORING_CQE_F_MORE) != 0 || m_slot->runs(UringOp::Accept)) {
        return;
    }
    if (result == -EMFILE && !m_slot->acceptsDirect && m_reactor.hasDirectRoom()) {
        m_slot->acceptsDirect = true; // who waits costs no descriptor of the process from now on
        accept();
    } else if (result >= 0 || result == -ECONNABORTED || result == -EINTR) {
        accept();
    } else {
        m_slot->acceptsDirect = false;
        m_reactor.arm(m_retry, m_reactor.now() + kRetryAfter);
    }
}

} // namespace bw::net
