#include "core/runplan/schedule_arrivals.h"
#include "tests/core/runplan/scenarios.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace bw::runplan {
namespace {

using Offsets = std::vector<Duration>;
using testplan::Arrivals;

Offsets startsOf(const testplan::Scenario& scenario, std::uint64_t seed = 1, SegmentShare share = {}) {
    Offsets offsets;
    ArrivalCursor cursor = ArrivalSchedule(scenario, seed).cursor(share);
    while (const auto arrival = cursor.next()) {
        offsets.push_back(arrival->offset);
    }
    return offsets;
}

TEST(ConstantArrivalRate, StartsAtOnceAndNeverAtTheEnd) {
    const auto starts = startsOf(constantRate(10, 1s, 2s));
    ASSERT_EQ(starts.size(), 20u);
    for (std::size_t k = 0; k < starts.size(); ++k) {
        EXPECT_EQ(starts[k], k * 100ms);
    }
}

TEST(ConstantArrivalRate, MakesExactlyRateTimesDurationStarts) {
    EXPECT_EQ(startsOf(constantRate(3, 1s, 2s)),
              (Offsets{0ns, 333'333'333ns, 666'666'666ns, 1s, 1'333'333'333ns, 1'666'666'666ns}));
    EXPECT_EQ(startsOf(constantRate(100, 1min, 3s)).size(), 5u);
    EXPECT_EQ(startsOf(constantRate(100, 1min, 3s)).back(), 2400ms);
    EXPECT_EQ(startsOf(constantRate(1, 1s, 2500ms)), (Offsets{0s, 1s, 2s}));
    EXPECT_EQ(startsOf(constantRate(2, 1h, 1s)), (Offsets{0s}));
}

TEST(ConstantArrivalRate, DoesNotDriftInDays) {
    const ArrivalSchedule schedule(constantRate(7'000'000, 1s, 48h), 0);
    EXPECT_EQ(schedule.count(), 7'000'000ull * 172'800);
    EXPECT_EQ(schedule.startOf(7'000'000ull * 86'400), 24h);
    EXPECT_EQ(schedule.startOf(schedule.count() - 1), 48h - 143ns);
}

TEST(ConstantArrivalRate, MoreStartsThanNanosecondsAreStillAllThere) {
    const auto starts = startsOf(constantRate(4, 2ns, 3ns));
    EXPECT_EQ(starts, (Offsets{0ns, 0ns, 1ns, 1ns, 2ns, 2ns}));
}

TEST(RampingArrivalRate, StartsWhenTheIntegralReachesANumber) {
    const auto starts = startsOf(rampingRate(0, 1s, {{10, 2s}}));
    ASSERT_EQ(starts.size(), 10u); // 5 t²/2 reaches 10 at the very end
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto exact = std::sqrt((i + 1) / 2.5L) * 1e9L;
        EXPECT_EQ(starts[i].count(), static_cast<std::int64_t>(exact)) << i;
    }
    EXPECT_EQ(starts.back(), 2s);
}

TEST(RampingArrivalRate, AFlatRateStartsAfterItsFirstPeriod) {
    const auto starts = startsOf(rampingRate(10, 1s, {{10, 2s}}));
    ASSERT_EQ(starts.size(), 20u);
    EXPECT_EQ(starts.front(), 100ms);
    EXPECT_EQ(starts.back(), 2s);
}

TEST(RampingArrivalRate, FractionsCarryOverBetweenStages) {
    // 1.5 iterations in the first stage, none in the second, 1.5 in the third.
    EXPECT_EQ(startsOf(rampingRate(1, 1s, {{1, 1500ms}, {0, 0s}, {0, 10s}, {1, 0s}, {1, 1500ms}})),
              (Offsets{1s, 12s, 13s}));
}

TEST(RampingArrivalRate, RampsDownToNothing) {
    // 10 t − 2.5 t²: the last of the 10 is due when the rate reaches 0.
    const auto starts = startsOf(rampingRate(10, 1s, {{0, 2s}, {0, 1h}}));
    ASSERT_EQ(starts.size(), 10u);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto exact = (10 - std::sqrt(100 - 10.0L * (i + 1))) / 5 * 1e9L;
        EXPECT_EQ(starts[i].count(), static_cast<std::int64_t>(exact)) << i;
    }
}

TEST(RampingArrivalRate, NoRateNoStarts) {
    EXPECT_TRUE(startsOf(rampingRate(0, 1s, {{0, 1h}})).empty());
    EXPECT_TRUE(startsOf(rampingRate(0, 1s, {})).empty());
    EXPECT_TRUE(startsOf(rampingRate(5, 1s, {{10, 0s}})).empty());
    EXPECT_TRUE(startsOf(constantVus(5, 1s)).empty());
}

TEST(RampingArrivalRate, IsExactOverDaysAtHighRates) {
    const ArrivalSchedule schedule(rampingRate(0, 1s, {{10'000'000, 24h}, {0, 24h}}), 0);
    EXPECT_EQ(schedule.count(), 10'000'000ull * 86'400);
    EXPECT_EQ(schedule.startOf(10'000'000ull * 43'200 - 1), 24h);
    EXPECT_EQ(schedule.startOf(schedule.count() - 1), 48h);
    EXPECT_EQ(schedule.startOf(10'000'000ull * 43'200 / 4 - 1), 12h);
}

TEST(RampingArrivalRate, TheLargestNumbersNeitherOverflowNorHang) {
    const std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    const ArrivalSchedule schedule(rampingRate(largest, 1ns, {{0, Duration::max()}, {largest, 1h}}), 0);
    EXPECT_EQ(schedule.count(), std::numeric_limits<std::uint64_t>::max());
    EXPECT_GE(schedule.startOf(schedule.count() - 1), 0ns);
}

TEST(ArrivalSchedule, StartsAreInOrderAndRandomAccessAgrees) {
    const auto load = rampingRate(3, 7s, {{100, 3s}, {20, 5s}, {400, 0s}, {0, 13s}, {33, 2s}});
    const ArrivalSchedule schedule(load, 0);
    const auto starts = startsOf(load);
    ASSERT_EQ(starts.size(), schedule.count());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        EXPECT_EQ(schedule.startOf(i), starts[i]);
        EXPECT_TRUE(i == 0 || starts[i - 1] <= starts[i]);
    }
}

TEST(ArrivalSchedule, SaysTheRateAtAnyTime) {
    const ArrivalSchedule schedule(rampingRate(60, 1min, {{600, 10s}, {600, 10s}}), 0);
    EXPECT_DOUBLE_EQ(schedule.rateAt(0s), 1);
    EXPECT_DOUBLE_EQ(schedule.rateAt(5s), 5.5);
    EXPECT_DOUBLE_EQ(schedule.rateAt(15s), 10);
    EXPECT_DOUBLE_EQ(schedule.rateAt(20s), 0);
}

void expectSegmentsSumToTheWhole(const testplan::Scenario& load) {
    const SegmentSequence sequence = parseSegmentSequence("0,1/7,3/5,1").value();
    const auto whole = startsOf(load);
    std::vector<std::optional<Duration>> seen(whole.size());
    for (std::size_t i = 0; i + 1 < sequence.boundaries.size(); ++i) {
        const Segment segment{sequence.boundaries[i], sequence.boundaries[i + 1]};
        for (const std::uint64_t worker : {0, 1, 2}) {
            const auto share = SegmentShare::create(segment, sequence).value().split(worker, 3);
            ArrivalCursor cursor = ArrivalSchedule(load, 1).cursor(share);
            while (const auto arrival = cursor.next()) {
                ASSERT_LT(arrival->index, seen.size());
                ASSERT_FALSE(seen[arrival->index]) << "twice: " << arrival->index;
                seen[arrival->index] = arrival->offset;
            }
        }
    }
    for (std::size_t i = 0; i < whole.size(); ++i) {
        ASSERT_EQ(seen[i], whole[i]);
    }
}

TEST(ArrivalSchedule, SegmentsShareTheStartsWithoutLoss) {
    expectSegmentsSumToTheWhole(constantRate(1000, 1s, 3s));
    expectSegmentsSumToTheWhole(rampingRate(0, 1s, {{1000, 3s}, {10, 1s}}));
    expectSegmentsSumToTheWhole(constantRate(1000, 1s, 3s, Arrivals::Poisson));
    expectSegmentsSumToTheWhole(rampingRate(0, 1s, {{1000, 3s}, {10, 1s}}, Arrivals::Poisson));
}

TEST(PoissonArrivals, HaveTheSameMeanRateAndExponentialGaps) {
    const auto starts = startsOf(constantRate(1000, 1s, 200s, Arrivals::Poisson), 7);
    const double expected = 200'000;
    EXPECT_NEAR(starts.size(), expected, 5 * std::sqrt(expected));
    double sum = 0;
    double squares = 0;
    std::size_t longer = 0;
    for (std::size_t i = 1; i < starts.size(); ++i) {
        const double gap = std::chrono::duration<double, std::milli>(starts[i] - starts[i - 1]).count();
        ASSERT_GE(gap, 0);
        sum += gap;
        squares += gap * gap;
        longer += gap > 2 ? 1 : 0;
    }
    const double n = static_cast<double>(starts.size() - 1);
    const double mean = sum / n;
    EXPECT_NEAR(mean, 1, 0.02);
    EXPECT_NEAR(std::sqrt(squares / n - mean * mean) / mean, 1, 0.02);
    EXPECT_NEAR(static_cast<double>(longer) / n, std::exp(-2.0), 0.005);
}

TEST(PoissonArrivals, CountsPerSecondAreDispersedLikeTheirMean) {
    std::vector<double> counts(1000);
    for (const Duration at : startsOf(constantRate(50, 1s, 1000s, Arrivals::Poisson), 3)) {
        ASSERT_LT(at, 1000s);
        counts[static_cast<std::size_t>(at / 1s)] += 1;
    }
    double mean = 0;
    double variance = 0;
    for (const double count : counts) {
        mean += count / 1000;
    }
    for (const double count : counts) {
        variance += (count - mean) * (count - mean) / 999;
    }
    EXPECT_NEAR(mean, 50, 1.2);
    EXPECT_NEAR(variance / mean, 1, 0.2);
}

TEST(PoissonArrivals, FollowTheRamp) {
    const auto starts = startsOf(rampingRate(0, 1s, {{1000, 100s}}, Arrivals::Poisson), 11);
    const auto firstHalf = std::ranges::count_if(starts, [](Duration at) { return at < 50s; });
    EXPECT_NEAR(starts.size(), 50'000, 5 * std::sqrt(50'000.0));
    EXPECT_NEAR(static_cast<double>(firstHalf) / starts.size(), 0.25, 0.01);
}

TEST(PoissonArrivals, AreRepeatableFromTheSeedAndDifferWithIt) {
    const auto load = constantRate(100, 1s, 10s, Arrivals::Poisson);
    EXPECT_EQ(startsOf(load, 5), startsOf(load, 5));
    EXPECT_NE(startsOf(load, 5), startsOf(load, 6));
    auto other = load;
    other.name = "other";
    EXPECT_NE(startsOf(load, 5), startsOf(other, 5));
}

TEST(PoissonCount, HasTheMeanAndVarianceOfItsLaw) {
    for (const double mean : {0.0, 0.3, 5.0, 10.0, 40.0, 1e4, 1e9, 1e15}) {
        Random random(42);
        double sum = 0;
        double squares = 0;
        constexpr int draws = 20'000;
        for (int i = 0; i < draws; ++i) {
            const double off = static_cast<double>(poissonCount(random, mean)) - mean;
            sum += off;
            squares += off * off;
        }
        EXPECT_NEAR(sum / draws, 0, 5 * std::sqrt(mean / draws)) << mean;
        EXPECT_NEAR(squares / draws, mean, 0.06 * mean + 1e-9) << mean;
    }
}

} // namespace
} // namespace bw::runplan
