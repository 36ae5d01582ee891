#include "tests/core/engine/load_test.h"

#include <gmock/gmock.h>

namespace bw::engine {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::uint64_t kMs = 1'000'000;

// What steps do, one after the other, in a VU's life.
class Flows : public LoadTest {
protected:
    Outcome runSteps(const std::string& steps, int iterations = 1, const RunOptions& options = {}) {
        PlanText text;
        text.steps = steps;
        text.scenarios =
            R"("load": {"executor": "per-vu-iterations", "flow": "main", "vus": 1, "iterations": )" +
            std::to_string(iterations) + "}";
        return run(text, options);
    }
    static std::string metric(const std::string& value) {
        return R"({"metric": {"name": "m", "type": "counter", "add": ")" + value + R"("}})";
    }
    static double total(const Outcome& run, const TagSet& filter = {}) {
        const auto value = run.own("m", filter);
        const auto* counter = std::get_if<metrics::CounterValue>(&value);
        return counter != nullptr ? counter->sum : -1;
    }
};

TEST_F(Flows, beforeAndAfterRunOncePerVu) {
    PlanText text;
    text.flow = R"("before": [)" + get("/echo?before") + R"(], "after": [)" + get("/echo?after") + "],";
    text.steps = get("/echo?${iteration}");
    text.scenarios =
        R"("load": {"executor": "per-vu-iterations", "flow": "main", "vus": 1, "iterations": 2})";
    const Outcome outcome = run(text);
    EXPECT_THAT(target.seen.all(),
                ElementsAre("GET /echo?before", "GET /echo?0", "GET /echo?1", "GET /echo?after"));
    EXPECT_EQ(outcome.count(Builtin::Iterations), 2);
}

TEST_F(Flows, timeSpentBeforeTheFirstIterationIsNoLatenessOfTheGenerator) {
    PlanText text;
    text.flow = R"("before": [)" + get("/late/100") + "],";
    text.steps = get("/ok");
    text.scenarios =
        R"("load": {"executor": "constant-arrival-rate", "flow": "main", "rate": 20, "duration": "1s",
                                 "preAllocatedVUs": 5})";
    const Outcome outcome = run(text);
    EXPECT_LT(outcome.trend(Builtin::IterationStartDelay).max(), 90 * kMs);
    EXPECT_LT(outcome.trend(Builtin::IterationDuration).max(), 90 * kMs);
}

TEST_F(Flows, setupGivesItsDataToAllVusAndTeardownEndsTheRun) {
    PlanText text;
    text.top = R"("setup": "login", "teardown": "logout",)";
    text.flows = R"("login": {"steps": [)" + get("/token", R"x("extract": {"token": "json('$.token')"})x") +
                 R"(]}, "logout": {"steps": [)" + get("/echo?bye=${token}") + "]},";
    text.steps = get("/echo?${token}");
    text.scenarios =
        R"("load": {"executor": "per-vu-iterations", "flow": "main", "vus": 3, "iterations": 1})";
    const Outcome outcome = run(text, {.workers = 2});
    EXPECT_THAT(target.seen.all(), ElementsAre("GET /token", "GET /echo?t-4711", "GET /echo?t-4711",
                                               "GET /echo?t-4711", "GET /echo?bye=t-4711"));
    EXPECT_EQ(outcome.count(Builtin::Iterations), 3); // setup and teardown are none
    EXPECT_EQ(outcome.count(Builtin::HttpReqs, {{"group", "::setup"}}), 1);
    EXPECT_EQ(outcome.count(Builtin::HttpReqs, {{"group", "::teardown"}}), 1);
    EXPECT_FALSE(outcome.setupFailed);
}

TEST_F(Flows, afterAFailedSetupNoLoadIsMade) {
    PlanText text;
    text.top = R"("setup": "login", "teardown": "logout",)";
    text.flows = R"("login": {"steps": [)" + get("/status/500") + R"(]}, "logout": {"steps": [)" +
                 get("/echo?bye") + "]},";
    text.steps = get("/ok");
    const Outcome outcome = run(text);
    EXPECT_TRUE(outcome.setupFailed);
    EXPECT_THAT(target.seen.all(), ElementsAre("GET /status/500"));
    EXPECT_EQ(outcome.count(Builtin::Iterations), 0);
}

TEST_F(Flows, thinkAndPacingTakeTheirTimeUnscaled) {
    const Outcome outcome = runSteps(R"({"think": "30ms"}, {"think": "10ms..20ms"}, {"pacing": "80ms"})", 2);
    EXPECT_GE(outcome.trend(Builtin::IterationDuration).min(), 80 * kMs);
    EXPECT_LT(outcome.trend(Builtin::IterationDuration).min(), 200 * kMs);
    const Outcome drawn =
        runSteps(R"({"think": {"normal": ["20ms", "1ms"]}}, {"think": {"exponential": "1ms"}})");
    EXPECT_GE(drawn.trend(Builtin::IterationDuration).min(), 10 * kMs);
}

