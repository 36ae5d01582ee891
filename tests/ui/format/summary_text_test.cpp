#include "core/report/report_builder.h"
#include "tests/core/report/frame_source.h"
#include "ui/format/summary_text.h"
#include "ui/format/summary_value.h"

#include <gtest/gtest.h>

namespace bw::format {
namespace {

using namespace std::chrono_literals;
using testing::Test;

TEST(SummaryValue, IsRoundedWhereK6CutsOff) {
    EXPECT_EQ(summaryTime(0.000'4).toStdString(), "400ns");
    EXPECT_EQ(summaryTime(0.89).toStdString(), "890µs");
    EXPECT_EQ(summaryTime(4.816).toStdString(), "4.82ms");
    EXPECT_EQ(summaryTime(999.999).toStdString(), "1s");
    EXPECT_EQ(summaryTime(61'000).toStdString(), "1m1s");
    EXPECT_EQ(summaryTime(7'384'000).toStdString(), "2h3m4s");
    EXPECT_EQ(summaryShare(2.0 / 3).toStdString(), "66.67%");
    EXPECT_EQ(summaryBytes(7'500).toStdString(), "7.5 kB");
    EXPECT_EQ(summaryBytes(10'000).toStdString(), "10 kB");
    EXPECT_EQ(summaryNumber(11.46).toStdString(), "11.46");
}

class SummaryText : public Test {
protected:
    QString text(SummaryStyle style = SummaryStyle::Plain) {
        m_builder.add(m_source.take());
        report::RunInfo run;
        run.duration = 2s;
        const report::ReportModel model = m_builder.build(run, m_verdict);
        return summaryText(model, m_builder.totals(), m_metrics, style);
    }

    metrics::MetricRegistry m_metrics;
    report::FrameSource m_source;
    report::ReportBuilder m_builder;
    verdict::Verdict m_verdict;
};

TEST_F(SummaryText, HasK6sBlocksAndEndsWithTheVerdict) {
    m_source.request("login", 2, 3);
    m_source.count(metrics::Builtin::Iterations, {}, 1);
    m_source.count(metrics::Builtin::DataSent, {}, 7'500);
    m_source.gauge(metrics::Builtin::GeneratorCpu, 0.036021);
    m_verdict.evaluation.checks = {{"::shop", "is up", 2, 1}};
    const std::string summary = text().toStdString();
    EXPECT_NE(summary.find("█ TOTAL RESULTS"), std::string::npos);
    EXPECT_NE(summary.find("checks_succeeded...............: 66.67% 2 out of 3"), std::string::npos)
        << summary;
    EXPECT_NE(summary.find("✗ shop::is up\n      ↳  66% — ✓ 2 / ✗ 1"), std::string::npos) << summary;
    EXPECT_NE(summary.find("    HTTP\n"), std::string::npos);
    EXPECT_NE(summary.find("      { expected_response:true }"), std::string::npos);
    EXPECT_NE(summary.find("    EXECUTION\n"), std::string::npos);
    EXPECT_NE(summary.find("    NETWORK\n"), std::string::npos);
    EXPECT_NE(summary.find("generator_cpu..................: 3.60%"), std::string::npos) << summary;
    EXPECT_EQ(summary.find("http_req_waiting"), std::string::npos);
    EXPECT_TRUE(summary.ends_with("Passed: nothing failed, but no limit was judged either.\n"));
}

TEST_F(SummaryText, ThresholdsAndBudgetsStandFirst) {
    verdict::ThresholdResult threshold;
    threshold.selector = "http_req_duration";
    threshold.source = "p(95)<200";
    threshold.expression = *testplan::parseThreshold("p(95)<200");
    threshold.type = metrics::MetricType::Trend;
    threshold.kind = metrics::MetricKind::Time;
    threshold.state = verdict::ThresholdState::Fail;
    threshold.value = 411.78;
    m_verdict.evaluation.thresholds = {threshold};
    m_verdict.evaluation.budgets = {
        {"jts-api", verdict::BudgetState::Pass, {{"name:login", verdict::BudgetState::NotExercised, 0, {}}}}};
    const std::string summary = text().toStdString();
    EXPECT_NE(summary.find("    http_req_duration\n    ✗ 'p(95)<200' p(95)=411.78ms\n"), std::string::npos)
        << summary;
    EXPECT_NE(summary.find("    jts-api\n    – login  not exercised\n"), std::string::npos) << summary;
    EXPECT_LT(summary.find("THRESHOLDS"), summary.find("BUDGETS"));
    EXPECT_LT(summary.find("BUDGETS"), summary.find("TOTAL RESULTS"));
}

TEST_F(SummaryText, AnEmptyRunHasNoEmptyBlocks) {
    const std::string summary = text().toStdString();
    EXPECT_EQ(summary.find("HTTP"), std::string::npos);
    EXPECT_EQ(summary.find("THRESHOLDS"), std::string::npos);
}

TEST_F(SummaryText, OnlyTheColouredStyleHasSequencesAndNamesCannotAddAny) {
    m_verdict.evaluation.checks = {{"x", "\x1b[2Jwiped", 1, 0}};
    EXPECT_FALSE(text().contains(QChar(0x1b)));
    const QString coloured = text(SummaryStyle::Coloured);
    EXPECT_TRUE(coloured.contains(QChar(0x1b)));
    EXPECT_FALSE(coloured.contains(QStringLiteral("\x1b[2J")));
}

} // namespace
} // namespace bw::format
