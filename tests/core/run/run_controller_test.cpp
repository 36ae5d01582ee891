#include "core/base/file.h"
#include "core/history/history_store.h"
#include "core/report/model_json.h"
#include "core/run/run_controller.h"
#include "core/run/stored_run.h"
#include "tests/core/engine/target.h"
#include "tests/core/runplan/plan_text.h"
#include "tests/support/process.h"

#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <thread>

namespace bw::run {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::size_t kLimit = 64UL * 1024 * 1024;

// Writes down in which order it is told of things, and may stop the run at a moment of its own.
class Listener final : public RunObserver {
public:
    void onStarted(std::optional<history::RunId> run) override {
        order.emplace_back("started");
        id = run;
    }
    void onProgress(const Progress& progress) override {
        note("progress");
        if (onEveryProgress) {
            onEveryProgress(progress);
        }
    }
    void onFrame(const metrics::FramePtr& frame) override {
        note("frame");
        frames.push_back(frame->second);
    }
    void onEvaluation(const verdict::Evaluation&) override { note("evaluation"); }
    void onEvent(const engine::Event& event) override {
        ++events;
        if (const auto* process = std::get_if<engine::ProcessChanged>(&event.what)) {
            processes.push_back(process->what);
        }
    }
    void onExample(const engine::Example&) override { ++examples; }
    void onMark(const history::MarkRecord& mark) override { marks.push_back(mark.kind); }

    void note(const char* what) {
        if (order.back() != what) {
            order.emplace_back(what);
        }
    }

    std::vector<std::string> order;
    std::optional<history::RunId> id;
    std::vector<std::int64_t> frames;
    std::vector<std::string> marks;
    std::vector<engine::ProcessChanged::What> processes;
    int events = 0;
    int examples = 0;
    std::function<void(const Progress&)> onEveryProgress;
};

class RunControllerTest : public testing::Test {
protected:
    RunControllerTest() {
        std::string pattern = testing::TempDir() + "bw-run-XXXXXX";
        EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        m_request.planPath = m_folder + "/test.plan.json";
        m_request.history = m_folder + "/history.sqlite";
        m_request.resources = BW_SOURCE_DIR "/resources";
        m_request.workers = 2;
    }
    ~RunControllerTest() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string ask(const std::string& target, const std::string& more = {}) const {
        return R"({"http": {"name": "ask", "url": ")" + m_target.url() + target + "\"" + more + "}}";
    }

    RunResult run(const runplan::PlanText& plan, int stops = 0) {
        m_request.planText = plan.json();
        auto prepared = prepareRun(m_request);
        EXPECT_TRUE(prepared);
        auto controller = RunController::create(std::move(*prepared), SystemClock::instance());
        EXPECT_TRUE(controller);
        for (int i = 0; i < stops; ++i) {
            (*controller)->requestStop();
        }
        m_controller = controller->get();
        RunResult result = (*controller)->run(m_listener);
        m_controller = nullptr;
        return result;
    }

    [[nodiscard]] StoredRun stored(const RunResult& result) const {
        const auto store = history::HistoryStore::open(*m_request.history, history::OpenMode::ReadOnly);
        EXPECT_TRUE(store && result.id);
        auto loaded = loadRun(*store, *result.id);
        EXPECT_TRUE(loaded);
        return std::move(*loaded);
    }

    [[nodiscard]] std::string read(const std::string& name) const {
        return readFile(m_folder + "/" + name, kLimit).value_or(std::string());
    }

    static std::string iterations(int vus, int count) {
        return R"("load": {"executor": "per-vu-iterations", "flow": "main", "vus": )" + std::to_string(vus) +
               R"(, "iterations": )" + std::to_string(count) + "}";
    }
    static constexpr const char* kForever =
        R"("load": {"executor": "constant-vus", "flow": "main", "vus": 2, "duration": "10m"})";

