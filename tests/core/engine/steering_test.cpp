#include "tests/core/engine/load_test.h"

#include <set>

namespace bw::engine {
namespace {

// Load that somebody pauses, adds to or takes from while it runs.
class Steering : public LoadTest {
protected:
    using Look = std::function<void(LoadEngine&, const metrics::Snapshot&)>;

    static PlanText plan(const std::string& steps, const std::string& scenarios) {
        PlanText text;
        text.steps = steps;
        text.scenarios = scenarios;
        return text;
    }
    static std::string closed(int vus, const std::string& duration) {
        return R"("a": {"executor": "constant-vus", "flow": "main", "vus": )" + std::to_string(vus) +
               R"(, "duration": ")" + duration + R"("})";
    }
    static std::string open(int rate, const std::string& duration) {
        return R"("a": {"executor": "constant-arrival-rate", "flow": "main", "rate": )" +
               std::to_string(rate) + R"(, "duration": ")" + duration +
               R"(", "preAllocatedVUs": 100, "maxVUs": 100})";
    }
    // One after the other, each as soon as its condition holds.
    struct Act {
        std::function<bool(LoadEngine&, const metrics::Snapshot&)> when;
        std::function<void(LoadEngine&, const metrics::Snapshot&)> what;
    };
    static Look script(std::vector<Act> acts) {
        return [acts = std::move(acts), next = std::size_t{0}](LoadEngine& engine,
                                                               const metrics::Snapshot& now) mutable {
            if (next < acts.size() && acts[next].when(engine, now)) {
                acts[next].what(engine, now);
                ++next;
            }
        };
    }
    static auto started(std::int64_t count) {
        return [count](LoadEngine&, const metrics::Snapshot& now) {
            return now.total.iterationsStarted >= count;
        };
    }
    static auto after(Duration time) {
        return [time](LoadEngine& engine, const metrics::Snapshot&) { return engine.runTime() >= time; };
    }
    static auto add(double amount) {
        return [amount](LoadEngine& engine, const metrics::Snapshot&) {
            EXPECT_TRUE(engine.setAdded(0, amount));
        };
    }
    static void pause(LoadEngine& engine, const metrics::Snapshot&) { EXPECT_TRUE(engine.pause()); }
    static void resume(LoadEngine& engine, const metrics::Snapshot&) { EXPECT_TRUE(engine.resume()); }
    static bool isQuiet(LoadEngine&, const metrics::Snapshot& now) { return now.total.activeVus == 0; }
};

class SteeringOnWorkers : public Steering, public testing::WithParamInterface<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Workers, SteeringOnWorkers, testing::Values(1U, 2U));

TEST_P(SteeringOnWorkers, pausedUsersEndTheirIterationsAndRest) {
    std::int64_t atRest = 0;
    Duration restedAt{};
    const Outcome outcome = run(plan(get("/late/20"), closed(70, "5s")),
                                {.workers = GetParam(),
                                 .onLook = script({{started(70), pause},
                                                   {isQuiet,
                                                    [&](LoadEngine& engine, const metrics::Snapshot& now) {
                                                        EXPECT_TRUE(engine.isPaused());
                                                        EXPECT_FALSE(engine.pause());
                                                        atRest = now.total.iterationsStarted;
                                                        restedAt = engine.runTime();
                                                    }},
                                                   {[&](LoadEngine& engine, const metrics::Snapshot&) {
                                                        return engine.runTime() >= restedAt + 300ms;
                                                    },
                                                    [&](LoadEngine& engine, const metrics::Snapshot& now) {
                                                        EXPECT_EQ(now.total.iterationsStarted, atRest);
                                                        resume(engine, now);
                                                        EXPECT_FALSE(engine.resume());
                                                    }}})});
    EXPECT_GE(outcome.took, 800ms); // the 500 ms of the plan, and the rest
    EXPECT_GT(outcome.snapshot.total.iterationsStarted, atRest + 70);
    EXPECT_EQ(outcome.snapshot.total.iterationsStarted, outcome.snapshot.total.iterationsDone);
    EXPECT_EQ(outcome.count(Builtin::InterruptedIterations), 0);
}

TEST_P(SteeringOnWorkers, pausedArrivalsAreDueLaterAndNoneIsLost) {
    const Outcome outcome =
        run(plan(get("/ok"), open(400, "5s")),
            {.workers = GetParam(), .onLook = script({{started(20), pause}, {after(500ms), resume}})});
    EXPECT_EQ(outcome.count(Builtin::Iterations), 200);
    EXPECT_EQ(outcome.count(Builtin::DroppedIterations), 0);
    EXPECT_GE(outcome.took, 800ms);
    // Nobody was late for the time that stood still.
    EXPECT_LT(outcome.trend(Builtin::IterationStartDelay).max(), 300'000'000U);
}

