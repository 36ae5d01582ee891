#include "core/analysis/regression.h"

#include <gtest/gtest.h>

namespace bw::analysis {
namespace {

ComparedRow rowOf(const char* name, Finding finding, double effect, Better better = Better::Lower,
                  Statistic statistic = Statistic::P95) {
    ComparedRow row;
    row.subject = {"http_req_duration", name};
    row.finding = finding;
    row.effect = effect;
    row.better = better;
    row.statistic = statistic;
    return row;
}

// The specification's section 5.1: the ratio of deviation and tolerance.
TEST(Severity, IsHowManyTolerances) {
    EXPECT_EQ(severityOf(0.11, 0.1), Severity::Low);
    EXPECT_EQ(severityOf(0.16, 0.1), Severity::Medium);
    EXPECT_EQ(severityOf(0.21, 0.1), Severity::High);
    EXPECT_EQ(severityOf(0.31, 0.1), Severity::Critical);
    EXPECT_EQ(severityOf(0.125, 0.125 / 1.5), Severity::Low) << "1.5 itself is low";
    EXPECT_EQ(severityOf(0.1, 0), Severity::Critical);
}

TEST(Regressions, AreWhatMovedToTheWorseBeyondItsTolerance) {
    Comparison comparison;
    comparison.rows = {rowOf("a", Finding::Worse, 0.08),
                       rowOf("b", Finding::Worse, 0.12),
                       rowOf("c", Finding::Better, -0.5),
                       rowOf("d", Finding::NeedsMoreRuns, 0.9),
                       rowOf("e", Finding::Worse, -0.2, Better::Higher, Statistic::PerSecond),
                       rowOf("f", Finding::NotComparable, 5)};
    const std::vector<Regression> found = regressionsOf(comparison, Tolerances());
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].row.subject.name, "e");
    EXPECT_EQ(found[0].severity, Severity::Critical) << "four times 5 %";
    EXPECT_NEAR(found[0].deviation, 0.2, 1e-12);
    EXPECT_EQ(found[1].row.subject.name, "b");
    EXPECT_EQ(found[1].severity, Severity::Low);
    EXPECT_TRUE(found[1].isSure);
    EXPECT_EQ(found[2].row.subject.name, "d") << "large, but open";
    EXPECT_FALSE(found[2].isSure);
}

TEST(Regressions, HaveTheTolerancesThatWereSet) {
    Comparison comparison;
    comparison.rows = {rowOf("a", Finding::Worse, 0.08)};
    EXPECT_TRUE(regressionsOf(comparison, Tolerances()).empty());
    const auto found = regressionsOf(comparison, Tolerances({{"http_req_duration", 0.03}}));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].tolerance, 0.03);
    EXPECT_EQ(found[0].severity, Severity::High);
}

} // namespace
} // namespace bw::analysis
