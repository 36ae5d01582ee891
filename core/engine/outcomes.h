#pragma once

#include "core/client/exchange.h"
#include "core/metrics/sample.h"

#include <string>

namespace bw::engine {

[[nodiscard]] metrics::Outcome outcomeOf(client::ClientError error);

// An exchange as the sample that is recorded: k6's phases, and the moment it was due.
[[nodiscard]] metrics::Sample sampleOf(const client::Exchange& exchange, Instant intended);

// What a failing exchange is filed under: "timeout", "status 500".
[[nodiscard]] std::string exampleKind(metrics::Outcome outcome, int status);

} // namespace bw::engine
