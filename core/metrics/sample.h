#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <string_view>

namespace bw::metrics {

// How an exchange ended. Only Ok carries a response; a status the plan did not expect is still Ok here, and
// `failed` in http_req_failed.
enum class Outcome : std::uint8_t {
    Ok,
    Dns,         // the name was not resolved
    NotAllowed,  // the address is not among the allowed hosts
    Refused,     // nobody listens
    Unreachable, // no route, network down
    Reset,       // the peer or the network broke the connection
    Closed,      // the peer ended the connection inside a response
    Timeout,
    Tls,
    Protocol,    // not HTTP, or against its rules
    TooLarge,    // over a limit of head, body or message
    Local,       // this machine refused: descriptors, ports, memory
    Interrupted, // the run cut it off; in no series of requests
};

// The error_code tag's word: "dns", "refused", "reset", "timeout", "tls", "protocol", "too_large", ...; empty
// for Ok.
[[nodiscard]] std::string_view outcomeName(Outcome outcome);

// Where the time of an exchange went; a phase that did not happen is 0. As in k6, `blocked` spans looking up,
// connecting and the handshake of a new connection.
struct Phases {
    Duration blocked{};
    Duration lookingUp{};
    Duration connecting{};
    Duration tlsHandshaking{};
    Duration sending{};
    Duration waiting{};
    Duration receiving{};
};

// One finished exchange.
struct Sample {
    Instant intended{};  // when it was due
    Instant sent{};      // when the request's first byte was submitted to the system
    Instant firstByte{}; // of the response; equal to done when there was none
    Instant done{};
    Outcome outcome = Outcome::Ok;
    std::int32_t status = 0; // 0 without a response
    std::uint64_t bytesSent = 0;
    std::uint64_t bytesReceived = 0;
    Phases phases;

    // From the moment it was due: what a user waits.
    [[nodiscard]] Duration responseTime() const { return done - intended; }
    // From the moment it was sent: k6's http_req_duration.
    [[nodiscard]] Duration serviceTime() const { return phases.sending + phases.waiting + phases.receiving; }
};

} // namespace bw::metrics
