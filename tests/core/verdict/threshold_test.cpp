#include "core/verdict/verdict_evaluator.h"
#include "tests/core/verdict/run_record.h"

#include <gtest/gtest.h>

namespace bw::verdict {
namespace {

using testplan::ThresholdGroup;
using testplan::ThresholdSpec;

ThresholdGroup group(std::string selector, std::initializer_list<ThresholdSpec> thresholds) {
    ThresholdGroup group = ThresholdGroup::from(std::move(selector));
    group.thresholds = thresholds;
    return group;
}

ThresholdGroup group(std::string selector, std::string threshold) {
    return group(std::move(selector), {ThresholdSpec::from(std::move(threshold))});
}

class Thresholds : public testing::Test {
protected:
    void judge(std::initializer_list<ThresholdGroup> groups, JudgingOptions options = {}) {
        m_evaluator.emplace(metrics::MetricRegistry(), std::span(groups.begin(), groups.size()),
                            std::span<const JudgedBudget>(), options);
    }

    void endSecond() { m_evaluator->add(record.frame()); }
    void endPausedSecond() { m_evaluator->leaveOut(record.frame()); }

    Evaluation at(Duration elapsed, Moment moment = Moment::Ended) {
        return m_evaluator->evaluate(elapsed, moment);
    }

    ThresholdResult only(Duration elapsed, Moment moment = Moment::Ended) {
        return at(elapsed, moment).thresholds.at(0);
    }

