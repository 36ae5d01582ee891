#include "core/runplan/schedule_extent.h"
#include "core/runplan/schedule_vus.h"
#include "tests/core/runplan/scenarios.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bw::runplan {

void PrintTo(const VuStep& step, std::ostream* out) {
    *out << step.offset.count() << "ns:" << step.count;
}

namespace {

using Steps = std::vector<VuStep>;

TEST(VuSchedule, RampsUpOneVuAtATime) {
    const Steps steps = plannedVus(rampingVus(0, {{10, 10s}}));
    Steps expected;
    for (std::uint32_t vus = 0; vus <= 10; ++vus) {
        expected.push_back({vus * 1s, vus});
    }
    expected.push_back({10s, 0}); // the tenth VU comes in the moment in which the scenario is over
    EXPECT_EQ(steps, expected);
    EXPECT_EQ(VuSchedule::active(rampingVus(0, {{10, 10s}})).count(10s), 0u);
}

TEST(VuSchedule, ReachesTheTargetWhenTheStageEnds) {
    const Steps steps = plannedVus(rampingVus(0, {{10, 10s}, {10, 5s}}));
    EXPECT_EQ(steps[10], (VuStep{10s, 10}));
    EXPECT_EQ(steps[11], (VuStep{15s, 0}));
}

TEST(VuSchedule, RampsDownFromTheStagesStart) {
    EXPECT_EQ(plannedVus(rampingVus(6, {{1, 5s}, {1, 1s}})),
              (Steps{{0s, 6}, {1s, 5}, {2s, 4}, {3s, 3}, {4s, 2}, {5s, 1}, {6s, 0}}));
}

TEST(VuSchedule, RoundsStepTimesUpToANanosecond) {
    const Steps steps = plannedVus(rampingVus(1, {{10, 10s}}));
    EXPECT_EQ(steps[0], (VuStep{0s, 1}));
    EXPECT_EQ(steps[1], (VuStep{1'111'111'112ns, 2}));
    EXPECT_EQ(steps[2], (VuStep{2'222'222'223ns, 3}));
}

const StageList workedExample = {{6, 2s}, {1, 5s}, {5, 4s}, {1, 4s}, {4, 3s}, {4, 2s}, {1, 0s}, {1, 3s}};

TEST(VuSchedule, FollowsARampThroughAllItsStages) {
    EXPECT_EQ(plannedVus(rampingVus(4, workedExample)),
              (Steps{{0s, 4},  {1s, 5},  {2s, 6},  {3s, 5},  {4s, 4},  {5s, 3},  {6s, 2},
                     {7s, 1},  {8s, 2},  {9s, 3},  {10s, 4}, {11s, 5}, {12s, 4}, {13s, 3},
                     {14s, 2}, {15s, 1}, {16s, 2}, {17s, 3}, {18s, 4}, {20s, 1}, {23s, 0}}));
}

TEST(VuSchedule, ReservesDroppedVusForTheirGracefulWindow) {
    EXPECT_EQ(reservedVus(rampingVus(4, workedExample)),
              (Steps{{0s, 4}, {1s, 5}, {2s, 6}, {33s, 5}, {42s, 4}, {50s, 1}, {53s, 0}}));
}

TEST(VuSchedule, NothingOutlivesGracefulStop) {
    EXPECT_EQ(reservedVus(rampingVus(4, {{0, 2s}}, 30s, 1s)), (Steps{{0s, 4}, {3s, 0}}));
    EXPECT_EQ(reservedVus(rampingVus(4, {{0, 2s}}, 0s, 1s)),
              (Steps{{0s, 4}, {500ms, 3}, {1s, 2}, {1500ms, 1}, {2s, 0}}));
    EXPECT_EQ(reservedVus(rampingVus(2, {{2, 2s}}, 0s, 5s)), (Steps{{0s, 2}, {7s, 0}}));
}

TEST(VuSchedule, JumpsWhereAStageHasNoLength) {
    EXPECT_EQ(plannedVus(rampingVus(1, {{5, 0s}, {5, 1s}, {2, 0s}, {2, 1s}})),
              (Steps{{0s, 5}, {1s, 2}, {2s, 0}}));
    EXPECT_EQ(plannedVus(rampingVus(3, {{5, 0s}})), (Steps{{0s, 0}}));
}

TEST(VuSchedule, ConstantExecutorsHoldTheirVus) {
    const auto load = constantVus(7, 10s);
    EXPECT_EQ(plannedVus(load), (Steps{{0s, 7}, {10s, 0}}));
    EXPECT_EQ(reservedVus(load), (Steps{{0s, 7}, {40s, 0}}));
    const auto perVu = scenarioOf(testplan::PerVuIterations{3, 5, {2s, {}}}, 1s);
    EXPECT_EQ(plannedVus(perVu), (Steps{{0s, 3}, {2s, 0}}));
    EXPECT_EQ(reservedVus(perVu), (Steps{{0s, 3}, {3s, 0}}));
    const auto shared = scenarioOf(testplan::SharedIterations{4, 100, {2s, {}}}, 0s);
    EXPECT_EQ(reservedVus(shared), (Steps{{0s, 4}, {2s, 0}}));
    EXPECT_EQ(plannedVus(constantRate(10, 1s, 1s)), (Steps{{0s, 0}}));
}

TEST(VuSchedule, LongLargeRampsDoNotOverflow) {
    const auto load = rampingVus(0, {{100'000, 48h}});
    const VuSchedule schedule = VuSchedule::active(load);
    EXPECT_EQ(schedule.count(24h), 50'000u);
    EXPECT_EQ(schedule.count(48h - 1ns), 99'999u);
    EXPECT_EQ(schedule.nextChange(24h), (VuStep{24h + 1'728ms, 50'001}));
    EXPECT_EQ(schedule.end(), 48h);
    EXPECT_EQ(maxDuration(load), 48h + 30s);
}

TEST(VuSchedule, AHundredMillionVusCostNoMemory) {
    const VuSchedule schedule = VuSchedule::reserved(rampingVus(0, {{100'000'000, 1h}, {0, 1h}}));
    EXPECT_EQ(schedule.count(30min), 50'000'000u);
    EXPECT_EQ(schedule.peak(), 100'000'000u);
    EXPECT_EQ(schedule.nextChange(30min)->count, 50'000'001u);
    EXPECT_EQ(schedule.nextChange(1h + 30min)->count, schedule.count(1h + 30min) - 1);
    EXPECT_EQ(schedule.steps(1000).size(), 1000u);
}

TEST(VuSchedule, ManyVusInOneNanosecondAreOneStep) {
    const Steps steps = plannedVus(rampingVus(0, {{1000, 3ns}, {1000, 1s}}));
    EXPECT_EQ(steps, (Steps{{0ns, 0}, {1ns, 333}, {2ns, 666}, {3ns, 1000}, {1s + 3ns, 0}}));
}

// Every step that nextChange() names is a change of count(), and there are no others: checked nanosecond by
// nanosecond.
void expectStepsMatchCounts(const VuSchedule& schedule) {
    std::uint32_t last = 0;
    Duration before = -1ns;
    for (Duration at = 0ns; at <= schedule.end(); ++at) {
        const std::uint32_t count = schedule.count(at);
        if (count != last) {
            ASSERT_EQ(schedule.nextChange(before), (VuStep{at, count}));
            before = at;
            last = count;
        }
    }
    EXPECT_EQ(last, 0u);
    EXPECT_EQ(schedule.nextChange(before), std::nullopt);
}

TEST(VuSchedule, WalkingTheChangesEqualsLookingAtEveryNanosecond) {
    const StageList shapes[] = {
        {{6, 20ns}, {1, 50ns}, {5, 40ns}, {1, 40ns}, {4, 30ns}, {4, 20ns}, {1, 0ns}, {1, 30ns}},
        {{0, 10ns}, {9, 7ns}, {9, 3ns}, {0, 0ns}, {0, 12ns}, {3, 5ns}},
        {{50, 11ns}, {3, 13ns}, {40, 0ns}, {2, 200ns}, {2, 1ns}, {30, 17ns}, {0, 23ns}},
    };
    for (const StageList& shape : shapes) {
        for (const Duration hold : {0ns, 1ns, 5ns, 17ns, 60ns, 1000ns}) {
            for (const Duration stop : {0ns, 9ns, 100ns}) {
                const auto load = rampingVus(4, shape, hold, stop);
                expectStepsMatchCounts(VuSchedule::active(load));
                expectStepsMatchCounts(VuSchedule::reserved(load));
                const SegmentShare third = SegmentShare::create({{1, 7}, {3, 7}}).value();
                expectStepsMatchCounts(VuSchedule::active(load, third));
                expectStepsMatchCounts(VuSchedule::reserved(load, third.split(1, 2)));
            }
        }
    }
}

TEST(VuSchedule, SegmentsSumToTheWhole) {
    const auto load = rampingVus(3, {{1000, 7s}, {20, 5s}});
    const VuSchedule whole = VuSchedule::reserved(load);
    const SegmentSequence sequence = parseSegmentSequence("0,1/7,3/5,1").value();
    for (Duration at = 0s; at < 45s; at += 37ms) {
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i + 1 < sequence.boundaries.size(); ++i) {
            const Segment segment{sequence.boundaries[i], sequence.boundaries[i + 1]};
            sum += VuSchedule::reserved(load, SegmentShare::create(segment, sequence).value()).count(at);
        }
        ASSERT_EQ(sum, whole.count(at));
    }
}

TEST(VuSchedule, ForeverLongStagesSaturate) {
    const auto load = rampingVus(1, {{2, Duration::max()}, {5, Duration::max()}});
    EXPECT_EQ(scenarioDuration(load), Duration::max());
    EXPECT_EQ(maxDuration(load), Duration::max());
    EXPECT_EQ(VuSchedule::active(load).count(1h), 1u);
    EXPECT_LE(reservedVus(load).size(), 4u);
}

} // namespace
} // namespace bw::runplan
