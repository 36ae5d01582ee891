#include "tests/ui/report/page_checks.h"
#include "ui/report/comparison_report.h"

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;
using analysis::ComparedRow;
using analysis::Finding;
using analysis::Statistic;

ComparedRow rowOf(const char* metric, const char* name, Statistic statistic, Finding finding, double effect) {
    ComparedRow row;
    row.subject = {metric, name};
    row.statistic = statistic;
    row.finding = finding;
    row.before = statistic == Statistic::Share ? 0.01 : 10;
    row.after = statistic == Statistic::Share ? 0.01 + effect : 10 * (1 + effect);
    row.effect = effect;
    row.low = effect - 0.04;
    row.high = effect + 0.05;
    return row;
}

report::ComparisonModel modelOf() {
    report::ComparisonModel model;
    history::RunSummary before;
    before.id = {12};
    before.planName = "Orders <&> more";
    before.build = "1.0";
    before.started = {1'760'000'000'000'000'000};
    history::RunSummary after = before;
    after.id = {15};
    after.build = "<b>2.0</b>";
    model.before = {before};
    model.after = {after};
    model.comparison.knowsRunToRun = true;
    model.comparison.otherRuns = 9;
    model.comparison.rows = {
        rowOf("http_req_duration", "place", Statistic::P50, Finding::Worse, 0.18),
        rowOf("http_req_duration", "place", Statistic::P95, Finding::NeedsMoreRuns, 0.06),
        rowOf("http_req_duration", "cancel", Statistic::P50, Finding::Better, -0.2),
        rowOf("http_req_failed", "", Statistic::Share, Finding::NoDifference, 0.0001),
        rowOf("http_reqs", "", Statistic::PerSecond, Finding::NoDifference, 0.001),
        rowOf("group_duration", "::basket", Statistic::P99, Finding::NotComparable, 0)};
    return model;
}

TEST(ComparisonReport, SaysWhatGotWorseFirstAndShowsEveryFigure) {
    const QString page = comparisonReport(modelOf());
    keepPage(page, u"report-comparison.html"_s);
    const auto body = page.indexOf(u"<body>"_s);
    EXPECT_LT(page.indexOf(u"place got 18"_s, body), page.indexOf(u"Differences"_s, body));
    for (const auto& part : {u"cancel"_s, u"group basket"_s, u"needs more runs"_s, u"not comparable"_s,
                             u"class=\"interval bad\""_s, u"class=\"mark bad\""_s}) {
        EXPECT_TRUE(page.contains(part)) << part.toStdString();
    }
    expectWellFormedPictures(page);
    expectNothingActive(page);
}

TEST(ComparisonReport, WhatRunsAreCalledIsText) {
    const QString page = comparisonReport(modelOf());
    EXPECT_TRUE(page.contains(u"&lt;b&gt;2.0&lt;/b&gt;"_s));
    EXPECT_TRUE(page.contains(u"Orders &lt;&amp;&gt; more"_s));
    EXPECT_FALSE(page.contains(u"<b>2.0"_s));
}

TEST(ComparisonReport, AnUnfairComparisonSaysWhy) {
    report::ComparisonModel model = modelOf();
    model.obstacles = {{report::ObstacleKind::OtherLoad, {15}}, {report::ObstacleKind::NotWhole, {15}}};
    const QString page = comparisonReport(model);
    EXPECT_TRUE(page.contains(u"run 15 is not whole"_s));
    EXPECT_TRUE(page.contains(u"class=\"mark warning\""_s));
}

TEST(ComparisonReport, NothingComparedIsAPageAllTheSame) {
    const QString page = comparisonReport({});
    EXPECT_TRUE(page.contains(u"No difference shown."_s));
    expectNothingActive(page);
}

} // namespace
} // namespace bw::ui_report