    RunRecord record;

private:
    std::optional<VerdictEvaluator> m_evaluator;
};

TEST_F(Thresholds, CompareTimesInMilliseconds) {
    judge({group("http_req_duration", {ThresholdSpec::from("p(95)<10"), ThresholdSpec::from("max<10"),
                                       ThresholdSpec::from("min>=5"), ThresholdSpec::from("avg<6"),
                                       ThresholdSpec::from("med<6")})});
    record.request({}, 5ms, 99);
    record.request({}, 20ms);
    endSecond();
    const auto results = at(1s).thresholds;
    EXPECT_EQ(results[0].state, ThresholdState::Pass);
    EXPECT_NEAR(*results[0].value, 5, 0.05);
    EXPECT_EQ(results[1].state, ThresholdState::Fail);
    EXPECT_DOUBLE_EQ(*results[1].value, 20);
    EXPECT_EQ(results[2].state, ThresholdState::Pass);
    EXPECT_EQ(results[3].state, ThresholdState::Pass);
    EXPECT_DOUBLE_EQ(*results[3].value, 5.15);
    EXPECT_EQ(results[4].state, ThresholdState::Pass);
    EXPECT_EQ(results[1].source, "max<10");
    EXPECT_EQ(results[1].selector, "http_req_duration");
    EXPECT_EQ(results[1].kind, metrics::MetricKind::Time);
}

TEST_F(Thresholds, AreNotAboutTimeThatIsLeftOut) {
    judge({group("http_req_duration", "max<10"), group("http_reqs", "rate>=100")});
    record.request({}, 5ms, 100);
    endSecond();
    record.request({}, 900ms);
    record.request({{"name", "new in the pause"}}, 900ms);
    endPausedSecond();
    endPausedSecond();
    record.request({{"name", "new in the pause"}}, 7ms, 100);
    endSecond();
    const Evaluation evaluation = at(4s);
    EXPECT_EQ(evaluation.elapsed, 4s);
    EXPECT_EQ(evaluation.leftOut, 2s);
    EXPECT_EQ(evaluation.thresholds[0].state, ThresholdState::Pass);
    EXPECT_NEAR(*evaluation.thresholds[0].value, 7, 0.05);
    EXPECT_DOUBLE_EQ(*evaluation.thresholds[1].value, 100);
}

TEST_F(Thresholds, HaveWindowsOfTimeThatCounts) {
    ThresholdSpec spec = ThresholdSpec::from("max<10");
    spec.window = testplan::DurationText{2s, {}};
    judge({group("http_req_duration", {spec})});
    record.request({}, 900ms);
    endSecond();
    record.request({}, 5ms);
    endSecond();
    for (int paused = 0; paused < 5; ++paused) {
        endPausedSecond();
    }
    EXPECT_EQ(only(7s).state, ThresholdState::Fail); // two seconds back, the pause is none
    record.request({}, 5ms);
    endSecond();
    EXPECT_EQ(only(8s).state, ThresholdState::Pass);
}

TEST_F(Thresholds, LookOnlyAtSeriesWithAllTheirTags) {
    judge({group("http_req_duration{name:order,status:201}", "max<10"),
           group("http_req_duration{name:order}", "max<10"), group("http_req_duration", "max<10")});
    record.request({{"name", "order"}, {"status", "201"}, {"scenario", "a"}}, 5ms);
    record.request({{"name", "order"}, {"status", "500"}}, 15ms);
    record.request({{"name", "risk"}, {"status", "201"}}, 30ms);
    endSecond();
    const auto results = at(1s).thresholds;
    EXPECT_DOUBLE_EQ(*results[0].value, 5);
    EXPECT_DOUBLE_EQ(*results[1].value, 15);
    EXPECT_DOUBLE_EQ(*results[2].value, 30);
}

TEST_F(Thresholds, SumASeriesOverAllItsSecondsAndTags) {
    judge({group("http_reqs", {ThresholdSpec::from("count==30"), ThresholdSpec::from("rate>9")}),
           group("http_req_failed", "rate<0.05")});
    for (int second = 0; second < 3; ++second) {
        record.request({{"name", "a"}}, 1ms, 9);
        record.request({{"name", "b"}}, 1ms, 1, second == 0);
        endSecond();
    }
    const auto results = at(3s).thresholds;
    EXPECT_EQ(*results[0].value, 30);
    EXPECT_DOUBLE_EQ(*results[1].value, 10);
    EXPECT_NEAR(*results[2].value, 1 / 30.0, 1e-12);
    EXPECT_DOUBLE_EQ(*at(6s).thresholds[1].value, 5); // the rate is over the run's time, not the frames'
}

TEST_F(Thresholds, WhileTheRunGoesOnRatesAreOverWhatTheFramesCover) {
    judge({group("http_reqs", "rate>=10")});
    record.request({}, 1ms, 10);
    endSecond();
    EXPECT_EQ(only(2300ms, Moment::Running).state, ThresholdState::Pass);
    EXPECT_EQ(only(2300ms, Moment::Ended).state, ThresholdState::Fail);
}

TEST_F(Thresholds, AGaugeIsItsLastValue) {
    judge({group("vus", "value<=3")});
    for (const double vus : {5.0, 3.0}) {
        record.gauge(Builtin::Vus, vus);
        endSecond();
    }
    EXPECT_EQ(*only(2s).value, 3);
}

TEST_F(Thresholds, WithoutSamplesNeitherPassNorFail) {
    judge({group("http_req_failed{name:misspelt}", "rate<0.05"), group("no_such_metric", "count<1")});
    record.request({{"name", "spelt"}}, 1ms);
    endSecond();
    for (const auto& result : at(1s, Moment::Running).thresholds) {
        EXPECT_EQ(result.state, ThresholdState::NotYet);
    }
    for (const auto& result : at(1s).thresholds) {
        EXPECT_EQ(result.state, ThresholdState::NoSamples);
        EXPECT_EQ(result.value, std::nullopt);
    }
}

TEST_F(Thresholds, AllowEmptyIsAsInK6) {
    const auto lenient = [](std::string source) {
        ThresholdSpec spec = ThresholdSpec::from(std::move(source));
        spec.whenEmpty = testplan::WhenEmpty::AsK6;
        return spec;
    };
    judge({group("http_req_duration", {lenient("avg<100"), lenient("avg>0")}),
           group("http_req_failed", {lenient("rate>0.5")}), group("http_reqs", {lenient("count>0")})});
    endSecond();
    const auto results = at(1s).thresholds;
    EXPECT_EQ(results[0].state, ThresholdState::Pass);
    EXPECT_EQ(results[1].state, ThresholdState::Fail);
    EXPECT_EQ(results[2].state, ThresholdState::Pass);
    EXPECT_EQ(results[3].state, ThresholdState::Fail);
    EXPECT_EQ(at(1s, Moment::Running).thresholds[1].state, ThresholdState::NotYet);
}

TEST_F(Thresholds, OneThatHoldsAtTheEndPasses) {
    judge({group("http_req_failed", "rate<0.5")});
    record.request({}, 1ms, 1, true);
    endSecond();
    EXPECT_EQ(only(1s, Moment::Running).state, ThresholdState::Fail);
    record.request({}, 1ms, 9);
    endSecond();
    EXPECT_EQ(only(2s).state, ThresholdState::Pass);
}

TEST_F(Thresholds, AbortOnceTheDelayIsOverAndStayFailed) {
    ThresholdSpec spec = ThresholdSpec::from("rate<0.5");
    spec.onFailure = testplan::OnFailure::Abort;
    spec.delayAbortEval.value = 3s;
    judge({group("http_req_failed", {spec})});
    record.request({}, 1ms, 1, true);
    endSecond();
    EXPECT_EQ(only(2s, Moment::Running).abort, AbortState::None);
    EXPECT_EQ(only(3s, Moment::Running).abort, AbortState::None);
    EXPECT_EQ(only(4s, Moment::Running).abort, AbortState::Due);
    EXPECT_EQ(at(4s, Moment::Running).abort()->source, "rate<0.5");
    record.request({}, 1ms, 99);
    endSecond();
    const auto final = only(5s);
    EXPECT_EQ(final.state, ThresholdState::Fail);
    EXPECT_EQ(*final.value, 1); // the figure that had the run aborted
}

TEST_F(Thresholds, AbortWithoutDelayIsDueAtTheFirstFailure) {
    ThresholdSpec spec = ThresholdSpec::from("max<1");
    spec.onFailure = testplan::OnFailure::Abort;
    judge({group("http_req_duration", {spec})});
    EXPECT_EQ(at(2s, Moment::Running).abort(), nullptr);
    record.request({}, 2ms);
    endSecond();
    EXPECT_NE(at(2s, Moment::Running).abort(), nullptr);
}

TEST_F(Thresholds, AWindowForgets) {
    ThresholdSpec latency = ThresholdSpec::from("max<50");
    latency.window.value = 3s;
    ThresholdSpec most = ThresholdSpec::from("p(50)<50");
    most.window.value = 3s;
    ThresholdSpec flow = ThresholdSpec::from("rate>=10");
    flow.window.value = 3s;
    judge({group("http_req_duration", {latency, most}), group("http_reqs", {flow})});
    record.request({}, 100ms, 100);
    endSecond();
    for (int second = 1; second < 4; ++second) {
        EXPECT_EQ(only(1s * second, Moment::Running).state, ThresholdState::Fail) << second;
        record.request({}, 10ms, 10);
        endSecond();
    }
    const auto results = at(4s).thresholds;
    EXPECT_EQ(results[0].state, ThresholdState::Pass);
    EXPECT_DOUBLE_EQ(*results[0].value, 10);
    EXPECT_NEAR(*results[1].value, 10, 0.08);
    EXPECT_DOUBLE_EQ(*results[2].value, 10);
    for (int second = 4; second < 8; ++second) {
        endSecond();
    }
    EXPECT_EQ(only(8s).state, ThresholdState::NoSamples);
}

TEST_F(Thresholds, AWarmUpDoesNotCount) {
    ThresholdSpec latency = ThresholdSpec::from("max<50");
    latency.warmUp.value = 2s;
    ThresholdSpec flow = ThresholdSpec::from("rate==10");
    flow.warmUp.value = 2s;
    judge({group("http_req_duration", {latency}), group("http_reqs", {flow})});
    for (int second = 0; second < 6; ++second) {
        record.request({}, second < 2 ? 500ms : 10ms, second < 2 ? 1 : 10);
        endSecond();
    }
    const auto results = at(6s).thresholds;
    EXPECT_EQ(results[0].state, ThresholdState::Pass);
    EXPECT_DOUBLE_EQ(*results[1].value, 10);
}

TEST_F(Thresholds, TheTimeScaleShortensTheirTimes) {
    ThresholdSpec windowed = ThresholdSpec::from("max<50");
    windowed.window.value = 200s;
    ThresholdSpec warm = ThresholdSpec::from("max<50");
    warm.warmUp.value = 100s;
    ThresholdSpec abort = ThresholdSpec::from("max<50");
    abort.onFailure = testplan::OnFailure::Abort;
    abort.delayAbortEval.value = 50s;
    judge({group("http_req_duration", {windowed, warm, abort})}, {.timeScale = 0.01});
    record.request({}, 100ms);
    endSecond();
    EXPECT_EQ(at(400ms, Moment::Running).abort(), nullptr);
    EXPECT_NE(at(600ms, Moment::Running).abort(), nullptr);
    record.request({}, 10ms);
    endSecond();
    EXPECT_EQ(only(2s).state, ThresholdState::Fail);
    record.request({}, 10ms);
    endSecond();
    const auto results = at(3s).thresholds;
    EXPECT_EQ(results[0].state, ThresholdState::Pass);
    EXPECT_EQ(results[1].state, ThresholdState::Pass);
}

TEST_F(Thresholds, LongWindowsKeepBoundedParts) {
    ThresholdSpec spec = ThresholdSpec::from("count==6000");
    spec.window.value = 6000s;
    judge({group("http_reqs", {spec})});
    for (int second = 0; second < 12'000; ++second) {
        record.count(Builtin::HttpReqs, 1);
        endSecond();
    }
    EXPECT_EQ(only(12'000s).value, 6000);
}

TEST_F(Thresholds, AMethodThatDoesNotGoWithTheMetricNeverPasses) {
    judge({group("http_reqs", "p(95)<1"), group("http_req_duration", "count>0")});
    record.request({}, 1ms);
    endSecond();
    for (const auto& result : at(1s).thresholds) {
        EXPECT_EQ(result.state, ThresholdState::NoSamples);
    }
}

} // namespace
} // namespace bw::verdict
