#include "app/bellwether/run_json.h"

#include "app/bellwether/history_access.h"
#include "core/report/summary_export.h"
#include "core/verdict/verdict_json.h"

namespace bw::app {
namespace {

using Json = nlohmann::ordered_json;

// Text that is JSON already; null when it is none after all.
Json embedded(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? Json() : json;
}

double secondsOf(Duration time) {
    return std::chrono::duration<double>(time).count();
}

Json machineJson(const report::RunInfo& info) {
    const report::Surroundings& machine = info.surroundings;
    Json json;
    json["program"] = machine.program;
    json["host"] = machine.host;
    json["kernel"] = machine.kernel;
    json["cpu"] = machine.cpu;
    json["processors"] = machine.processors;
    json["memory"] = machine.memory;
    json["reactor"] = machine.reactor;
    json["workers"] = machine.workers;
    json["seed"] = info.seed;
    return json;
}

Json percentilesJson(const report::Percentiles& times, double most) {
    return Json{{"p50", times.p50}, {"p95", times.p95}, {"p99", times.p99}, {"max", most}};
}

Json requestsJson(const std::vector<report::RequestRow>& rows) {
    Json all = Json::array();
    for (const report::RequestRow& row : rows) {
        Json json{{"name", row.name}, {"requests", row.requests}, {"failed", row.failed}, {"rate", row.rate}};
        if (row.latency.answered > 0) {
            json["service"] = percentilesJson(row.latency.service, row.latency.serviceMax);
            json["response"] = percentilesJson(row.latency.response, row.latency.responseMax);
        }
        all.push_back(std::move(json));
    }
    return all;
}

Json errorsJson(const std::vector<report::ErrorRow>& rows) {
    Json all = Json::array();
    for (const report::ErrorRow& row : rows) {
        all.push_back(Json{{"name", row.name},
                           {"code", row.code},
                           {"status", row.status},
                           {"count", row.count},
                           {"firstSecond", row.first},
                           {"lastSecond", row.last}});
    }
    return all;
}

std::string_view levelName(history::LogLevel level) {
    switch (level) {
    case history::LogLevel::Debug:
        return "debug";
    case history::LogLevel::Info:
        return "info";
    case history::LogLevel::Warning:
        return "warning";
    case history::LogLevel::Error:
        break;
    }
    return "error";
}

void addRecords(const run::StoredRun& run, Json& json) {
    json["examples"] = Json::array();
    for (const history::ExampleRecord& example : run.examples) {
        json["examples"].push_back(Json{{"at", secondsOf(example.at)},
                                        {"name", example.name},
                                        {"kind", example.kind},
                                        {"request", example.request},
                                        {"response", example.response}});
    }
    json["messages"] = Json::array();
    for (const history::LogRecord& message : run.messages) {
        json["messages"].push_back(Json{{"at", secondsOf(message.at)},
                                        {"level", levelName(message.level)},
                                        {"source", message.source},
                                        {"text", message.text}});
    }
    json["marks"] = Json::array();
    for (const history::MarkRecord& mark : run.marks) {
        json["marks"].push_back(Json{{"at", secondsOf(mark.at)}, {"kind", mark.kind}, {"text", mark.text}});
    }
    json["recordsDropped"] = run.recordsDropped;
}

} // namespace

Json summaryJson(const history::RunSummary& run) {
    Json json;
    json["id"] = run.id.value;
    json["plan"] = run.planName;
    json["environment"] = run.environment;
    json["build"] = run.build;
    json["note"] = run.note;
    json["tags"] = Json::object();
    for (const auto& [key, value] : run.tags) {
        json["tags"][key] = value;
    }
    json["starred"] = run.isStarred;
    json["started"] = isoTime(run.started);
    json["ended"] = run.ended ? Json(isoTime(*run.ended)) : Json();
    json["state"] = stateName(run.state);
    json["verdict"] = verdictName(run.verdict);
    json["seconds"] = run.seconds;
    json["wideFrames"] = run.wideFrames;
    json["figures"] = embedded(run.keyFiguresJson);
    return json;
}

Json runJson(const history::RunSummary& summary, const run::StoredRun& run) {
    const report::ReportModel& model = run.model;
    Json json;
    json["run"] = summaryJson(summary);
    json["run"]["duration"] = secondsOf(model.run.duration);
    if (model.run.paused > Duration::zero()) {
        json["run"]["paused"] = secondsOf(model.run.paused);
    }
    json["machine"] = machineJson(model.run);
    json["verdict"] = embedded(verdict::verdictJson(model.verdict));
    json["summary"] =
        embedded(report::summaryExport(run.totals, run.metrics, model.verdict, model.run.measured()));
    json["requests"] = requestsJson(model.requests);
    json["errors"] = errorsJson(model.errors);
    addRecords(run, json);
    return json;
}

std::string jsonText(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace bw::app
