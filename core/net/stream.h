#pragma once

#include "core/base/clock.h"
#include "core/net/address.h"
#include "core/net/net_error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace bw::net {

// Hears what happens on a stream, on the reactor's thread. Any function may destroy the stream. Nothing is
// called after onFailed(), and nothing from within the stream's own functions.
class StreamHandler {
public:
    virtual ~StreamHandler() = default;

    // The connection stands. Only for streams that connect.
    virtual void onConnected(Instant /*at*/) {}
    // Bytes arrived; they are the reactor's and valid during the call only.
    virtual void onReceived(std::span<const std::byte> bytes, Instant at) = 0;
    // What send() queued goes to the kernel now. Must not destroy anything.
    virtual void onSubmitted(Instant /*at*/) {}
    // Everything given to send() is in the kernel's hands; called only when the kernel did not take it at
    // once.
    virtual void onSent(Instant /*at*/) {}
    // The peer sends no more. Sending is still possible.
    virtual void onEnded(Instant at) = 0;
    // The connection could not be made, or broke.
    virtual void onFailed(NetError error, Instant at) = 0;
};

// Bytes of a connection so far, as they were on the wire below any encryption.
struct Traffic {
    std::uint64_t sent = 0; // given to the kernel, or waiting for it
    std::uint64_t received = 0;
};

// A TCP connection of one reactor, owned by its user; destroying it closes it. Idle, it owns no buffer:
// received bytes come from the reactor's memory, and only what the kernel would not take at once is kept to
// be sent. Used on the reactor's thread only.
class Stream {
public:
    virtual ~Stream() = default;

    enum class Sent {
        All,    // in the kernel's hands
        Queued, // goes there with the rest of this turn, all of it as far as can be told: onSubmitted() tells
                // when
        Later,  // onSent() tells when
    };

    // Sends the pieces in order; they are the caller's again afterwards. A failure is told by onFailed(),
    // later. Precondition: connected.
    [[nodiscard]] virtual Sent send(std::span<const std::string_view> pieces) = 0;

    // Sends of the present turn leave at its end: small ones are Queued.
    [[nodiscard]] virtual bool tellsSubmission() const { return false; }

    // Bytes waiting for the kernel.
    [[nodiscard]] virtual std::size_t unsent() const = 0;

    // No onReceived() until resumed: back-pressure on the peer.
    virtual void pauseReading() = 0;
    virtual void resumeReading() = 0;

    // Ends our direction; the peer sees the end after all that was sent.
    virtual void endSending() = 0;

    // Makes the connection break with a reset when it is destroyed.
    virtual void resetOnClose() = 0;

    // Who hears from now on. Not null.
    virtual void setHandler(StreamHandler& handler) = 0;

    [[nodiscard]] virtual Address peer() const = 0;

    [[nodiscard]] virtual Traffic traffic() const = 0;
};

// Hears of new connections.
class ListenerHandler {
public:
    virtual ~ListenerHandler() = default;
    // The stream's handler must be set within the call.
    virtual void onAccepted(std::unique_ptr<Stream> stream, Instant at) = 0;
};

// A listening socket; destroying it closes it.
class Listener {
public:
    virtual ~Listener() = default;
    // Where it listens, with the port the system chose when 0 was asked for.
    [[nodiscard]] virtual Address address() const = 0;
};

} // namespace bw::net
