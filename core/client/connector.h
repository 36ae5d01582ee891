#pragma once

#include "core/client/client_context.h"
#include "core/client/exchange.h"
#include "core/net/stream.h"
#include "core/net/task.h"
#include "core/net/timer.h"
#include "core/net/tls_stream.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace bw::client {

enum class Protocol : std::uint8_t { Http1, Http2 };

// A connection that stands, and what is spoken on it.
struct Connected {
    std::unique_ptr<net::Stream> stream; // null: it could not be made
    Protocol protocol = Protocol::Http1;
    net::TlsFacts tls{};
    const codec::Url* proxy = nullptr; // that reads the requests itself, so that they name their server
};

// Makes one connection: looks the name up, asks the policy, tries the addresses in turn, shakes hands, within
// a deadline. Fills the exchange's timing and, when it fails, its error. Destroying it gives up.
class Connector final : private net::StreamHandler {
public:
    // `sessions` outlives the connection. `speaks` may be narrower than the context's.
    Connector(ClientContext& context, Exchange& exchange, Instant deadline, net::TlsSessions& sessions,
              std::optional<Speaks> speaks = std::nullopt);

    // The stream's handler is to be replaced at once.
    [[nodiscard]] net::Task<Connected> connect(const codec::Url& url);

private:
    void onReceived(std::span<const std::byte>, Instant) override {}
    void onEnded(Instant) override {}
    void onConnected(Instant at) override;
    void onFailed(net::NetError error, Instant at) override;
    void onDeadline(Instant now);

    [[nodiscard]] net::Task<std::optional<net::Addresses>> lookUp(const std::string& host);
    [[nodiscard]] std::optional<net::Addresses> inOrder(const net::Addresses& addresses);
    [[nodiscard]] net::Task<bool> tryAddress(const net::Address& address);
    [[nodiscard]] net::Task<bool> reach(const codec::Url& server, const codec::Url* proxy);
    [[nodiscard]] net::Task<bool> tunnel(const codec::Url& server, const codec::Url& proxy);
    [[nodiscard]] net::Task<bool> shakeHands(const codec::Url& url);
    [[nodiscard]] bool agreeOn(std::string_view protocol, const codec::Url& url);

    ClientContext& m_context;
    Exchange& m_exchange;
    net::TlsSessions& m_sessions;
    Speaks m_speaks;
    net::MemberTimer<&Connector::onDeadline> m_deadline{*this};
    net::OneShot<ClientError> m_step;
    net::Resolver::Query m_query;
    std::unique_ptr<net::Stream> m_stream;
    Protocol m_protocol = Protocol::Http1;
    net::TlsFacts m_tls;
};

} // namespace bw::client
