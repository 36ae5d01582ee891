#include "ui/bridge/live_run.h"

#include "core/run/mark_rows.h"
#include "core/run/pauses.h"
#include "core/run/run_figures.h"
#include "ui/bridge/mark_level.h"
#include "ui/format/event_text.h"
#include "ui/format/mark_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/words.h"

#include <QCoreApplication>

namespace bw::bridge {
namespace {

// Views draw all of a run's rows every second: six hours by the second, a day by every fourth. The run's own
// report has them all, and the history, too.
constexpr std::size_t kMostRows = 21'600;
constexpr std::size_t kMostLines = 5000; // of a log in a window; the history keeps more

class LiveWords {
    Q_DECLARE_TR_FUNCTIONS(live)
};

RunStage stageOf(engine::EngineStage stage) {
    switch (stage) {
    case engine::EngineStage::Setup:
        return RunStage::Setup;
    case engine::EngineStage::Load:
        return RunStage::Load;
    case engine::EngineStage::Teardown:
        return RunStage::Teardown;
    case engine::EngineStage::Ended:
        break;
    }
    return RunStage::Ended;
}

LogLevel levelOf(const engine::Event& event) {
    if (std::holds_alternative<engine::DebugExchange>(event.what)) {
        return LogLevel::Debug;
    }
    const auto* process = std::get_if<engine::ProcessChanged>(&event.what);
    const bool isFound = process != nullptr && process->what == engine::ProcessChanged::What::Found;
    const bool isFine = isFound || std::holds_alternative<engine::FeedEnded>(event.what) ||
                        std::holds_alternative<engine::ClockCorrected>(event.what);
    return isFine ? LogLevel::Info : LogLevel::Warning;
}

RunMoment momentOf(const run::Progress& progress) {
    const metrics::Snapshot& now = progress.snapshot;
    RunMoment moment;
    moment.stage = stageOf(progress.stage);
    moment.runTime = now.runTime;
    moment.planned = progress.planned;
    moment.isPaused = progress.isPaused;
    moment.vus = now.total.activeVus;
    moment.requests = now.requests;
    moment.failed = now.requestsFailed;
    moment.connections = now.connectionsOpen;
    for (std::size_t i = 0; i < progress.scenarios.size(); ++i) {
        const run::ScenarioProgress& scenario = progress.scenarios[i];
        const metrics::ScenarioSnapshot& counters = now.scenarios[i];
        moment.wantedVus += scenario.wantedVus;
        moment.scenarios.push_back({.name = format::plain(scenario.name),
                                    .executor = QString::fromStdString(scenario.executor),
                                    .done = scenario.done,
                                    .hasBegun = scenario.hasBegun,
                                    .vus = counters.activeVus,
                                    .wantedVus = scenario.wantedVus,
                                    .wantedRate = scenario.wantedRate,
                                    .added = scenario.added,
                                    .leastAdded = scenario.byHand.least,
                                    .mostAdded = scenario.byHand.most,
                                    .isOpen = scenario.isOpen,
                                    .isExternal = scenario.isExternal,
                                    .iterations = counters.iterationsDone,
                                    .dropped = counters.iterationsDropped});
    }
    return moment;
}

} // namespace

LiveRun::LiveRun(const run::PreparedRun& prepared, OnMoment onMoment, OnPicture onPicture)
    : m_onMoment(std::move(onMoment))
    , m_onPicture(std::move(onPicture))
    , m_info(run::runInfo(prepared, run::readSurroundings(),
                          prepared.request.workers.value_or(run::usableProcessors()), net::ReactorKind::Epoll,
                          SystemClock::instance().wallNow(), {}))
    , m_report(kMostRows)
    , m_window(prepared.compiled->metrics, prepared.budgets) {
    m_info.state = report::RunState::Running;
    for (const testplan::Problem& warning : prepared.warnings) {
        log({}, LogLevel::Warning, LiveWords::tr("Plan"), format::problemText(warning));
    }
}

void LiveRun::onStarted(std::optional<history::RunId> run) {
    if (run) {
        m_info.id = std::to_string(run->value);
    }
    m_onPicture(picture());
}

void LiveRun::onProgress(const run::Progress& progress) {
    m_runTime = progress.snapshot.runTime;
    m_onMoment(momentOf(progress));
}

void LiveRun::onFrame(const metrics::FramePtr& frame) {
    m_report.add(*frame);
    m_window.add(frame);
    m_info.duration = std::chrono::seconds(frame->end());
    m_info.paused = run::Pauses(m_marks).total(m_info.duration);
    m_onPicture(picture());
}

void LiveRun::onEvaluation(const verdict::Evaluation& evaluation) {
    m_verdict = verdict::conclude(evaluation);
}

void LiveRun::onEvent(const engine::Event& event) {
    log(event.at, levelOf(event), LiveWords::tr("Run"), format::eventText(event));
}

void LiveRun::onExample(const engine::Example& example) {
    m_examples.push_back({example.at, example.name, example.kind, example.request, example.response});
}

void LiveRun::onMark(const history::MarkRecord& mark) {
    m_marks.push_back(mark);
    log(mark.at, levelOf(mark), LiveWords::tr("Run"), format::markText(mark));
    m_onPicture(picture());
}

void LiveRun::onHistoryState(history::WriterState state) {
    log(m_runTime, state == history::WriterState::Writing ? LogLevel::Info : LogLevel::Warning,
        LiveWords::tr("History"), format::historyStateText(state));
}

void LiveRun::log(Duration at, LogLevel level, QString source, QString text) {
    if (m_log.size() < kMostLines) {
        m_log.push_back({at, level, std::move(source), std::move(text)});
    }
}

RunPicturePtr LiveRun::picture() const {
    auto picture = std::make_shared<RunPicture>();
    picture->model = m_report.build(m_info, m_verdict);
    picture->model.examples = m_examples;
    picture->gauges = m_window.readings(m_verdict.evaluation);
    picture->log = m_log;
    picture->model.marks = run::markRows(m_marks, m_info.duration);
    picture->isLive = true;
    return picture;
}

RunPicturePtr LiveRun::finalPicture(const run::RunResult& result) const {
    auto picture = std::make_shared<RunPicture>();
    picture->model = result.report;
    picture->gauges = m_window.readings(result.report.verdict.evaluation);
    for (GaugeReading& gauge : picture->gauges) { // there is no last minute of what is over
        gauge.lastSeconds.reset();
        gauge.lastMinute.clear();
    }
    picture->log = m_log;
    for (const LogLine& line : m_log) {
        if (line.level >= LogLevel::Warning) {
            picture->model.warnings.push_back(line.text.toStdString());
        }
    }
    return picture;
}

} // namespace bw::bridge