TEST_P(SteeringOnWorkers, addedUsersComeAndGo) {
    std::int64_t most = 0;
    const Outcome outcome = run(
        plan(get("/late/10"), closed(70, "12s")),
        {.workers = GetParam(),
         .onLook = script(
             {{started(70), add(30)},
              {[&](LoadEngine&, const metrics::Snapshot& now) {
                   most = std::max(most, now.total.activeVus);
                   return now.total.activeVus == 100;
               },
               add(-60)},
              {[](LoadEngine&, const metrics::Snapshot& now) { return now.total.activeVus == 10; }, add(0)},
              {[](LoadEngine&, const metrics::Snapshot& now) { return now.total.activeVus == 70; },
               [](LoadEngine& engine, const metrics::Snapshot&) { engine.stopGracefully(); }}})});
    EXPECT_EQ(most, 100);
    EXPECT_EQ(outcome.snapshot.total.iterationsStarted, outcome.snapshot.total.iterationsDone);
    EXPECT_EQ(outcome.snapshot.total.initializedVus, 100);
}

TEST_P(SteeringOnWorkers, addedArrivalsComeBesideThePlans) {
    const Outcome outcome = run(plan(get("/ok"), open(100, "10s")),
                                {.workers = GetParam(), .onLook = script({{started(1), add(300)}})});
    EXPECT_GT(outcome.count(Builtin::Iterations), 300);
    EXPECT_LE(outcome.count(Builtin::Iterations), 400);
}

TEST_P(SteeringOnWorkers, takenArrivalsAreNotMadeAndNotDropped) {
    const Outcome outcome = run(plan(get("/ok"), open(400, "10s")),
                                {.workers = GetParam(), .onLook = script({{started(1), add(-300)}})});
    EXPECT_GE(outcome.count(Builtin::Iterations), 100);
    EXPECT_LT(outcome.count(Builtin::Iterations), 200);
    EXPECT_EQ(outcome.count(Builtin::DroppedIterations), 0);
}

TEST_P(SteeringOnWorkers, externallyControlledUsersAreAsManyAsIsSaid) {
    const Outcome outcome =
        run(plan(get("/late/10"), R"("a": {"executor": "externally-controlled", "flow": "main", "vus": 0,
                                          "maxVUs": 80, "duration": "1h"})"),
            {.workers = GetParam(),
             .onLook =
                 script({{after(50ms), add(500)}, // more than there may be
                         {[](LoadEngine& engine, const metrics::Snapshot& now) {
                              return now.total.activeVus == 80 && engine.added()[0] == 80;
                          },
                          add(3)},
                         {[](LoadEngine&, const metrics::Snapshot& now) { return now.total.activeVus == 3; },
                          [](LoadEngine& engine, const metrics::Snapshot&) { engine.stopGracefully(); }}})});
    EXPECT_EQ(outcome.most, 80);
    EXPECT_EQ(outcome.snapshot.total.iterationsStarted, outcome.snapshot.total.iterationsDone);
}

TEST_F(Steering, addedUsersHaveNumbersOfTheirOwn) {
    std::set<std::string> seen;
    const Outcome outcome =
        run(plan(get("/echo?vu=${vu}"), closed(1, "3s") + R"(, "b": {"executor": "constant-vus",
                "flow": "main", "vus": 1, "duration": "3s"})"),
            {.onLook = script({{started(2), add(4)}})});
    for (const std::string& request : target.seen.all()) {
        seen.insert(request);
    }
    EXPECT_EQ(seen.size(), 6U);
}

TEST_F(Steering, whatIsPausedCanBeStopped) {
    for (const auto stop : {&LoadEngine::stopGracefully, &LoadEngine::stopNow, &LoadEngine::abort}) {
        const Outcome outcome =
            run(plan(get("/late/5"), closed(4, "1h") + R"(, "b": {"executor": "constant-arrival-rate",
                    "flow": "main", "rate": 50, "duration": "1h", "preAllocatedVUs": 4}, "later": {
                    "executor": "constant-vus", "flow": "main", "duration": "1h", "startTime": "1h"})"),
                {.workers = 2,
                 .onLook = script(
                     {{started(10), pause}, {isQuiet, [stop](LoadEngine& engine, const metrics::Snapshot&) {
                                                 (engine.*stop)();
                                                 EXPECT_FALSE(engine.isPaused());
                                                 EXPECT_FALSE(engine.resume());
                                             }}})});
        EXPECT_LT(outcome.took, 5s);
        EXPECT_EQ(outcome.snapshot.total.activeVus, 0);
    }
}

TEST_F(Steering, aScenarioThatHasNotBegunBeginsLaterByThePause) {
    Duration paused{};
    const Outcome outcome =
        run(plan(get("/ok"), R"("now": {"executor": "per-vu-iterations", "flow": "main", "vus": 1,
                "iterations": 1}, "a": {"executor": "per-vu-iterations", "flow": "main", "vus": 2,
                "iterations": 1, "startTime": "2s"})"),
            {.onLook = script(
                 {{started(1), pause}, {after(400ms), [&](LoadEngine& engine, const metrics::Snapshot& now) {
                                            EXPECT_EQ(now.total.iterationsStarted, 1);
                                            paused = engine.runTime();
                                            resume(engine, now);
                                        }}})});
    EXPECT_EQ(outcome.count(Builtin::Iterations), 3);
    EXPECT_GE(outcome.took, 500ms);
}

} // namespace
} // namespace bw::engine
