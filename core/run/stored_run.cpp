#include "core/run/stored_run.h"

#include "core/report/report_builder.h"
#include "core/run/mark_rows.h"
#include "core/run/pauses.h"
#include "core/run/run_overview.h"
#include "core/run/stored_frames.h"
#include "core/testplan/threshold_spec.h"
#include "core/verdict/verdict_json.h"

#include <nlohmann/json.hpp>

namespace bw::run {
namespace {

using history::HistoryResult;
using history::RunDetail;

report::RunState stateOf(history::RunState state) {
    switch (state) {
    case history::RunState::Running:
        return report::RunState::Running;
    case history::RunState::Interrupted:
        return report::RunState::Interrupted;
    case history::RunState::Aborted:
        return report::RunState::Aborted;
    case history::RunState::Finished:
        break;
    }
    return report::RunState::Finished;
}

unsigned countOf(int number) {
    return number > 0 ? static_cast<unsigned>(number) : 0;
}

// What runStart() put in beside the columns.
void addOptions(const std::string& text, report::RunInfo& info) {
    const nlohmann::json options = nlohmann::json::parse(text, nullptr, false);
    if (!options.is_object()) {
        return;
    }
    if (const auto cpu = options.find("cpu"); cpu != options.end() && cpu->is_string()) {
        info.surroundings.cpu = cpu->get<std::string>();
    }
    if (const auto memory = options.find("memory"); memory != options.end() && memory->is_number_unsigned()) {
        info.surroundings.memory = memory->get<std::uint64_t>();
    }
    if (const auto about = options.find("description"); about != options.end() && about->is_string()) {
        info.description = about->get<std::string>();
    }
}

report::RunInfo infoOf(const RunDetail& run, const verdict::Verdict& verdict) {
    const history::RunSummary& summary = run.summary;
    report::RunInfo info;
    info.id = std::to_string(summary.id.value);
    info.planName = summary.planName;
    info.environment = summary.environment;
    info.build = summary.build;
    info.note = summary.note;
    info.tags.assign(summary.tags.begin(), summary.tags.end());
    info.started = summary.started;
    // The verdict knows the time to the nanosecond, unless the run never came that far.
    const Duration elapsed = verdict.evaluation.elapsed;
    info.duration = elapsed > Duration::zero() ? elapsed : std::chrono::seconds(summary.seconds);
    info.seed = run.seed;
    info.state = stateOf(summary.state);
    info.surroundings.program = run.program;
    info.surroundings.host = run.host;
    info.surroundings.kernel = run.kernel;
    info.surroundings.reactor = run.reactor;
    info.surroundings.processors = countOf(run.cores);
    info.surroundings.workers = countOf(run.workers);
    addOptions(run.optionsJson, info);
    return info;
}

// Metrics that a threshold names and nobody measured have no series, but a type.
void addJudged(const verdict::Evaluation& evaluation, metrics::MetricRegistry& metrics) {
    for (const verdict::ThresholdResult& threshold : evaluation.thresholds) {
        if (const auto selector = testplan::parseSelector(threshold.selector)) {
            (void)metrics.add(selector->metric, threshold.type, threshold.kind);
        }
    }
}

HistoryResult<void> addRecords(history::HistoryReader& reader, history::RunId id, StoredRun& run) {
    auto examples = reader.examples(id);
    if (!examples) {
        return std::unexpected(std::move(examples.error()));
    }
    auto messages = reader.messages(id);
    if (!messages) {
        return std::unexpected(std::move(messages.error()));
    }
    for (const history::ExampleRecord& example : *examples) {
        run.model.examples.push_back(
            {example.at, example.name, example.kind, example.request, example.response});
    }
    run.examples = std::move(*examples);
    run.messages = std::move(*messages);
    return {};
}

verdict::Verdict verdictOf(const std::string& json) {
    if (auto read = verdict::verdictFromJson(json)) {
        return std::move(*read);
    }
    verdict::Verdict unknown;
    unknown.outcome = verdict::Outcome::Inconclusive;
    return unknown;
}

} // namespace

HistoryResult<StoredRun> loadRun(const history::HistoryStore& store, history::RunId id, CurveDetail curves) {
    auto opened = openRun(store, id);
    if (!opened) {
        return std::unexpected(std::move(opened.error()));
    }
    auto& [reader, detail, frames] = *opened;
    report::ReportBuilder builder;
    const auto read = curves == CurveDetail::Overview
                          ? readOverview(frames, reader, detail.summary.seconds, builder)
                          : frames.forEach(reader, [&](const metrics::Frame& frame) { builder.add(frame); });
    if (!read) {
        return std::unexpected(read.error());
    }
    StoredRun run;
    verdict::Verdict verdict = verdictOf(detail.verdictJson);
    report::RunInfo info = infoOf(detail, verdict);
    auto marks = reader.marks(id);
    if (!marks) {
        return std::unexpected(std::move(marks.error()));
    }
    run.marks = std::move(*marks);
    info.paused = Pauses(run.marks).total(info.duration);
    const Duration duration = info.duration;
    run.model = builder.build(std::move(info), std::move(verdict));
    run.model.marks = markRows(run.marks, duration);
    run.model.planText = std::move(detail.planText);
    run.totals = builder.totals();
    run.metrics = frames.metrics();
    addJudged(run.model.verdict.evaluation, run.metrics);
    run.recordsDropped = detail.recordsDropped;
    if (auto added = addRecords(reader, id, run); !added) {
        return std::unexpected(std::move(added.error()));
    }
    return run;
}

} // namespace bw::run
