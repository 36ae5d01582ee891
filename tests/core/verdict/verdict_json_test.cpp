#include "core/verdict/verdict_json.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace bw::verdict {
namespace {

using namespace std::chrono_literals;

// A verdict in which every member differs from its default.
Verdict fullVerdict() {
    Verdict verdict;
    verdict.outcome = Outcome::Inconclusive;
    Evaluation& evaluation = verdict.evaluation;
    evaluation.elapsed = 61s + 1ns;
    ThresholdResult threshold;
    threshold.group = 1;
    threshold.index = 2;
    threshold.selector = "http_req_duration{name:\"주문\"}";
    threshold.source = "p(99.9)<=0.1";
    threshold.expression = {testplan::Aggregation::Percentile, 99.9, testplan::Comparison::LessOrEqual, 0.1};
    threshold.type = metrics::MetricType::Trend;
    threshold.kind = metrics::MetricKind::Time;
    threshold.state = ThresholdState::Fail;
    threshold.value = 1.0 / 3;
    threshold.abort = AbortState::Due;
    evaluation.thresholds = {ThresholdResult{}, threshold};
    LimitResult limit{.kind = LimitKind::Within,
                      .op = testplan::Comparison::GreaterOrEqual,
                      .limit = 0.999,
                      .time = 10ms,
                      .state = BudgetState::Fail,
                      .value = 0.25,
                      .offered = 12345.6789};
    evaluation.budgets = {
        {"jts", BudgetState::Fail, {{"name:a", BudgetState::Fail, UINT64_MAX, {LimitResult{}, limit}}}}};
    evaluation.checks = {{"::outer::inner", "status is 200", 7, 3}};
    evaluation.doubt.busy = {{"worker 3", 12, 60}};
    evaluation.doubt.late = LateStarts{4.5, 1.0};
    verdict.reasons = {{ReasonKind::NoLoad, 0, 0, 0},         {ReasonKind::GeneratorBusy, 0, 0, 0},
                       {ReasonKind::GeneratorLate, 0, 0, 0},  {ReasonKind::ThresholdFailed, 1, 0, 0},
                       {ReasonKind::LimitFailed, 0, 0, 1},    {ReasonKind::ThresholdNoSamples, 0, 0, 0},
                       {ReasonKind::BudgetNoSamples, 0, 0, 0}};
    return verdict;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}

TEST(VerdictJson, ReadsBackWholeAsItWasWritten) {
    const auto read = verdictFromJson(verdictJson(fullVerdict()));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, fullVerdict());
    EXPECT_EQ(verdictFromJson(verdictJson(Verdict{})), Verdict{});
}

TEST(VerdictJson, KeepsThatCertificatesWereNotVerified) {
    Verdict verdict;
    EXPECT_EQ(verdictJson(verdict).find("certificates"), std::string::npos);
    verdict.certificates = Certificates::NotVerified;
    EXPECT_EQ(verdictFromJson(verdictJson(verdict)), verdict);
    EXPECT_FALSE(verdictFromJson(replaced(verdictJson(verdict), "not verified", "perhaps")));
}

TEST(VerdictJson, EveryEnumeratorReadsBack) {
    Verdict verdict;
    for (int i = 0; i < 8; ++i) {
        ThresholdResult result;
        result.expression.method = static_cast<testplan::Aggregation>(i);
        result.expression.op = static_cast<testplan::Comparison>(i % 6);
        result.type = static_cast<metrics::MetricType>(i % 4);
        result.kind = static_cast<metrics::MetricKind>(i % 3);
        result.state = static_cast<ThresholdState>(i % 4);
        verdict.evaluation.thresholds.push_back(result);
    }
    BudgetRowResult row;
    for (int i = 0; i < 9; ++i) {
        LimitResult limit;
        limit.kind = static_cast<LimitKind>(i);
        limit.state = static_cast<BudgetState>(i % 6);
        row.limits.push_back(limit);
    }
    verdict.evaluation.budgets = {{"b", BudgetState::NotMeasured, {row}}};
    EXPECT_EQ(verdictFromJson(verdictJson(verdict)), verdict);
}

