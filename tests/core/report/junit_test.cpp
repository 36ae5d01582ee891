#include "core/report/junit.h"

#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace bw::report {
namespace {

using namespace Qt::StringLiterals;

ReportModel modelOf(std::string selector, verdict::ThresholdState state) {
    ReportModel model;
    model.run.planName = "plan";
    verdict::ThresholdResult threshold;
    threshold.selector = std::move(selector);
    threshold.source = "p(99)<10";
    threshold.state = state;
    threshold.value = 12.5;
    model.verdict.evaluation.thresholds = {threshold};
    return model;
}

QStringList elements(const std::string& xml) {
    QStringList names;
    QXmlStreamReader reader(QByteArray::fromStdString(xml));
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement) {
            names += reader.name().toString();
        }
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString() << xml;
    return names;
}

TEST(JUnit, AFailedThresholdIsAFailureWithItsValue) {
    const std::string xml = junitXml(modelOf("http_req_duration", verdict::ThresholdState::Fail));
    EXPECT_TRUE(elements(xml).contains(u"failure"_s));
    EXPECT_NE(xml.find("failures=\"1\""), std::string::npos);
    EXPECT_NE(xml.find("12.5"), std::string::npos);
}

TEST(JUnit, NoSamplesIsAnErrorAndAPassIsBare) {
    EXPECT_TRUE(elements(junitXml(modelOf("m", verdict::ThresholdState::NoSamples))).contains(u"error"_s));
    EXPECT_EQ(elements(junitXml(modelOf("m", verdict::ThresholdState::Pass))),
              (QStringList{u"testsuites"_s, u"testsuite"_s, u"testcase"_s}));
}

TEST(JUnit, NamesWithMarkupControlCharactersAndBrokenUtf8StayWellFormed) {
    const std::string hostile("m{name:\"><failure/>&\x01\x1b[31m\x00\xff\xef\xbf\xbf}", 33);
    const std::string xml = junitXml(modelOf(hostile, verdict::ThresholdState::Pass));
    EXPECT_FALSE(elements(xml).contains(u"failure"_s));
}

TEST(JUnit, ABudgetIsASuiteAndItsRowsAreCases) {
    ReportModel model;
    verdict::BudgetRowResult row;
    row.subject = "name:login";
    row.state = verdict::BudgetState::NotExercised;
    model.verdict.evaluation.budgets = {{"api", verdict::BudgetState::Pass, {row, row}}};
    const std::string xml = junitXml(model);
    EXPECT_NE(xml.find("skipped=\"2\""), std::string::npos);
    EXPECT_NE(xml.find("testsuite name=\"api\" tests=\"2\""), std::string::npos);
}

} // namespace
} // namespace bw::report
