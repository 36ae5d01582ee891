#include "core/report/failures.h"

#include "core/metrics/sample.h"
#include "core/report/series_figures.h"

namespace bw::report {

using metrics::Builtin;

bool isFailure(const metrics::Series& series) {
    if (series.metric == metrics::id(Builtin::HttpReqs)) {
        return tagOf(series, "expected_response") == "false";
    }
    const bool isOfSession = series.metric == metrics::id(Builtin::WsSessions) ||
                             series.metric == metrics::id(Builtin::WsSessionDuration);
    const std::string error = isOfSession ? tagOf(series, "error_code") : std::string();
    return !error.empty() && error != metrics::outcomeName(metrics::Outcome::Interrupted);
}

FailureKind failureKindOf(const metrics::Series& series) {
    FailureKind kind{.code = tagOf(series, "error_code"), .status = {}};
    if (kind.code.empty()) {
        kind.status = tagOf(series, "status");
    }
    return kind;
}

} // namespace bw::report
