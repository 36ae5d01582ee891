#include "tests/core/engine/load_test.h"

#include <algorithm>
#include <set>

namespace bw::engine {
namespace {

// How executors keep their word: iterations, virtual users, times.
class Executors : public LoadTest {
protected:
    static PlanText plan(const std::string& steps, const std::string& scenarios) {
        PlanText text;
        text.steps = steps;
        text.scenarios = scenarios;
        return text;
    }
};

class OnWorkers : public Executors, public testing::WithParamInterface<unsigned> {};

INSTANTIATE_TEST_SUITE_P(Workers, OnWorkers, testing::Values(1U, 2U, 4U));

TEST_P(OnWorkers, perVuIterationsAreMadeByEachVu) {
    const Outcome run = this->run(
        plan(get("/echo?vu=${vu}"),
             R"("a": {"executor": "per-vu-iterations", "flow": "main", "vus": 70, "iterations": 3})"),
        {.workers = GetParam()});
    EXPECT_EQ(run.count(Builtin::Iterations), 210);
    EXPECT_EQ(run.count(Builtin::HttpReqs), 210);
    EXPECT_EQ(run.count(Builtin::DroppedIterations), 0);
    EXPECT_EQ(run.snapshot.total.iterationsDone, 210);
    EXPECT_EQ(run.snapshot.total.activeVus, 0);
    const auto seen = target.seen.all();
    EXPECT_EQ((std::set<std::string>(seen.begin(), seen.end()).size()), 70u); // each VU has its own number
}

TEST_P(OnWorkers, sharedIterationsAreMadeOnce) {
    const Outcome run = this->run(
        plan(get("/ok"),
             R"("a": {"executor": "shared-iterations", "flow": "main", "vus": 80, "iterations": 203})"),
        {.workers = GetParam()});
    EXPECT_EQ(run.count(Builtin::Iterations), 203);
    EXPECT_EQ(target.seen.all().size(), 203u);
    EXPECT_EQ(run.count(Builtin::DroppedIterations), 0);
}

TEST_P(OnWorkers, arrivalsAreStartedOrDropped) {
    const PlanText text =
        plan(get("/ok"), R"("a": {"executor": "constant-arrival-rate", "flow": "main", "rate": 400,
                                  "duration": "5s", "preAllocatedVUs": 80, "maxVUs": 80})");
    const Outcome run = this->run(text, {.workers = GetParam()});
    const auto due = static_cast<double>(run.plan->scenarios.front().load.arrivalCount());
    EXPECT_GT(due, 199);
    EXPECT_EQ(run.count(Builtin::Iterations) + run.count(Builtin::DroppedIterations), due);
    EXPECT_EQ(run.count(Builtin::DroppedIterations), 0);
    EXPECT_EQ(run.count(Builtin::IterationStartDelay), due);
    EXPECT_GE(run.took, 500ms);
}

TEST_P(OnWorkers, arrivalsThatFindNoVuAreDroppedAndToldOnce) {
    const PlanText text =
        plan(get("/late/150"), R"("a": {"executor": "ramping-arrival-rate", "flow": "main", "startRate": 1000,
             "stages": [{"duration": "4s", "target": 1000}], "preAllocatedVUs": 1, "maxVUs": 70})");
    const Outcome run = this->run(text, {.workers = GetParam()});
    const auto due = static_cast<double>(run.plan->scenarios.front().load.arrivalCount());
    EXPECT_EQ(run.count(Builtin::Iterations) + run.count(Builtin::DroppedIterations), due);
    EXPECT_GT(run.count(Builtin::DroppedIterations), 50);
    EXPECT_GT(run.count(Builtin::Iterations), 70);
    const auto told = run.told<InsufficientVus>();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front().maxVus, 70u);
    EXPECT_LE(told.size(), GetParam());
}

TEST_F(Executors, constantVusLoopUntilTheirTimeIsUp) {
    const Outcome run = this->run(plan(
        get("/late/20"), R"("a": {"executor": "constant-vus", "flow": "main", "vus": 3, "duration": "3s"})"));
    EXPECT_EQ(run.most, 3);
    EXPECT_GT(run.count(Builtin::Iterations), 9);
    EXPECT_LE(run.count(Builtin::Iterations), 3 * (300 / 20 + 1));
    EXPECT_EQ(run.count(Builtin::DroppedIterations), 0);
    EXPECT_GE(run.took, 300ms);
    EXPECT_LT(run.took, 2s);
}

TEST_F(Executors, rampingVusReachTheirTargetsAndEnd) {
    const Outcome run = this->run(plan(get("/late/5"), R"("a": {"executor": "ramping-vus", "flow": "main",
        "startVUs": 0, "stages": [{"duration": "2s", "target": 6}, {"duration": "1s", "target": 6},
                                  {"duration": "2s", "target": 0}]})"));
    EXPECT_EQ(run.most, 6);
    EXPECT_EQ(run.snapshot.total.activeVus, 0);
    EXPECT_GE(run.took, 450ms);
    EXPECT_EQ(run.count(Builtin::InterruptedIterations), 0);
}

