#pragma once

#include "core/client/client_context.h"
#include "core/client/exchange.h"
#include "core/net/stream.h"
#include "core/net/task.h"
#include "core/net/timer.h"

#include <memory>
#include <optional>

namespace bw::client {

// Makes one connection: looks the name up, asks the policy, tries the addresses in turn, within a deadline.
// Fills the exchange's timing and, when it fails, its error. Destroying it gives up.
class Connector final : private net::StreamHandler {
public:
    Connector(ClientContext& context, Exchange& exchange, Instant deadline);

    // The connected stream, or null. The stream's handler is to be replaced at once.
    [[nodiscard]] net::Task<std::unique_ptr<net::Stream>> connect(const codec::Url& url);

private:
    void onReceived(std::span<const std::byte>, Instant) override {}
    void onEnded(Instant) override {}
    void onConnected(Instant at) override;
    void onFailed(net::NetError error, Instant at) override;
    void onDeadline(Instant now);

    [[nodiscard]] net::Task<std::optional<net::Addresses>> lookUp(const std::string& host);
    [[nodiscard]] net::Task<bool> tryAddress(const net::Address& address);

    ClientContext& m_context;
    Exchange& m_exchange;
    net::MemberTimer<&Connector::onDeadline> m_deadline{*this};
    net::OneShot<ClientError> m_step;
    net::Resolver::Query m_query;
    std::unique_ptr<net::Stream> m_stream;
};

} // namespace bw::client
