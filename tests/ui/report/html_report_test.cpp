#include "tests/ui/report/page_checks.h"
#include "tests/ui/report/sample_report.h"
#include "ui/report/html_report.h"

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;

TEST(HtmlReport, AFailedRunSaysSoFirstAndShowsEveryPart) {
    const QString page = htmlReport(failedReport());
    keepPage(page, u"report-failed.html"_s);
    const auto body = page.indexOf(u"<body>"_s);
    EXPECT_LT(page.indexOf(u"Failed: P99 of order_placement"_s, body), page.indexOf(u"Thresholds"_s, body));
    for (const auto& part :
         {u"Thresholds"_s, u"Budgets"_s, u"Over time"_s, u"Requests"_s, u"Checks"_s, u"Errors"_s,
          u"Surroundings"_s, u"connection refused"_s, u"over the limit"_s, u"class=\"limit\""_s}) {
        EXPECT_TRUE(page.contains(part)) << part.toStdString();
    }
    expectWellFormedPictures(page);
    expectNothingActive(page);
}

TEST(HtmlReport, AnEmptyRunHasNoSamplesInsteadOfZeros) {
    const QString page = htmlReport({});
    keepPage(page, u"report-empty.html"_s);
    EXPECT_TRUE(page.contains(u"no samples"_s));
    EXPECT_TRUE(page.contains(u"The run made no request."_s));
    EXPECT_FALSE(page.contains(u"Budgets"_s));
    expectWellFormedPictures(page);
}

TEST(HtmlReport, ARunThatOnlyListensHasItsSessionsAndNoWordOfLatenciesOfRequests) {
    report::ReportModel model = oneSecondReport();
    model.requests.clear();
    model.figures = {};
    model.figures.sessions = 3;
    report::SessionRow row;
    row.name = "<feed>";
    row.asked = 3;
    row.refused = 1;
    row.received = 900;
    row.latency = {900, {0.5, 1, 2}, 3};
    row.endings = {{"1001", "", 1}, {"", "interrupted", 1}};
    model.sessions = {row};
    const QString page = htmlReport(model);
    for (const char* words : {"WebSocket sessions", "&lt;feed&gt;", "1001, going away",
                              "cut off by the end of the run", "Message latency", "Messages received"}) {
        EXPECT_TRUE(page.contains(QString::fromUtf8(words))) << words;
    }
    EXPECT_FALSE(page.contains(QStringLiteral("Throughput and errors")));
}

TEST(HtmlReport, ARunOfOneSecondIsDots) {
    const QString page = htmlReport(oneSecondReport());
    keepPage(page, u"report-second.html"_s);
    EXPECT_TRUE(page.contains(u"<circle"_s));
    EXPECT_FALSE(page.contains(u"<path"_s));
    expectWellFormedPictures(page);
}

