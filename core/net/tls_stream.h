#pragma once

#include "core/net/stream.h"
#include "core/net/timer.h"
#include "core/net/tls_context.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct bio_method_st;
struct bio_st;
struct ssl_session_st;
struct ssl_st;

namespace bw::net {

class Reactor;

// The sessions that servers gave to one client, to shorten its next handshakes (RFC 8446 §2.2): the latest of
// each server, at most 64. Not thread-safe.
class TlsSessions {
public:
    TlsSessions() = default;
    TlsSessions(const TlsSessions&) = delete;
    TlsSessions& operator=(const TlsSessions&) = delete;
    ~TlsSessions();

    // Null: none. Stays this object's.
    [[nodiscard]] ssl_session_st* find(std::string_view host, std::uint16_t port) const;
    // Takes it.
    void keep(std::string_view host, std::uint16_t port, ssl_session_st* session);
    [[nodiscard]] bool empty() const { return m_kept.empty(); }

private:
    struct Kept {
        std::string host;
        std::uint16_t port;
        ssl_session_st* session;
    };
    static constexpr std::size_t kMax = 64;
    std::vector<Kept> m_kept; // the oldest first
};

// Whom a client means to reach, and what it speaks.
struct TlsPeer {
    std::string_view host;           // a name or a numeric address: the certificate has to be its
    std::uint16_t port = 0;          // for the session's sake
    std::string_view protocols;      // ALPN, as on the wire: each behind its length
    TlsSessions* sessions = nullptr; // outlives the stream
};

// What a connection is secured with; empty without TLS. The texts live as long as the program.
struct TlsFacts {
    std::string_view version; // "tls1.3"
    std::string_view cipher;  // as OpenSSL and IANA name it: "TLS_AES_256_GCM_SHA384"
};

// TLS over another stream (OpenSSL, bytes through the caller's memory). Made on a connected stream;
// onConnected() follows when the handshake is through, onFailed() with the kind Tls when it went wrong. A
// peer that ends the connection without saying so (close_notify) may have been cut short by somebody else:
// that is onFailed() with the kind Closed. Idle, it owns no buffer; what OpenSSL keeps of the connection is
// its own.
class TlsStream final : public Stream, private StreamHandler {
public:
    // `context` is prepared and outlives the stream.
    [[nodiscard]] static std::unique_ptr<TlsStream> client(Reactor& reactor, const TlsContext& context,
                                                           std::unique_ptr<Stream> inner, const TlsPeer& peer,
                                                           StreamHandler& handler);
    // The handler is to be set within the caller's call.
    [[nodiscard]] static std::unique_ptr<TlsStream> server(Reactor& reactor, const TlsContext& context,
                                                           std::unique_ptr<Stream> inner);
    ~TlsStream() override;

    [[nodiscard]] Sent send(std::span<const std::string_view> pieces) override;
    [[nodiscard]] bool tellsSubmission() const override { return m_inner->tellsSubmission(); }
    [[nodiscard]] std::size_t unsent() const override { return m_inner->unsent(); }
    void pauseReading() override;
    void resumeReading() override;
    void endSending() override;
    void resetOnClose() override { m_inner->resetOnClose(); }
    void setHandler(StreamHandler& handler) override { m_handler = &handler; }
    [[nodiscard]] Address peer() const override { return m_inner->peer(); }
    [[nodiscard]] Traffic traffic() const override { return m_inner->traffic(); }

    // What both sides agreed on by ALPN: "h2", "http/1.1", or nothing. Once connected.
    [[nodiscard]] std::string_view protocol() const;
    // Once connected.
    [[nodiscard]] TlsFacts facts() const;
    // The handshake was shortened by a session of before. Once connected.
    [[nodiscard]] bool isResumed() const;

private:
    friend class TlsContext;
    enum class State : std::uint8_t { Handshake, Open, Ended, Failed };

    TlsStream(Reactor& reactor, const TlsContext& context, std::unique_ptr<Stream> inner);

    void onReceived(std::span<const std::byte> bytes, Instant at) override;
    void onSubmitted(Instant at) override;
    void onSent(Instant at) override;
    void onEnded(Instant at) override;
    void onFailed(NetError error, Instant at) override;
    void onHeldDue(Instant now);

    // Each returns false when the stream was destroyed, or may not go on, on the way.
    [[nodiscard]] bool shakeHands(Instant at);
    [[nodiscard]] bool deliver(Instant at);
    [[nodiscard]] bool settle(int why, Instant at);
    template <class Call>
    [[nodiscard]] bool tell(Call call);
    void flush();
    void failed(NetError error, Instant at);
    [[nodiscard]] NetError whatWentWrong() const;

    static const bio_method_st* bioMethod();
    static int onBioRead(bio_st* bio, char* into, int size);
    static int onBioWrite(bio_st* bio, const char* from, int size);
    static long onBioControl(bio_st* bio, int command, long number, void* pointer);
    static int onNewSession(ssl_st* ssl, ssl_session_st* session);

    std::unique_ptr<Stream> m_inner;
    Reactor& m_reactor;
    StreamHandler* m_handler = nullptr;
    ssl_st* m_ssl = nullptr;
    bool* m_destroyed = nullptr;          // set when the destructor runs within a callback
    std::span<const std::byte> m_input{}; // what OpenSSL has yet to read of the bytes at hand
    std::string m_held;                   // what came while paused, as it came
    MemberTimer<&TlsStream::onHeldDue> m_heldDue{*this};
    TlsSessions* m_sessions = nullptr;
    std::string m_host; // the sessions' key
    std::uint16_t m_port = 0;
    State m_state = State::Handshake;
    bool m_isPaused = false;
    bool m_innerEnded = false;
};

} // namespace bw::net
