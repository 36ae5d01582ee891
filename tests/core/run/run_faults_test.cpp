#include "core/history/history_store.h"
#include "core/run/event_log.h"
#include "core/run/run_controller.h"
#include "core/run/stored_run.h"
#include "tests/core/engine/target.h"
#include "tests/core/runplan/plan_text.h"
#include "tests/support/process.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <vector>

// What happens to a run when something beside it breaks.
namespace bw::run {
namespace {

using namespace std::chrono_literals;
using engine::ProcessChanged;

// Does things at moments of the run, on the controller's thread, and writes down what it is told.
class Events final : public RunObserver {
public:
    void onProgress(const Progress& progress) override {
        for (auto& [when, act] : acts) {
            if (act && progress.snapshot.runTime >= when) {
                std::exchange(act, nullptr)();
            }
        }
    }
    void onEvent(const engine::Event& event) override {
        if (const auto* process = std::get_if<ProcessChanged>(&event.what)) {
            processes.push_back(process->what);
        }
    }
    void onMark(const history::MarkRecord& mark) override { marks.push_back(mark); }

    std::vector<std::pair<Duration, std::function<void()>>> acts;
    std::vector<ProcessChanged::What> processes;
    std::vector<history::MarkRecord> marks;
};

class RunFaultsTest : public testing::Test {
protected:
    RunFaultsTest() {
        std::string pattern = testing::TempDir() + "bw-faults-XXXXXX";
        EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        m_request.planPath = m_folder + "/test.plan.json";
        m_request.history = m_folder + "/history.sqlite";
        m_request.resources = BW_SOURCE_DIR "/resources";
        m_request.workers = 2;
    }
    ~RunFaultsTest() override { std::filesystem::remove_all(m_folder); }

    // Two users for so long, who ask for "/ok" about fifty times a second each.
    RunResult run(const std::string& duration) {
        m_request.planText =
            runplan::PlanText{
                .steps =
                    R"({"http": {"name": "ask", "url": ")" + m_target.url() + R"(/ok"}}, {"think": "20ms"})",
                .scenarios =
                    R"("load": {"executor": "constant-vus", "flow": "main", "vus": 2, "duration": ")" +
                    duration + R"("})"}
                .json();
        auto prepared = prepareRun(m_request);
        EXPECT_TRUE(prepared);
        auto controller = RunController::create(std::move(*prepared), SystemClock::instance(), m_clocks);
        EXPECT_TRUE(controller);
        return (*controller)->run(m_events);
    }

    void at(Duration when, std::function<void()> act) { m_events.acts.emplace_back(when, std::move(act)); }

    [[nodiscard]] StoredRun stored(const RunResult& result) const {
        const auto store = history::HistoryStore::open(*m_request.history, history::OpenMode::ReadOnly);
        EXPECT_TRUE(store && result.id);
        auto loaded = loadRun(*store, *result.id);
        EXPECT_TRUE(loaded);
        return std::move(*loaded);
    }

    std::string m_folder;
    engine::Target m_target;
    RunRequest m_request;
    ReadClocks m_clocks = readClocks;
    Events m_events;
};

bool isOutage(const report::SecondRow& row) {
    return row.failed > 0 && row.failed == row.requests && !row.latency;
}

void expectEverySecond(const report::Column<report::SecondRow>& rows) {
    std::int64_t next = 0;
    for (const report::SecondRow& row : rows) {
        EXPECT_EQ(row.second, next);
        next += row.width;
    }
}

// Refused connections are in no curve of response times: there it has a gap, beside which the failures stand.
TEST_F(RunFaultsTest, ATargetThatVanishesAndComesBackIsAGapAndItsErrors) {
    at(1200ms, [this] { m_target.stop(); });
    at(4200ms, [this] { m_target.start(); });
    const RunResult result = run("6500ms");
    EXPECT_EQ(result.end, RunEnd::Finished);
    EXPECT_GE(result.report.run.duration, 6500ms);
    for (const report::ReportModel& model : {result.report, stored(result).model}) {
        expectEverySecond(model.seconds);
        const auto outage = std::ranges::find_if(model.seconds, isOutage);
        ASSERT_NE(outage, model.seconds.end());
        EXPECT_TRUE(model.seconds[0].latency);
        EXPECT_TRUE(std::ranges::any_of(outage, model.seconds.end(), [](const report::SecondRow& row) {
            return row.latency.has_value() && row.failed == 0;
        })) << "it came back";
        const auto refused = std::ranges::find(model.errors, "refused", &report::ErrorRow::code);
        ASSERT_NE(refused, model.errors.end());
        EXPECT_GE(refused->first, 1);
        EXPECT_LE(refused->last, 5);
        std::uint64_t failed = 0;
        for (const report::ErrorRow& error : model.errors) {
            failed += error.count;
        }
        EXPECT_EQ(failed, model.figures.failed);
        EXPECT_EQ(model.requests.at(0).latency.answered, model.figures.requests - failed);
    }
}

