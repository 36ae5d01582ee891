#include "core/engine/own_metric.h"

#include <string>
#include <utility>
#include <vector>

namespace bw::engine {

Result<void, expr::EvalError> recordOwnMetric(VuState& user, const runplan::MetricStep& step,
                                              std::string_view group, expr::Context& context,
                                              Missing missing) {
    const auto value = step.value.evaluate(context);
    if (!value) {
        return std::unexpected(value.error());
    }
    if (user.ranOutOfRows() || (missing == Missing::AddsNothing && value->isUndefined())) {
        return {};
    }
    std::string text;
    std::vector<std::pair<std::size_t, std::string_view>> ends;
    for (const runplan::Tag& tag : step.tags) {
        if (!tag.value.isLiteral() && tag.value.render(context, text)) {
            ends.emplace_back(text.size(), tag.key);
        }
    }
    std::vector<metrics::TagView> tags;
    std::size_t begin = 0;
    for (const auto& [end, key] : ends) {
        tags.push_back({key, std::string_view(text).substr(begin, end - begin)});
        begin = end;
    }
    const double number = value->isBoolean() ? (value->asBoolean() ? 1 : 0) : value->asNumber();
    user.worker.steps.metric(user.phase, step, group, tags, number);
    return {};
}

} // namespace bw::engine
