#include "core/run/run_controller.h"

#include "core/history/history_store.h"
#include "core/metrics/frame_builder.h"
#include "core/report/report_builder.h"
#include "core/run/event_log.h"
#include "core/run/mark_rows.h"
#include "core/run/own_gauges.h"
#include "core/run/pauses.h"
#include "core/run/process_gauges.h"
#include "core/run/progress.h"
#include "core/run/run_figures.h"
#include "core/run/watched_processes.h"
#include "core/verdict/verdict_evaluator.h"
#include "core/verdict/verdict_json.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace bw::run {
namespace {

constexpr Duration kTick = std::chrono::milliseconds(100);
constexpr Duration kEvaluateEvery = std::chrono::seconds(2);

net::ReactorKind kindOf(ReactorChoice choice) {
    switch (choice) {
    case ReactorChoice::Epoll:
        return net::ReactorKind::Epoll;
    case ReactorChoice::IoUring:
        return net::ReactorKind::IoUring;
    case ReactorChoice::Auto:
        break;
    }
    return net::ReactorKind::Auto;
}

history::RunState stateOf(RunEnd end) {
    switch (end) {
    case RunEnd::Interrupted:
        return history::RunState::Interrupted;
    case RunEnd::AbortedByThreshold:
    case RunEnd::SetupFailed:
        return history::RunState::Aborted;
    case RunEnd::Finished:
        break;
    }
    return history::RunState::Finished;
}

history::RunVerdict verdictOf(verdict::Outcome outcome) {
    switch (outcome) {
    case verdict::Outcome::Fail:
        return history::RunVerdict::Fail;
    case verdict::Outcome::Inconclusive:
        return history::RunVerdict::Inconclusive;
    case verdict::Outcome::Pass:
        break;
    }
    return history::RunVerdict::Pass;
}

// "browsing +10 vus": by how much more than the plan's; of a scenario that is controlled from outside how
// many.
std::string loadMark(const runplan::Scenario& scenario, double added) {
    const bool isExternal = scenario.load.isExternal();
    const bool isOpen = scenario.load.model() == runplan::LoadModel::Arrivals;
    char amount[32];
    std::snprintf(amount, sizeof amount, isExternal ? "%g" : "%+g",
                  isExternal ? added - scenario.load.byHand().least : added);
    return scenario.name + ' ' + amount + (isOpen ? " rate" : " vus");
}

} // namespace

// The run's parts, in the order the data goes through them.
class RunController::Parts {
public:
    Parts(PreparedRun prepared_, const Clock& clock_, ReadClocks clocks_)
        : prepared(std::move(prepared_))
        , clock(clock_)
        , readClocks(std::move(clocks_))
        , surroundings(readSurroundings())
        , plan(*prepared.compiled)
        , own(plan.metrics, clock_)
        , judge(plan.metrics, prepared.plan.thresholds, prepared.budgets, {prepared.request.timeScale}) {}

    [[nodiscard]] std::optional<StartError> open();
    void start(RunObserver& observer);
    // One turn of the controller.
    // Nothing when the run is over.
    [[nodiscard]] std::optional<Progress> turn(RunObserver& observer, int stops, CommandQueue& commands);
    [[nodiscard]] RunResult finish(RunObserver& observer);

private:
    [[nodiscard]] std::optional<StartError> openOutputs();
    [[nodiscard]] std::optional<StartError> openHistory();
    void obey(int stops);
    [[nodiscard]] CommandResult carryOut(const RunCommand& command, RunObserver& observer);
    [[nodiscard]] CommandResult pause(RunObserver& observer);
    [[nodiscard]] CommandResult resume();
    [[nodiscard]] CommandResult addLoad(const AddLoad& wanted, RunObserver& observer);
    void endPause(RunObserver& observer);
    void take(const std::vector<metrics::FramePtr>& frames, RunObserver& observer);
    void takeTold(RunObserver& observer);
    void tell(const engine::Event& event, RunObserver& observer);
    void watchClocks(RunObserver& observer);
    void mark(const char* kind, std::string text, RunObserver& observer) {
        mark({load->runTime(), kind, std::move(text)}, observer);
    }
    void mark(history::MarkRecord record, RunObserver& observer);
    void evaluate(RunObserver& observer);
    [[nodiscard]] RunEnd endOf() const;
    void store(RunResult& result);

