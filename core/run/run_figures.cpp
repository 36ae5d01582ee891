#include "core/run/run_figures.h"

#include "core/base/duration_text.h"

#include <nlohmann/json.hpp>

namespace bw::run {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kProgram = "Bellwether " BW_VERSION;

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// What was asked for beyond the plan, and the rest of the surroundings.
std::string optionsJson(const PreparedRun& prepared, const Surroundings& surroundings) {
    const RunRequest& request = prepared.request;
    Json json;
    json["plan"] = request.planPath;
    json["timeScale"] = request.timeScale;
    if (!request.scenarios.empty()) {
        json["scenarios"] = request.scenarios;
    }
    if (request.duration) {
        json["duration"] = durationText(*request.duration);
    }
    if (request.vus) {
        json["vus"] = *request.vus;
    }
    if (!request.allowedHosts.empty()) {
        json["allowedHosts"] = request.allowedHosts;
    }
    if (!request.watched.empty()) {
        json["watched"] = request.watched;
    }
    for (const auto& [name, value] : request.variables) {
        json["variables"][name] = prepared.compiled->masked(value);
    }
    json["description"] = prepared.plan.description;
    json["cpu"] = surroundings.cpu;
    json["memory"] = surroundings.memory;
    return dumped(json);
}

} // namespace

std::string reactorName(net::ReactorKind kind) {
    return kind == net::ReactorKind::IoUring ? "io_uring" : "epoll";
}

history::RunStart runStart(const PreparedRun& prepared, const Surroundings& surroundings, unsigned workers,
                           net::ReactorKind reactor, WallTime started) {
    const RunRequest& request = prepared.request;
    history::RunStart start;
    start.planName = prepared.plan.name;
    start.planText = prepared.compiled->masked(prepared.planText);
    start.environment = request.environment;
    start.build = request.build;
    start.note = request.note;
    start.tags.insert(request.tags.begin(), request.tags.end());
    start.seed = prepared.seed;
    start.kernel = surroundings.kernel;
    start.cores = static_cast<int>(surroundings.processors);
    start.workers = static_cast<int>(workers);
    start.reactor = reactorName(reactor);
    start.host = surroundings.host;
    start.program = kProgram;
    start.optionsJson = optionsJson(prepared, surroundings);
    start.started = started;
    return start;
}

report::RunInfo runInfo(const PreparedRun& prepared, const Surroundings& surroundings, unsigned workers,
                        net::ReactorKind reactor, WallTime started, Duration duration) {
    const RunRequest& request = prepared.request;
    report::RunInfo info;
    info.planName = prepared.plan.name;
    info.description = prepared.plan.description;
    info.environment = request.environment;
    info.build = request.build;
    info.note = request.note;
    info.tags = request.tags;
    info.started = started;
    info.duration = duration;
    info.seed = prepared.seed;
    info.surroundings = {kProgram,         surroundings.host,    surroundings.kernel,
                         surroundings.cpu, reactorName(reactor), surroundings.processors,
                         workers,          surroundings.memory};
    return info;
}

std::string keyFiguresJson(const report::KeyFigures& figures, LoadChange load) {
    Json json;
    json["requests"] = figures.requests;
    json["rate"] = figures.requestRate;
    json["failedShare"] = figures.failedShare();
    if (figures.latency.answered > 0) {
        json["p50"] = figures.latency.response.p50;
        json["p95"] = figures.latency.response.p95;
        json["p99"] = figures.latency.response.p99;
    }
    json["iterations"] = figures.iterations;
    json["dropped"] = figures.dropped;
    json["vus"] = figures.vusHighest;
    if (load == LoadChange::ByHand) {
        json["loadByHand"] = true;
    }
    return dumped(json);
}

std::map<std::string, MetricNote> metricNotes(const testplan::TestPlan& plan) {
    std::map<std::string, MetricNote> notes;
    for (const testplan::ThresholdGroup& group : plan.thresholds) {
        MetricNote& note = notes[group.selector.metric];
        if (group.selector.tags.empty()) {
            for (const testplan::ThresholdSpec& threshold : group.thresholds) {
                note.thresholds.push_back(threshold.source);
            }
            continue;
        }
        const auto open = group.source.find('{');
        note.subMetrics.emplace_back(group.source,
                                     group.source.substr(open + 1, group.source.size() - open - 2));
    }
    return notes;
}

} // namespace bw::run
