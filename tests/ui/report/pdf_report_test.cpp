#include "tests/ui/report/read_pdf.h"
#include "tests/ui/report/sample_report.h"
#include "ui/report/pdf_report.h"

#include <algorithm>
#include <chrono>
#include <gmock/gmock.h>
#include <thread>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(PdfReport, AFailedRunIsTextOnPagesWithBookmarks) {
    const QByteArray bytes = pdfReport(failedReport());
    const std::string file = keepPdf(bytes, u"report-failed.pdf"_s);
    const ReadPdf pdf(bytes);
    ASSERT_TRUE(pdf.isWhole());
    EXPECT_EQ(pdf.about("/Title"), "JTS market open – Failed");
    EXPECT_THAT(pdf.bookmarks(),
                AllOf(Contains(StartsWith("Failed: P99 of order_placement")), Contains("Thresholds @1"),
                      Contains(StartsWith("  jts-api @")), Contains(StartsWith("The plan @"))));
    const std::string text = textOf(file);
    EXPECT_LT(text.find("Failed: P99 of order_placement"), text.find("Thresholds"));
    for (const char* part :
         {"Budgets", "Over time", "Requests", "Checks", "Errors", "Surroundings", "connection refused",
          "over the limit", "Throughput and errors", "120 s", "run 214 · 2026-11-23", "page 1 of "}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
    EXPECT_THAT(text,
                HasSubstr("page " + std::to_string(pdf.pages()) + " of " + std::to_string(pdf.pages())));
}

TEST(PdfReport, EveryFontIsEmbeddedAndNothingIsABitmap) {
    report::ReportModel model = failedReport();
    model.run.planName = "주문 체결 지연 시간";
    const std::string file = keepPdf(pdfReport(model), u"report-korean.pdf"_s);
    EXPECT_THAT(textOf(file), HasSubstr("주문 체결 지연 시간"));
    std::string line;
    std::istringstream fonts(printed({"pdffonts", file}));
    int count = 0;
    for (int row = 0; std::getline(fonts, line); ++row) {
        if (row >= 2) { // below the heading: name, type, encoding, emb, sub, uni, object
            EXPECT_THAT(line, HasSubstr(" yes yes yes ")); // embedded, subset, Unicode
            ++count;
        }
    }
    EXPECT_GE(count, 3);
    const std::string images = printed({"pdfimages", "-list", file});
    EXPECT_EQ(std::ranges::count(images, '\n'), 2) << images;
}

TEST(PdfReport, TheSameRunIsTheSameFile) {
    EXPECT_EQ(pdfReport(failedReport()), pdfReport(failedReport()));
    EXPECT_EQ(pdfComparison(sampleComparison()), pdfComparison(sampleComparison()));
}

TEST(PdfReport, AnEmptyRunIsAPageThatSaysSo) {
    const QByteArray bytes = pdfReport({});
    const std::string file = keepPdf(bytes, u"report-empty.pdf"_s);
    EXPECT_THAT(textOf(file), AllOf(HasSubstr("no samples"), HasSubstr("The run made no request."),
                                    HasSubstr("page 1 of 1")));
}

TEST(PdfReport, AComparisonHasItsRowsAndItsSentence) {
    const QByteArray bytes = pdfComparison(sampleComparison());
    const std::string file = keepPdf(bytes, u"comparison.pdf"_s);
    const ReadPdf pdf(bytes);
    EXPECT_EQ(pdf.about("/Title"), "Orders <&> more: comparison");
    EXPECT_THAT(textOf(file), AllOf(HasSubstr("place got "), HasSubstr("<b>2.0</b>"),
                                    HasSubstr("Differences"), HasSubstr("not comparable")));
    EXPECT_TRUE(ReadPdf(pdfComparison({})).isWhole());
}

TEST(PdfReport, ALongTableRepeatsItsHeadAndLosesNoRow) {
    report::ReportModel model = failedReport();
    const report::RequestRow row = model.requests.front();
    model.requests.clear();
    for (int index = 0; index < 200; ++index) {
        model.requests.push_back(row);
        model.requests.back().name = "request-" + std::to_string(1000 + index);
        model.requests.back().curve.clear();
    }
    const std::string file = keepPdf(pdfReport(model), u"report-200.pdf"_s);
    const std::string text = textOf(file);
    int heads = 0;
    for (std::size_t at = text.find("Service time, from sending"); at != std::string::npos;
         at = text.find("Service time, from sending", at + 1)) {
        ++heads;
    }
    EXPECT_GE(heads, 4);
    for (int index = 0; index < 200; ++index) {
        EXPECT_THAT(text, HasSubstr("request-" + std::to_string(1000 + index)));
    }
}

TEST(PdfReport, HostileTextIsTextAndPagesStayFew) {
    report::ReportModel model = failedReport();
    const std::string markup = "</main></th><script>alert(1)</script> %1 %2 \x1b";
    model.run.planName = markup + std::string(5'000, 'x');
    model.run.note = std::string(20'000, 'n');
    model.requests[0].name = markup + std::string(20'000, 'y');
    model.requests[1].name = "טופס הזמנה";
    model.requests[2].name = "a\u202eb\x01\ufffe";
    model.planText = std::string(200'000, 'p') + std::string(50'000, '\n');
    for (int index = 0; index < 500; ++index) {
        model.examples.push_back({.at = {},
                                  .name = markup,
                                  .kind = "status 500",
                                  .request = "GET /\r\n\x1b[2J\n",
                                  .response = std::string(16'000, '\n')});
    }
    const auto start = std::chrono::steady_clock::now();
    const QByteArray bytes = pdfReport(model);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
    const std::string file = keepPdf(bytes, u"report-hostile.pdf"_s);
    const ReadPdf pdf(bytes);
    ASSERT_TRUE(pdf.isWhole());
    EXPECT_LT(pdf.pages(), 120);
    const std::string text = textOf(file);
    EXPECT_THAT(text, HasSubstr("<script>alert(1)</script> %1 %2"));
    EXPECT_THAT(text, AllOf(HasSubstr("lines left out: "), HasSubstr("exchanges left out: 488")));
    EXPECT_THAT(text, HasSubstr("Surroundings"));
}

TEST(PdfReport, CanBeMadeBesideTheUsersThread) {
    QByteArray bytes;
    std::thread([&] { bytes = pdfReport(oneSecondReport()); }).join();
    EXPECT_TRUE(ReadPdf(bytes).isWhole());
    EXPECT_EQ(bytes, pdfReport(oneSecondReport()));
}

TEST(PdfReport, ALongRunIsASmallFile) {
    const QByteArray bytes = pdfReport(longReport());
    keepPdf(bytes, u"report-long.pdf"_s);
    EXPECT_LT(bytes.size(), 600'000);
}

} // namespace
} // namespace bw::ui_report