    PreparedRun prepared;
    const Clock& clock;
    ReadClocks readClocks;
    Surroundings surroundings;
    const runplan::RunPlan& plan;
    std::unique_ptr<engine::LoadEngine> load;
    OwnGauges own;
    std::optional<ProcessGauges> processes; // when there are any to watch
    std::vector<metrics::Recorder*> recorders;
    std::optional<metrics::FrameBuilder> frames;
    verdict::VerdictEvaluator judge;
    report::ReportBuilder report;
    std::optional<history::HistoryStore> store_;
    SampleFiles outputs; // before the engine's queues go, it is finished
    std::unique_ptr<history::RunWriter> writer;
    std::optional<history::RunId> id;
    std::optional<history::WriterState> cannotStore; // from the beginning
    std::atomic<int> historyState{0};
    int toldHistoryState = 0;
    ClockWatch clocks{readClocks()};
    Pauses pauses;
    LoadChange loadChange = LoadChange::None;
    std::set<std::string> told; // events, as they are kept: workers meet the same thing each
    std::vector<engine::Example> examples;
    std::vector<history::MarkRecord> marks;
    Duration nextEvaluation = kEvaluateEvery;
    int obeyed = 0;
    bool abortedByThreshold = false;
};

std::optional<StartError> RunController::Parts::open() {
    const RunRequest& request = prepared.request;
    engine::EngineOptions options;
    options.workers = request.workers.value_or(surroundings.processors);
    options.more =
        request.workers ? engine::EngineOptions::MoreWorkers::No : engine::EngineOptions::MoreWorkers::Yes;
    options.reactor = kindOf(request.reactor);
    options.points =
        request.outputs.empty() ? engine::EngineOptions::Points::No : engine::EngineOptions::Points::Yes;
    options.debug = request.httpDebug ? engine::RunContext::Debug::On : engine::RunContext::Debug::Off;
    auto engine = engine::LoadEngine::create(prepared.compiled, options, clock);
    if (!engine) {
        return StartError(engine.error());
    }
    load = std::move(*engine);
    recorders.assign(load->recorders().begin(), load->recorders().end());
    recorders.push_back(&own.recorder());
    if (const auto watched = watchedProcesses(prepared); !watched.empty()) {
        processes.emplace(plan.metrics, watched, observe::ProcFolder(), clock);
        recorders.push_back(&processes->recorder());
    }
    frames.emplace(plan.metrics, recorders.size());
    if (auto error = openOutputs()) {
        return error;
    }
    return openHistory();
}

std::optional<StartError> RunController::Parts::openOutputs() {
    for (const SampleOutput& output : prepared.request.outputs) {
        auto format = output.format == SampleOutput::Format::Json
                          ? makeJsonFormat(plan.metrics, clock.wallNow(), metricNotes(prepared.plan))
                          : makeCsvFormat(plan.metrics, clock.wallNow());
        if (auto added = outputs.add(output.path, std::move(format)); !added) {
            return StartError(added.error());
        }
    }
    return std::nullopt;
}

std::optional<StartError> RunController::Parts::openHistory() {
    if (!prepared.request.history) {
        return std::nullopt;
    }
    auto opened = history::HistoryStore::open(*prepared.request.history, history::OpenMode::Create);
    if (!opened && opened.error().kind == history::HistoryErrorKind::DiskFull) {
        cannotStore = history::WriterState::DiskFull; // the run matters more than its keeping; it is told
        return std::nullopt;
    }
    if (!opened) {
        return StartError(opened.error());
    }
    store_ = std::move(*opened);
    return std::nullopt;
}

void RunController::Parts::start(RunObserver& observer) {
    if (store_) {
        auto begun = store_->beginRun(
            runStart(prepared, surroundings, load->workers(), load->reactorKind(), clock.wallNow()),
            plan.metrics, [this](history::WriterState state) { historyState = static_cast<int>(state); });
        if (begun) {
            writer = std::move(*begun);
            id = writer->id();
        } else {
            cannotStore = begun.error().kind == history::HistoryErrorKind::DiskFull
                              ? history::WriterState::DiskFull
                              : history::WriterState::Failing;
        }
    }
    if (cannotStore) {
        observer.onHistoryState(*cannotStore);
    }
    std::vector<engine::PointQueue*> queues;
    for (const auto& queue : load->points()) {
        queues.push_back(queue.get());
    }
    if (!queues.empty()) {
        outputs.start(std::move(queues));
    }
    observer.onStarted(id);
    if (processes) {
        processes->begin();
    }
    load->start();
}

