#include "tests/ui/report/sample_report.h"
#include "ui/report/comparison_report.h"
#include "ui/report/html_report.h"
#include "ui/report/page_style.h"
#include "ui/report/paper/ink.h"
#include "ui/report/paper/page_reader.h"

#include <gtest/gtest.h>

namespace bw::ui_report::paper {
namespace {

using namespace Qt::StringLiterals;

std::vector<Block> blocksOf(const QString& html) {
    return readPage(u"<html><body><main>"_s + html + u"</main></body></html>"_s);
}

QString wordsOf(const Text& text) {
    QString words;
    for (const Phrase& phrase : text.phrases) {
        words += phrase.text;
    }
    return words;
}

template <class Kind>
std::vector<Kind> allOf(const std::vector<Block>& blocks) {
    std::vector<Kind> found;
    for (const Block& block : blocks) {
        if (const auto* one = std::get_if<Kind>(&block)) {
            found.push_back(*one);
        }
    }
    return found;
}

TEST(PageReader, AReportComesWithAllItsParts) {
    const std::vector<Block> blocks = readPage(htmlReport(failedReport(), Medium::Paper));
    const auto headlines = allOf<Headline>(blocks);
    ASSERT_EQ(headlines.size(), 1U);
    EXPECT_EQ(headlines[0].mark, u"✗"_s);
    EXPECT_EQ(headlines[0].tone, Tone::Bad);
    EXPECT_TRUE(wordsOf(headlines[0].sentence).startsWith(u"Failed: P99 of order_placement"_s));
    QStringList headings;
    for (const Heading& heading : allOf<Heading>(blocks)) {
        headings += wordsOf(heading.text);
    }
    EXPECT_EQ(headings, (QStringList{u"Warnings"_s, u"Thresholds"_s, u"Budgets"_s, u"jts-api"_s,
                                     u"Over time"_s, u"Requests over time"_s, u"Requests"_s, u"Checks"_s,
                                     u"Errors"_s, u"Surroundings"_s, u"The plan"_s}));
    EXPECT_EQ(allOf<KeyFigures>(blocks).size(), 1U);
    const auto charts = allOf<Charts>(blocks);
    ASSERT_EQ(charts.size(), 2U);
    EXPECT_EQ(charts[0].charts.size(), 5U);
    EXPECT_EQ(charts[0].charts[0].across, 2);
    EXPECT_EQ(charts[0].charts[4].across, 3);
    const auto tables = allOf<Table>(blocks);
    ASSERT_EQ(tables.size(), 5U);
    EXPECT_EQ(tables[0].rows.size(), 4U);
    EXPECT_TRUE(tables[0].rows[1].continues);
    EXPECT_EQ(wordsOf(tables[0].rows[1].cells[3].text), u"✗ failed"_s);
    EXPECT_EQ(tables[0].rows[1].cells[3].text.phrases[0].tone, Tone::Bad);
    EXPECT_FALSE(tables[1].rows[0].cells[4].text.picture.isEmpty());
    EXPECT_EQ(tables[2].head[0].cells[1].columns, 4);
}

TEST(PageReader, AComparisonComesWithItsIntervals) {
    const std::vector<Block> blocks = readPage(comparisonReport(sampleComparison()));
    const auto tables = allOf<Table>(blocks);
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].rows.size(), 2U);
    EXPECT_EQ(tables[1].rows.size(), 6U);
    const Picture& interval = tables[1].rows[0].cells.back().text.picture;
    EXPECT_TRUE(interval.svg.contains(QByteArray(ink::kBad.data()))) << interval.svg.toStdString();
}

TEST(PageReader, PicturesNeedNoStyleSheet) {
    for (const Charts& charts : allOf<Charts>(readPage(htmlReport(longReport(), Medium::Paper)))) {
        for (const Chart& chart : charts.charts) {
            EXPECT_FALSE(chart.picture.svg.contains("class="));
            EXPECT_TRUE(chart.picture.svg.contains("fill-opacity=\"0.2\"") ||
                        !chart.picture.svg.contains("fill-opacity"));
            EXPECT_GT(chart.picture.size.width(), 100);
            EXPECT_GT(chart.picture.labels.size(), 4U);
            EXPECT_FALSE(chart.picture.svg.contains("<text"));
        }
    }
}

TEST(PageReader, WordsKeepTheirLooks) {
    const auto blocks =
        blocksOf(u"<p class=\"facts\"><span>build <b>1 &lt; 2</b></span>\n<span>x</span></p>"_s);
    const auto items = allOf<Items>(blocks);
    ASSERT_EQ(items.size(), 1U);
    ASSERT_EQ(items[0].items.size(), 2U);
    const std::vector<Phrase> expected{{.text = u"build "_s}, {.text = u"1 < 2"_s, .isStrong = true}};
    EXPECT_EQ(items[0].items[0].phrases, expected);
}

TEST(PageReader, WhatXmlCannotCarryIsShownAsUnknown) {
    const QString hostile = u"<pre>a"_s + QChar(0x1b) + QChar(0xfffe) + u"b\n\tc</pre><p>still there</p>"_s;
    const auto blocks = blocksOf(hostile);
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(std::get<Listing>(blocks[0]).text, u"a\ufffd\ufffdb\n\tc"_s);
    EXPECT_EQ(std::get<Listing>(blocksOf(u"<pre>GET /\r\nHost: x\r\n</pre>"_s)[0]).text,
              u"GET /\nHost: x\n"_s);
}

TEST(PageReader, APageOfSomebodyElseIsNothingOrText) {
    EXPECT_TRUE(readPage({}).empty());
    EXPECT_TRUE(readPage(u"</main><main>"_s).empty());
    EXPECT_EQ(blocksOf(u"<article>words</article>"_s).size(), 1U);
    EXPECT_LE(blocksOf(u"<p>broken <b></p>"_s).size(), 1U);
}

TEST(Ink, IsWhatTheStyleSheetHasForPrint) {
    const QString style = pageStyle();
    const QString print = style.mid(style.indexOf(u"@media print"_s));
    const auto holds = [&](const char* token, QLatin1String ink) {
        QString written = QString(ink);
        if (ink == ink::kText) {
            written = u"#000"_s;
        }
        EXPECT_TRUE(print.contains(u"--%1: %2"_s.arg(QLatin1String(token), written))) << token;
    };
    holds("text", ink::kText);
    holds("muted", ink::kMuted);
    holds("line", ink::kLine);
    holds("quiet", ink::kQuiet);
    holds("accent", ink::kAccent);
    holds("good", ink::kGood);
    holds("warning", ink::kWarning);
    holds("bad", ink::kBad);
    holds("p50", ink::kP50);
    holds("p95", ink::kP95);
    holds("p99", ink::kP99);
}

} // namespace
} // namespace bw::ui_report::paper
