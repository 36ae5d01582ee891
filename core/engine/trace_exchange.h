#pragma once

#include "core/client/exchange.h"
#include "core/engine/trace.h"
#include "core/runplan/run_plan.h"

namespace bw::engine {

// An exchange for a person to look at; the plan's secrets are masked, other credentials are shown.
[[nodiscard]] TracedExchange tracedExchange(const runplan::RunPlan& plan, const client::Request& request,
                                            const client::Exchange& exchange, const metrics::Sample& sample,
                                            bool isExpected);

[[nodiscard]] TracedMessage tracedMessage(const runplan::RunPlan& plan, TracedMessage::Way way,
                                          std::string_view text);

} // namespace bw::engine
