#include "core/verdict/verdict_evaluator.h"
#include "tests/core/verdict/run_record.h"

#include <gtest/gtest.h>

namespace bw::verdict {
namespace {

using testplan::DurationText;
using testplan::MetricRow;
using testplan::NumberText;
using testplan::ProcessRow;
using testplan::RequestRow;

RequestRow orders() {
    RequestRow row;
    row.select = "name:order";
    row.tags = {{"name", "order"}};
    return row;
}

const TagSet orderTags{{"name", "order"}, {"scenario", "load"}};

class Budgets : public testing::Test {
protected:
    void judge(testplan::BudgetRow row, BudgetOrigin origin = BudgetOrigin::Own) {
        JudgedBudget budget;
        budget.spec.name = "limits";
        budget.spec.rows.push_back(std::move(row));
        budget.origin = origin;
        m_evaluator.emplace(metrics::MetricRegistry(), std::span<const testplan::ThresholdGroup>(),
                            std::span(&budget, 1));
    }

    void endSecond() {
        m_evaluator->add(record.frame());
        ++m_seconds;
    }

    BudgetRowResult row(Moment moment = Moment::Ended) {
        const auto results = m_evaluator->evaluate(std::chrono::seconds(m_seconds), moment).budgets;
        EXPECT_EQ(results.at(0).name, "limits");
        EXPECT_EQ(results.at(0).state, results.at(0).rows.at(0).state);
        return results.at(0).rows.at(0);
    }

    // Seconds in which `due` iterations were due and `served` were answered.
    void openSeconds(int seconds, int due, int served, int dropped = 0) {
        for (int i = 0; i < seconds; ++i) {
            record.trend(Builtin::IterationStartDelay, 10us, due - dropped, {{"scenario", "load"}});
            record.count(Builtin::DroppedIterations, dropped, {{"scenario", "load"}});
            record.count(Builtin::Iterations, served, {{"scenario", "load"}});
            record.request(orderTags, 1ms, served);
            endSecond();
        }
    }

    RunRecord record;

private:
    std::optional<VerdictEvaluator> m_evaluator;
    int m_seconds = 0;
};

TEST_F(Budgets, LatenciesMustBeBelowTheirLimit) {
    RequestRow spec = orders();
    spec.p50 = DurationText{5ms, {}};
    spec.p95 = DurationText{8ms, {}};
    spec.p99 = DurationText{10ms, {}};
    judge(spec);
    record.request(orderTags, 2ms, 97);
    record.request(orderTags, 40ms, 3);
    record.request({{"name", "risk"}}, 500ms, 100);
    endSecond();
    const auto result = row();
    ASSERT_EQ(result.limits.size(), 3u);
    EXPECT_EQ(result.subject, "name:order");
    EXPECT_EQ(result.requests, 100u);
    EXPECT_EQ(result.limits[0].state, BudgetState::Pass);
    EXPECT_NEAR(*result.limits[0].value, 2, 0.02);
    EXPECT_EQ(result.limits[1].state, BudgetState::Pass);
    EXPECT_EQ(result.limits[2].state, BudgetState::Fail);
    EXPECT_EQ(result.limits[2].kind, LimitKind::P99);
    EXPECT_EQ(result.limits[2].limit, 10);
    EXPECT_NEAR(*result.limits[2].value, 40, 0.4);
    EXPECT_EQ(result.state, BudgetState::Fail);
}

TEST_F(Budgets, LatencyCountsFromTheMomentARequestWasDue) {
    RequestRow spec = orders();
    spec.p50 = DurationText{5ms, {}};
    judge(spec);
    record.count(Builtin::HttpReqs, 1, orderTags);
    record.trend(Builtin::HttpReqDuration, 1ms, 1, orderTags);
    record.trend(Builtin::HttpReqResponseTime, 1s, 1, orderTags);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Fail);
}

TEST_F(Budgets, ErrorRateMustBeBelowItsLimit) {
    RequestRow spec = orders();
    spec.errorRate = NumberText{0.01, {}};
    judge(spec);
    record.request(orderTags, 2ms, 99);
    record.request(orderTags, 2ms, 1, true);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Fail);
    record.request(orderTags, 2ms, 100);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Pass);
    EXPECT_DOUBLE_EQ(*row().limits[0].value, 0.005);
}

TEST_F(Budgets, AnErrorRateOfZeroWantsNone) {
    RequestRow spec = orders();
    spec.errorRate = NumberText{0, {}};
    judge(spec);
    record.request(orderTags, 2ms, 99);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Pass);
    record.request(orderTags, 2ms, 1, true);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Fail);
}