    std::string m_folder;
    engine::Target m_target;
    RunRequest m_request;
    Listener m_listener;
    RunController* m_controller = nullptr;
};

TEST_F(RunControllerTest, KeepsWhatItMeasuredAndJudged) {
    const RunResult result = run({.steps = ask("/ok"),
                                  .top = R"("thresholds": {"http_req_failed": ["rate<0.01"]}, )",
                                  .scenarios = iterations(4, 25)});
    EXPECT_EQ(result.end, RunEnd::Finished);
    EXPECT_EQ(result.report.figures.requests, 100U);
    EXPECT_EQ(result.report.verdict.outcome, verdict::Outcome::Pass);
    EXPECT_FALSE(result.historyError);
    const StoredRun kept = stored(result);
    EXPECT_EQ(kept.model.figures.requests, 100U);
    EXPECT_EQ(kept.model.verdict.outcome, verdict::Outcome::Pass);
    EXPECT_EQ(kept.model.run.state, report::RunState::Finished);
    EXPECT_EQ(kept.model.planText, *m_request.planText);
    EXPECT_EQ(kept.model.figures.latency.service.p95, result.report.figures.latency.service.p95);
}

TEST_F(RunControllerTest, TellsOfTheRunInItsOrder) {
    const RunResult result = run({.steps = ask("/late/300"), .scenarios = iterations(1, 4)});
    ASSERT_GE(m_listener.order.size(), 3U);
    EXPECT_EQ(m_listener.order.front(), "started");
    EXPECT_EQ(m_listener.id, result.id);
    ASSERT_GE(m_listener.frames.size(), 2U);
    for (std::size_t i = 0; i < m_listener.frames.size(); ++i) {
        EXPECT_EQ(m_listener.frames[i], static_cast<std::int64_t>(i));
    }
}

TEST_F(RunControllerTest, ABreachedThresholdAborts) {
    // With pauses: a generator that is always busy would be in doubt.
    const RunResult result = run(
        {.steps = ask("/status/500") + R"(, {"think": "5ms"})",
         .top = R"("thresholds": {"http_req_failed": [{"threshold": "rate<0.5", "abortOnFail": true}]}, )",
         .scenarios = kForever});
    EXPECT_EQ(result.end, RunEnd::AbortedByThreshold);
    EXPECT_EQ(result.report.verdict.outcome, verdict::Outcome::Fail);
    EXPECT_THAT(m_listener.marks, testing::ElementsAre("abort"));
    const StoredRun kept = stored(result);
    EXPECT_EQ(kept.model.run.state, report::RunState::Aborted);
    ASSERT_EQ(kept.marks.size(), 1U);
    EXPECT_EQ(kept.marks[0].text, "http_req_failed: rate<0.5");
}

TEST_F(RunControllerTest, TheFirstStopLetsIterationsEnd) {
    m_listener.onEveryProgress = [this](const Progress& progress) {
        if (progress.snapshot.requests > 0 && m_listener.frames.empty()) {
            m_controller->requestStop();
            m_listener.onEveryProgress = nullptr;
        }
    };
    const RunResult result = run({.steps = ask("/late/50"), .scenarios = kForever});
    EXPECT_EQ(result.end, RunEnd::Interrupted);
    EXPECT_EQ(result.report.figures.interrupted, 0U);
    EXPECT_GT(result.report.figures.iterations, 0U);
    EXPECT_EQ(stored(result).model.run.state, report::RunState::Interrupted);
}

TEST_F(RunControllerTest, TheSecondStopCutsThemOff) {
    m_listener.onEveryProgress = [this](const Progress& progress) {
        if (progress.snapshot.total.iterationsStarted >= 2) {
            m_controller->requestStop();
            m_controller->requestStop();
            m_listener.onEveryProgress = nullptr;
        }
    };
    const RunResult result = run({.steps = ask("/never"), .scenarios = kForever});
    EXPECT_EQ(result.end, RunEnd::Interrupted);
    EXPECT_EQ(result.report.figures.interrupted, 2U);
}