std::optional<Progress> RunController::Parts::turn(RunObserver& observer, int stops, CommandQueue& commands) {
    load->wait(kTick);
    obey(stops);
    for (const CommandQueue::Waiting& waiting : commands.take()) {
        waiting.answer(carryOut(waiting.command, observer));
    }
    endPause(observer);
    const engine::EngineStage stage = load->advance();
    const Duration runTime = load->runTime();
    Progress progress;
    progress.stage = stage;
    progress.snapshot = metrics::takeSnapshot(load->counters(), runTime);
    progress.isPaused = load->isPaused();
    progress.paused = pauses.total(runTime);
    describeProgress(plan, load->scheduleTime(), load->added(), progress);
    own.record(runTime, progress.snapshot, *load);
    if (processes) {
        processes->record(runTime);
    }
    take(frames->collect(recorders), observer);
    takeTold(observer);
    watchClocks(observer);
    if (runTime >= nextEvaluation && stage == engine::EngineStage::Load) {
        nextEvaluation += kEvaluateEvery;
        evaluate(observer);
    }
    observer.onProgress(progress);
    return stage != engine::EngineStage::Ended ? std::optional(std::move(progress)) : std::nullopt;
}

void RunController::Parts::obey(int stops) {
    if (obeyed == 0 && stops > 0) {
        load->stopGracefully();
    }
    if (obeyed <= 1 && stops > 1) {
        load->abort();
    }
    obeyed = stops;
}

void RunController::Parts::take(const std::vector<metrics::FramePtr>& made, RunObserver& observer) {
    for (const metrics::FramePtr& frame : made) {
        if (pauses.touch(frame->second, frame->width)) {
            judge.leaveOut(*frame);
        } else {
            judge.add(*frame);
        }
        report.add(*frame);
        if (writer) {
            writer->append(frame);
        }
        observer.onFrame(frame);
    }
}

void RunController::Parts::tell(const engine::Event& event, RunObserver& observer) {
    history::LogRecord record = recordOf(event);
    const bool isOwn = record.level == history::LogLevel::Debug; // every exchange is its own
    if (!isOwn && !told.insert(record.source + '\n' + record.text).second) {
        return;
    }
    if (writer) {
        writer->addLog(std::move(record));
    }
    observer.onEvent(event);
}

void RunController::Parts::takeTold(RunObserver& observer) {
    for (const engine::Event& event : load->takeEvents()) {
        tell(event, observer);
    }
    if (processes) {
        for (const engine::Event& event : processes->takeEvents()) {
            tell(event, observer);
        }
    }
    for (engine::Example& example : load->takeExamples()) {
        if (!wantsExample(examples, example)) {
            continue;
        }
        if (writer) {
            writer->addExample({example.at, example.name, example.kind, example.request, example.response});
        }
        observer.onExample(example);
        examples.push_back(std::move(example));
    }
    if (const int state = historyState; state != toldHistoryState) {
        toldHistoryState = state;
        observer.onHistoryState(static_cast<history::WriterState>(state));
    }
}

void RunController::Parts::watchClocks(RunObserver& observer) {
    if (const auto event = clocks.take(readClocks())) {
        const auto amount = std::chrono::duration_cast<std::chrono::milliseconds>(event->amount);
        mark(event->kind == ClockEvent::Kind::Suspend ? "suspend" : "clock_jump",
             std::to_string(amount.count()), observer);
    }
}

CommandResult RunController::Parts::carryOut(const RunCommand& command, RunObserver& observer) {
    if (std::holds_alternative<PauseLoad>(command)) {
        return pause(observer);
    }
    if (std::holds_alternative<ResumeLoad>(command)) {
        return resume();
    }
    if (const auto* wanted = std::get_if<AddLoad>(&command)) {
        return addLoad(*wanted, observer);
    }
    const auto& moment = std::get<MarkMoment>(command);
    mark({moment.at.value_or(load->runTime()), "note", moment.text}, observer);
    return CommandResult::Done;
}

CommandResult RunController::Parts::pause(RunObserver& observer) {
    if (load->isPaused()) {
        return CommandResult::AlreadyPaused;
    }
    if (!load->pause()) {
        return CommandResult::NoLoad;
    }
    const Duration at = load->runTime();
    pauses.begin(at);
    mark({at, "pause", {}}, observer);
    return CommandResult::Done;
}

CommandResult RunController::Parts::resume() {
    return load->resume() ? CommandResult::Done : CommandResult::NotPaused;
}

// A stop ends a pause, too.
void RunController::Parts::endPause(RunObserver& observer) {
    const bool wasPaused = !pauses.spans().empty() && !pauses.spans().back().end;
    if (wasPaused && !load->isPaused()) {
        const Duration at = load->runTime();
        pauses.end(at);
        mark({at, "resume", {}}, observer);
    }
}

