#pragma once

#include "core/runplan/compile_context.h"

#include <optional>
#include <string>

namespace bw::runplan {

// One addition to a metric of the plan's own, which joins the plan's metrics; nothing, and told, when the
// name is taken by another kind of metric.
[[nodiscard]] std::optional<MetricStep>
compileMetric(CompileContext& context, const testplan::MetricStep& from, const std::string& place);

} // namespace bw::runplan
