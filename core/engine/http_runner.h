#pragma once

#include "core/engine/vu_state.h"
#include "core/net/task.h"

namespace bw::engine {

// Where one line of execution stands: an iteration has one, parallel steps one each.
struct Branch {
    Instant due{}; // when the next step is due: the end of the one before
    LastResponse last;
    runplan::Flow::ResponseLife responseLife = runplan::Flow::ResponseLife::Step;
};

// Runs one HTTP step: renders the request, follows redirects (each hop is an exchange with samples of its
// own), evaluates checks and extractors, keeps examples of what failed.
[[nodiscard]] net::Task<StepEnd> runHttp(VuState& user, const runplan::HttpStep& step, std::string_view group,
                                         Branch& branch);

} // namespace bw::engine
