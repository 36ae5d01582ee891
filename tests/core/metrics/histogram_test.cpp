#include "core/base/random.h"
#include "core/metrics/histogram.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <vector>

namespace bw::metrics {
namespace {

using namespace std::chrono_literals;

// The widest a bucket's middle is from its values: half of 1/64 of an octave's start, seen from the middle.
constexpr double kError = 0.0078;

Histogram of(const std::vector<std::uint64_t>& values) {
    Histogram histogram;
    for (const std::uint64_t value : values)
        histogram.record(Duration(value));
    return histogram;
}

// Log-uniform over the whole range, so that every octave is met.
std::vector<std::uint64_t> logUniform(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::uint64_t> values(count);
    for (auto& value : values)
        value = static_cast<std::uint64_t>(std::exp2(random.unit() * std::log2(double(Histogram::kHighest))));
    return values;
}

double exactPercentile(std::vector<std::uint64_t> values, double share) {
    std::ranges::sort(values);
    const double rank = share * double(values.size() - 1);
    const auto lower = std::size_t(rank);
    const auto upper = std::min(lower + 1, values.size() - 1);
    return double(values[lower]) + (double(values[upper]) - double(values[lower])) * (rank - double(lower));
}

TEST(HistogramLayout, BucketsJoinWithoutGapAndStayInTheStatedError) {
    std::uint64_t next = 0;
    for (std::uint32_t index = 0; index < Histogram::kBuckets; ++index) {
        const HistogramBucket bucket = Histogram::bucketAt(index);
        ASSERT_EQ(bucket.lower, next);
        ASSERT_EQ(Histogram::bucketOf(bucket.lower), index);
        ASSERT_EQ(Histogram::bucketOf(bucket.lower + bucket.width - 1), index);
        if (bucket.lower > 0) {
            ASSERT_LE((bucket.middle() - double(bucket.lower)) / bucket.middle(), kError);
        }
        next = bucket.lower + bucket.width;
    }
    EXPECT_GT(next, Histogram::kHighest);
}

// The layout is a file format: these figures may never change.
TEST(HistogramLayout, KnownBuckets) {
    EXPECT_EQ(Histogram::bucketOf(0), 0u);
    EXPECT_EQ(Histogram::bucketOf(127), 127u);
    EXPECT_EQ(Histogram::bucketOf(128), 128u);
    EXPECT_EQ(Histogram::bucketOf(129), 128u);
    EXPECT_EQ(Histogram::bucketOf(255), 191u);
    EXPECT_EQ(Histogram::bucketOf(256), 192u);
    EXPECT_EQ(Histogram::bucketOf(1'000'000), 954u);
    EXPECT_EQ(Histogram::bucketOf(3'600'000'000'000), 2344u);
}

TEST(Histogram, EmptyIsZeroEverywhere) {
    const Histogram empty;
    EXPECT_TRUE(empty.empty());
    EXPECT_EQ(empty.min(), 0u);
    EXPECT_EQ(empty.max(), 0u);
    EXPECT_EQ(empty.mean(), 0.0);
    EXPECT_EQ(empty.percentile(0.5), 0.0);
    EXPECT_EQ(empty.countAtMost(1h), 0u);
}

TEST(Histogram, SmallValuesGiveExactPercentiles) {
    const Histogram histogram = of({10, 20, 30, 40});
    EXPECT_EQ(histogram.percentile(0), 10.0);
    EXPECT_EQ(histogram.percentile(0.5), 25.0); // k6: between the 2nd and 3rd
    EXPECT_DOUBLE_EQ(histogram.percentile(0.95), 38.5);
    EXPECT_EQ(histogram.percentile(1), 40.0);
    EXPECT_EQ(histogram.percentile(7), 40.0);
    EXPECT_EQ(histogram.percentile(-1), 10.0);
    EXPECT_EQ(of({77}).percentile(0.99), 77.0);
}

TEST(Histogram, PercentilesOfAnySampleStayInTheStatedError) {
    for (const std::size_t count : {2, 3, 63, 64, 65, 1000, 50'000}) {
        const auto values = logUniform(count, count);
        const Histogram histogram = of(values);
        for (const double share : {0.0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0}) {
            const double exact = exactPercentile(values, share);
            EXPECT_NEAR(histogram.percentile(share), exact, exact * kError + 1e-6) << count << " p" << share;
        }
    }
}

TEST(Histogram, CountSumMinMaxAreExact) {
    const auto values = logUniform(20'000, 7);
    const Histogram histogram = of(values);
    Uint128 sum = 0;
    for (const auto value : values)
        sum += value;
    EXPECT_EQ(histogram.count(), values.size());
    EXPECT_TRUE(histogram.sum() == sum);
    EXPECT_EQ(histogram.min(), std::ranges::min(values));
    EXPECT_EQ(histogram.max(), std::ranges::max(values));
    EXPECT_EQ(histogram.outOfRange(), 0u);
}

TEST(Histogram, OutOfRangeIsClampedAndCounted) {
    Histogram histogram;
    histogram.record(-1ns);
    histogram.record(1h);
    histogram.record(1h + 1ns);
    histogram.record(Duration::max());
    histogram.record(Duration::min());
    EXPECT_EQ(histogram.count(), 5u);
    EXPECT_EQ(histogram.outOfRange(), 4u);
    EXPECT_EQ(histogram.min(), 0u);
    EXPECT_EQ(histogram.max(), Histogram::kHighest);
}

TEST(Histogram, TrendsThatAreNoTimesAreScaledByAMillion) {
    Histogram histogram;
    histogram.recordScaled(1.5);
    histogram.recordScaled(3e6);
    EXPECT_EQ(histogram.min(), 1'500'000u);
    EXPECT_EQ(histogram.max(), 3'000'000'000'000u);
    EXPECT_EQ(histogram.outOfRange(), 0u);
    histogram.recordScaled(-0.1);
    histogram.recordScaled(4e6);
    histogram.recordScaled(std::numeric_limits<double>::quiet_NaN());
    histogram.recordScaled(std::numeric_limits<double>::infinity());
    EXPECT_EQ(histogram.count(), 6u);
    EXPECT_EQ(histogram.outOfRange(), 4u);
}

TEST(Histogram, CountAtMost) {
    const Histogram histogram = of({0, 5, 5, 100, 1'000'000});
    EXPECT_EQ(histogram.countAtMost(-1ns), 0u);
    EXPECT_EQ(histogram.countAtMost(0ns), 1u);
    EXPECT_EQ(histogram.countAtMost(4ns), 1u);
    EXPECT_EQ(histogram.countAtMost(5ns), 3u);
    EXPECT_EQ(histogram.countAtMost(999us), 4u);
    EXPECT_EQ(histogram.countAtMost(1ms), 5u);
    EXPECT_EQ(histogram.countAtMost(Duration::max()), 5u);
}

TEST(Histogram, MergeIsTheHistogramOfBoth) {
    for (const std::size_t count : {10, 64, 500}) {
        const auto a = logUniform(count, 1);
        const auto b = logUniform(count, 2);
        auto both = a;
        both.insert(both.end(), b.begin(), b.end());
        Histogram ab = of(a);
        ab.merge(of(b));
        Histogram ba = of(b);
        ba.merge(of(a));
        EXPECT_EQ(ab, of(both));
        EXPECT_EQ(ab, ba);
    }
}

TEST(Histogram, MergeWithItselfAndWithNothing) {
    Histogram histogram = of({1, 2, 3'000'000});
    histogram.merge(Histogram());
    EXPECT_EQ(histogram, of({1, 2, 3'000'000}));
    histogram.merge(histogram);
    EXPECT_EQ(histogram, of({1, 1, 2, 2, 3'000'000, 3'000'000}));
}

TEST(Histogram, SubtractGivesBackBucketsCountAndSum) {
    for (const std::size_t count : {5, 64, 3000}) {
        const Histogram a = of(logUniform(count, 3));
        const Histogram b = of(logUniform(count, 4));
        Histogram rest = a;
        rest.merge(b);
        ASSERT_EQ(rest.subtract(b), Histogram::Subtracted::Yes);
        EXPECT_EQ(rest.count(), a.count());
        EXPECT_TRUE(rest.sum() == a.sum());
        std::vector<std::pair<std::uint64_t, std::uint64_t>> left;
        std::vector<std::pair<std::uint64_t, std::uint64_t>> wanted;
        rest.forEachBucket(
            [&](const HistogramBucket& bucket) { left.emplace_back(bucket.lower, bucket.count); });
        a.forEachBucket(
            [&](const HistogramBucket& bucket) { wanted.emplace_back(bucket.lower, bucket.count); });
        EXPECT_EQ(left, wanted);
        EXPECT_EQ(Histogram::bucketOf(rest.min()), Histogram::bucketOf(a.min()));
        EXPECT_EQ(Histogram::bucketOf(rest.max()), Histogram::bucketOf(a.max()));
    }
}

TEST(Histogram, SubtractRefusesWhatIsNoPart) {
    Histogram histogram = of({1'000, 2'000'000});
    const Histogram before = histogram;
    EXPECT_EQ(histogram.subtract(of({3'000})), Histogram::Subtracted::NotAPart);
    EXPECT_EQ(histogram.subtract(of({1'000, 1'000})), Histogram::Subtracted::NotAPart);
    EXPECT_EQ(histogram, before);
    EXPECT_EQ(histogram.subtract(before), Histogram::Subtracted::Yes);
    EXPECT_EQ(histogram, Histogram());
    EXPECT_EQ(histogram.subtract(Histogram()), Histogram::Subtracted::Yes);
}

TEST(Histogram, CountsBeyond32BitsSpillWithoutLoss) {
    Histogram histogram = of({500});
    for (int doubling = 0; doubling < 40; ++doubling)
        histogram.merge(histogram);
    histogram.record(500ns);
    histogram.record(7ns);
    EXPECT_EQ(histogram.count(), (std::uint64_t{1} << 40) + 2);
    std::vector<std::uint64_t> counts;
    histogram.forEachBucket([&](const HistogramBucket& bucket) { counts.push_back(bucket.count); });
    EXPECT_THAT(counts, testing::ElementsAre(1, (std::uint64_t{1} << 40) + 1));
    EXPECT_EQ(histogram.percentile(0.5), 500);
    Histogram part = of({500});
    for (int doubling = 0; doubling < 33; ++doubling)
        part.merge(part);
    ASSERT_EQ(histogram.subtract(part), Histogram::Subtracted::Yes);
    EXPECT_EQ(histogram.count(), (std::uint64_t{1} << 40) + 2 - (std::uint64_t{1} << 33));
}

TEST(Histogram, OneBucketWrappingWhileRecordingSpills) {
    Histogram histogram = of({500});
    for (int doubling = 0; doubling < 31; ++doubling)
        histogram.merge(histogram);
    Histogram rest = histogram;
    rest.merge(histogram);
    Histogram one = of({500});
    ASSERT_EQ(rest.subtract(one), Histogram::Subtracted::Yes); // 2^32 − 1: the low word is full
    rest.record(500ns);
    rest.record(500ns);
    std::uint64_t count = 0;
    rest.forEachBucket([&](const HistogramBucket& bucket) { count += bucket.count; });
    EXPECT_EQ(count, (std::uint64_t{1} << 32) + 1);
}

TEST(Histogram, FewBucketsTakeLittleMemoryAndClearKeepsIt) {
    Histogram histogram;
    for (int i = 0; i < 100'000; ++i)
        histogram.record(Duration(i % 64));
    EXPECT_LE(histogram.memory(), 1024u);
    histogram.record(1s);
    const std::size_t dense = histogram.memory();
    EXPECT_GT(dense, 4 * std::size_t{Histogram::kBuckets});
    histogram.clear();
    EXPECT_EQ(histogram, Histogram());
    EXPECT_EQ(histogram.memory(), dense);
    histogram.record(3ns);
    EXPECT_EQ(histogram, of({3}));
}

} // namespace
} // namespace bw::metrics