TEST(VerdictJson, KeepsWhatIsNoFiniteNumber) {
    Verdict verdict;
    ThresholdResult result;
    result.expression.number = std::numeric_limits<double>::infinity();
    result.value = std::numeric_limits<double>::quiet_NaN();
    verdict.evaluation.thresholds = {result};
    verdict.evaluation.doubt.late = LateStarts{-std::numeric_limits<double>::infinity(), -0.0};
    const auto read = verdictFromJson(verdictJson(verdict));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->evaluation.thresholds[0].expression.number, std::numeric_limits<double>::infinity());
    EXPECT_TRUE(std::isnan(read->evaluation.thresholds[0].value.value()));
    EXPECT_EQ(read->evaluation.doubt.late->p99, -std::numeric_limits<double>::infinity());
    EXPECT_TRUE(std::signbit(read->evaluation.doubt.late->bound));
}

TEST(VerdictJson, BytesThatAreNoTextDoNoHarm) {
    Verdict verdict;
    verdict.evaluation.checks = {{"", "\xff\xfe", 1, 0}};
    const auto read = verdictFromJson(verdictJson(verdict));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->evaluation.checks[0].name, "\uFFFD\uFFFD");
}

TEST(VerdictJson, RefusesWhatIsNotWhole) {
    const std::string whole = verdictJson(fullVerdict());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_FALSE(verdictFromJson(std::string_view(whole).substr(0, length))) << length;
    }
    for (const char* text : {"{}", "[]", "null", "1", "{\"version\":1}", R"({"sentence":"pass"})"}) {
        EXPECT_FALSE(verdictFromJson(text)) << text;
    }
    EXPECT_FALSE(verdictFromJson(std::string(100'000, '[')));
}

TEST(VerdictJson, RefusesOtherVersionsTypesAndWords) {
    const std::string whole = verdictJson(fullVerdict());
    EXPECT_FALSE(verdictFromJson(replaced(whole, R"("version":1)", R"("version":2)")));
    EXPECT_FALSE(verdictFromJson(replaced(whole, R"("outcome":"inconclusive")", R"("outcome":"great")")));
    EXPECT_FALSE(verdictFromJson(replaced(whole, R"("passes":7)", R"("passes":-7)")));
    EXPECT_FALSE(verdictFromJson(replaced(whole, R"("passes":7)", R"("passes":7.5)")));
    EXPECT_FALSE(verdictFromJson(replaced(whole, R"("fails":3)", R"("fails":"3")")));
    EXPECT_FALSE(verdictFromJson(replaced(whole, R"("method":"p")", R"("method":"q")")));
    EXPECT_FALSE(verdictFromJson(replaced(whole, R"("limit":0.999)", R"("limit":"many")")));
    EXPECT_FALSE(verdictFromJson(replaced(whole, R"("busy":[{)", R"("busy":[[],{)")));
    EXPECT_FALSE(verdictFromJson(
        replaced(whole, R"("elapsed_ns":61000000001)", R"("elapsed_ns":18446744073709551615)")));
}

TEST(VerdictJson, RefusesReasonsThatPointAtNothing) {
    for (const Reason reason :
         {Reason{ReasonKind::GeneratorBusy, 1, 0, 0}, Reason{ReasonKind::ThresholdFailed, 2, 0, 0},
          Reason{ReasonKind::LimitFailed, 0, 0, 2}, Reason{ReasonKind::LimitFailed, 1, 0, 0},
          Reason{ReasonKind::BudgetNoSamples, 0, 1, 0}}) {
        Verdict verdict = fullVerdict();
        verdict.reasons.push_back(reason);
        EXPECT_FALSE(verdictFromJson(verdictJson(verdict))) << int(reason.kind);
    }
    Verdict verdict = fullVerdict();
    verdict.evaluation.doubt.late.reset();
    EXPECT_FALSE(verdictFromJson(verdictJson(verdict)));
    verdict.reasons.clear();
    EXPECT_FALSE(verdictFromJson(verdictJson(verdict))) << "failed, but for no reason";
}

} // namespace
} // namespace bw::verdict