// A run of a few seconds that is paused once it made load, and goes on.
TEST_F(RunControllerTest, APauseIsMarkedAndLeftOutOfTheVerdict) {
    std::vector<CommandResult> results;
    std::int64_t whilePaused = -1;
    Duration pausedAt{};
    enum { Wait, Pausing, Paused, Over } stage = Wait;
    m_listener.onEveryProgress = [&](const Progress& now) {
        const auto answer = [&](CommandResult result) { results.push_back(result); };
        if (stage == Wait && now.snapshot.runTime > std::chrono::milliseconds(1200)) {
            stage = Pausing;
            m_controller->send(PauseLoad{}, answer);
            m_controller->send(PauseLoad{}, answer);
        } else if (stage == Pausing && now.isPaused && now.snapshot.total.activeVus == 0) {
            stage = Paused;
            pausedAt = now.snapshot.runTime;
            whilePaused = now.snapshot.requests;
        } else if (stage == Paused && now.snapshot.runTime > pausedAt + std::chrono::milliseconds(2100)) {
            stage = Over;
            EXPECT_EQ(now.snapshot.requests, whilePaused);
            EXPECT_GT(now.paused, std::chrono::seconds(2));
            m_controller->send(ResumeLoad{}, answer);
            m_controller->send(ResumeLoad{}, answer);
        }
    };
    const RunResult result =
        run({.steps = ask("/late/10"),
             .scenarios = R"("load": {"executor": "constant-arrival-rate", "flow": "main", "rate": 50,
                              "duration": "4s", "preAllocatedVUs": 10})"});
    using enum CommandResult;
    EXPECT_THAT(results, testing::ElementsAre(Done, AlreadyPaused, Done, NotPaused));
    EXPECT_THAT(m_listener.marks, testing::ElementsAre("pause", "resume"));
    EXPECT_EQ(result.report.figures.requests, 200U); // all of the plan's, only later
    EXPECT_GT(result.report.run.paused, std::chrono::seconds(2));
    EXPECT_NEAR(result.report.figures.requestRate, 50, 5);
    EXPECT_GE(result.report.verdict.evaluation.leftOut, std::chrono::seconds(2));
    const StoredRun kept = stored(result);
    EXPECT_EQ(kept.model.verdict, result.report.verdict);
    EXPECT_NEAR(kept.model.figures.requestRate, result.report.figures.requestRate, 0.5);
}

TEST_F(RunControllerTest, AStopEndsAPause) {
    m_listener.onEveryProgress = [this](const Progress& now) {
        if (now.snapshot.requests > 0 && !now.isPaused && m_listener.marks.empty()) {
            m_controller->send(PauseLoad{});
        } else if (now.isPaused) {
            m_controller->requestStop();
        }
    };
    const RunResult result = run({.steps = ask("/ok"), .scenarios = kForever});
    EXPECT_EQ(result.end, RunEnd::Interrupted);
    EXPECT_THAT(m_listener.marks, testing::ElementsAre("pause", "resume"));
}

TEST_F(RunControllerTest, LoadByHandAndNotesAreMarkedAndKept) {
    std::vector<CommandResult> results;
    bool sent = false;
    m_listener.onEveryProgress = [&](const Progress& now) {
        const auto answer = [&](CommandResult result) { results.push_back(result); };
        if (now.snapshot.requests > 0 && !sent) {
            sent = true;
            m_controller->send(AddLoad{"load", 3}, answer);
            m_controller->send(AddLoad{"lode", 3}, answer);
            m_controller->send(MarkMoment{"the cache was emptied", {}}, answer);
            m_controller->send(MarkMoment{"before", std::chrono::milliseconds(5)}, answer);
        } else if (now.snapshot.total.activeVus == 5) {
            EXPECT_EQ(now.scenarios[0].added, 3);
            EXPECT_EQ(now.scenarios[0].wantedVus, 5);
            m_controller->requestStop();
            m_listener.onEveryProgress = nullptr;
        }
    };
    const RunResult result = run({.steps = ask("/late/20"), .scenarios = kForever});
    using enum CommandResult;
    EXPECT_THAT(results, testing::ElementsAre(Done, NoSuchScenario, Done, Done));
    const StoredRun kept = stored(result);
    ASSERT_EQ(kept.marks.size(), 3U);
    EXPECT_EQ(kept.marks[0].text, "before"); // by time
    EXPECT_EQ(kept.marks[1].kind, "load");
    EXPECT_EQ(kept.marks[1].text, "load +3 vus");
    EXPECT_EQ(kept.marks[2].kind, "note");
    EXPECT_EQ(kept.marks[2].text, "the cache was emptied");
}

