#include "core/metrics/frame_builder.h"
#include "core/metrics/recorder.h"
#include "core/metrics/totals.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <thread>

namespace bw::metrics {
namespace {

using namespace std::chrono_literals;

class RecorderTest : public testing::Test {
protected:
    MetricRegistry metrics;
    Recorder recorder{metrics};
    LocalSeriesId reqs = recorder.series(Builtin::HttpReqs, {{"name", "a"}});
};

TEST_F(RecorderTest, ASecondIsHandedOverWhenTimePassedIt) {
    recorder.advanceTo(300ms);
    recorder.add(reqs, 2);
    recorder.advanceTo(999'999'999ns);
    EXPECT_EQ(recorder.take(), nullptr);
    EXPECT_EQ(recorder.passed(), 0);
    recorder.advanceTo(1s);
    EXPECT_EQ(recorder.passed(), 1);
    recorder.add(reqs, 5);
    const auto delta = recorder.take();
    ASSERT_NE(delta, nullptr);
    EXPECT_EQ(delta->first, 0);
    EXPECT_EQ(delta->seconds, 1);
    EXPECT_EQ(delta->newSeries, (std::vector<Series>{{id(Builtin::HttpReqs), {{"name", "a"}}}}));
    EXPECT_THAT(delta->moved(), testing::ElementsAre(reqs));
    EXPECT_EQ(delta->value(reqs), SeriesValue(CounterValue{2, 1}));
    EXPECT_EQ(recorder.take(), nullptr);
}

TEST_F(RecorderTest, IdleSecondsPassWithoutDeltas) {
    recorder.advanceTo(1s);
    (void)recorder.take();
    recorder.advanceTo(50s);
    EXPECT_EQ(recorder.passed(), 50);
    EXPECT_EQ(recorder.take(), nullptr);
    recorder.advanceTo(2s); // back in time: ignored
    EXPECT_EQ(recorder.passed(), 50);
}

TEST_F(RecorderTest, AStalledTakerLosesNothing) {
    for (int second = 0; second < 100; ++second) {
        recorder.advanceTo(std::chrono::seconds(second));
        recorder.add(reqs);
    }
    recorder.advanceTo(100s);
    EXPECT_LT(recorder.passed(), 100) << "what could not be handed over is not passed";
    double sum = 0;
    std::int64_t next = 0;
    const auto count = [&](const Delta& delta) {
        EXPECT_EQ(delta.first, next);
        next = delta.first + delta.seconds;
        sum += std::get<CounterValue>(delta.value(reqs)).sum;
    };
    while (auto delta = recorder.take()) {
        count(*delta);
        recorder.recycle(std::move(delta));
    }
    recorder.advanceTo(101s);
    EXPECT_EQ(recorder.passed(), 101);
    const auto wide = recorder.take();
    ASSERT_NE(wide, nullptr);
    EXPECT_GT(wide->seconds, 80);
    count(*wide);
    EXPECT_EQ(sum, 100);
    EXPECT_EQ(next, 101);
}

TEST_F(RecorderTest, DeltasComeBackEmpty) {
    const auto trend = recorder.series(Builtin::HttpReqDuration);
    for (int second = 0; second < 20; ++second) {
        recorder.trend(trend, 5ms);
        recorder.add(reqs);
        recorder.advanceTo(std::chrono::seconds(second + 1));
        auto delta = recorder.take();
        ASSERT_NE(delta, nullptr);
        EXPECT_EQ(std::get<Histogram>(delta->value(trend)).count(), 1u);
        EXPECT_EQ(delta->newSeries.size(), second == 0 ? 2u : 0u);
        recorder.recycle(std::move(delta));
    }
}

TEST_F(RecorderTest, NumbersThatAreNotFiniteAreRejectedAndCounted) {
    recorder.add(reqs, std::numeric_limits<double>::infinity());
    recorder.set(recorder.series(Builtin::Vus), std::numeric_limits<double>::quiet_NaN());
    recorder.record(recorder.series(Builtin::Checks), std::numeric_limits<double>::quiet_NaN());
    recorder.trendValue(recorder.series(Builtin::WsPing), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(recorder.rejected(), 4u);
    recorder.advanceTo(1s);
    EXPECT_THAT(recorder.take()->moved(), testing::IsEmpty());
}

TEST_F(RecorderTest, RecordDoesWhatTheMetricsTypeSays) {
    const auto checks = recorder.series(Builtin::Checks);
    const auto vus = recorder.series(Builtin::Vus);
    const auto ping = recorder.series(Builtin::WsPing);
    recorder.advanceTo(250ms);
    recorder.record(reqs, 3);
    recorder.record(vus, 7);
    recorder.record(checks, 0);
    recorder.record(checks, 2);
    recorder.record(ping, 1.5);
    recorder.advanceTo(1s);
    const auto delta = recorder.take();
    EXPECT_EQ(delta->value(reqs), SeriesValue(CounterValue{3, 1}));
    EXPECT_EQ(delta->value(vus), SeriesValue(GaugeValue{7, 7, 7, 7, 1, 250ms}));
    EXPECT_EQ(delta->value(checks), SeriesValue(RateValue{1, 2}));
    EXPECT_EQ(std::get<Histogram>(delta->value(ping)).max(), 1'500'000u);
}

TEST(RecorderOverflow, IsToldToOtherThreads) {
    MetricRegistry metrics;
    Recorder recorder(metrics, 1);
    const auto known = recorder.series(Builtin::HttpReqs, {{"name", "a"}});
    const auto other = recorder.series(Builtin::HttpReqs, {{"name", "b"}});
    EXPECT_NE(known, other);
    EXPECT_EQ(recorder.series(Builtin::HttpReqs, {{"name", "c"}}), other);
    recorder.add(other);
    EXPECT_EQ(recorder.overflowed(), 2u);
}

// Two writers run freely against one taker: every sample arrives once, in the frame of its second.
TEST(RecorderThreads, NothingIsLostBetweenThreads) {
    constexpr int kSeconds = 400;
    constexpr int kPerSecond = 50;
    MetricRegistry metrics;
    Recorder first(metrics);
    Recorder second(metrics);
    std::atomic<int> running{2};
    const auto write = [&](Recorder& recorder, const char* name) {
        for (int now = 0; now < kSeconds; ++now) {
            const auto reqs = recorder.series(Builtin::HttpReqs, {{"name", name}});
            const auto trend =
                recorder.series(Builtin::HttpReqDuration, {{"second", std::to_string(now % 50)}});
            for (int i = 0; i < kPerSecond; ++i) {
                recorder.advanceTo(std::chrono::seconds(now) + std::chrono::milliseconds(i));
                recorder.add(reqs);
                recorder.trend(trend, std::chrono::microseconds(now * 100 + i));
            }
        }
        recorder.advanceTo(std::chrono::seconds(kSeconds));
        running.fetch_sub(1);
    };
    std::thread one(write, std::ref(first), "one");
    std::thread two(write, std::ref(second), "two");

    Recorder* const recorders[] = {&first, &second};
    FrameBuilder builder(metrics, 2);
    std::vector<FramePtr> frames;
    const auto keep = [&](std::vector<FramePtr> more) {
        frames.insert(frames.end(), more.begin(), more.end());
    };
    while (running.load() > 0)
        keep(builder.collect(recorders));
    one.join();
    two.join();
    keep(builder.finish(recorders, std::chrono::seconds(kSeconds)));

    Totals totals;
    std::int64_t next = 0;
    for (const FramePtr& frame : frames) {
        ASSERT_EQ(frame->second, next);
        next = frame->end();
        totals.add(*frame);
        if (frame->width == 1 && !frame->entries.empty()) {
            const auto count = std::get<CounterValue>(frame->entries.front().value).count;
            EXPECT_EQ(count, kPerSecond);
        }
    }
    EXPECT_EQ(next, kSeconds);
    EXPECT_EQ(totals.sum(id(Builtin::HttpReqs), MetricType::Counter),
              SeriesValue(CounterValue{2.0 * kSeconds * kPerSecond, 2 * kSeconds * kPerSecond}));
    EXPECT_EQ(sampleCount(totals.sum(id(Builtin::HttpReqDuration), MetricType::Trend)),
              2u * kSeconds * kPerSecond);
    EXPECT_EQ(sampleCount(totals.sum(id(Builtin::HttpReqs), MetricType::Counter, {{"name", "two"}})),
              1u * kSeconds * kPerSecond);
}

} // namespace
} // namespace bw::metrics
