#include "core/run/runs_alike.h"

#include <nlohmann/json.hpp>

namespace bw::run {
namespace {

using Json = nlohmann::json; // keys in order, so that equal plans have equal texts

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json partOf(const Json& object, std::initializer_list<const char*> keys) {
    Json part = Json::object();
    for (const char* key : keys) {
        if (object.is_object() && object.contains(key)) {
            part[key] = object[key];
        }
    }
    return part;
}

} // namespace

LoadKey loadKey(const history::RunDetail& run) {
    const Json plan = Json::parse(run.planText, nullptr, false);
    const Json options = Json::parse(run.optionsJson, nullptr, false);
    LoadKey key;
    key.flows = dumped(partOf(plan, {"flows", "feeds", "defaults", "setup", "teardown"}));
    key.load = dumped(partOf(plan, {"scenarios"})) +
               dumped(partOf(options, {"scenarios", "duration", "vus", "timeScale"}));
    // What a person did to it no other run has done.
    const Json figures = Json::parse(run.summary.keyFiguresJson, nullptr, false);
    if (figures.is_object() && figures.contains("loadByHand")) {
        key.load += std::to_string(run.summary.id.value);
    }
    return key;
}

bool isGood(const history::RunSummary& run) {
    return run.state == history::RunState::Finished &&
           (run.verdict == history::RunVerdict::Pass || run.verdict == history::RunVerdict::None);
}

history::HistoryResult<void> forEachRunOfPlan(history::HistoryReader& reader, const history::RunDetail& like,
                                              const VisitRun& visit) {
    auto runs = reader.runs();
    if (!runs) {
        return std::unexpected(std::move(runs.error()));
    }
    const LoadKey key = loadKey(like);
    for (history::RunSummary& run : *runs) {
        const bool isOfPlan = run.planName == like.summary.planName &&
                              run.environment == like.summary.environment &&
                              run.state == history::RunState::Finished;
        if (!isOfPlan) {
            continue;
        }
        const auto detail = reader.run(run.id);
        const bool isAlike = detail && loadKey(*detail) == key;
        if (!visit(run, isAlike ? &*detail : nullptr)) {
            break;
        }
    }
    return {};
}

} // namespace bw::run
