#include "core/report/regression_model.h"

#include "core/report/comparison_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace bw::report {
namespace {

using Json = nlohmann::ordered_json;

// In the order of the enumerators.
constexpr std::array<std::string_view, 4> kSeverities{"low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 4> kTrends{"unknown", "stable", "improving", "degrading"};

Json baselineJson(const RegressionModel& model) {
    Json json{{"plan", model.baseline.planName}, {"environment", model.baseline.environment}};
    if (model.baseline.run) {
        json["run"] = model.baseline.run->value;
    } else {
        json["goodRuns"] = model.baseline.goodRuns;
    }
    json["runs"] = Json::array();
    for (const history::RunSummary& run : model.comparison.before) {
        json["runs"].push_back(run.id.value);
    }
    return json;
}

Json regressionRow(const analysis::Regression& regression) {
    return {{"metric", regression.row.subject.metric},
            {"name", regression.row.subject.name},
            {"statistic", statisticName(regression.row.statistic)},
            {"baseline", regression.row.before},
            {"current", regression.row.after},
            {"deviation", regression.deviation},
            {"tolerance", regression.tolerance},
            {"severity", severityName(regression.severity)},
            {"sure", regression.isSure},
            {"trend", trendName(regression.trend)}};
}

} // namespace

std::string_view severityName(analysis::Severity severity) {
    return kSeverities[static_cast<std::size_t>(severity)];
}

std::optional<analysis::Severity> severityFromName(std::string_view name) {
    const auto found = std::ranges::find(kSeverities, name);
    return found == kSeverities.end()
               ? std::nullopt
               : std::optional(static_cast<analysis::Severity>(found - kSeverities.begin()));
}

std::string_view trendName(analysis::Trend trend) {
    return kTrends[static_cast<std::size_t>(trend)];
}

std::optional<analysis::Severity> worstOf(const RegressionModel& model) {
    std::optional<analysis::Severity> worst;
    for (const analysis::Regression& regression : model.regressions) {
        if (regression.isSure && (!worst || regression.severity > *worst)) {
            worst = regression.severity;
        }
    }
    return worst;
}

std::string regressionJson(const RegressionModel& model) {
    Json json;
    json["run"] = model.comparison.after.empty() ? Json() : Json(model.comparison.after.front().id.value);
    json["baseline"] = baselineJson(model);
    const auto worst = worstOf(model);
    json["severity"] = worst ? Json(severityName(*worst)) : Json();
    json["obstacles"] = Json::array();
    for (const Obstacle& obstacle : model.comparison.obstacles) {
        json["obstacles"].push_back({{"kind", obstacleName(obstacle.kind)}, {"run", obstacle.run.value}});
    }
    json["regressions"] = Json::array();
    for (const analysis::Regression& regression : model.regressions) {
        json["regressions"].push_back(regressionRow(regression));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace bw::report