TEST_F(Budgets, FailedRequestsAreNotWithinATime) {
    RequestRow spec = orders();
    spec.within = {{{10ms, {}}, {0.9, {}}}};
    judge(spec);
    record.request(orderTags, 2ms, 90);
    record.request(orderTags, 1ms, 5, true);       // an error page, fast
    record.count(Builtin::HttpReqs, 5, orderTags); // no answer at all
    endSecond();
    const auto limit = row().limits.at(0);
    EXPECT_EQ(limit.state, BudgetState::Pass);
    EXPECT_DOUBLE_EQ(*limit.value, 0.9);
    EXPECT_EQ(limit.time, 10ms);
    record.request(orderTags, 50ms, 1);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Fail);
}

TEST_F(Budgets, RequestsWithoutAnyAnswerDoNotPassALatency) {
    RequestRow spec = orders();
    spec.p99 = DurationText{10ms, {}};
    judge(spec, BudgetOrigin::Shared);
    record.count(Builtin::HttpReqs, 5, orderTags);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::NoSamples);
}

TEST_F(Budgets, ARowThatMetNoRequestNeverPasses) {
    RequestRow spec = orders();
    spec.p99 = DurationText{10ms, {}};
    spec.errorRate = NumberText{0.1, {}};
    spec.throughput = NumberText{10, {}};
    spec.within = {{{10ms, {}}, {0.9, {}}}};
    judge(spec);
    endSecond();
    EXPECT_EQ(row(Moment::Running).state, BudgetState::NotYet);
    EXPECT_EQ(row().state, BudgetState::NoSamples);
    EXPECT_EQ(row().limits.size(), 4u);
    judge(spec, BudgetOrigin::Shared);
    EXPECT_EQ(row().state, BudgetState::NotExercised);
}

TEST_F(Budgets, ARowOnATagThatNoRequestCarriesIsNotMeasured) {
    RequestRow spec = orders();
    spec.tags = {{"query", "order_operations"}};
    spec.within = {{{5ms, {}}, {0.98, {}}}};
    judge(spec, BudgetOrigin::Shared);
    record.request(orderTags, 1ms, 10);
    endSecond();
    EXPECT_EQ(row(Moment::Running).state, BudgetState::NotYet);
    EXPECT_EQ(row().state, BudgetState::NotMeasured);
    record.request({{"name", "sql"}, {"query", "risk_calculations"}}, 1ms, 10);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::NotExercised) << "queries are measured, but not this one";
    record.request({{"name", "sql"}, {"query", "order_operations"}}, 1ms, 10);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Pass);
    judge(spec, BudgetOrigin::Own);
    record.request(orderTags, 1ms, 10);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::NoSamples) << "of the plan's own table it may be mistyped";
}

RequestRow demanding(double throughput) {
    RequestRow spec = orders();
    spec.throughput = NumberText{throughput, {}};
    return spec;
}

TEST_F(Budgets, ThroughputIsNotExercisedBelowItsLoad) {
    judge(demanding(100));
    openSeconds(20, 50, 50);
    const auto limit = row().limits.at(0);
    EXPECT_EQ(limit.state, BudgetState::NotExercised);
    EXPECT_DOUBLE_EQ(*limit.offered, 50);
    EXPECT_EQ(limit.value, std::nullopt);
}

TEST_F(Budgets, ThroughputPassesWhenTheOfferedLoadWasServed) {
    judge(demanding(100));
    openSeconds(20, 100, 100);
    EXPECT_EQ(row().state, BudgetState::Pass);
    EXPECT_DOUBLE_EQ(*row().limits[0].value, 100);
}

TEST_F(Budgets, ThroughputFailsWhenTheTargetFallsBehind) {
    judge(demanding(100));
    openSeconds(20, 120, 80); // the rest waits in the target
    const auto limit = row().limits.at(0);
    EXPECT_EQ(limit.state, BudgetState::Fail);
    EXPECT_DOUBLE_EQ(*limit.value, 80);
    EXPECT_DOUBLE_EQ(*limit.offered, 120);
}

TEST_F(Budgets, DroppedIterationsWereOffered) {
    judge(demanding(100));
    openSeconds(20, 120, 80, 40);
    EXPECT_EQ(row().state, BudgetState::Fail);
    EXPECT_DOUBLE_EQ(*row().limits[0].offered, 120);
}

