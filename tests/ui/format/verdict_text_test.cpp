#include "ui/format/limit_text.h"
#include "ui/format/units.h"
#include "ui/format/verdict_text.h"

#include <gtest/gtest.h>

namespace bw::format {
namespace {

using verdict::BudgetState;
using verdict::Reason;
using verdict::ReasonKind;
using verdict::ThresholdState;

std::string shown(QString text) {
    return text.replace(QChar(kThinSpace), u' ').toStdString();
}

verdict::LimitResult limitOf(verdict::LimitKind kind, double limit, double value) {
    verdict::LimitResult result;
    result.kind = kind;
    result.limit = limit;
    result.value = value;
    result.state = value < limit ? BudgetState::Pass : BudgetState::Fail;
    return result;
}

verdict::ThresholdResult thresholdOf(std::string selector, std::string source, ThresholdState state) {
    verdict::ThresholdResult result;
    result.selector = std::move(selector);
    result.source = std::move(source);
    result.state = state;
    return result;
}

TEST(VerdictText, AFailedLimitIsNamedWithItsFigure) {
    verdict::Verdict verdict;
    verdict.outcome = verdict::Outcome::Fail;
    verdict.evaluation.budgets = {
        {"api",
         BudgetState::Fail,
         {{"name:login", BudgetState::Fail, 10, {limitOf(verdict::LimitKind::P99, 10, 12.4)}}}}};
    verdict.reasons = {{ReasonKind::LimitFailed, 0, 0, 0}};
    EXPECT_EQ(shown(verdictSentence(verdict)), "Failed: P99 of login was 12.4 ms, but the limit is < 10 ms.");
}

TEST(VerdictText, TheOtherFailuresAreCounted) {
    verdict::Verdict verdict;
    verdict.outcome = verdict::Outcome::Fail;
    auto failed = thresholdOf("http_req_failed", "rate<0.01", ThresholdState::Fail);
    failed.type = metrics::MetricType::Rate;
    failed.value = 0.025;
    failed.expression = *testplan::parseThreshold("rate<0.01");
    verdict.evaluation.thresholds = {failed, failed, failed};
    verdict.reasons = {
        {ReasonKind::ThresholdFailed, 0}, {ReasonKind::ThresholdFailed, 1}, {ReasonKind::ThresholdFailed, 2}};
    EXPECT_EQ(
        shown(verdictSentence(verdict)),
        "Failed: rate of http_req_failed was 2.5 %, but the threshold is rate<0.01. 2 more limits failed.");
}

TEST(VerdictText, APassSaysWhetherAnythingWasJudged) {
    verdict::Verdict verdict;
    EXPECT_EQ(shown(verdictSentence(verdict)), "Passed: nothing failed, but no limit was judged either.");
    verdict.evaluation.thresholds = {thresholdOf("a", "count>0", ThresholdState::Pass)};
    EXPECT_EQ(shown(verdictSentence(verdict)), "Passed: the one limit that was judged held.");
}

TEST(VerdictText, CertificatesThatNobodyLookedAtAreSaid) {
    verdict::Verdict verdict;
    verdict.certificates = verdict::Certificates::NotVerified;
    EXPECT_EQ(shown(verdictSentence(verdict)),
              "Passed: nothing failed, but no limit was judged either. The servers' certificates were not "
              "verified.");
}

TEST(VerdictText, ADoubtInTheGeneratorNamesTheWorker) {
    verdict::Verdict verdict;
    verdict.outcome = verdict::Outcome::Inconclusive;
    verdict.evaluation.doubt.busy = {{"%1", 7, 60}};
    verdict.reasons = {{ReasonKind::GeneratorBusy, 0}};
    EXPECT_TRUE(
        shown(verdictSentence(verdict))
            .starts_with("Inconclusive: worker %1 of the generator was over 95 % busy in 7 of its 60"));
}

TEST(LimitText, AValueJustOverItsLimitShowsTheDigitsThatTell) {
    EXPECT_EQ(shown(limitValueAgainst(limitOf(verdict::LimitKind::P99, 10, 10.0004))), "10.0004 ms");
    EXPECT_EQ(shown(limitValueAgainst(limitOf(verdict::LimitKind::P99, 10, 10))), "10 ms");
}

TEST(LimitText, HeadRoomIsInWords) {
    EXPECT_EQ(shown(headRoom(limitOf(verdict::LimitKind::P99, 10, 6.2))), "38 % below the limit");
    EXPECT_EQ(shown(headRoom(limitOf(verdict::LimitKind::P99, 10, 10.5))), "5.0 % over the limit");
    EXPECT_EQ(shown(headRoom(limitOf(verdict::LimitKind::P99, 10, 10))), "at the limit");
    EXPECT_EQ(shown(headRoom(limitOf(verdict::LimitKind::P99, 10, 117.4))), "12 times the limit");
    EXPECT_EQ(shown(spareRoom(limitOf(verdict::LimitKind::P99, 10, 23.1))), "2.3 times the limit");
    EXPECT_EQ(shown(headRoom(limitOf(verdict::LimitKind::P99, 100, 0.3))), "99.7 % below the limit");
    EXPECT_EQ(shown(headRoom(limitOf(verdict::LimitKind::P99, 1000, 0.1))), "> 99.9 % below the limit");
    EXPECT_EQ(shown(headRoom(limitOf(verdict::LimitKind::ErrorRate, 0, 0.1))), "");
    EXPECT_EQ(shown(spareRoom(limitOf(verdict::LimitKind::P99, 10, 6.2))), "38 % to spare");
    EXPECT_EQ(shown(spareRoom(limitOf(verdict::LimitKind::P99, 10, 10.5))), "5.0 % beyond");
    EXPECT_EQ(shown(spareRoom(limitOf(verdict::LimitKind::P99, 10, 10))), "at the limit");
}

TEST(LimitText, MoreThanALowerBoundIsNoExcess) {
    verdict::LimitResult throughput = limitOf(verdict::LimitKind::Throughput, 200, 222);
    throughput.op = testplan::Comparison::GreaterOrEqual;
    EXPECT_EQ(shown(headRoom(throughput)), "11 % more than needed");
    EXPECT_EQ(shown(spareRoom(throughput)), "11 % to spare");
    throughput.value = 150;
    EXPECT_EQ(shown(headRoom(throughput)), "25 % too little");
    EXPECT_EQ(shown(spareRoom(throughput)), "25 % beyond");
    throughput.value = 0;
    EXPECT_EQ(shown(spareRoom(throughput)), "100 % beyond");
}

TEST(LimitText, SubjectsLoseThePrefixOnlyWhenTheNameIsAll) {
    EXPECT_EQ(shown(subjectName("name:login")), "login");
    EXPECT_EQ(shown(subjectName("name:login,status:200")), "name:login,status:200");
}

} // namespace
} // namespace bw::format
