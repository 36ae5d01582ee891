#include "core/engine/own_metric.h"

#include "core/expr/number_text.h"

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace bw::engine {
namespace {

// A text counts when it is a number, as prices in JSON often are; NaN: there is none.
double numberOf(const expr::Value& value) {
    if (value.isBoolean()) {
        return value.asBoolean() ? 1 : 0;
    }
    if (value.isString() && !value.asString().empty()) {
        return expr::numberFromText(value.asString());
    }
    return value.isNumber() ? value.asNumber() : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

Result<void, expr::EvalError> recordOwnMetric(VuState& user, const runplan::MetricStep& step,
                                              std::string_view group, expr::Context& context,
                                              Missing missing) {
    const auto value = step.value.evaluate(context);
    if (!value) {
        return std::unexpected(value.error());
    }
    const double number = numberOf(*value);
    if (user.ranOutOfRows()) {
        return {};
    }
    if (std::isnan(number)) {
        expr::EvalError error;
        error.kind =
            value->isUndefined() ? expr::EvalErrorKind::UndefinedOperand : expr::EvalErrorKind::BadArgument;
        error.subject = step.value.source();
        return missing == Missing::AddsNothing ? Result<void, expr::EvalError>() : std::unexpected(error);
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
    user.worker.steps.metric(user.phase, step, group, tags, number);
    if (user.worker.isTraced()) {
        const std::string name(user.worker.plan.metrics[step.metric].name);
        user.worker.trace(user.worker.reactor.now(), step.site, name, TracedMetric{name, number});
    }
    return {};
}

} // namespace bw::engine
