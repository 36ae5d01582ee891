#include "tests/ui/report/page_checks.h"
#include "tests/ui/report/sample_report.h"
#include "ui/report/comparison_report.h"

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;
TEST(ComparisonReport, SaysWhatGotWorseFirstAndShowsEveryFigure) {
    const QString page = comparisonReport(sampleComparison());
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
    const QString page = comparisonReport(sampleComparison());
    EXPECT_TRUE(page.contains(u"&lt;b&gt;2.0&lt;/b&gt;"_s));
    EXPECT_TRUE(page.contains(u"Orders &lt;&amp;&gt; more"_s));
    EXPECT_FALSE(page.contains(u"<b>2.0"_s));
}

TEST(ComparisonReport, AnUnfairComparisonSaysWhy) {
    report::ComparisonModel model = sampleComparison();
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
