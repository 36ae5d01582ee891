#include "core/report/summary_export.h"
#include "tests/core/report/frame_source.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace bw::report {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

verdict::ThresholdResult threshold(std::string selector, std::string source, verdict::ThresholdState state) {
    verdict::ThresholdResult result;
    result.selector = std::move(selector);
    result.source = std::move(source);
    result.state = state;
    return result;
}

class SummaryExport : public testing::Test {
protected:
    QJsonObject exported() {
        m_totals.add(m_source.take());
        const std::string text = summaryExport(m_totals, m_metrics, m_verdict, 2s);
        EXPECT_TRUE(text.starts_with("{\n    \""));
        return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    }

    metrics::MetricRegistry m_metrics;
    metrics::Totals m_totals;
    verdict::Verdict m_verdict;
    FrameSource m_source;
};

TEST_F(SummaryExport, HasEachTypesFiguresUnderK6sNames) {
    m_source.request("login", 2, 3);
    m_source.failure("login", "", "500");
    m_source.gauge(metrics::Builtin::Vus, 7);
    const QJsonObject all = exported()[u"metrics"_s].toObject();

    const QJsonObject requests = all[u"http_reqs"_s].toObject();
    EXPECT_EQ(requests[u"count"_s], 2);
    EXPECT_EQ(requests[u"rate"_s], 1);
    const QJsonObject failed = all[u"http_req_failed"_s].toObject();
    EXPECT_EQ(failed[u"value"_s], 0.5);
    EXPECT_EQ(failed[u"passes"_s], 1); // the failed ones: k6's quirk
    EXPECT_EQ(failed[u"fails"_s], 1);
    EXPECT_EQ(all[u"vus"_s].toObject()[u"max"_s], 7);
    const QStringList columns = all[u"http_req_duration"_s].toObject().keys();
    EXPECT_EQ(columns, (QStringList{u"avg"_s, u"max"_s, u"med"_s, u"min"_s, u"p(90)"_s, u"p(95)"_s}));
    EXPECT_TRUE(all.contains(u"http_req_duration{expected_response:true}"_s));
    EXPECT_FALSE(all.contains(u"http_req_waiting"_s)); // never measured
}

TEST_F(SummaryExport, AThresholdIsTrueWhenItFailed) {
    m_source.request("login", 2, 3);
    m_verdict.evaluation.thresholds = {
        threshold("http_req_duration{name:login}", "p(95)<1", verdict::ThresholdState::Fail),
        threshold("http_reqs", "count>0", verdict::ThresholdState::Pass),
        threshold("ws_sessions", "count>0", verdict::ThresholdState::NoSamples)};
    const QJsonObject all = exported()[u"metrics"_s].toObject();

    const QJsonObject part = all[u"http_req_duration{name:login}"_s].toObject();
    EXPECT_EQ(part[u"thresholds"_s].toObject()[u"p(95)<1"_s], true);
    EXPECT_NEAR(part[u"med"_s].toDouble(), 2, 0.02);
    EXPECT_EQ(all[u"http_reqs"_s].toObject()[u"thresholds"_s].toObject()[u"count>0"_s], false);
    EXPECT_TRUE(all.contains(u"ws_sessions"_s));
}

TEST_F(SummaryExport, ChecksStandInTheirGroups) {
    m_verdict.evaluation.checks = {{"::shop::cart", "has items", 3, 1}, {"", "is up", 2, 0}};
    const QJsonObject root = exported()[u"root_group"_s].toObject();

    EXPECT_EQ(root[u"id"_s], u"d41d8cd98f00b204e9800998ecf8427e"_s);
    EXPECT_EQ(root[u"checks"_s].toObject()[u"is up"_s].toObject()[u"path"_s], u"::is up"_s);
    const QJsonObject cart =
        root[u"groups"_s].toObject()[u"shop"_s].toObject()[u"groups"_s].toObject()[u"cart"_s].toObject();
    EXPECT_EQ(cart[u"path"_s], u"::shop::cart"_s);
    const QJsonObject check = cart[u"checks"_s].toObject()[u"has items"_s].toObject();
    EXPECT_EQ(check[u"passes"_s], 3);
    EXPECT_EQ(check[u"fails"_s], 1);
}

TEST_F(SummaryExport, AGroupPathOfAThousandLevelsIsCutOff) {
    std::string path;
    for (int i = 0; i < 1000; ++i) {
        path += "::g";
    }
    m_verdict.evaluation.checks = {{path, "deep", 1, 0}};
    QJsonObject group = exported()[u"root_group"_s].toObject();
    int levels = 0;
    while (!group[u"groups"_s].toObject().isEmpty()) {
        group = group[u"groups"_s].toObject().begin()->toObject();
        ++levels;
    }
    EXPECT_EQ(levels, 64);
    EXPECT_TRUE(group[u"checks"_s].toObject().contains(u"deep"_s));
}

} // namespace
} // namespace bw::report
