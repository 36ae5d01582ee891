#include "core/verdict/verdict.h"
#include "core/verdict/verdict_evaluator.h"
#include "tests/core/verdict/run_record.h"

#include <gtest/gtest.h>

namespace bw::verdict {
namespace {

using testplan::ThresholdGroup;
using testplan::ThresholdSpec;

ThresholdGroup limit(std::string selector, std::string expression) {
    ThresholdGroup group = ThresholdGroup::from(std::move(selector));
    group.thresholds = {ThresholdSpec::from(std::move(expression))};
    return group;
}

class RunVerdict : public testing::Test {
protected:
    void judge(std::vector<ThresholdGroup> groups, std::vector<JudgedBudget> budgets = {}) {
        m_evaluator.emplace(metrics::MetricRegistry(), std::span<const ThresholdGroup>(groups),
                            std::span<const JudgedBudget>(budgets));
    }

    void endSecond() {
        m_evaluator->add(record.frame());
        ++m_seconds;
    }

    Verdict verdict() {
        return conclude(m_evaluator->evaluate(std::chrono::seconds(m_seconds), Moment::Ended));
    }

    void busySeconds(int busy, int seconds) {
        for (int second = 0; second < seconds; ++second) {
            record.gauge(Builtin::WorkerBusy, 0.5, {{"worker", "0"}});
            record.gauge(Builtin::WorkerBusy, second < busy ? 0.96 : 0.3, {{"worker", "1"}});
            record.request({}, 1ms, 10);
            endSecond();
        }
    }