TEST_F(RunControllerTest, BeforeAndAfterTheLoadThereIsNothingToSteer) {
    std::vector<CommandResult> results;
    m_request.planText = runplan::PlanText{.steps = ask("/ok"), .scenarios = iterations(1, 1)}.json();
    auto prepared = prepareRun(m_request);
    ASSERT_TRUE(prepared);
    auto controller = RunController::create(std::move(*prepared), SystemClock::instance());
    ASSERT_TRUE(controller);
    (void)(*controller)->run(m_listener);
    (*controller)->send(PauseLoad{}, [&](CommandResult result) { results.push_back(result); });
    (*controller)->send(AddLoad{"load", 1}, [&](CommandResult result) { results.push_back(result); });
    EXPECT_THAT(results, testing::ElementsAre(CommandResult::NoLoad, CommandResult::NoLoad));
}

TEST_F(RunControllerTest, WithoutASetupThatHoldsThereIsNoLoad) {
    const RunResult result =
        run({.steps = ask("/ok"),
             .top = R"("setup": "login", )",
             .flows = R"("login": {"steps": [)" +
                      ask("/status/401", R"(, "checks": {"in": "status == 200"})") + "]}, ",
             .scenarios = iterations(2, 5)});
    EXPECT_EQ(result.end, RunEnd::SetupFailed);
    EXPECT_EQ(result.report.verdict.outcome, verdict::Outcome::Inconclusive);
    EXPECT_EQ(result.report.verdict.reasons.front().kind, verdict::ReasonKind::NoLoad);
    EXPECT_EQ(m_target.seen.all().size(), 1U);
    EXPECT_EQ(stored(result).model.run.state, report::RunState::Aborted);
    EXPECT_FALSE(stored(result).examples.empty());
}

TEST_F(RunControllerTest, KeepsFiveExamplesOfAKindAndNoMore) {
    const RunResult result = run({.steps = ask("/status/503"), .scenarios = iterations(4, 10)});
    EXPECT_EQ(result.report.examples.size(), 5U);
    EXPECT_EQ(m_listener.examples, 5);
    EXPECT_EQ(stored(result).examples.size(), 5U);
}

TEST_F(RunControllerTest, TellsWhatManyWorkersMeetOnce) {
    const RunResult result = run(
        {.steps = ask("/ok"),
         .top = R"("variables": {"nothing": ""}, )",
         .scenarios =
             R"("load": {"executor": "constant-arrival-rate", "flow": "main", "rate": 400, "duration": "1s",
                          "preAllocatedVUs": 1, "maxVUs": 1}, "slow": {"executor": "constant-arrival-rate",
                          "flow": "main", "rate": 400, "duration": "1s", "preAllocatedVUs": 1, "maxVUs": 1})"});
    // At most one for each scenario, however many workers dropped arrivals.
    EXPECT_LE(m_listener.events, 2);
    EXPECT_EQ(static_cast<int>(stored(result).messages.size()), m_listener.events);
}