TEST(HtmlReport, ALongRunIsASmallPage) {
    const QString page = htmlReport(longReport());
    keepPage(page, u"report-long.html"_s);
    EXPECT_LT(page.size(), 600'000);
    EXPECT_TRUE(page.contains(u"class=\"band p99\""_s));
    expectWellFormedPictures(page);
}

TEST(HtmlReport, HostileNamesAreText) {
    const std::string hostile =
        "</title></style><script>alert(1)</script>\"'><img src=x onerror=alert(1)> %1 %2 \x1b";
    report::ReportModel model = failedReport();
    model.run.planName = model.run.description = model.run.note = model.run.build = model.planText = hostile;
    model.run.environment = model.run.surroundings.host = model.run.id = hostile;
    model.run.tags = {{hostile, hostile}};
    model.warnings = {hostile};
    model.processes = {{.name = hostile, .moments = {}}};
    model.marks = {{{std::chrono::seconds(1), "note", hostile}, report::MarkKind::Note},
                   {{std::chrono::seconds(2), hostile, hostile}, report::MarkKind::Happening}};
    for (auto& row : model.requests) {
        row.name = hostile;
    }
    for (auto& row : model.errors) {
        row.name = row.code = hostile;
    }
    for (auto& threshold : model.verdict.evaluation.thresholds) {
        threshold.selector = threshold.source = hostile;
    }
    for (auto& budget : model.verdict.evaluation.budgets) {
        budget.name = hostile;
        for (auto& row : budget.rows) {
            row.subject = hostile;
        }
    }
    for (auto& check : model.verdict.evaluation.checks) {
        check.name = check.group = hostile;
    }
    model.examples.push_back(
        {.at = {}, .name = hostile, .kind = hostile, .request = hostile, .response = hostile});
    const QString page = htmlReport(model);
    expectNothingActive(page);
    EXPECT_FALSE(page.contains(u"<img"_s));
    EXPECT_FALSE(page.contains(u"&amp;lt;"_s)) << "escaped twice";
    EXPECT_EQ(page.count(u"</style>"_s), 1);
    EXPECT_TRUE(page.contains(u"&lt;img src=x onerror=alert(1)&gt; %1 %2"_s));
    expectWellFormedPictures(page);
}

TEST(HtmlReport, MarksThatTurnTheWritingAreShownAsUnknown) {
    report::ReportModel model = failedReport();
    model.run.planName = "sample\u202egnp.exe";
    model.requests[0].name = "\u2066login\u2069";
    model.requests[1].name = "טופס הזמנה"; // a name written from the right stays
    const QString page = htmlReport(model);
    EXPECT_FALSE(page.contains(QChar(0x202e)) || page.contains(QChar(0x2066)));
    EXPECT_TRUE(page.contains(u"sample\ufffdgnp.exe"_s));
    EXPECT_TRUE(page.contains(u">טופס הזמנה</th>"_s));
}

TEST(HtmlReport, TablesAndPicturesCanBeReadAloud) {
    const QString page = htmlReport(failedReport());
    EXPECT_TRUE(page.contains(u"<th scope=\"row\" class=\"name\">order_placement</th>"_s));
    EXPECT_TRUE(page.contains(u"<title>Throughput and errors</title>"_s));
    EXPECT_TRUE(page.contains(u"<desc>requests: "_s));
    EXPECT_EQ(page.count(u"role=\"img\""_s), page.count(u"<desc>"_s));
}

TEST(HtmlReport, NumbersWhatHappenedInTheChartsAndInAList) {
    report::ReportModel model = failedReport();
    model.marks = {
        {{std::chrono::seconds(20), "pause", ""}, report::MarkKind::Pause, std::chrono::seconds(15)},
        {{std::chrono::seconds(70), "note", "the <cache> was emptied"}, report::MarkKind::Note},
        {{std::chrono::seconds(71), "load", "orders +10 vus"}, report::MarkKind::Happening}};
    const QString page = htmlReport(model);
    keepPage(page, u"report-marks.html"_s);
    EXPECT_TRUE(page.contains(u"What happened"_s));
    EXPECT_TRUE(page.contains(u"the &lt;cache&gt; was emptied"_s));
    const qsizetype charts =
        page.count(u"<svg viewBox=\"0 0 560"_s) + page.count(u"<svg viewBox=\"0 0 360"_s);
    EXPECT_EQ(page.count(u"<rect class=\"pause\""_s), charts);
    EXPECT_EQ(page.count(u"<line class=\"moment\""_s), 3 * charts);
    EXPECT_EQ(page.count(u">2</text>"_s), charts) << "the third has no room for its number";
    expectWellFormedPictures(page);
}

TEST(HtmlReport, ManyMarksAreShortened) {
    report::ReportModel model = failedReport();
    for (int i = 0; i < 130; ++i) {
        model.marks.push_back({{std::chrono::seconds(i), "note", "n"}, report::MarkKind::Note});
    }
    EXPECT_TRUE(htmlReport(model).contains(u"left out: 30"_s));
}

TEST(HtmlReport, SaysWhatWatchedProcessesUsed) {
    report::ReportModel model = failedReport();
    report::ProcessCurve process{.name = "jts-<sim>", .moments = {}};
    process.moments.push_back({});
    process.moments.push_back({.cpu = 0.25F, .memory = 50e6F, .threads = 4, .descriptors = 90});
    process.moments.push_back({.cpu = 0.75F, .memory = 40e6F, .threads = 4, .descriptors = 12});
    model.processes = {process, {.name = "gone", .moments = {{}, {}}}};
    const QString page = htmlReport(model);
    keepPage(page, u"report-processes.html"_s);
    const QString row =
        page.section(u"jts-&lt;sim&gt;"_s, 1).section(u"</tr>"_s, 0, 0).replace(u'\u202f', u' ');
    for (const auto& figure : {u"50 %"_s, u"75 %"_s, u"50 MB"_s, u"40 MB"_s, u">90<"_s}) {
        EXPECT_TRUE(row.contains(figure)) << figure.toStdString() << " in " << row.toStdString();
    }
    EXPECT_EQ(page.section(u"gone"_s, 1).section(u"</tr>"_s, 0, 0).count(u"–"_s), 7);
}

} // namespace
} // namespace bw::ui_report
