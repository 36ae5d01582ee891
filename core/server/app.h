#pragma once

#include "core/net/reactor.h"
#include "core/server/exchange.h"

namespace bw::server {

// What is told of an answer after it went to the socket.
struct SentAnswer {
    std::uint32_t tag = 0;
    int status = 0;
    Instant parsedAt;
    Instant sentAt;        // just before it is handed over, the same moment that beforeSend() was told
    bool isBroken = false; // broken off or replaced on purpose
};

// What a server thread does with requests. Each thread has its own and calls it alone, so an App needs no
// lock for what it owns. No call may throw.
class App {
public:
    virtual ~App() = default;

    // The loop of the thread, before anything else; it outlives the app.
    virtual void attach(net::Reactor& /*reactor*/) {}

    // Fills the response; see Exchange for answering later or not at all.
    virtual void handle(Exchange& exchange) = 0;

    // The answer is about to be written: the last moment for a header that tells how long it took.
    virtual void beforeSend(Exchange& exchange, Instant now);

    // The answer was handed to the socket. Pipelined answers are handed over together.
    virtual void onSent(const SentAnswer& answer);
};

} // namespace bw::server
