#include "core/net/tls_stream.h"

#include "core/net/reactor.h"

#include <algorithm>
#include <array>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <utility>

namespace bw::net {
namespace {

constexpr std::size_t kRecord = 16 * 1024; // RFC 8446 §5.1: the most that one record holds
constexpr std::size_t kWorthKeeping = 256 * 1024;

// What the streams of one thread share while one of them is at work.
struct Scratch {
    std::string out;                         // records on their way to the inner stream
    std::string plain;                       // small pieces put together, so that they leave in one record
    std::array<std::byte, 4 * kRecord> in{}; // what was read of several records
};

Scratch& scratch() {
    static thread_local Scratch own;
    return own;
}

} // namespace

TlsSessions::~TlsSessions() {
    for (const Kept& kept : m_kept) {
        SSL_SESSION_free(kept.session);
    }
}

ssl_session_st* TlsSessions::find(std::string_view host, std::uint16_t port) const {
    const auto found = std::ranges::find_if(
        m_kept, [&](const Kept& kept) { return kept.port == port && kept.host == host; });
    return found == m_kept.end() ? nullptr : found->session;
}

void TlsSessions::keep(std::string_view host, std::uint16_t port, ssl_session_st* session) {
    const auto old = std::ranges::find_if(
        m_kept, [&](const Kept& kept) { return kept.port == port && kept.host == host; });
    if (old != m_kept.end()) {
        SSL_SESSION_free(std::exchange(old->session, session));
        return;
    }
    if (m_kept.size() >= kMax) {
        SSL_SESSION_free(m_kept.front().session);
        m_kept.erase(m_kept.begin());
    }
    m_kept.push_back({std::string(host), port, session});
}

const bio_method_st* TlsStream::bioMethod() {
    static const BIO_METHOD* const method = [] {
        BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "stream");
        BIO_meth_set_read(made, &onBioRead);
        BIO_meth_set_write(made, &onBioWrite);
        BIO_meth_set_ctrl(made, &onBioControl);
        return made;
    }();
    return method;
}

int TlsStream::onBioRead(bio_st* bio, char* into, int size) {
    auto& stream = *static_cast<TlsStream*>(BIO_get_data(bio));
    BIO_clear_retry_flags(bio);
    if (stream.m_input.empty()) {
        BIO_set_retry_read(bio);
        return -1;
    }
    const std::size_t count = std::min(static_cast<std::size_t>(size), stream.m_input.size());
    std::ranges::copy(stream.m_input.first(count), reinterpret_cast<std::byte*>(into));
    stream.m_input = stream.m_input.subspan(count);
    return static_cast<int>(count);
}

int TlsStream::onBioWrite(bio_st* bio, const char* from, int size) {
    BIO_clear_retry_flags(bio);
    scratch().out.append(from, static_cast<std::size_t>(size));
    return size;
}

long TlsStream::onBioControl(bio_st* /*bio*/, int command, long /*number*/, void* /*pointer*/) {
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

int TlsStream::onNewSession(ssl_st* ssl, ssl_session_st* session) {
    const auto* stream = static_cast<TlsStream*>(SSL_get_app_data(ssl));
    if (stream->m_sessions == nullptr || SSL_SESSION_is_resumable(session) != 1) {
        return 0;
    }
    stream->m_sessions->keep(stream->m_host, stream->m_port, session);
    return 1; // it is ours now
}

TlsStream::TlsStream(Reactor& reactor, const TlsContext& context, std::unique_ptr<Stream> inner)
    : m_inner(std::move(inner))
    , m_reactor(reactor)
    , m_ssl(SSL_new(context.handle())) {
    SSL_set_app_data(m_ssl, this);
    BIO* bio = BIO_new(bioMethod());
    BIO_set_data(bio, this);
    BIO_set_init(bio, 1);
    SSL_set_bio(m_ssl, bio, bio);
    m_inner->setHandler(*this);
}

std::unique_ptr<TlsStream> TlsStream::client(Reactor& reactor, const TlsContext& context,
                                             std::unique_ptr<Stream> inner, const TlsPeer& peer,
                                             StreamHandler& handler) {
    std::unique_ptr<TlsStream> stream(new TlsStream(reactor, context, std::move(inner)));
    stream->m_handler = &handler;
    SSL* ssl = stream->m_ssl;
    SSL_set_connect_state(ssl);
    const std::string host(peer.host);
    if (Address::parse(host, 0)) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str());
    } else {
        SSL_set_tlsext_host_name(ssl, host.c_str()); // addresses are no names: RFC 6066 §3
        SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        SSL_set1_host(ssl, host.c_str());
    }
    if (!peer.protocols.empty()) {
        SSL_set_alpn_protos(ssl, reinterpret_cast<const unsigned char*>(peer.protocols.data()),
                            static_cast<unsigned>(peer.protocols.size()));
    }
    if (peer.sessions != nullptr) {
        stream->m_sessions = peer.sessions;
        stream->m_host = host;
        stream->m_port = peer.port;
        if (SSL_SESSION* known = peer.sessions->find(host, peer.port)) {
            SSL_set_session(ssl, known);
        }
    }
    SSL_do_handshake(ssl); // wants to read, after its first words
    stream->flush();
    return stream;
}

