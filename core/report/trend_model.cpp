#include "core/report/trend_model.h"

#include "core/report/comparison_json.h"
#include "core/report/regression_model.h"

#include <nlohmann/json.hpp>

namespace bw::report {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

} // namespace

std::optional<double> toleratedTo(const TrendRow& row) {
    if (!row.baseline) {
        return std::nullopt;
    }
    const double step =
        row.statistic == analysis::Statistic::Share ? row.tolerance : row.tolerance * *row.baseline;
    return *row.baseline + (row.better == analysis::Better::Lower ? step : -step);
}

std::string trendJson(const TrendModel& model) {
    Json json{{"plan", model.planName}, {"environment", model.environment}, {"runs", Json::array()}};
    for (const history::RunSummary& run : model.runs) {
        json["runs"].push_back(
            {{"id", run.id.value}, {"started_ns", run.started.nanoseconds}, {"build", run.build}});
    }
    json["leftOut"] = model.leftOut;
    json["rows"] = Json::array();
    for (const TrendRow& row : model.rows) {
        Json values = Json::array();
        for (const std::optional<double>& value : row.values) {
            values.push_back(orNull(value));
        }
        json["rows"].push_back({{"metric", row.subject.metric},
                                {"name", row.subject.name},
                                {"statistic", statisticName(row.statistic)},
                                {"trend", trendName(row.trend)},
                                {"baseline", orNull(row.baseline)},
                                {"tolerance", row.tolerance},
                                {"limit", orNull(row.limit)},
                                {"values", std::move(values)}});
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace bw::report
