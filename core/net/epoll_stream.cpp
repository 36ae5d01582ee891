#include "core/net/epoll_stream.h"

#include "core/net/outgoing_socket.h"

#include <array>
#include <cerrno>
#include <sys/uio.h>
#include <unistd.h>

namespace bw::net {
namespace {

constexpr std::size_t kMaxPieces = 16;
// Reads of one stream in one turn, so that a flooding peer leaves the others their time.
constexpr int kReadsPerTurn = 4;

} // namespace

std::unique_ptr<Stream> EpollStream::connect(EpollReactor& reactor, const Address& to,
                                             const ConnectOptions& options, StreamHandler& handler) {
    std::unique_ptr<EpollStream> stream(new EpollStream(reactor, to));
    stream->m_handler = &handler;
    if (const auto error = stream->open(options)) {
        stream->failLater(*error);
    }
    return stream;
}

std::optional<NetError> EpollStream::open(const ConnectOptions& options) {
    const auto socket = openOutgoingSocket(m_peer, options);
    if (!socket) {
        return socket.error();
    }
    m_descriptor = *socket;
    if (::connect(m_descriptor, m_peer.data(), m_peer.size()) != 0 && errno != EINPROGRESS) {
        return netErrorOf(errno);
    }
    if (const int error = m_reactor.watch(m_descriptor, *this); error != 0) {
        return netErrorOf(error);
    }
    return std::nullopt;
}

std::unique_ptr<Stream> EpollStream::accepted(EpollReactor& reactor, int descriptor, const Address& peer) {
    std::unique_ptr<EpollStream> stream(new EpollStream(reactor, peer));
    stream->m_descriptor = descriptor;
    stream->m_state = State::Open;
    return stream;
}

EpollStream::~EpollStream() {
    if (m_destroyed != nullptr) {
        *m_destroyed = true;
    }
    m_reactor.forget(*this);
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void EpollStream::setHandler(StreamHandler& handler) {
    const bool first = std::exchange(m_handler, &handler) == nullptr;
    if (!first) {
        return;
    }
    if (const int error = m_reactor.watch(m_descriptor, *this); error != 0) {
        failLater(netErrorOf(error));
    }
}

Stream::Sent EpollStream::send(std::span<const std::string_view> pieces) {
    if (m_state != State::Open || m_pendingError) {
        return Sent::Later;
    }
    for (const std::string_view piece : pieces) {
        m_traffic.sent += piece.size();
    }
    while (!pieces.empty() && unsent() == 0) {
        const auto batch = pieces.first(std::min(pieces.size(), kMaxPieces));
        const std::optional<std::size_t> taken = write(batch);
        if (!taken) {
            return Sent::Later;
        }
        keepUnsent(batch, *taken);
        pieces = pieces.subspan(batch.size());
    }
    keepUnsent(pieces, 0);
    return unsent() == 0 ? Sent::All : Sent::Later;
}

std::optional<std::size_t> EpollStream::write(std::span<const std::string_view> pieces) {
    std::array<iovec, kMaxPieces> vector{};
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        vector[i] = {const_cast<char*>(pieces[i].data()), pieces[i].size()};
    }
    msghdr message{};
    message.msg_iov = vector.data();
    message.msg_iovlen = pieces.size();
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent < 0 && errno != EAGAIN) {
        failLater(netErrorOf(errno));
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::max<ssize_t>(0, sent));
}

void EpollStream::keepUnsent(std::span<const std::string_view> pieces, std::size_t skip) {
    if (m_unsentFrom > m_unsent.size() / 2) {
        // A peer that never quite catches up must not make us keep what it already took.
        m_unsent.erase(0, std::exchange(m_unsentFrom, 0));
    }
    for (const std::string_view piece : pieces) {
        const std::size_t part = std::min(skip, piece.size());
        skip -= part;
        m_unsent.append(piece.substr(part));
    }
}

void EpollStream::resumeReading() {
    m_isPaused = false;
    if (m_mayHaveMore) {
        m_reactor.again(*this, EPOLLIN);
    }
}

void EpollStream::endSending() {
    if (unsent() > 0) {
        m_endAfterUnsent = true;
    } else if (m_state == State::Open) {
        ::shutdown(m_descriptor, SHUT_WR);
    }
}

