#include "core/report/second_rows.h"
#include "tests/core/report/frame_source.h"

#include <cmath>
#include <gtest/gtest.h>
#include <string>

namespace bw::report {
namespace {

using metrics::Builtin;

metrics::TagSet process(std::string_view name) {
    return {{"process", name}};
}

TEST(SecondRows, ARequestHasItsOwnRateFailuresAndTimes) {
    FrameSource source;
    SecondRows rows;
    source.request("login", 2, 4);
    source.request("order", 20, 40);
    source.request("order", 20, 40);
    source.failure("order", "timeout", "0");
    rows.add(source.take());
    rows.add(source.take());

    const Column<RequestMoment> order = rows.curve("order");
    ASSERT_EQ(order.size(), 2u);
    EXPECT_EQ(order[0].requests, 3);
    EXPECT_EQ(order[0].failed, 1);
    EXPECT_NEAR(order[0].response.p95, 40, 0.4);
    EXPECT_NEAR(order[0].service.p95, 20, 0.2);
    EXPECT_EQ(order[1].requests, 0);
    EXPECT_FALSE(order[1].response.value()) << "nothing was answered";
    EXPECT_NEAR(rows.rows()[0].service.value().p50, 20, 0.2);
    EXPECT_TRUE(rows.curve("logout").empty());
}

TEST(SecondRows, ARequestThatIsNeverAnsweredHasACurveToo) {
    FrameSource source;
    SecondRows rows;
    source.failure("gone", "refused", "0");
    rows.add(source.take());
    ASSERT_EQ(rows.curve("gone").size(), 1u);
    EXPECT_EQ(rows.curve("gone")[0].failed, 1);
}

TEST(SecondRows, TheFirstNamesHaveCurves) {
    FrameSource source;
    SecondRows rows;
    for (std::size_t i = 0; i <= SecondRows::kMaxCurves; ++i) {
        source.request("r" + std::to_string(i), 1, 1);
    }
    rows.add(source.take());
    EXPECT_EQ(rows.curve("r" + std::to_string(SecondRows::kMaxCurves - 1)).size(), 1u);
    EXPECT_TRUE(rows.curve("r" + std::to_string(SecondRows::kMaxCurves)).empty());
}

TEST(SecondRows, AProcessThatIsGoneLeavesAGap) {
    FrameSource source;
    SecondRows rows;
    rows.add(source.take());
    source.gauge(Builtin::ProcessCpu, 0.5, process("sim"));
    source.gauge(Builtin::ProcessCpu, 0.7, process("sim"));
    source.gauge(Builtin::ProcessMemory, 40e6, process("sim"));
    source.gauge(Builtin::ProcessThreads, 9, process("sim"));
    source.count(Builtin::ProcessNetworkSent, process("sim"), 1000);
    rows.add(source.take());
    rows.add(source.take());
    source.gauge(Builtin::ProcessCpu, 0.1, process(":5432"));
    rows.add(source.take());

    const auto curves = rows.processes();
    ASSERT_EQ(curves.size(), 2u);
    EXPECT_EQ(curves[0].name, "sim");
    EXPECT_EQ(curves[1].name, ":5432");
    const Column<ProcessMoment>& sim = curves[0].moments;
    ASSERT_EQ(sim.size(), 4u);
    EXPECT_TRUE(std::isnan(sim[0].cpu)) << "not there yet";
    EXPECT_FLOAT_EQ(sim[1].cpu, 0.6F) << "the mean of the second";
    EXPECT_FLOAT_EQ(sim[1].memory, 40e6F);
    EXPECT_EQ(sim[1].threads, 9);
    EXPECT_TRUE(std::isnan(sim[1].descriptors)) << "another user's are not told";
    EXPECT_EQ(sim[1].sent, 1000);
    EXPECT_TRUE(std::isnan(sim[1].received));
    EXPECT_TRUE(std::isnan(sim[2].cpu)) << "gone";
    EXPECT_TRUE(std::isnan(sim[3].memory));
    EXPECT_FLOAT_EQ(curves[1].moments[3].cpu, 0.1F);
}

TEST(SecondRows, AStretchHasAProcessAtItsBusiestAndTheMeanOfItsTraffic) {
    FrameSource source;
    for (const double cpu : {0.2, 0.9}) {
        source.gauge(Builtin::ProcessCpu, cpu, process("sim"));
        source.gauge(Builtin::ProcessDescriptors, cpu * 100, process("sim"));
    }
    source.count(Builtin::ProcessNetworkReceived, process("sim"), 1600);
    metrics::Frame frame = source.take();
    frame.width = 16;
    SecondRows rows;
    rows.add(frame);
    const ProcessMoment moment = rows.processes().at(0).moments[0];
    EXPECT_FLOAT_EQ(moment.cpu, 0.9F);
    EXPECT_FLOAT_EQ(moment.descriptors, 90);
    EXPECT_EQ(moment.received, 100);
}

TEST(SecondRows, FailuresAreCountedByTheirKind) {
    FrameSource source;
    SecondRows rows;
    source.failure("login", "timeout", "0");
    source.failure("order", "timeout", "0");
    source.failure("order", "", "503");
    rows.add(source.take());
    source.count(Builtin::WsSessions, {{"name", "feed"}, {"status", "503"}, {"error_code", "reset"}}, 2);
    source.trend(Builtin::WsSessionDuration, {{"name", "feed"}, {"error_code", "reset"}}, 5);
    source.trend(Builtin::WsSessionDuration, {{"name", "feed"}, {"error_code", "interrupted"}}, 5);
    source.request("order", 1, 1);
    rows.add(source.take());

    const auto failures = rows.failures();
    ASSERT_EQ(failures.size(), 3u) << "what the end of the run cut off is no failure";
    EXPECT_EQ(failures[0].kind, (FailureKind{"timeout", ""}));
    EXPECT_EQ(failures[0].moments[0].failed, 2);
    EXPECT_EQ(failures[0].moments[1].failed, 0);
    EXPECT_EQ(failures[1].kind, (FailureKind{"", "503"}));
    EXPECT_EQ(failures[2].kind, (FailureKind{"reset", ""}));
    EXPECT_EQ(failures[2].moments[1].failed, 3) << "refused and broken sessions";
}

TEST(SecondRows, ManyKindsOfFailureAreOneOfTheOthers) {
    FrameSource source;
    SecondRows rows;
    const auto fail = [&](int status) { source.failure("a", "", std::to_string(status)); };
    for (int status = 0; status < 20; ++status) {
        fail(500 + status);
    }
    rows.add(source.take());
    fail(500);
    fail(519);
    rows.add(source.take());
    const auto failures = rows.failures();
    ASSERT_EQ(failures.size(), SecondRows::kMaxFailureKinds + 1);
    EXPECT_EQ(failures.back().kind, FailureKind());
    EXPECT_EQ(failures.back().moments[0].failed, 12);
    EXPECT_EQ(failures.back().moments[1].failed, 1);
    EXPECT_EQ(failures.front().moments[1].failed, 1);
}

TEST(SecondRows, ChecksAndBytesAreRates) {
    FrameSource source;
    for (const bool passes : {true, true, true, false}) {
        source.rate(Builtin::Checks, {{"check", "status is 200"}}, passes);
    }
    source.count(Builtin::DataSent, {}, 400);
    source.count(Builtin::DataReceived, {}, 8000);
    metrics::Frame frame = source.take();
    frame.width = 2;
    SecondRows rows;
    rows.add(frame);
    const SecondRow& row = rows.rows()[0];
    EXPECT_DOUBLE_EQ(row.checksPassed, 1.5);
    EXPECT_DOUBLE_EQ(row.checksFailed, 0.5);
    EXPECT_DOUBLE_EQ(row.bytesSent, 200);
    EXPECT_DOUBLE_EQ(row.bytesReceived, 4000);
}

TEST(SecondRows, StayWithinTheLimitThatTheyWereTold) {
    FrameSource source;
    SecondRows rows(0, 100);
    for (int second = 0; second < 1000; ++second) {
        source.request("place", 1, 1);
        rows.add(source.take());
        ASSERT_LE(rows.rows().size(), 100U);
        ASSERT_EQ(rows.curve("place").size(), rows.rows().size());
    }
    EXPECT_GT(rows.rows().size(), 50U);
    std::int64_t next = 0;
    for (const SecondRow& row : rows.rows()) {
        EXPECT_EQ(row.second, next);
        EXPECT_DOUBLE_EQ(row.requests, 1);
        next += row.width;
    }
    EXPECT_EQ(next, 1000);
}

TEST(SecondRows, BeyondADayAllCurvesAreJoinedAlike) {
    FrameSource source;
    source.request("a", 5, 10);
    source.failure("a", "reset", "0");
    source.gauge(Builtin::ProcessCpu, 0.5, process("sim"));
    metrics::Frame busy = source.take();
    SecondRows rows;
    rows.add(busy);
    busy.newSeries.clear();
    metrics::Frame idle;
    for (std::size_t second = 1; second <= SecondRows::kMaxRows + 1; ++second) {
        metrics::Frame& frame = second % 4 < 2 ? busy : idle;
        frame.second = static_cast<std::int64_t>(second);
        rows.add(frame);
    }
    const std::size_t count = rows.rows().size();
    EXPECT_EQ(count, SecondRows::kMaxRows / 2 + 1);
    const Column<RequestMoment> requests = rows.curve("a");
    const auto processes = rows.processes();
    const auto failures = rows.failures();
    ASSERT_EQ(requests.size(), count);
    ASSERT_EQ(processes[0].moments.size(), count);
    ASSERT_EQ(failures[0].moments.size(), count);
    EXPECT_EQ(requests[0].requests, 2);
    EXPECT_EQ(requests[0].failed, 1);
    EXPECT_NEAR(requests[0].response.p50, 10, 0.1);
    EXPECT_EQ(failures[0].moments[0].failed, 1);
    EXPECT_EQ(requests[1].requests, 0);
    EXPECT_TRUE(std::isnan(processes[0].moments[1].cpu)) << "a gap stays one";
    EXPECT_FLOAT_EQ(processes[0].moments[2].cpu, 0.5F);
    EXPECT_EQ(requests[count - 1].requests, 2) << "of both frames that are one by now";
}

TEST(SecondRows, KnowsTheHighestThatFramesHad) {
    FrameSource source;
    SecondRows rows;
    EXPECT_FALSE(rows.highest().cpu);
    for (const double value : {3.0, 7.0, 2.0}) {
        source.gauge(Builtin::Vus, value);
        source.gauge(Builtin::GeneratorCpu, value / 10);
        source.count(Builtin::WsSessions, {{"name", "feed"}}, value);
        rows.add(source.take());
    }
    EXPECT_EQ(rows.highest().vus, 7);
    EXPECT_EQ(rows.highest().cpu, 0.7);
    EXPECT_EQ(rows.highest().sessionsOpened, 7);
    EXPECT_EQ(rows.highest().sessions, 0);
}

TEST(SecondRows, ArrivalsAreThoseThatBeganAndThoseThatWereDropped) {
    FrameSource source;
    SecondRows rows;
    source.trend(Builtin::IterationStartDelay, {{"scenario", "a"}}, 2);
    source.trend(Builtin::IterationStartDelay, {{"scenario", "b"}}, 40);
    source.count(Builtin::DroppedIterations, {{"scenario", "b"}}, 3);
    rows.add(source.take());
    rows.add(source.take());

    EXPECT_EQ(rows.rows()[0].arrivals, 5);
    EXPECT_NEAR(rows.rows()[0].startDelay.value().p99, 40, 0.4);
    EXPECT_EQ(rows.rows()[1].arrivals, 0);
    EXPECT_FALSE(rows.rows()[1].startDelay);
}

} // namespace
} // namespace bw::report
