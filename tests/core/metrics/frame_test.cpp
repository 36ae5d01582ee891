#include "core/metrics/frame.h"
#include "core/metrics/frame_builder.h"
#include "core/metrics/frame_merge.h"
#include "core/metrics/totals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bw::metrics {
namespace {

using namespace std::chrono_literals;

double sumOf(const Frame& frame, SeriesId series) {
    const SeriesValue* value = frame.find(series);
    return value == nullptr ? 0 : std::get<CounterValue>(*value).sum;
}

class FrameBuilderTest : public testing::Test {
protected:
    std::vector<FramePtr> collect() { return builder.collect(recorders); }
    void advance(Duration runTime) {
        a.advanceTo(runTime);
        b.advanceTo(runTime);
    }

    MetricRegistry metrics;
    Recorder a{metrics};
    Recorder b{metrics};
    Recorder* const recorders[2] = {&a, &b};
    FrameBuilder builder{metrics, 2};
};

TEST_F(FrameBuilderTest, AFrameWaitsForAllWriters) {
    a.add(a.series(Builtin::HttpReqs), 1);
    b.add(b.series(Builtin::HttpReqs), 10);
    a.advanceTo(3s);
    EXPECT_THAT(collect(), testing::IsEmpty());
    b.advanceTo(1s);
    const auto frames = collect();
    ASSERT_EQ(frames.size(), 1u);
    EXPECT_EQ(frames[0]->second, 0);
    EXPECT_EQ(sumOf(*frames[0], SeriesId{0}), 11);
    EXPECT_EQ(frames[0]->newSeries.size(), 1u);
}

TEST_F(FrameBuilderTest, WritersNumbersBecomeTheRunsNumbers) {
    const auto aOrders = a.series(Builtin::HttpReqs, {{"name", "orders"}});
    const auto bRisk = b.series(Builtin::HttpReqs, {{"name", "risk"}});
    const auto bOrders = b.series(Builtin::HttpReqs, {{"name", "orders"}});
    a.add(aOrders, 1);
    b.add(bRisk, 2);
    b.add(bOrders, 4);
    advance(1s);
    const auto frames = collect();
    ASSERT_EQ(frames.size(), 1u);
    ASSERT_EQ(frames[0]->entries.size(), 2u);
    EXPECT_EQ(*builder.directory()[SeriesId{0}].tags.find("name"), "orders");
    EXPECT_EQ(sumOf(*frames[0], SeriesId{0}), 5);
    EXPECT_EQ(sumOf(*frames[0], SeriesId{1}), 2);
}

TEST_F(FrameBuilderTest, QuietSecondsAreEmptyFrames) {
    advance(2500ms);
    a.add(a.series(Builtin::HttpReqs));
    advance(4s);
    const auto frames = collect();
    ASSERT_EQ(frames.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(frames[i]->second, std::int64_t(i));
        EXPECT_EQ(frames[i]->entries.size(), i == 2 ? 1u : 0u);
    }
}

TEST_F(FrameBuilderTest, FinishGivesTheBrokenLastSecond) {
    const auto reqs = a.series(Builtin::HttpReqs);
    a.add(reqs);
    advance(1s);
    a.add(reqs, 5);
    a.advanceTo(1300ms);
    ASSERT_EQ(collect().size(), 1u);
    const auto rest = builder.finish(recorders, 1300ms);
    ASSERT_EQ(rest.size(), 1u);
    EXPECT_EQ(rest[0]->second, 1);
    EXPECT_EQ(sumOf(*rest[0], SeriesId{0}), 5);
    EXPECT_THAT(builder.finish(recorders, 1300ms), testing::IsEmpty());
}

TEST_F(FrameBuilderTest, AWideDeltaMakesOneWideFrameAndKeepsTheSum) {
    const auto slow = a.series(Builtin::HttpReqs);
    const auto steady = b.series(Builtin::HttpReqs);
    // a's taker stalls: 8 deltas are sealed, the ninth goes on from second 8 to 19.
    for (int second = 0; second < 20; ++second) {
        a.add(slow);
        a.advanceTo(std::chrono::seconds(second + 1));
    }
    for (int second = 0; second < 20; ++second) {
        b.add(steady, 100);
        b.advanceTo(std::chrono::seconds(second + 1));
        if (second == 5)
            EXPECT_EQ(collect().size(), 6u);
    }
    a.advanceTo(21s);
    b.advanceTo(21s);
    std::vector<FramePtr> frames = collect();
    for (auto& frame : builder.finish(recorders, 21s))
        frames.push_back(frame);
    double sum = 0;
    std::int64_t next = 6;
    std::int64_t widest = 0;
    for (const auto& frame : frames) {
        EXPECT_EQ(frame->second, next);
        next = frame->end();
        widest = std::max(widest, frame->width);
        sum += sumOf(*frame, SeriesId{0});
    }
    EXPECT_EQ(next, 21);
    EXPECT_GT(widest, 5);
    EXPECT_EQ(sum, 14 + 1400);
}

TEST(MergeFrames, IsTheFrameOfBothTimes) {
    const Frame first{.second = 4,
                      .width = 1,
                      .newSeries = {{SeriesId{0}, {}}},
                      .entries = {{SeriesId{0}, CounterValue{1, 1}}, {SeriesId{2}, CounterValue{2, 1}}}};
    const Frame second{.second = 5,
                       .width = 2,
                       .newSeries = {{SeriesId{1}, {}}},
                       .entries = {{SeriesId{1}, CounterValue{4, 1}}, {SeriesId{2}, CounterValue{8, 1}}}};
    const Frame both = mergeFrames(first, second);
    EXPECT_EQ(both.second, 4);
    EXPECT_EQ(both.width, 3);
    EXPECT_EQ(both.newSeries.size(), 2u);
    EXPECT_EQ(both.entries, (std::vector<FrameEntry>{{SeriesId{0}, CounterValue{1, 1}},
                                                     {SeriesId{1}, CounterValue{4, 1}},
                                                     {SeriesId{2}, CounterValue{10, 2}}}));
}

TEST(MergeFrames, GrowsInPlaceAndKeepsItsSeriesInOrder) {
    Frame grown{.second = 4,
                .width = 1,
                .newSeries = {},
                .entries = {{SeriesId{1}, CounterValue{1, 1}}, {SeriesId{5}, CounterValue{2, 1}}}};
    const Frame part{.second = 5,
                     .width = 10,
                     .newSeries = {{SeriesId{7}, {}}},
                     .entries = {{SeriesId{0}, CounterValue{1, 1}},
                                 {SeriesId{1}, CounterValue{2, 1}},
                                 {SeriesId{3}, CounterValue{4, 1}},
                                 {SeriesId{7}, CounterValue{8, 1}}}};
    mergeInto(grown, part);
    EXPECT_EQ(grown.end(), 15);
    EXPECT_EQ(grown.newSeries.size(), 1u);
    EXPECT_EQ(grown.entries, (std::vector<FrameEntry>{{SeriesId{0}, CounterValue{1, 1}},
                                                      {SeriesId{1}, CounterValue{3, 2}},
                                                      {SeriesId{3}, CounterValue{4, 1}},
                                                      {SeriesId{5}, CounterValue{2, 1}},
                                                      {SeriesId{7}, CounterValue{8, 1}}}));
}

TEST(Totals, SumsSeriesThatMatchAFilter) {
    const MetricId reqs = id(Builtin::HttpReqs);
    const Frame frame{.second = 0,
                      .width = 1,
                      .newSeries = {{SeriesId{0}, {reqs, {{"name", "a"}, {"status", "200"}}}},
                                    {SeriesId{1}, {reqs, {{"name", "a"}, {"status", "500"}}}},
                                    {SeriesId{2}, {reqs, {{"name", "b"}, {"status", "200"}}}}},
                      .entries = {{SeriesId{0}, CounterValue{1, 1}},
                                  {SeriesId{1}, CounterValue{2, 2}},
                                  {SeriesId{2}, CounterValue{4, 4}}}};
    Totals totals;
    totals.add(frame);
    const Frame later{
        .second = 1, .width = 1, .newSeries = {}, .entries = {{SeriesId{1}, CounterValue{8, 8}}}};
    totals.add(later);
    const auto sum = [&](const TagSet& filter) {
        return std::get<CounterValue>(totals.sum(reqs, MetricType::Counter, filter)).sum;
    };
    EXPECT_EQ(totals.seconds(), 2);
    EXPECT_EQ(sum({}), 15);
    EXPECT_EQ(sum({{"name", "a"}}), 11);
    EXPECT_EQ(sum({{"name", "a"}, {"status", "200"}}), 1);
    EXPECT_EQ(sum({{"name", "c"}}), 0);
    EXPECT_EQ(sampleCount(totals.sum(id(Builtin::WsPing), MetricType::Trend)), 0u);
}

} // namespace
} // namespace bw::metrics