TEST_F(Executors, gracefulStopCutsOffWhatTakesLonger) {
    const Outcome run = this->run(plan(get("/never"), R"("a": {"executor": "constant-vus", "flow": "main",
        "vus": 4, "duration": "1s", "gracefulStop": "50ms"})"));
    EXPECT_EQ(run.count(Builtin::Iterations), 0);
    EXPECT_EQ(run.count(Builtin::InterruptedIterations), 4);
    EXPECT_EQ(run.snapshot.total.iterationsStarted, 4);
    EXPECT_EQ(run.snapshot.total.iterationsInterrupted, 4);
    EXPECT_EQ(run.count(Builtin::HttpReqs), 0); // what was cut off is in no series
    EXPECT_GE(run.took, 150ms);
    EXPECT_LT(run.took, 2s);
}

TEST_F(Executors, gracefulStopLetsInFlightIterationsEnd) {
    const Outcome run = this->run(plan(get("/late/250"), R"("a": {"executor": "constant-vus", "flow": "main",
        "vus": 2, "duration": "1s"})"));
    EXPECT_EQ(run.count(Builtin::Iterations), 2);
    EXPECT_EQ(run.count(Builtin::InterruptedIterations), 0);
    EXPECT_LT(run.took, 5s); // a maximum, not a pause
}

TEST_F(Executors, aRampDownCutsOffAfterItsOwnGrace) {
    const Outcome run = this->run(plan(get("/never"), R"("a": {"executor": "ramping-vus", "flow": "main",
        "startVUs": 3, "stages": [{"duration": "1s", "target": 3}, {"duration": "0s", "target": 1},
                                  {"duration": "1s", "target": 1}],
        "gracefulRampDown": "0s", "gracefulStop": "100ms"})"));
    EXPECT_EQ(run.count(Builtin::InterruptedIterations), 3);
    EXPECT_EQ(run.most, 3);
    EXPECT_GE(run.took, 300ms); // the one that stayed had the stop's grace
}

TEST_F(Executors, unmadeIterationsAreDroppedWhenTimeIsUp) {
    const Outcome each =
        this->run(plan(get("/late/80"), R"("a": {"executor": "per-vu-iterations", "flow": "main",
        "vus": 2, "iterations": 10, "maxDuration": "2s"})"));
    EXPECT_EQ(each.count(Builtin::Iterations) + each.count(Builtin::DroppedIterations), 20);
    EXPECT_GE(each.count(Builtin::DroppedIterations), 12);
    const Outcome shared =
        this->run(plan(get("/never"), R"("a": {"executor": "shared-iterations", "flow": "main",
        "vus": 2, "iterations": 10, "maxDuration": "1s", "gracefulStop": "0s"})"));
    EXPECT_EQ(shared.count(Builtin::InterruptedIterations), 2);
    EXPECT_EQ(shared.count(Builtin::DroppedIterations), 8);
}

TEST_F(Executors, scenariosBeginAtTheirStartTime) {
    const Outcome run = this->run(plan(get("/echo?${scenario}"), R"(
        "late": {"executor": "per-vu-iterations", "flow": "main", "vus": 1, "iterations": 1, "startTime": "3s"},
        "early": {"executor": "per-vu-iterations", "flow": "main", "vus": 1, "iterations": 1})"));
    EXPECT_EQ(target.seen.all(), (std::vector<std::string>{"GET /echo?early", "GET /echo?late"}));
    EXPECT_GE(run.took, 300ms);
    EXPECT_EQ(run.count(Builtin::Iterations, {{"scenario", "late"}}), 1);
}

TEST_F(Executors, waitingForABusyVuShowsInTheResponseTimeOfTheOpenModel) {
    // One VU, an arrival every 10 ms handed to it in its first step's think: the request behind is late.
    const Outcome run = this->run(
        plan(get("/late/30") + ", " + get("/late/30"),
             R"("a": {"executor": "constant-arrival-rate", "flow": "main", "rate": 50, "duration": "3s",
                      "preAllocatedVUs": 10, "maxVUs": 10})"));
    const auto service = run.trend(Builtin::HttpReqDuration);
    const auto response = run.trend(Builtin::HttpReqResponseTime);
    EXPECT_EQ(service.count(), response.count());
    EXPECT_GE(service.min(), 29'000'000u);
    // What a user waits is never less than what the server took.
    EXPECT_GE(response.min(), service.min());
    EXPECT_GE(response.sum(), service.sum());
}

} // namespace
} // namespace bw::engine