TEST_F(RunControllerTest, WritesEverySampleInK6sForms) {
    m_request.outputs = {{SampleOutput::Format::Json, m_folder + "/points.json"},
                         {SampleOutput::Format::Csv, m_folder + "/points.csv"}};
    const RunResult result = run({.steps = ask("/ok"), .scenarios = iterations(2, 10)});
    EXPECT_EQ(result.outputs.dropped, 0U);
    EXPECT_GT(result.outputs.written, 100U);
    EXPECT_TRUE(result.outputs.errors.empty());
    const std::string json = read("points.json");
    EXPECT_THAT(json, HasSubstr(R"("type":"Metric")"));
    EXPECT_THAT(json, HasSubstr(R"("metric":"http_req_duration")"));
    const std::string csv = read("points.csv");
    EXPECT_EQ(csv.substr(0, csv.find(',')), "metric_name");
    std::size_t requests = 0;
    for (std::size_t at = csv.find("\nhttp_reqs,"); at != std::string::npos;
         at = csv.find("\nhttp_reqs,", at + 1)) {
        ++requests;
    }
    EXPECT_EQ(requests, 20U);
}

TEST_F(RunControllerTest, AnOutputOnAFullDiskIsToldAndTheRunGoesOn) {
    m_request.outputs = {{SampleOutput::Format::Json, "/dev/full"}};
    const RunResult result = run({.steps = ask("/ok"), .scenarios = iterations(2, 50)});
    EXPECT_EQ(result.end, RunEnd::Finished);
    EXPECT_EQ(result.report.figures.requests, 100U);
    ASSERT_EQ(result.outputs.errors.size(), 1U);
    EXPECT_EQ(result.outputs.errors[0].kind, FileErrorKind::NoSpace);
}

TEST_F(RunControllerTest, ASecretStaysInTheProcess) {
    constexpr const char* kSecret = "tr0ub4dor-and-3";
    ASSERT_EQ(::setenv("BW_TEST_SECRET", kSecret, 1), 0);
    m_request.outputs = {{SampleOutput::Format::Json, m_folder + "/points.json"}};
    m_request.httpDebug = true;
    const RunResult result =
        run({.steps = ask(
                 "/echo?key=${secret.BW_TEST_SECRET}",
                 R"(, "auth": {"bearer": "${secret.BW_TEST_SECRET}"}, "checks": {"no": "status == 204"})"),
             .top = R"("secrets": ["BW_TEST_SECRET"], )",
             .scenarios = iterations(1, 3)});
    ::unsetenv("BW_TEST_SECRET");
    // It was used ...
    EXPECT_THAT(m_target.seen.all().front(), HasSubstr(kSecret));
    // ... and is nowhere else.
    EXPECT_THAT(report::modelJson(result.report), Not(HasSubstr(kSecret)));
    for (const report::ExampleRow& example : result.report.examples) {
        EXPECT_THAT(example.request + example.response, Not(HasSubstr(kSecret)));
    }
    EXPECT_FALSE(result.report.examples.empty());
    for (const auto& file : std::filesystem::directory_iterator(m_folder)) {
        EXPECT_THAT(readFile(file.path().string(), kLimit).value_or("unread"), Not(HasSubstr(kSecret)))
            << file.path();
    }
}

TEST_F(RunControllerTest, AnUnwritableHistoryRefusesTheRunBeforeAnythingIsSent) {
    m_request.history = "/proc/no/history.sqlite";
    m_request.planText = runplan::PlanText{.steps = ask("/ok")}.json();
    auto prepared = prepareRun(m_request);
    ASSERT_TRUE(prepared);
    const auto controller = RunController::create(std::move(*prepared), SystemClock::instance());
    ASSERT_FALSE(controller);
    EXPECT_TRUE(std::holds_alternative<history::HistoryError>(controller.error()));
    EXPECT_TRUE(m_target.seen.all().empty());
}

