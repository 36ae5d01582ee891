#include "core/net/uring_stream.h"

#include "core/net/listening_socket.h"
#include "core/net/outgoing_socket.h"

#include <cerrno>
#include <poll.h>
#include <utility>

namespace bw::net {

template <class Call>
bool UringStream::tell(Call call) {
    bool destroyed = false;
    m_destroyed = &destroyed;
    call(*m_handler);
    if (!destroyed) {
        m_destroyed = nullptr;
    }
    return !destroyed;
}

std::unique_ptr<Stream> UringStream::connect(UringReactor& reactor, const Address& to,
                                             const ConnectOptions& options, StreamHandler& handler) {
    std::unique_ptr<UringStream> stream(new UringStream(reactor));
    stream->m_handler = &handler;
    stream->m_slot = &reactor.takeSlot(*stream, -1);
    stream->m_slot->address = to;
    if (options.source) {
        stream->m_slot->source = std::make_unique<Address>(options.source->withPort(0));
    }
    if (reactor.hasDirectRoom() && (!options.source || reactor.canBindDirect())) {
        stream->openDirect();
    } else {
        stream->openOrdinary();
    }
    return stream;
}

void UringStream::openOrdinary() {
    const auto socket = openOutgoingSocket(
        m_slot->address, {.source = m_slot->source ? std::optional(*m_slot->source) : std::nullopt});
    if (!socket) {
        failLater(socket.error());
        return;
    }
    m_slot->descriptor = *socket;
    connectSocket();
}

void UringStream::openDirect() {
    if (io_uring_sqe* sqe = m_reactor.begin(*m_slot, UringOp::Socket)) {
        io_uring_prep_socket_direct_alloc(sqe, m_slot->address.isV6() ? AF_INET6 : AF_INET, SOCK_STREAM, 0,
                                          0);
        sqe->user_data = UringReactor::userData(*m_slot, UringOp::Socket);
    }
}

void UringStream::onSocket(int result) {
    if (result < 0) {
        openOrdinary(); // the table is full, or the machine
        return;
    }
    m_reactor.takeDirect(*m_slot, result);
    m_reactor.setOption(*m_slot, SocketOption::NoDelay);
    if (m_slot->source) {
        m_reactor.setOption(*m_slot, SocketOption::PortWithConnect);
        m_reactor.bindBeforeConnect(*m_slot);
    }
    connectSocket();
}

void UringStream::connectSocket() {
    if (io_uring_sqe* sqe = m_reactor.begin(*m_slot, UringOp::Connect)) {
        io_uring_prep_connect(sqe, m_slot->descriptor, m_slot->address.data(), m_slot->address.size());
        UringReactor::aim(*sqe, *m_slot);
        sqe->user_data = UringReactor::userData(*m_slot, UringOp::Connect);
    }
}

std::unique_ptr<Stream> UringStream::accepted(UringReactor& reactor, int descriptor) {
    std::unique_ptr<UringStream> stream(new UringStream(reactor));
    stream->m_slot = &reactor.takeSlot(*stream, descriptor);
    stream->m_state = State::Open;
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&peer), &size) == 0) {
        stream->m_slot->address = addressOf(peer);
    }
    return stream;
}

std::unique_ptr<Stream> UringStream::acceptedDirect(UringReactor& reactor, int place, const Address& peer) {
    std::unique_ptr<UringStream> stream(new UringStream(reactor));
    stream->m_slot = &reactor.takeSlot(*stream, -1);
    reactor.takeDirect(*stream->m_slot, place);
    stream->m_state = State::Open;
    stream->m_slot->address = peer;
    return stream;
}

UringStream::~UringStream() {
    if (m_destroyed != nullptr) {
        *m_destroyed = true;
    }
    m_reactor.releaseSlot(*m_slot);
}

void UringStream::setHandler(StreamHandler& handler) {
    if (std::exchange(m_handler, &handler) == nullptr) {
        m_reactor.receive(*m_slot);
    }
}

Stream::Sent UringStream::send(std::span<const std::string_view> pieces) {
    if (m_state != State::Open || m_hasPendingError || m_slot->localError != 0) {
        return Sent::Later;
    }
    std::size_t bytes = 0;
    for (const std::string_view piece : pieces) {
        bytes += piece.size();
    }
    if (bytes == 0) {
        return unsent() == 0 ? Sent::All : Sent::Later;
    }
    m_traffic.sent += bytes;
    return m_reactor.send(*m_slot, pieces, bytes) ? Sent::Queued : Sent::Later;
}

void UringStream::pauseReading() {
    m_isPaused = true;
    m_reactor.cancel(*m_slot, UringOp::Receive);
}

void UringStream::resumeReading() {
    m_isPaused = false;
    m_reactor.again(*m_slot);
}

void UringStream::endSending() {
    if (m_slot->isQueued || unsent() > 0) {
        m_slot->endAfterSends = true;
    } else if (m_state == State::Open) {
        m_reactor.endSending(*m_slot);
    }
}

void UringStream::resetOnClose() {
    m_slot->resetOnClose = true;
    if (m_slot->isDirect) {
        m_reactor.setOption(*m_slot, SocketOption::ResetOnClose);
    } else {
        breakOnClose(m_slot->descriptor);
    }
}

