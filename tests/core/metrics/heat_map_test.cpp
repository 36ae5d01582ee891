#include "core/metrics/heat_map.h"

#include <gmock/gmock.h>
#include <numeric>

namespace bw::metrics {
namespace {

Histogram timesOf(std::initializer_list<std::chrono::microseconds> times) {
    Histogram histogram;
    for (const auto time : times) {
        histogram.record(time);
    }
    return histogram;
}

std::uint64_t countOf(const HeatMap& map) {
    std::uint64_t count = 0;
    for (const HeatMap::Column& column : map.columns()) {
        count = std::accumulate(column.counts.begin(), column.counts.end(), count);
    }
    return count;
}

using std::chrono::microseconds;

TEST(HeatMapTest, ATimeLiesBetweenItsBandsEdges) {
    HeatMap map;
    map.add(2, 1, timesOf({microseconds(1500), microseconds(1500), microseconds(90'000)}));

    ASSERT_EQ(map.columns().size(), 3u);
    EXPECT_TRUE(map.columns()[0].counts.empty());
    const HeatMap::Column& column = map.columns()[2];
    EXPECT_EQ(column.counts.front(), 2u);
    EXPECT_LE(HeatMap::edge(column.firstBand), 1'500'000u);
    EXPECT_GT(HeatMap::edge(column.firstBand + 1), 1'500'000u);
    EXPECT_EQ(column.counts.back(), 1u);
    const auto last = static_cast<std::uint32_t>(column.firstBand + column.counts.size() - 1);
    EXPECT_LE(HeatMap::edge(last), 90'000'000u);
    EXPECT_GT(HeatMap::edge(last + 1), 90'000'000u);
}

TEST(HeatMapTest, ADayStaysBoundedAndLosesNothing) {
    HeatMap map;
    for (int second = 0; second < 86'400; ++second) {
        map.add(second, 1, timesOf({microseconds(1000 + second), microseconds(20)}));
    }
    EXPECT_LE(map.columns().size(), HeatMap::kMostColumns);
    EXPECT_EQ(map.columnSeconds(), 64);
    EXPECT_EQ(countOf(map), 2u * 86'400);
}

TEST(HeatMapTest, JoinedColumnsAreThoseOfTheWiderMap) {
    HeatMap fine;
    HeatMap wide(0, 2);
    for (int second = 0; second < 2000; ++second) {
        const Histogram times = timesOf({microseconds(50 * second), microseconds(7)});
        fine.add(second, 1, times);
        wide.add(second, 1, times);
    }
    EXPECT_EQ(fine, wide);
}

TEST(HeatMapTest, ColumnsBecomeAsWideAsWhatIsAdded) {
    HeatMap map;
    map.add(0, 1, timesOf({microseconds(10)}));
    map.add(1, 10, timesOf({microseconds(10)}));
    EXPECT_EQ(map.columnSeconds(), 16);
    EXPECT_EQ(countOf(map), 2u);
}

TEST(HeatMapTest, BeginsWhereItIsToldTo) {
    HeatMap map(100, 1);
    map.add(101, 1, timesOf({microseconds(10)}));
    map.add(7, 1, timesOf({microseconds(10)}));
    EXPECT_EQ(map.columns().size(), 2u);
    EXPECT_EQ(countOf(map), 2u);
}

TEST(HeatMapTest, TheFurthestSecondAndTheLongestTimeAreHeld) {
    HeatMap map;
    map.add(INT64_MAX, 1, timesOf({std::chrono::hours(2)}));
    EXPECT_LE(map.columns().size(), HeatMap::kMostColumns);
    EXPECT_EQ(countOf(map), 1u);
    EXPECT_GT(HeatMap::edge(map.columns().back().firstBand + 1),
              HeatMap::edge(map.columns().back().firstBand));
}

} // namespace
} // namespace bw::metrics