TEST_F(RunControllerTest, ASmokeRunTriesEveryScenarioOnceUnjudged) {
    m_request.smoke = true;
    m_request.history.reset();
    const RunResult result =
        run({.steps = ask("/status/500"),
             .top = R"("thresholds": {"http_req_failed": ["rate<0.01"]}, )",
             .scenarios = std::string(kForever) +
                          R"(, "later": {"executor": "constant-arrival-rate", "flow": "main", "rate": 50,
                              "duration": "5m", "preAllocatedVUs": 9, "startTime": "10m"})"});
    EXPECT_EQ(result.report.figures.requests, 2U);
    EXPECT_EQ(result.report.verdict.outcome, verdict::Outcome::Pass);
    EXPECT_FALSE(result.id);
}

TEST_F(RunControllerTest, WhatAWatchedProcessUsesIsKeptAndJudged) {
    const std::string self = std::to_string(::getpid());
    m_request.watched = {self};
    const RunResult result =
        run({.steps = ask("/ok") + R"(, {"think": "20ms"})",
             .top = R"("thresholds": {"process_threads{process:)" + self + R"(}": ["value>1"]},
                 "budgets": [{"name": "machine", "rows": [
                     {"process": ")" +
                    self + R"(", "cpu": "<6400%", "memory": "<64GB"},
                     {"process": "no-such-program", "cpu": "<80%"}]}], )",
             .scenarios =
                 R"("load": {"executor": "constant-vus", "flow": "main", "vus": 2, "duration": "2500ms"})"});
    EXPECT_THAT(m_listener.processes, testing::ElementsAre(engine::ProcessChanged::What::Found,
                                                           engine::ProcessChanged::What::NotFound));
    const verdict::Evaluation& judged = result.report.verdict.evaluation;
    EXPECT_EQ(judged.thresholds.at(0).state, verdict::ThresholdState::Pass);
    const auto& rows = judged.budgets.at(0).rows;
    EXPECT_EQ(rows.at(0).state, verdict::BudgetState::Pass);
    EXPECT_GT(rows[0].limits.at(0).value.value_or(0), 0.0);
    EXPECT_GT(rows[0].limits.at(1).value.value_or(0), 1e6);
    EXPECT_EQ(rows.at(1).state, verdict::BudgetState::NotMeasured);

    const StoredRun kept = stored(result);
    const auto memory = kept.totals.sum(id(metrics::Builtin::ProcessMemory), metrics::MetricType::Gauge,
                                        metrics::TagSet{{"process", self}});
    EXPECT_GE(std::get<metrics::GaugeValue>(memory).count, 3U);
    EXPECT_EQ(kept.messages.size(), 2U);
}

TEST_F(RunControllerTest, TheRunGoesOnWhenAWatchedProcessEnds) {
    const test::Process target({"/bin/sleep", "600"});
    m_request.watched = {std::to_string(target.pid())};
    m_listener.onEveryProgress = [&](const Progress& progress) {
        if (progress.snapshot.runTime > std::chrono::milliseconds(1200)) {
            target.signal(SIGKILL);
            m_listener.onEveryProgress = nullptr;
        }
    };
    const RunResult result = run(
        {.steps = ask("/ok") + R"(, {"think": "20ms"})",
         .scenarios = R"("load": {"executor": "constant-vus", "flow": "main", "vus": 2, "duration": "4s"})"});
    EXPECT_EQ(result.end, RunEnd::Finished);
    EXPECT_GE(m_listener.frames.size(), 4U);
    EXPECT_THAT(m_listener.processes, testing::ElementsAre(engine::ProcessChanged::What::Found,
                                                           engine::ProcessChanged::What::Gone));
    const auto threads = result.totals.sum(id(metrics::Builtin::ProcessThreads), metrics::MetricType::Gauge);
    EXPECT_EQ(std::get<metrics::GaugeValue>(threads).min, 1.0); // no second with 0
    EXPECT_LE(std::get<metrics::GaugeValue>(threads).count, 3U);
}

} // namespace
} // namespace bw::run
