#include "core/runplan/compile_metric.h"

namespace bw::runplan {

std::optional<MetricStep> compileMetric(CompileContext& context, const testplan::MetricStep& from,
                                        const std::string& place) {
    MetricStep step;
    step.site = context.nextSite(place);
    step.type = static_cast<metrics::MetricType>(from.type);
    const auto metric = context.result.metrics.add(from.metric, step.type);
    if (!metric) {
        context.unsupported(place, from.metric);
        return std::nullopt;
    }
    step.metric = *metric;
    step.value = context.expression(from.add, place + ".add");
    for (const auto& [key, value] : from.tags) {
        step.tags.push_back({key, context.text(value, place + ".tags." + key)});
    }
    return step;
}

} // namespace bw::runplan