std::unique_ptr<TlsStream> TlsStream::server(Reactor& reactor, const TlsContext& context,
                                             std::unique_ptr<Stream> inner) {
    std::unique_ptr<TlsStream> stream(new TlsStream(reactor, context, std::move(inner)));
    SSL_set_accept_state(stream->m_ssl);
    return stream;
}

TlsStream::~TlsStream() {
    if (m_destroyed != nullptr) {
        *m_destroyed = true;
    }
    if (m_state == State::Open || m_state == State::Ended) {
        // A session may be resumed only when its connection was ended with a word, and the peer may wait for
        // it; it goes out if the kernel takes it.
        SSL_shutdown(m_ssl);
        flush();
    }
    ERR_clear_error();
    SSL_free(m_ssl);
}

std::string_view TlsStream::protocol() const {
    const unsigned char* name = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(m_ssl, &name, &size);
    return {reinterpret_cast<const char*>(name), size};
}

TlsFacts TlsStream::facts() const {
    return {SSL_version(m_ssl) == TLS1_3_VERSION ? "tls1.3" : "tls1.2",
            SSL_CIPHER_get_name(SSL_get_current_cipher(m_ssl))};
}

bool TlsStream::isResumed() const {
    return SSL_session_reused(m_ssl) == 1;
}

void TlsStream::flush() {
    std::string& out = scratch().out;
    if (!out.empty()) {
        const std::string_view piece = out;
        static_cast<void>(m_inner->send(std::span(&piece, 1)));
        out.clear();
    }
}

Stream::Sent TlsStream::send(std::span<const std::string_view> pieces) {
    if (m_state != State::Open && m_state != State::Ended) {
        return Sent::Later;
    }
    Scratch& shared = scratch();
    std::size_t bytes = 0;
    for (const std::string_view piece : pieces) {
        bytes += piece.size();
    }
    std::string_view together;
    if (pieces.size() > 1 && bytes <= kRecord) {
        shared.plain.clear();
        for (const std::string_view piece : pieces) {
            shared.plain += piece;
        }
        together = shared.plain;
        pieces = std::span(&together, 1);
    }
    Sent sent = unsent() == 0 ? Sent::All : Sent::Later;
    for (std::string_view piece : pieces) {
        while (!piece.empty()) {
            const std::string_view part = piece.substr(0, kWorthKeeping / 2);
            std::size_t written = 0;
            // The memory below takes everything, so that only a broken session says no; it is told by the
            // next read.
            if (SSL_write_ex(m_ssl, part.data(), part.size(), &written) != 1) {
                ERR_clear_error();
                return Sent::Later;
            }
            const std::string_view records = shared.out;
            sent = m_inner->send(std::span(&records, 1));
            shared.out.clear();
            piece.remove_prefix(written);
        }
    }
    return sent;
}

void TlsStream::pauseReading() {
    m_isPaused = true;
    m_inner->pauseReading();
}

void TlsStream::resumeReading() {
    m_isPaused = false;
    m_inner->resumeReading();
    if (!m_held.empty() || m_innerEnded) {
        m_reactor.arm(m_heldDue, Instant::min());
    }
}

void TlsStream::endSending() {
    if (m_state == State::Open || m_state == State::Ended) {
        SSL_shutdown(m_ssl);
        flush();
    }
    m_inner->endSending();
}

template <class Call>
bool TlsStream::tell(Call call) {
    bool destroyed = false;
    bool* const before = std::exchange(m_destroyed, &destroyed);
    call(*m_handler);
    if (!destroyed) {
        m_destroyed = before;
    } else if (before != nullptr) {
        *before = true;
    }
    return !destroyed;
}