void EpollStream::resetOnClose() {
    breakOnClose(m_descriptor);
}

void EpollStream::onEvents(std::uint32_t events) {
    if (m_pendingError) {
        fail(*m_pendingError);
        return;
    }
    if (m_state == State::Connecting) {
        if ((events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) != 0) {
            finishConnect();
        }
        return;
    }
    if (m_state == State::Failed) {
        return;
    }
    if ((events & EPOLLOUT) != 0 && unsent() > 0 && !writeUnsent()) {
        return;
    }
    if ((events & (EPOLLIN | EPOLLRDHUP | EPOLLERR | EPOLLHUP)) != 0) {
        m_mayHaveMore = true;
        m_sawEnd = m_sawEnd || (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
        if (m_peerEnded && (events & EPOLLERR) != 0) {
            failFromSocket(); // nobody reads any more, so nobody else would hear of it
        } else {
            static_cast<void>(m_isPaused || receive());
        }
    }
}

void EpollStream::failFromSocket() {
    if (const int error = takeSocketError(m_descriptor); error != 0) {
        fail(netErrorOf(error));
    }
}

void EpollStream::finishConnect() {
    if (const int error = takeSocketError(m_descriptor); error != 0) {
        fail(netErrorOf(error));
        return;
    }
    m_state = State::Open;
    bool destroyed = false;
    m_destroyed = &destroyed;
    m_handler->onConnected(m_reactor.now());
    if (!destroyed) {
        m_destroyed = nullptr;
        // A peer that speaks first may have done so already.
        m_reactor.again(*this, EPOLLIN);
    }
}

bool EpollStream::writeUnsent() {
    while (unsent() > 0) {
        const ssize_t sent = ::send(m_descriptor, m_unsent.data() + m_unsentFrom,
                                    m_unsent.size() - m_unsentFrom, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent < 0 && errno == EAGAIN) {
            return true;
        }
        if (sent < 0) {
            fail(netErrorOf(errno));
            return false;
        }
        m_unsentFrom += static_cast<std::size_t>(sent);
    }
    std::string().swap(m_unsent); // gives the memory back, which an assignment would not
    m_unsentFrom = 0;
    if (std::exchange(m_endAfterUnsent, false)) {
        ::shutdown(m_descriptor, SHUT_WR);
    }
    bool destroyed = false;
    m_destroyed = &destroyed;
    m_handler->onSent(m_reactor.now());
    if (destroyed) {
        return false;
    }
    m_destroyed = nullptr;
    return m_state == State::Open;
}

bool EpollStream::receive() {
    bool destroyed = false;
    for (int reads = 0; !m_peerEnded && !m_isPaused; ++reads) {
        if (reads == kReadsPerTurn) {
            m_reactor.again(*this, EPOLLIN);
            return true;
        }
        const std::span<std::byte> room = m_reactor.scratch();
        const ssize_t got = ::recv(m_descriptor, room.data(), room.size(), 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0 && errno == EAGAIN) {
            m_mayHaveMore = false;
            return true;
        }
        if (got < 0) {
            fail(netErrorOf(errno));
            return false;
        }
        const Instant at = m_reactor.now();
        m_destroyed = &destroyed;
        if (got == 0) {
            m_peerEnded = true;
            m_mayHaveMore = false;
            m_handler->onEnded(at);
        } else {
            m_traffic.received += static_cast<std::size_t>(got);
            m_handler->onReceived(room.first(static_cast<std::size_t>(got)), at);
        }
        if (destroyed) {
            return false;
        }
        m_destroyed = nullptr;
        // A read that did not fill the room emptied the socket, and what comes later is announced; but the
        // end of the stream may have been announced together with these bytes.
        if (got > 0 && static_cast<std::size_t>(got) < room.size()) {
            m_mayHaveMore = m_sawEnd;
            if (!m_sawEnd) {
                return true;
            }
        }
    }
    return true;
}

void EpollStream::failLater(NetError error) {
    if (!m_pendingError) {
        m_pendingError = error;
        m_reactor.again(*this, EPOLLERR);
    }
}

void EpollStream::fail(NetError error) {
    m_state = State::Failed;
    m_pendingError.reset();
    m_handler->onFailed(error, m_reactor.now());
}

} // namespace bw::net
