#pragma once

#include "core/metrics/series.h"

#include <compare>
#include <string>

namespace bw::report {

// In which way requests or sessions failed.
struct FailureKind {
    std::string code;   // metrics::outcomeName's word; empty when a response came with an unexpected status
    std::string status; // of that response; empty when there is a code
    friend auto operator<=>(const FailureKind&, const FailureKind&) = default;
};

// Whether a series counts failures: requests without the response that was expected, sessions that could not
// be opened or broke. What the end of the run cut off is none.
[[nodiscard]] bool isFailure(const metrics::Series& series);

// Precondition: isFailure(series).
[[nodiscard]] FailureKind failureKindOf(const metrics::Series& series);

} // namespace bw::report