void TlsStream::onReceived(std::span<const std::byte> bytes, Instant at) {
    if (m_state == State::Failed) {
        return;
    }
    if (m_isPaused || !m_held.empty()) {
        m_held.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return;
    }
    m_input = bytes;
    if (m_state == State::Handshake && !shakeHands(at)) {
        return;
    }
    static_cast<void>(deliver(at));
}

void TlsStream::onHeldDue(Instant /*now*/) {
    if (m_isPaused || m_state == State::Failed) {
        return;
    }
    const Instant at = m_reactor.now();
    const std::string held = std::exchange(m_held, {});
    m_input = std::as_bytes(std::span(held));
    if (deliver(at) && m_innerEnded && m_held.empty()) {
        onEnded(at);
    }
}

bool TlsStream::shakeHands(Instant at) {
    const int done = SSL_do_handshake(m_ssl);
    if (done == 1) {
        flush();
        m_state = State::Open;
        return tell([at](StreamHandler& handler) { handler.onConnected(at); }) && m_state == State::Open;
    }
    if (SSL_get_error(m_ssl, done) == SSL_ERROR_WANT_READ) {
        flush();
        m_input = {};
        return false;
    }
    const NetError error = whatWentWrong();
    flush(); // our alert
    failed(error, at);
    return false;
}

// What several records say is delivered in one piece: who hears it may answer all of it at once.
bool TlsStream::deliver(Instant at) {
    std::span<std::byte> room = scratch().in;
    for (;;) {
        if (m_isPaused) {
            m_held.append(reinterpret_cast<const char*>(m_input.data()), m_input.size());
            m_input = {};
            return true;
        }
        std::size_t filled = 0;
        std::size_t got = 0;
        while (room.size() - filled >= kRecord &&
               SSL_read_ex(m_ssl, room.data() + filled, room.size() - filled, &got) == 1) {
            filled += got;
        }
        const bool isMore = room.size() - filled < kRecord;
        const int why = isMore ? SSL_ERROR_NONE : SSL_get_error(m_ssl, 0);
        if (filled > 0 &&
            !tell([&](StreamHandler& handler) { handler.onReceived(room.first(filled), at); })) {
            return false;
        }
        if (m_state == State::Failed) {
            return false;
        }
        if (!isMore) {
            return settle(why, at);
        }
    }
}

// Nothing more can be read, for the reason that OpenSSL gives.
bool TlsStream::settle(int why, Instant at) {
    m_input = {};
    if (why == SSL_ERROR_WANT_READ) {
        flush(); // key updates are answered
        return true;
    }
    if (why == SSL_ERROR_ZERO_RETURN) {
        if (m_state == State::Open) {
            m_state = State::Ended;
            return tell([at](StreamHandler& handler) { handler.onEnded(at); });
        }
        return true;
    }
    const NetError error = whatWentWrong();
    flush();
    failed(error, at);
    return false;
}

NetError TlsStream::whatWentWrong() const {
    NetError error{NetErrorKind::Tls, 0};
    const long verdict = SSL_get_verify_result(m_ssl);
    if (SSL_is_server(m_ssl) == 0 && SSL_get_verify_mode(m_ssl) != SSL_VERIFY_NONE && verdict != X509_V_OK) {
        error.detail = X509_verify_cert_error_string(verdict);
    } else if (const char* words = ERR_reason_error_string(ERR_peek_last_error())) {
        error.detail = words;
    }
    ERR_clear_error();
    return error;
}

void TlsStream::failed(NetError error, Instant at) {
    m_state = State::Failed;
    m_input = {};
    m_handler->onFailed(error, at);
}

void TlsStream::onSubmitted(Instant at) {
    if (m_state == State::Open && m_handler != nullptr) {
        m_handler->onSubmitted(at);
    }
}

void TlsStream::onSent(Instant at) {
    if (m_state == State::Open || m_state == State::Ended) {
        m_handler->onSent(at);
    }
}

void TlsStream::onEnded(Instant at) {
    if (m_isPaused || !m_held.empty()) {
        m_innerEnded = true;
        return;
    }
    if (m_state == State::Open || m_state == State::Handshake) {
        failed({NetErrorKind::Closed, 0}, at);
    }
}

void TlsStream::onFailed(NetError error, Instant at) {
    if (m_state != State::Failed) {
        failed(error, at);
    }
}

} // namespace bw::net
