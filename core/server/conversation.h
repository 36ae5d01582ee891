#pragma once

#include "core/base/clock.h"
#include "core/codec/partial_pool.h"
#include "core/server/app.h"
#include "core/server/exchange.h"
#include "core/server/server_options.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace bw::server {

// What a conversation wants of its socket, behind the output that it wrote.
enum class Demand : std::uint8_t {
    Read,          // more bytes
    Wait,          // nothing until the answer under way is due; reading may rest
    CloseWhenSent, // the client is told that nothing more comes, then the end
    ResetWhenSent, // RST
    Upgrade,       // what follows on the connection is a WebSocket's, see takeUpgrade()
};

// One client's HTTP conversation without its socket: bytes in, bytes out, whatever the version. Belongs to
// one thread; idle, it owns no buffer.
class Conversation {
public:
    // What surrounds it: its socket's timer, and what it shares with the others of its thread.
    class Host {
    public:
        virtual ~Host() = default;
        [[nodiscard]] virtual Exchange& takeExchange() = 0;
        virtual void giveExchange(Exchange& exchange) = 0;
        [[nodiscard]] virtual App& app() = 0;
        [[nodiscard]] virtual codec::PartialPool& partials() = 0;
        [[nodiscard]] virtual const ServerOptions& options() const = 0;
        [[nodiscard]] virtual Instant now() = 0;
        [[nodiscard]] virtual std::string_view date() = 0;
        [[nodiscard]] virtual bool isDraining() const = 0;
        // answerDue() is to be called then, not from within this call.
        virtual void startDelay(Instant due) = 0;
        virtual void stopDelay() = 0;
        // Tell the app once the output is handed to the socket.
        virtual void noteSent(const SentAnswer& answer) = 0;
        // Sends outside of receive() and its like; bytes that the client has yet to take.
        virtual void push(std::string_view bytes) = 0;
        [[nodiscard]] virtual std::size_t unsent() const = 0;
    };

    enum class Peer : std::uint8_t { Loopback, Elsewhere };

    virtual ~Conversation() = default;

    // A client came; one went. The object serves many, one after the other, and tickets for a client that
    // went lead to nothing.
    virtual void begin(Peer peer) = 0;
    virtual void end() = 0;

    // Reads all bytes; answers are appended to `out`.
    [[nodiscard]] virtual Demand receive(std::span<const std::byte> bytes, std::string& out) = 0;

    // A delayed answer's time has come: it and what waits behind it.
    [[nodiscard]] virtual Demand answerDue(std::string& out) = 0;

    // When the client must have done something; none while an answer is under way.
    [[nodiscard]] virtual std::optional<Instant> deadline() const = 0;

    // That moment passed: a client in the middle of a request is told, an idle one is not.
    [[nodiscard]] virtual Demand timedOut(std::string& out) = 0;

    // The server stops: what may be said before that.
    [[nodiscard]] virtual Demand drain(std::string& out) = 0;

    // Nothing under way: may be closed without loss when the server stops.
    [[nodiscard]] virtual bool isIdle() const = 0;

    [[nodiscard]] virtual Demand demand() const = 0;

    // What is under way will never be answered.
    [[nodiscard]] virtual bool isHung() const = 0;

    // Bytes that wait behind the answer under way.
    [[nodiscard]] virtual std::size_t pipelined() const = 0;

    // What was pushed goes to the kernel now.
    virtual void submitted(Instant /*at*/) {}

    // For DeferredAnswer.
    [[nodiscard]] virtual Exchange* deferred(std::uint64_t serial) const = 0;
    virtual void sendDeferred(std::uint64_t serial) = 0;
};

} // namespace bw::server
