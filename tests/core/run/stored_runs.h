#pragma once

#include "core/verdict/verdict_json.h"
#include "tests/core/history/history_fixture.h"
#include "tests/core/report/frame_source.h"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace bw::run {

inline constexpr const char* kPlan = R"({"bellwether": 1, "name": "orders", "flows": {"f": {"steps": []}},
    "scenarios": {"s": {"executor": "constant-vus", "vus": 1, "duration": "1m", "flow": "f"}}})";

struct Stored {
    double median = 10; // ms
    std::int64_t seconds = 120;
    std::string build{};
    std::string plan = kPlan;
    std::string options = "{}";
    history::RunState state = history::RunState::Finished;
    history::RunVerdict verdict = history::RunVerdict::Pass;
    std::string environment{};
    bool isLimited = false;
    std::optional<double> budget{}; // of P95 of "place", ms
    history::Window paused{0, 0};   // in which it makes no requests
};

// Keeps runs of a plan with two requests, "place" and "cancel", whose times are log-normal.
class StoredRunsTest : public history::HistoryTest {
protected:
    history::RunId store(const Stored& stored) {
        history::RunStart start = history::testStart();
        start.planName = "orders";
        start.planText = stored.plan;
        start.optionsJson = stored.options;
        start.build = stored.build;
        start.environment = stored.environment;
        auto writer = m_store.beginRun(start, metrics);
        EXPECT_TRUE(writer);
        std::vector<metrics::FramePtr> frames;
        report::FrameSource source;
        const double run = 0.01 * m_random.normal();
        for (std::int64_t second = 0; second < stored.seconds; ++second) {
            const bool isPaused = second >= stored.paused.begin && second < stored.paused.end;
            for (int i = 0; i < (isPaused ? 0 : 30); ++i) {
                const double time = stored.median * std::exp(run + 0.3 * m_random.normal());
                source.request("place", time, time);
                source.request("cancel", time / 2, time / 2);
            }
            frames.push_back(std::make_shared<metrics::Frame>(source.take()));
        }
        appendAll(**writer, frames);
        if (stored.paused.end > stored.paused.begin) {
            (*writer)->addMark({std::chrono::seconds(stored.paused.begin), "pause", ""});
            (*writer)->addMark({std::chrono::seconds(stored.paused.end), "resume", ""});
        }
        history::RunOutcome outcome = history::testOutcome();
        outcome.state = stored.state;
        outcome.verdict = stored.verdict;
        if (stored.isLimited) {
            verdict::Verdict verdict;
            verdict.outcome = verdict::Outcome::Inconclusive;
            verdict.reasons.push_back({.kind = verdict::ReasonKind::GeneratorLate});
            verdict.evaluation.doubt.late.emplace();
            outcome.verdictJson = verdict::verdictJson(verdict);
            EXPECT_TRUE(verdict::verdictFromJson(outcome.verdictJson));
        }
        if (stored.budget) {
            verdict::Verdict verdict;
            verdict::LimitResult limit;
            limit.kind = verdict::LimitKind::P95;
            limit.limit = *stored.budget;
            verdict.evaluation.budgets = {{"own",
                                           verdict::BudgetState::Pass,
                                           {{"name:place", verdict::BudgetState::Pass, 1, {limit}}}}};
            outcome.verdictJson = verdict::verdictJson(verdict);
        }
        EXPECT_TRUE((*writer)->finish(outcome, std::chrono::seconds(60)));
        return (*writer)->id();
    }

    Random m_random{7};
    history::HistoryStore m_store = open();
};

} // namespace bw::run