    RunRecord record;

private:
    std::optional<VerdictEvaluator> m_evaluator;
    int m_seconds = 0;
};

TEST_F(RunVerdict, PassesWhenNothingIsAmiss) {
    judge({limit("http_req_duration", "p(99)<10")});
    busySeconds(0, 3);
    EXPECT_EQ(verdict().outcome, Outcome::Pass);
    EXPECT_TRUE(verdict().reasons.empty());
    EXPECT_EQ(exitCode(verdict()), 0);
}

TEST_F(RunVerdict, FailsOnAThreshold) {
    judge({limit("http_req_duration", "p(99)<10"), limit("http_req_duration", "max<1")});
    busySeconds(0, 3);
    EXPECT_EQ(verdict().outcome, Outcome::Fail);
    EXPECT_EQ(verdict().reasons, (std::vector<Reason>{{ReasonKind::ThresholdFailed, 1, 0, 0}}));
    EXPECT_EQ(exitCode(verdict()), 99);
}

TEST_F(RunVerdict, FailsOnABudget) {
    JudgedBudget budget;
    testplan::RequestRow row;
    row.p50 = testplan::DurationText{5ms, {}};
    row.p99 = testplan::DurationText{500us, {}};
    budget.spec.rows = {row};
    judge({}, {budget});
    busySeconds(0, 3);
    EXPECT_EQ(verdict().reasons, (std::vector<Reason>{{ReasonKind::LimitFailed, 0, 0, 1}}));
    EXPECT_EQ(exitCode(verdict()), 99);
}

TEST_F(RunVerdict, IsInconclusiveWithoutSamples) {
    judge({limit("http_req_failed{name:misspelt}", "rate<0.1")});
    busySeconds(0, 3);
    EXPECT_EQ(verdict().outcome, Outcome::Inconclusive);
    EXPECT_EQ(verdict().reasons.at(0).kind, ReasonKind::ThresholdNoSamples);
    EXPECT_EQ(exitCode(verdict()), 98);
}

TEST_F(RunVerdict, OnlyTheOwnTablesMustMeetTheirRequests) {
    JudgedBudget budget;
    testplan::RequestRow row;
    row.tags = {{"name", "elsewhere"}};
    row.p50 = testplan::DurationText{5ms, {}};
    row.p99 = testplan::DurationText{5ms, {}};
    budget.spec.rows = {row};
    judge({}, {budget});
    endSecond();
    EXPECT_EQ(verdict().reasons, (std::vector<Reason>{{ReasonKind::BudgetNoSamples, 0, 0, 0}}));
    budget.origin = BudgetOrigin::Shared;
    judge({}, {budget});
    EXPECT_EQ(verdict().outcome, Outcome::Pass);
}

TEST_F(RunVerdict, AFailureOutweighsMissingSamples) {
    judge({limit("http_req_failed{name:misspelt}", "rate<0.1"), limit("http_req_duration", "max<1")});
    busySeconds(0, 3);
    EXPECT_EQ(verdict().outcome, Outcome::Fail);
    EXPECT_EQ(verdict().reasons.size(), 2u);
    EXPECT_EQ(exitCode(verdict()), 99);
}

TEST_F(RunVerdict, ABusyGeneratorOutweighsAFailure) {
    judge({limit("http_req_duration", "max<1")});
    busySeconds(6, 100);
    EXPECT_EQ(verdict().outcome, Outcome::Inconclusive);
    EXPECT_EQ(verdict().reasons.at(0).kind, ReasonKind::GeneratorBusy);
    EXPECT_EQ(verdict().reasons.at(1).kind, ReasonKind::ThresholdFailed);
    EXPECT_EQ(verdict().evaluation.doubt.busy, (std::vector<BusyWorker>{{"1", 6, 100}}));
    EXPECT_EQ(exitCode(verdict()), 98);
}

TEST_F(RunVerdict, AFewBusySecondsAreNoDoubt) {
    judge({limit("http_req_duration", "p(99)<10")});
    busySeconds(5, 100);
    EXPECT_EQ(verdict().outcome, Outcome::Pass);
}

TEST_F(RunVerdict, LateStartsAreADoubtAgainstTheTightestLimit) {
    const auto lateness = [&](Duration late) {
        record.trend(Builtin::IterationStartDelay, late, 100, {{"scenario", "load"}});
        record.request({}, 1ms, 10);
        endSecond();
    };
    judge({limit("http_req_duration", "p(99)<100"), limit("http_req_duration", "p(50)<300")});
    lateness(4ms);
    EXPECT_EQ(verdict().outcome, Outcome::Pass); // 5 % of 100 ms
    lateness(8ms);
    EXPECT_EQ(verdict().outcome, Outcome::Inconclusive);
    EXPECT_EQ(verdict().reasons.at(0).kind, ReasonKind::GeneratorLate);
    EXPECT_EQ(verdict().evaluation.doubt.late->bound, 5);
    EXPECT_NEAR(verdict().evaluation.doubt.late->p99, 8, 0.1);
}

TEST_F(RunVerdict, TightLimitsLeaveTheGeneratorAMillisecond) {
    JudgedBudget budget;
    testplan::RequestRow row;
    row.within = {{{3ms, {}}, {0.5, {}}}};
    budget.spec.rows = {row};
    judge({}, {budget});
    record.request({}, 1ms, 10);
    record.trend(Builtin::IterationStartDelay, 900us, 100);
    endSecond();
    EXPECT_EQ(verdict().outcome, Outcome::Pass);
    record.trend(Builtin::IterationStartDelay, 1200us, 100);
    endSecond();
    EXPECT_EQ(verdict().outcome, Outcome::Inconclusive);
    EXPECT_EQ(verdict().evaluation.doubt.late->bound, 1);
}

TEST_F(RunVerdict, WithoutATimeLimitLatenessDecidesNothing) {
    judge({limit("http_req_failed", "rate<0.1")});
    record.request({}, 1ms, 10);
    record.trend(Builtin::IterationStartDelay, 50ms, 100);
    endSecond();
    EXPECT_EQ(verdict().outcome, Outcome::Pass);
}

TEST_F(RunVerdict, CountsChecksOverScenariosButNeverFailsForThem) {
    judge({});
    for (const char* scenario : {"a", "b"}) {
        record.rate(Builtin::Checks, 3, 1, {{"check", "ok"}, {"scenario", scenario}, {"group", "::review"}});
        record.rate(Builtin::Checks, 2, 0, {{"check", "ok"}, {"scenario", scenario}});
        endSecond();
    }
    EXPECT_EQ(verdict().evaluation.checks,
              (std::vector<CheckResult>{{"::review", "ok", 6, 2}, {"", "ok", 4, 0}}));
    EXPECT_EQ(exitCode(verdict()), 0);
}

TEST(Outcome, HasNamesThatReadBack) {
    for (const Outcome outcome : {Outcome::Pass, Outcome::Fail, Outcome::Inconclusive}) {
        EXPECT_EQ(outcomeFromName(outcomeName(outcome)), outcome);
    }
    EXPECT_EQ(outcomeFromName("maybe"), std::nullopt);
}

} // namespace
} // namespace bw::verdict