TEST_F(Budgets, ThroughputIsJudgedWhereARampIsHighEnough) {
    judge(demanding(100));
    openSeconds(20, 10, 10);
    openSeconds(20, 110, 110);
    openSeconds(20, 10, 10);
    EXPECT_EQ(row().state, BudgetState::Pass);
    EXPECT_DOUBLE_EQ(*row().limits[0].value, 110);
}

TEST_F(Budgets, AClosedModelOffersWhatItGetsAnswered) {
    judge(demanding(100));
    for (int second = 0; second < 10; ++second) {
        record.request(orderTags, 1ms, 60);
        endSecond();
    }
    EXPECT_EQ(row().state, BudgetState::NotExercised);
    for (int second = 0; second < 10; ++second) {
        record.request(orderTags, 1ms, 160);
        endSecond();
    }
    EXPECT_EQ(row().state, BudgetState::Pass);
}

TEST_F(Budgets, ShortRunsAreOneBlock) {
    judge(demanding(100));
    openSeconds(3, 100, 100);
    EXPECT_EQ(row().state, BudgetState::Pass);
}

TEST_F(Budgets, VeryLongRunsAreJudgedInLongerBlocks) {
    judge(demanding(2));
    openSeconds(45'000, 2, 2);
    EXPECT_EQ(row().state, BudgetState::Pass);
    EXPECT_DOUBLE_EQ(*row().limits[0].value, 2);
}

TEST_F(Budgets, ACountersRateHasALimit) {
    judge(MetricRow{"data_received", testplan::parseUnitLimit("<1MB/s").value()});
    record.count(Builtin::DataReceived, 900'000);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Pass);
    record.count(Builtin::DataReceived, 1'200'000);
    endSecond();
    EXPECT_EQ(row().state, BudgetState::Fail);
    EXPECT_DOUBLE_EQ(*row().limits[0].value, 1'050'000);
}

TEST_F(Budgets, WhatNothingMeasuresIsSaidSo) {
    judge(MetricRow{"data_received", testplan::parseUnitLimit("<1MB/s").value()});
    endSecond();
    EXPECT_EQ(row(Moment::Running).state, BudgetState::NotYet);
    EXPECT_EQ(row().state, BudgetState::NotMeasured);
    judge(MetricRow{"no_such_metric", testplan::parseUnitLimit("<1/s").value()});
    EXPECT_EQ(row().state, BudgetState::NotMeasured);
    judge(ProcessRow{"jts-sim", testplan::parseUnitLimit("<80%"), testplan::parseUnitLimit("<2GB")});
    EXPECT_EQ(row().state, BudgetState::NotMeasured);
    EXPECT_EQ(row().limits.size(), 2u);
}

TEST(ProcessBudget, ComparesTheMeanOfTheProcessorAndTheMostMemory) {
    const metrics::MetricRegistry registry;
    const metrics::MetricId cpu = id(metrics::Builtin::ProcessCpu);
    const metrics::MetricId memory = id(metrics::Builtin::ProcessMemory);
    JudgedBudget budget;
    budget.spec.rows.push_back(
        ProcessRow{"jts-sim", testplan::parseUnitLimit("<80%"), testplan::parseUnitLimit("<2GB")});
    VerdictEvaluator evaluator(registry, {}, std::span(&budget, 1));
    metrics::Frame frame;
    const TagSet tags{{"process", "jts-sim"}};
    frame.newSeries = {{metrics::SeriesId{0}, {cpu, tags}}, {metrics::SeriesId{1}, {memory, tags}}};
    metrics::GaugeValue cores;
    metrics::GaugeValue bytes;
    for (const double load : {0.2, 1.0}) {
        cores.set(load, 0s);
        bytes.set(3e9 - 2e9 * load, 0s);
    }
    frame.entries = {{metrics::SeriesId{0}, cores}, {metrics::SeriesId{1}, bytes}};
    evaluator.add(frame);
    const auto row = evaluator.evaluate(1s, Moment::Ended).budgets.at(0).rows.at(0);
    EXPECT_EQ(row.limits.at(0).state, BudgetState::Pass);
    EXPECT_DOUBLE_EQ(*row.limits[0].value, 0.6);
    EXPECT_EQ(row.limits.at(1).state, BudgetState::Fail);
    EXPECT_DOUBLE_EQ(*row.limits[1].value, 2.6e9);
}

} // namespace
} // namespace bw::verdict
