#include "tests/core/engine/load_test.h"

namespace bw::engine {
namespace {

// A run that somebody ends early.
class Stops : public LoadTest {
protected:
    static PlanText endless(const std::string& steps, const std::string& grace = "30s") {
        PlanText text;
        text.top = R"("teardown": "bye",)";
        text.flows = R"("bye": {"steps": [)" + get("/echo?bye") + "]},";
        text.steps = steps;
        text.scenarios = R"("open": {"executor": "constant-arrival-rate", "flow": "main", "rate": 50,
                "duration": "1h", "preAllocatedVUs": 10, "gracefulStop": ")" +
                         grace + R"("}, "closed": {"executor": "constant-vus", "flow": "main", "vus": 3,
                "duration": "1h", "gracefulStop": ")" +
                         grace + R"("}, "later": {"executor": "constant-vus", "flow": "main", "vus": 3,
                "duration": "1h", "startTime": "1h"})";
        return text;
    }
    // Does it once, as soon as load is made.
    static std::function<void(LoadEngine&, const metrics::Snapshot&)> once(void (LoadEngine::*stop)()) {
        return [stop, done = false](LoadEngine& engine, const metrics::Snapshot& now) mutable {
            if (!done && now.total.iterationsStarted >= 5) {
                done = true;
                (engine.*stop)();
            }
        };
    }
    [[nodiscard]] bool saidGoodbye() const { return target.seen.all().back() == "GET /echo?bye"; }
};

TEST_F(Stops, gracefullyLetsIterationsEnd) {
    const Outcome outcome =
        run(endless(get("/late/50")), {.workers = 2, .onLook = once(&LoadEngine::stopGracefully)});
    EXPECT_LT(outcome.took, 3s);
    EXPECT_EQ(outcome.count(Builtin::InterruptedIterations), 0);
    EXPECT_EQ(outcome.snapshot.total.iterationsStarted, outcome.snapshot.total.iterationsDone);
    EXPECT_TRUE(saidGoodbye());
}

TEST_F(Stops, gracefullyCutsOffWhatOutlastsItsGrace) {
    const Outcome outcome =
        run(endless(get("/never"), "100ms"), {.onLook = once(&LoadEngine::stopGracefully)});
    EXPECT_LT(outcome.took, 3s);
    EXPECT_GE(outcome.count(Builtin::InterruptedIterations), 5);
    EXPECT_EQ(outcome.snapshot.total.iterationsStarted, outcome.snapshot.total.iterationsInterrupted);
    EXPECT_TRUE(saidGoodbye());
}

TEST_F(Stops, nowCutsOffButTearsDown) {
    const Outcome outcome = run(endless(get("/never")), {.workers = 2, .onLook = once(&LoadEngine::stopNow)});
    EXPECT_LT(outcome.took, 3s);
    EXPECT_GE(outcome.count(Builtin::InterruptedIterations), 5);
    EXPECT_EQ(outcome.snapshot.total.activeVus, 0);
    EXPECT_TRUE(saidGoodbye());
}

TEST_F(Stops, abortEndsTheTeardownToo) {
    const Outcome outcome = run(endless(get("/never")), {.onLook = once(&LoadEngine::abort)});
    EXPECT_LT(outcome.took, 3s);
    EXPECT_FALSE(saidGoodbye());
}

TEST_F(Stops, abortEndsWhateverTheFlowIsIn) {
    for (const std::string steps :
         {R"({"think": "1h"})", R"({"loop": {"while": "true", "steps": []}})",
          R"({"loop": {"count": 1000000, "steps": [{"loop": {"count": 1000, "steps": [{"loop": {"count": 1000,
              "steps": [{"think": "0s"}]}}]}}]}})",
          R"({"parallel": {"steps": [{"think": "1h"}, {"http": {"url": "${base}/never"}}]}})",
          R"({"retry": {"times": 100, "backoff": "1h", "until": "false", "steps": []}})"}) {
        const Outcome outcome = run(endless(steps), {.onLook = once(&LoadEngine::abort)});
        EXPECT_LT(outcome.took, 5s) << steps;
        EXPECT_EQ(outcome.snapshot.total.activeVus, 0) << steps;
    }
}

TEST_F(Stops, abortDuringSetupMakesNoLoad) {
    PlanText text = endless(get("/ok"));
    text.top = R"("setup": "wait",)";
    text.flows = R"("wait": {"steps": [{"think": "1h"}]},)";
    const Outcome outcome =
        run(text, {.onLook = [](LoadEngine& engine, const metrics::Snapshot&) { engine.abort(); }});
    EXPECT_LT(outcome.took, 3s);
    EXPECT_TRUE(target.seen.all().empty());
}

TEST_F(Stops, anEngineThatIsDroppedEndsItsThreads) {
    PlanText text = endless(get("/late/10"));
    text.top += R"("variables": {"base": ")" + target.url() + R"("},)";
    const auto plan = runplan::compiled(text);
    ASSERT_TRUE(plan);
    for (int round = 0; round < 5; ++round) {
        auto engine = LoadEngine::create(*plan, {.workers = 2}, SystemClock::instance());
        ASSERT_TRUE(engine);
        (*engine)->start();
        (void)(*engine)->advance();
        if (round % 2 == 0) {
            while (metrics::takeSnapshot((*engine)->counters(), {}).requests < 5) {
                (*engine)->wait(1ms);
                (void)(*engine)->advance();
            }
        }
    }
}

} // namespace
} // namespace bw::engine