void UringStream::onCompletion(UringOp op, int result, std::uint32_t /*flags*/,
                               std::span<const std::byte> bytes) {
    if (m_state == State::Failed) {
        return;
    }
    switch (op) {
    case UringOp::Socket:
        onSocket(result);
        break;
    case UringOp::Connect:
        onConnected(result);
        break;
    case UringOp::Receive:
        onReceived(result, bytes);
        break;
    case UringOp::Send:
        onSent(result);
        break;
    case UringOp::Watch:
        onWatched();
        break;
    case UringOp::Error:
        onSocketError();
        break;
    default:
        break;
    }
}

void UringStream::onConnected(int result) {
    if (m_slot->localError != 0) {
        fail(bindErrorOf(m_slot->localError));
        return;
    }
    if (result != 0) {
        fail(netErrorOf(-result));
        return;
    }
    m_state = State::Open;
    // Before the handler: it may destroy the stream.
    m_reactor.receive(*m_slot);
    static_cast<void>(tell([&](StreamHandler& handler) { handler.onConnected(m_reactor.now()); }));
}

void UringStream::onReceived(int result, std::span<const std::byte> bytes) {
    if (result > 0) {
        m_traffic.received += bytes.size();
        if (m_isPaused || !m_held.empty()) {
            m_held.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        } else if (!tell([&](StreamHandler& handler) { handler.onReceived(bytes, m_reactor.arrival()); })) {
            return;
        }
    } else if (result == 0) {
        if (m_isPaused || !m_held.empty()) {
            m_holdsEnd = true;
        } else {
            end();
        }
        return;
    } else if (result != -ENOBUFS && result != -ECANCELED && result != -EINTR) {
        if (m_isPaused || !m_held.empty()) {
            m_heldError = -result;
        } else {
            fail(netErrorOf(-result));
        }
        return;
    }
    goOnReading();
}

// The kernel stops by itself when buffers ran out, and when it was asked to pause.
void UringStream::goOnReading() {
    if (m_state == State::Open && !m_isPaused && !m_peerEnded && !m_holdsEnd && m_heldError == 0 &&
        !m_slot->runs(UringOp::Receive)) {
        m_reactor.receive(*m_slot);
    }
}

bool UringStream::deliverHeld() {
    if (!m_held.empty()) {
        const std::string held = std::exchange(m_held, {});
        if (!tell([&](StreamHandler& handler) {
                handler.onReceived(std::as_bytes(std::span(held)), m_reactor.now());
            })) {
            return false;
        }
    }
    return m_state == State::Open && !m_isPaused;
}

void UringStream::onAgain() {
    if (m_state == State::Failed) {
        return;
    }
    if (m_hasPendingError) {
        fail(m_pendingError);
        return;
    }
    if (m_slot->localError != 0) {
        fail(netErrorOf(m_slot->localError));
        return;
    }
    if (m_state != State::Open || m_isPaused || !deliverHeld()) {
        return;
    }
    if (std::exchange(m_holdsEnd, false)) {
        end();
    } else if (const int error = std::exchange(m_heldError, 0); error != 0) {
        fail(netErrorOf(error));
    } else {
        goOnReading();
    }
}

void UringStream::end() {
    m_peerEnded = true;
    // Nobody reads any more, so nobody else would hear of a reset.
    watchForErrors();
    static_cast<void>(tell([&](StreamHandler& handler) { handler.onEnded(m_reactor.now()); }));
}

void UringStream::watchForErrors() {
    if (io_uring_sqe* sqe = m_reactor.begin(*m_slot, UringOp::Watch)) {
        io_uring_prep_poll_add(sqe, m_slot->descriptor, POLLERR);
        UringReactor::aim(*sqe, *m_slot);
        sqe->user_data = UringReactor::userData(*m_slot, UringOp::Watch);
    }
}

void UringStream::onWatched() {
    if (!m_slot->isDirect) {
        m_slot->socketError = takeSocketError(m_slot->descriptor);
        onSocketError();
    } else if (io_uring_sqe* sqe = m_reactor.begin(*m_slot, UringOp::Error)) {
        prepareTakeError(*sqe, m_slot->descriptor, m_slot->socketError);
        UringReactor::aim(*sqe, *m_slot);
        sqe->user_data = UringReactor::userData(*m_slot, UringOp::Error);
    }
}

void UringStream::onSocketError() {
    if (const int error = m_slot->socketError; error != 0) {
        fail(netErrorOf(error));
    }
}

void UringStream::onSent(int result) {
    if (result < 0) {
        if (result == -EINTR || result == -EAGAIN) {
            m_reactor.sendBacklog(*m_slot);
        } else {
            fail(netErrorOf(-result));
        }
        return;
    }
    UringBacklog& backlog = *m_slot->backlog;
    backlog.from += static_cast<std::size_t>(result);
    if (backlog.bytes() > 0) {
        m_reactor.sendBacklog(*m_slot);
        return;
    }
    m_slot->backlog.reset();
    if (std::exchange(m_slot->endAfterSends, false)) {
        m_reactor.endSending(*m_slot);
    }
    static_cast<void>(tell([&](StreamHandler& handler) { handler.onSent(m_reactor.now()); }));
}

void UringStream::failLater(NetError error) {
    m_pendingError = error;
    m_hasPendingError = true;
    m_reactor.again(*m_slot);
}

void UringStream::fail(NetError error) {
    m_state = State::Failed;
    m_handler->onFailed(error, m_reactor.now());
}

} // namespace bw::net
