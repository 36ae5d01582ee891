#include "core/engine/outcomes.h"

#include <algorithm>

namespace bw::engine {
namespace {

Duration between(Instant from, Instant to) {
    return from == Instant{} || to == Instant{} ? Duration::zero() : std::max(Duration::zero(), to - from);
}

} // namespace

metrics::Outcome outcomeOf(client::ClientError error) {
    using client::ClientError;
    using metrics::Outcome;
    switch (error) {
    case ClientError::None:
        return Outcome::Ok;
    case ClientError::Dns:
        return Outcome::Dns;
    case ClientError::NotAllowed:
        return Outcome::NotAllowed;
    case ClientError::Refused:
        return Outcome::Refused;
    case ClientError::Unreachable:
        return Outcome::Unreachable;
    case ClientError::Reset:
        return Outcome::Reset;
    case ClientError::Closed:
        return Outcome::Closed;
    case ClientError::Timeout:
        return Outcome::Timeout;
    case ClientError::Tls:
        return Outcome::Tls;
    case ClientError::Protocol:
    case ClientError::BadRequest:
        return Outcome::Protocol;
    case ClientError::TooLarge:
        return Outcome::TooLarge;
    case ClientError::Local:
        return Outcome::Local;
    }
    return Outcome::Protocol;
}

metrics::Sample sampleOf(const client::Exchange& exchange, Instant intended) {
    const client::Timing& timing = exchange.timing;
    metrics::Sample sample;
    sample.intended = intended;
    sample.sent = timing.sent;
    sample.done = timing.done;
    sample.firstByte = timing.firstByte == Instant{} ? timing.done : timing.firstByte;
    sample.outcome = outcomeOf(exchange.error);
    sample.status = sample.outcome == metrics::Outcome::Ok ? exchange.status : 0;
    sample.bytesSent = exchange.bytesSent;
    sample.bytesReceived = exchange.bytesReceived;
    metrics::Phases& phases = sample.phases;
    phases.blocked = between(timing.start, timing.sent == Instant{} ? timing.done : timing.sent);
    phases.lookingUp = between(timing.lookupStart, timing.lookupEnd);
    phases.connecting = between(timing.connectStart, timing.connectEnd);
    phases.tlsHandshaking = between(timing.tlsStart, timing.tlsEnd);
    phases.sending = between(timing.sent, timing.written);
    phases.waiting = between(timing.written, sample.firstByte);
    phases.receiving = between(timing.firstByte, timing.done);
    return sample;
}

std::string exampleKind(metrics::Outcome outcome, int status) {
    return outcome == metrics::Outcome::Ok ? "status " + std::to_string(status)
                                           : std::string(metrics::outcomeName(outcome));
}

} // namespace bw::engine