TEST_F(Flows, groupsAreTimedAndTag) {
    const Outcome outcome = runSteps(R"({"group": {"name": "a", "steps": [{"think": "20ms"},
        {"group": {"name": "b", "steps": [)" +
                                     get("/ok") + "]}}]}}");
    EXPECT_EQ(outcome.count(Builtin::HttpReqs, {{"group", "::a::b"}}), 1);
    EXPECT_GE(outcome.trend(Builtin::GroupDuration, {{"group", "::a"}}).min(), 20 * kMs);
    EXPECT_EQ(outcome.trend(Builtin::GroupDuration, {{"group", "::a::b"}}).count(), 1u);
}

TEST_F(Flows, loopsCountGoOverAndGoOnWhile) {
    EXPECT_EQ(total(runSteps(R"({"loop": {"count": 5, "steps": [)" + metric("2") + "]}}")), 10);
    runSteps(R"({"loop": {"over": ["x", 7], "as": "item", "steps": [)" + get("/echo?${item}") + "]}}");
    EXPECT_THAT(target.seen.all(), ElementsAre("GET /echo?x", "GET /echo?7"));
    const Outcome polled =
        runSteps(R"({"http": {"name": "r", "url": "${base}/echo?a", "extract": {"left": "3"}}},
        {"loop": {"while": "left > 0", "steps": [)" +
                 get("/echo?b", R"("extract": {"left": "left - 1"})") + "]}}");
    EXPECT_EQ(polled.count(Builtin::HttpReqs), 4);
}

TEST_F(Flows, ifLooksAtTheLastResponseAndChooseAtItsWeights) {
    const auto branch = [this](const std::string& status) {
        return total(runSteps(get("/status/" + status) +
                              R"(, {"if": {"condition": "status == 404", "then": [)" + metric("1") +
                              R"(], "else": [)" + metric("10") + "]}}"));
    };
    EXPECT_EQ(branch("404"), 1);
    EXPECT_EQ(branch("200"), 10);
    const double share = total(runSteps(R"({"choose": [{"weight": 3, "steps": [)" + metric("1") +
                                            R"(]}, {"weight": 1, "steps": []}]})",
                                        400)) /
                         400;
    EXPECT_NEAR(share, 0.75, 0.1);
}

TEST_F(Flows, parallelStepsOverlapUpToTheirMost) {
    const std::string five = get("/late/60") + "," + get("/late/60") + "," + get("/late/60") + "," +
                             get("/late/60") + "," + get("/ok");
    const Outcome wide = runSteps(R"({"parallel": {"max": 6, "steps": [)" + five + "]}}");
    EXPECT_EQ(wide.count(Builtin::HttpReqs), 5);
    EXPECT_GE(wide.trend(Builtin::IterationDuration).max(), 60 * kMs);
    EXPECT_LT(wide.trend(Builtin::IterationDuration).max(), 230 * kMs);
    const Outcome narrow = runSteps(R"({"parallel": {"max": 2, "steps": [)" + five + "]}}");
    EXPECT_GE(narrow.trend(Builtin::IterationDuration).max(), 120 * kMs);
    const Outcome none =
        runSteps(R"({"parallel": {"steps": []}}, {"parallel": {"steps": [)" + metric("1") + "]}}");
    EXPECT_EQ(total(none), 1);
}

TEST_F(Flows, retryGoesOnUntilItHoldsOrItsTimesAreUp) {
    const Outcome never =
        runSteps(R"({"retry": {"times": 2, "backoff": "10ms", "until": "status == 200", "steps": [)" +
                 get("/status/503") + "]}}, " + metric("1"));
    EXPECT_EQ(never.count(Builtin::HttpReqs), 3);
    EXPECT_EQ(total(never), 1); // the flow goes on
    EXPECT_GE(never.trend(Builtin::IterationDuration).max(), 20 * kMs);
    EXPECT_EQ(runSteps(R"({"retry": {"times": 5, "until": "status == 200", "steps": [)" + get("/ok") + "]}}")
                  .count(Builtin::HttpReqs),
              1);
}

TEST_F(Flows, ownMetricsTakeValuesAndTags) {
    const Outcome outcome = runSteps(R"({"metric": {"name": "m", "type": "counter", "add": "vu * 2",
        "tags": {"kind": "x", "round": "r${iteration}"}}})",
                                     3);
    EXPECT_EQ(total(outcome), 6);
    EXPECT_EQ(total(outcome, {{"kind", "x"}, {"round", "r1"}}), 2);
}

TEST_F(Flows, anExpressionThatFailsEndsTheIterationAndIsToldOnce) {
    const Outcome outcome =
        runSteps(get("/ok") + ", " + metric("header('X-Missing') + 1") + ", " + metric("1"), 4);
    EXPECT_EQ(outcome.count(Builtin::Iterations), 4); // as an iteration that throws does in k6
    EXPECT_EQ(total(outcome), 0);
    EXPECT_THAT(outcome.told<ExpressionFailed>(), testing::SizeIs(1));
}

TEST_F(Flows, theSameSeedMakesTheSameValues) {
    const std::string steps = get("/echo?${random(0, 1)}&${uuid()}&${oneOf('a', 'b', 'c')}");
    runSteps(steps, 5, {.seed = 7});
    runSteps(steps, 5, {.seed = 7});
    runSteps(steps, 5, {.seed = 8});
    const auto seen = target.seen.all();
    ASSERT_EQ(seen.size(), 15u);
    EXPECT_TRUE(std::equal(seen.begin(), seen.begin() + 5, seen.begin() + 5));
    EXPECT_NE(seen[0], seen[10]);
    EXPECT_NE(seen[0], seen[1]);
}

} // namespace
} // namespace bw::engine
