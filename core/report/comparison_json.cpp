#include "core/report/comparison_json.h"

#include <array>
#include <nlohmann/json.hpp>

namespace bw::report {
namespace {

using Json = nlohmann::ordered_json;

template <class Enum, std::size_t Size>
std::string_view nameOf(const std::array<std::string_view, Size>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

// In the order of the enumerators.
constexpr std::array<std::string_view, 5> kStatistics{"med", "p(95)", "p(99)", "rate", "per_second"};
constexpr std::array<std::string_view, 5> kFindings{"better", "worse", "no_difference", "needs_more_runs",
                                                    "not_comparable"};
constexpr std::array<std::string_view, 4> kObstacles{"other_plan", "other_load", "generator_limited",
                                                     "not_whole"};
constexpr std::array<std::string_view, 5> kConclusions{"not_comparable", "worse", "better", "needs_more_runs",
                                                       "no_difference"};

Json runNumbers(const std::vector<history::RunSummary>& runs) {
    Json numbers = Json::array();
    for (const history::RunSummary& run : runs) {
        numbers.push_back(run.id.value);
    }
    return numbers;
}

Json rowJson(const analysis::ComparedRow& row) {
    return {{"metric", row.subject.metric},
            {"name", row.subject.name},
            {"statistic", statisticName(row.statistic)},
            {"finding", findingName(row.finding)},
            {"before", row.before},
            {"after", row.after},
            {"effect", row.effect},
            {"low", row.low},
            {"high", row.high},
            {"p", row.adjusted}};
}

} // namespace

std::string_view statisticName(analysis::Statistic statistic) {
    return nameOf(kStatistics, statistic);
}

std::string_view findingName(analysis::Finding finding) {
    return nameOf(kFindings, finding);
}

std::string_view obstacleName(ObstacleKind kind) {
    return nameOf(kObstacles, kind);
}

std::string_view conclusionName(Conclusion conclusion) {
    return nameOf(kConclusions, conclusion);
}

std::string comparisonJson(const ComparisonModel& model) {
    Json json;
    json["conclusion"] = conclusionName(conclusionOf(model));
    json["indicationOnly"] = !model.comparison.knowsRunToRun;
    json["before"] = runNumbers(model.before);
    json["after"] = runNumbers(model.after);
    json["obstacles"] = Json::array();
    for (const Obstacle& obstacle : model.obstacles) {
        json["obstacles"].push_back({{"kind", obstacleName(obstacle.kind)}, {"run", obstacle.run.value}});
    }
    json["otherRuns"] = model.comparison.otherRuns;
    json["rows"] = Json::array();
    for (const analysis::ComparedRow& row : model.comparison.rows) {
        json["rows"].push_back(rowJson(row));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace bw::report
