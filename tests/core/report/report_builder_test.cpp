#include "core/report/report_builder.h"
#include "tests/core/report/frame_source.h"

#include <gtest/gtest.h>

namespace bw::report {
namespace {

using metrics::Builtin;
using namespace std::chrono_literals;

RunInfo runOf(Duration duration) {
    RunInfo run;
    run.duration = duration;
    return run;
}

TEST(ReportBuilder, AnEmptyRunHasNoFiguresAndDividesByNothing) {
    const ReportModel model = ReportBuilder().build({}, {});
    EXPECT_EQ(model.figures.requests, 0u);
    EXPECT_EQ(model.figures.requestRate, 0);
    EXPECT_EQ(model.figures.failedShare(), 0);
    EXPECT_EQ(model.figures.latency.answered, 0u);
    EXPECT_TRUE(model.requests.empty());
    EXPECT_TRUE(model.seconds.empty());
}

TEST(ReportBuilder, RequestsOfOneNameAreOneRowWhateverTheirOtherTags) {
    FrameSource source;
    source.request("login", 2, 4);
    source.request("order", 10, 10);
    source.failure("login", "", "503");
    ReportBuilder builder;
    builder.add(source.take());
    const ReportModel model = builder.build(runOf(2s), {});

    ASSERT_EQ(model.requests.size(), 2u);
    const RequestRow& login = model.requests[0];
    EXPECT_EQ(login.name, "login");
    EXPECT_EQ(login.requests, 2u);
    EXPECT_EQ(login.failed, 1u);
    EXPECT_DOUBLE_EQ(login.failedShare(), 0.5);
    EXPECT_DOUBLE_EQ(login.rate, 1);
    EXPECT_EQ(login.latency.answered, 1u);
    EXPECT_NEAR(login.latency.service.p50, 2, 0.02);
    EXPECT_NEAR(login.latency.response.p99, 4, 0.04);
    EXPECT_EQ(model.figures.requests, 3u);
    EXPECT_DOUBLE_EQ(model.figures.requestRate, 1.5);
}

TEST(ReportBuilder, SessionsAreARowOfWhatCameAndHowTheyEnded) {
    FrameSource source;
    ReportBuilder builder;
    source.count(Builtin::WsSessions, {{"name", "feed"}, {"status", "101"}}, 3);
    source.count(Builtin::WsSessions, {{"name", "feed"}, {"status", "503"}, {"error_code", "protocol"}}, 1);
    source.trend(Builtin::WsConnecting, {{"name", "feed"}}, 4);
    source.count(Builtin::WsMsgsReceived, {{"name", "feed"}}, 100);
    source.count(Builtin::WsMsgsLost, {{"name", "feed"}}, 2);
    source.trend(Builtin::WsMsgLatency, {{"name", "feed"}}, 8);
    source.gauge(Builtin::WsSessionsOpen, 3);
    builder.add(source.take());
    source.trend(Builtin::WsSessionDuration, {{"name", "feed"}, {"close_code", "1000"}}, 900);
    source.trend(Builtin::WsSessionDuration, {{"name", "feed"}, {"close_code", "1000"}}, 900);
    source.trend(Builtin::WsSessionDuration, {{"name", "feed"}, {"error_code", "reset"}}, 100);
    source.trend(Builtin::WsSessionDuration, {{"name", "feed"}, {"error_code", "interrupted"}}, 100);
    builder.add(source.take());
    const ReportModel model = builder.build(runOf(2s), {});

    ASSERT_EQ(model.sessions.size(), 1u);
    const SessionRow& feed = model.sessions[0];
    EXPECT_EQ(feed.asked, 4u);
    EXPECT_EQ(feed.refused, 1u);
    EXPECT_DOUBLE_EQ(feed.receivedRate, 50);
    EXPECT_EQ(feed.lost, 2u);
    EXPECT_NEAR(feed.latency.percentiles.p99, 8, 0.08);
    ASSERT_EQ(feed.endings.size(), 3u);
    EXPECT_EQ(feed.endings[0], (SessionEnding{"1000", "", 2}));
    EXPECT_EQ(model.figures.sessions, 4u);
    EXPECT_EQ(model.figures.sessionsHighest, 3);
    EXPECT_EQ(model.figures.openedHighest, 4);
    EXPECT_EQ(model.figures.messages, 100u);
    ASSERT_EQ(model.seconds.size(), 2u);
    EXPECT_EQ(model.seconds[0].sessions, 3);
    EXPECT_EQ(model.seconds[0].messages, 100);
    ASSERT_TRUE(model.seconds[0].messageLatency);
    EXPECT_FALSE(model.seconds[1].messageLatency);
    ASSERT_EQ(model.errors.size(), 2u) << "what the end of the run cut off is no error";
    EXPECT_EQ(model.errors[0].code, "protocol");
    EXPECT_EQ(model.errors[1].code, "reset");
    EXPECT_EQ(model.errors[1].first, 1);
}

TEST(ReportBuilder, ErrorsAreListedByKindTheMostFrequentFirst) {
    FrameSource source;
    ReportBuilder builder;
    source.failure("login", "timeout", "0");
    builder.add(source.take());
    builder.add(source.take());
    source.failure("login", "", "503");
    source.failure("login", "", "503");
    builder.add(source.take());
    source.failure("login", "timeout", "0");
    source.failure("login", "", "503");
    builder.add(source.take());
    const ReportModel model = builder.build(runOf(4s), {});

    ASSERT_EQ(model.errors.size(), 2u);
    EXPECT_EQ(model.errors[0].status, "503");
    EXPECT_EQ(model.errors[0].count, 3u);
    EXPECT_EQ(model.errors[0].first, 2);
    EXPECT_EQ(model.errors[0].last, 3);
    EXPECT_EQ(model.errors[1].code, "timeout");
    EXPECT_EQ(model.errors[1].first, 0);
    EXPECT_EQ(model.errors[1].last, 3);
}

TEST(ReportBuilder, CurvesHaveGapsWhereNothingWasAnswered) {
    FrameSource source;
    ReportBuilder builder;
    source.request("a", 5, 5);
    source.gauge(Builtin::Vus, 3);
    builder.add(source.take());
    builder.add(source.take());
    source.request("b", 7, 7);
    builder.add(source.take());
    const ReportModel model = builder.build(runOf(3s), {});

    ASSERT_EQ(model.seconds.size(), 3u);
    EXPECT_TRUE(model.seconds[0].latency.has_value());
    EXPECT_EQ(model.seconds[0].vus, 3);
    EXPECT_FALSE(model.seconds[1].latency.has_value());
    EXPECT_FALSE(model.seconds[1].vus.has_value());
    EXPECT_EQ(model.seconds[1].requests, 0);
    const RequestRow& b = model.requests[1];
    ASSERT_EQ(b.curve.size(), 3u); // also for the time before it first appeared
    EXPECT_FALSE(b.curve[0].response.value());
    EXPECT_TRUE(b.curve[2].response.value());
}

TEST(ReportBuilder, AWideFrameGivesRatesPerSecond) {
    FrameSource source;
    for (int i = 0; i < 10; ++i) {
        source.request("a", 1, 1);
    }
    metrics::Frame frame = source.take();
    frame.width = 5;
    ReportBuilder builder;
    builder.add(frame);
    EXPECT_DOUBLE_EQ(builder.build(runOf(5s), {}).seconds[0].requests, 2);
}

TEST(SecondRows, NeighboursBecomeOneBeyondTheLimitAndNoPeakIsLost) {
    FrameSource source;
    source.gauge(Builtin::Vus, 1);
    metrics::Frame first = source.take();
    SecondRows rows;
    rows.add(first);
    metrics::Frame next = first;
    next.newSeries.clear();
    for (std::size_t i = 1; i <= SecondRows::kMaxRows; ++i) {
        next.second = static_cast<std::int64_t>(i);
        std::get<metrics::GaugeValue>(next.entries[0].value).last = i == 777 ? 50 : 1;
        rows.add(next);
    }
    EXPECT_LE(rows.rows().size(), SecondRows::kMaxRows / 2 + 1);
    EXPECT_EQ(rows.rows()[0].width, 2);
    EXPECT_EQ(rows.rows()[388].second, 776);
    EXPECT_EQ(rows.rows()[388].vus, 50);
}

TEST(SecondRows, ALongerFrameHasTheHighestUsersAndTheUseOfItsBusiestMoment) {
    FrameSource source;
    for (const double value : {3.0, 7.0, 2.0}) {
        source.gauge(Builtin::Vus, value);
        source.gauge(Builtin::GeneratorCpu, value / 10);
    }
    metrics::Frame frame = source.take();
    frame.width = 16;
    SecondRows rows;
    rows.add(frame);
    EXPECT_EQ(rows.rows()[0].vus, 7);
    EXPECT_EQ(rows.rows()[0].cpu, 0.7);
}

TEST(SecondRows, SaysWhichSeriesItDraws) {
    EXPECT_TRUE(SecondRows::isDrawn(metrics::id(Builtin::HttpReqResponseTime)));
    EXPECT_FALSE(SecondRows::isDrawn(metrics::id(Builtin::HttpReqBlocked)));
}

TEST(ReportBuilder, TheGeneratorsWorkersAndItsLatenessAreToldByThemselves) {
    FrameSource source;
    ReportBuilder builder;
    for (const double busy : {0.2, 0.98, 0.5}) {
        for (const char* worker : {"10", "2"}) {
            source.gauge(Builtin::WorkerBusy, busy, {{"worker", worker}});
        }
        source.trend(Builtin::IterationStartDelay, {{"scenario", "s"}}, 0.5);
        source.trend(Builtin::GeneratorLateness, {}, 0.1);
        builder.add(source.take());
    }
    const GeneratorFigures generator = builder.build(runOf(3s), {}).generator;
    ASSERT_EQ(generator.workers.size(), 2u);
    EXPECT_EQ(generator.workers[0].worker, "2") << "by number, not by letter";
    EXPECT_DOUBLE_EQ(generator.workers[0].last, 0.5);
    EXPECT_DOUBLE_EQ(generator.workers[0].highest, 0.98);
    EXPECT_NEAR(generator.workers[0].mean, 0.56, 1e-9);
    EXPECT_EQ(generator.startDelay.count, 3u);
    EXPECT_NEAR(generator.startDelay.percentiles.p99, 0.5, 0.01);
    EXPECT_NEAR(generator.lateness.max, 0.1, 0.001);
}

} // namespace
} // namespace bw::report