CommandResult RunController::Parts::addLoad(const AddLoad& wanted, RunObserver& observer) {
    const auto scenario = std::ranges::find(plan.scenarios, wanted.scenario, &runplan::Scenario::name);
    if (scenario == plan.scenarios.end()) {
        return CommandResult::NoSuchScenario;
    }
    const auto index = static_cast<std::uint32_t>(scenario - plan.scenarios.begin());
    if (!load->setAdded(index, wanted.amount)) {
        return CommandResult::NoLoad;
    }
    loadChange = LoadChange::ByHand;
    mark("load", loadMark(*scenario, load->added()[index]), observer);
    return CommandResult::Done;
}

void RunController::Parts::mark(history::MarkRecord record, RunObserver& observer) {
    observer.onMark(record);
    if (marks.size() < history::RunWriter::kMaxMarks) {
        marks.push_back(record);
    }
    if (writer) {
        writer->addMark(std::move(record));
    }
}

void RunController::Parts::evaluate(RunObserver& observer) {
    const verdict::Evaluation evaluation = judge.evaluate(load->runTime(), verdict::Moment::Running);
    if (const verdict::ThresholdResult* breached = evaluation.abort();
        breached != nullptr && !abortedByThreshold) {
        abortedByThreshold = true;
        mark("abort", breached->selector + ": " + breached->source, observer);
        load->stopNow();
    }
    observer.onEvaluation(evaluation);
}

RunEnd RunController::Parts::endOf() const {
    if (obeyed > 0) {
        return RunEnd::Interrupted;
    }
    if (load->setupFailed()) {
        return RunEnd::SetupFailed;
    }
    return abortedByThreshold ? RunEnd::AbortedByThreshold : RunEnd::Finished;
}

RunResult RunController::Parts::finish(RunObserver& observer) {
    const Duration runTime = load->runTime();
    load->join();
    own.record(runTime, metrics::takeSnapshot(load->counters(), runTime), *load);
    if (processes) {
        processes->finish(runTime);
    }
    take(frames->finish(recorders, runTime), observer);
    takeTold(observer);
    RunResult result;
    result.outputs = outputs.finish();
    result.end = endOf();
    result.id = id;
    verdict::Verdict verdict =
        verdict::conclude(judge.evaluate(runTime, verdict::Moment::Ended),
                          load->setupFailed() ? verdict::LoadMade::No : verdict::LoadMade::Yes);
    if (plan.http.tls.verify == runplan::TlsFiles::Verify::No) {
        verdict.certificates = verdict::Certificates::NotVerified;
    }
    report::RunInfo info =
        runInfo(prepared, surroundings, load->workers(), load->reactorKind(), load->wallStart(), runTime);
    info.paused = pauses.total(runTime);
    info.state = result.end == RunEnd::Finished      ? report::RunState::Finished
                 : result.end == RunEnd::Interrupted ? report::RunState::Interrupted
                                                     : report::RunState::Aborted;
    if (id) {
        info.id = std::to_string(id->value);
    }
    result.report = report.build(std::move(info), std::move(verdict));
    result.report.planText = plan.masked(prepared.planText);
    result.report.marks = markRows(marks, runTime);
    result.totals = report.totals();
    for (const engine::Example& example : examples) {
        result.report.examples.push_back(
            {example.at, example.name, example.kind, example.request, example.response});
    }
    store(result);
    return result;
}

void RunController::Parts::store(RunResult& result) {
    if (!writer) {
        return;
    }
    history::RunOutcome outcome;
    outcome.state = stateOf(result.end);
    outcome.verdict = verdictOf(result.report.verdict.outcome);
    outcome.verdictJson = verdict::verdictJson(result.report.verdict);
    outcome.keyFiguresJson = keyFiguresJson(result.report.figures, loadChange);
    outcome.ended = clock.wallNow();
    if (auto stored = writer->finish(std::move(outcome)); !stored) {
        result.historyError = stored.error();
    }
}

RunController::RunController(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)) {}

RunController::~RunController() = default;

Result<std::unique_ptr<RunController>, StartError>
RunController::create(PreparedRun prepared, const Clock& clock, ReadClocks clocks) {
    auto parts = std::make_unique<Parts>(std::move(prepared), clock, std::move(clocks));
    if (auto error = parts->open()) {
        return std::unexpected(std::move(*error));
    }
    return std::unique_ptr<RunController>(new RunController(std::move(parts)));
}

Progress RunController::progress() const {
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

RunResult RunController::run(RunObserver& observer) {
    m_parts->start(observer);
    while (auto now = m_parts->turn(observer, m_stops.load(std::memory_order_relaxed), m_commands)) {
        const std::lock_guard lock(m_mutex);
        m_progress = std::move(*now);
    }
    m_commands.close();
    return m_parts->finish(observer);
}

} // namespace bw::run
