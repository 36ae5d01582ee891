#pragma once

#include "core/client/client_context.h"
#include "core/client/exchange.h"
#include "core/net/task.h"
#include "core/net/timer.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace bw::client {

class Session;

// One exchange on its way over a session: stands in its user's frame, who awaits `done`. Destroying it in
// mid-exchange gives the exchange up. Fills the exchange with what the session finds, whatever its protocol.
class Call {
public:
    // All outlive the call.
    Call(ClientContext& context, const Request& request, Exchange& exchange);
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;
    ~Call();

    [[nodiscard]] const Request& request() const { return m_request; }
    [[nodiscard]] Exchange& exchange() { return m_exchange; }
    // The value says nothing, exchange().error does.
    [[nodiscard]] net::OneShot<bool>& done() { return m_done; }

    // The sessions' part.

    // The session carries it now; the deadline counts.
    void begin(Session& session);
    void onSubmitted(Instant at);
    void onWritten(Instant at) { m_exchange.timing.written = at; }
    void onFirstByte(Instant at);
    // A status; one that follows an interim one begins anew.
    void onStatus(int status, std::string_view proto);
    void onBody(std::span<const std::byte> bytes);
    // Each ends the call and resumes who awaits it, who may destroy the call and its session.
    void succeed(Instant at);
    void fail(ClientError error, const net::NetError& reason, Instant at);

    std::int32_t stream = 0; // where it is carried, for sessions that carry several

private:
    void onDeadline(Instant now);
    void decodeBody();
    void finish(Instant at);

    ClientContext& m_context;
    const Request& m_request;
    Exchange& m_exchange;
    net::OneShot<bool> m_done;
    net::MemberTimer<&Call::onDeadline> m_deadline{*this};
    Session* m_session = nullptr; // while it carries the call
    std::size_t m_keepBytes;
};

} // namespace bw::client