// A process with the number of one that is gone; nullptr where numbers cannot be chosen.
std::unique_ptr<test::Process> withNumber(pid_t pid) {
    for (int i = 0; i < 50; ++i) {
        std::ofstream("/proc/sys/kernel/ns_last_pid") << pid - 1;
        auto process = std::make_unique<test::Process>(std::vector<std::string>{"/bin/sleep", "600"});
        if (process->pid() == pid) {
            return process;
        }
    }
    return nullptr;
}

TEST_F(RunFaultsTest, ANumberThatAnotherProcessTookIsMeasuredNoMore) {
    test::Process target({"/bin/sleep", "600"});
    std::unique_ptr<test::Process> stranger;
    m_request.watched = {std::to_string(target.pid())};
    at(1200ms, [&] {
        target.signal(SIGKILL);
        (void)target.wait();
        stranger = withNumber(target.pid());
    });
    const RunResult result = run("4s");
    if (stranger == nullptr) {
        GTEST_SKIP() << "the numbers of processes cannot be chosen here";
    }
    EXPECT_EQ(result.end, RunEnd::Finished);
    EXPECT_THAT(m_events.processes,
                testing::UnorderedElementsAre(ProcessChanged::What::Found, ProcessChanged::What::Gone,
                                              ProcessChanged::What::Replaced));
    const auto threads = result.totals.sum(id(metrics::Builtin::ProcessThreads), metrics::MetricType::Gauge);
    EXPECT_LE(std::get<metrics::GaugeValue>(threads).count, 3U);
    // The log that is kept says who has the number now.
    const StoredRun kept = stored(result);
    const bool isTold = std::ranges::any_of(kept.messages, [&](const history::LogRecord& record) {
        const auto event = eventOf(record);
        const auto* process = event ? std::get_if<ProcessChanged>(&event->what) : nullptr;
        return process != nullptr && process->what == ProcessChanged::What::Replaced &&
               process->pid == stranger->pid() && process->name == "sleep";
    });
    EXPECT_TRUE(isTold);
}

// Run time is measured by a clock that nobody sets and that stands still meanwhile.
TEST_F(RunFaultsTest, ASleepAndAClockThatIsSetAreMarkedAndChangeNoFigure) {
    Duration slept{};
    Duration set{};
    m_clocks = [&] {
        ClockReadings now = readClocks();
        now.boot += slept;
        now.wall += slept + set;
        return now;
    };
    at(1200ms, [&] { slept = 4min; });
    at(2200ms, [&] { set = -1h; });
    const RunResult result = run("3500ms");
    EXPECT_EQ(result.end, RunEnd::Finished);
    EXPECT_LT(result.report.run.duration, 60s);
    expectEverySecond(result.report.seconds);
    ASSERT_EQ(m_events.marks.size(), 2U);
    EXPECT_EQ(m_events.marks[0].kind, "suspend");
    EXPECT_NEAR(std::stod(m_events.marks[0].text), 240'000, 1000);
    EXPECT_GE(m_events.marks[0].at, 1200ms);
    EXPECT_EQ(m_events.marks[1].kind, "clock_jump");
    EXPECT_NEAR(std::stod(m_events.marks[1].text), -3'600'000, 1000);
    const StoredRun kept = stored(result);
    ASSERT_EQ(kept.marks.size(), 2U);
    EXPECT_EQ(kept.marks[0].kind, "suspend");
    EXPECT_EQ(kept.marks[0].at, m_events.marks[0].at);
    EXPECT_EQ(kept.marks[1].text, m_events.marks[1].text);
}

} // namespace
} // namespace bw::run
