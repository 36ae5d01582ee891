#include "core/report/junit.h"

#include <QString>
#include <QStringList>
#include <QXmlStreamWriter>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace bw::report {
namespace {

using namespace Qt::StringLiterals;
using verdict::BudgetState;
using verdict::ThresholdState;

enum class Result { Passed, Failed, Error, Skipped };

struct TestCase {
    QString name;
    Result result = Result::Passed;
    QString message;
};

struct Suite {
    QString name;
    std::vector<TestCase> cases;

    [[nodiscard]] int number(Result result) const {
        return static_cast<int>(std::ranges::count(cases, result, &TestCase::result));
    }
};

// XML has no place for most control characters, not even escaped ones.
QString text(const std::string& bytes) {
    QString result = QString::fromStdString(bytes);
    for (QChar& character : result) {
        const bool allowed = character == u'\t' || character == u'\n' || character >= u' ';
        if (!allowed || character == u'\ufffe' || character == u'\uffff') {
            character = u'\ufffd';
        }
    }
    return result;
}

QString figure(const std::optional<double>& value) {
    return value ? QString::number(*value, 'g', 6) : u"none"_s;
}

QString limitKey(const verdict::LimitResult& limit) {
    switch (limit.kind) {
    case verdict::LimitKind::P50:
        return u"p50"_s;
    case verdict::LimitKind::P95:
        return u"p95"_s;
    case verdict::LimitKind::P99:
        return u"p99"_s;
    case verdict::LimitKind::ErrorRate:
        return u"errorRate"_s;
    case verdict::LimitKind::Throughput:
        return u"throughput"_s;
    case verdict::LimitKind::Within:
        return u"within"_s;
    case verdict::LimitKind::MetricRate:
        return u"rate"_s;
    case verdict::LimitKind::Cpu:
        return u"cpu"_s;
    case verdict::LimitKind::Memory:
        return u"memory"_s;
    }
    return {};
}

QString comparison(testplan::Comparison op) {
    const std::string_view sign = testplan::comparisonText(op);
    return QString::fromUtf8(sign.data(), static_cast<qsizetype>(sign.size()));
}

Result resultOf(ThresholdState state) {
    switch (state) {
    case ThresholdState::Pass:
        return Result::Passed;
    case ThresholdState::Fail:
        return Result::Failed;
    case ThresholdState::NoSamples:
        return Result::Error;
    case ThresholdState::NotYet:
        return Result::Skipped;
    }
    return Result::Error;
}

Result resultOf(BudgetState state) {
    switch (state) {
    case BudgetState::Pass:
        return Result::Passed;
    case BudgetState::Fail:
        return Result::Failed;
    case BudgetState::NoSamples:
        return Result::Error;
    case BudgetState::NotYet:
    case BudgetState::NotExercised:
    case BudgetState::NotMeasured:
        return Result::Skipped;
    }
    return Result::Error;
}

Suite thresholdSuite(const verdict::Evaluation& evaluation) {
    Suite suite{.name = u"thresholds"_s, .cases = {}};
    for (const verdict::ThresholdResult& threshold : evaluation.thresholds) {
        suite.cases.push_back({.name = text(threshold.selector) + u": "_s + text(threshold.source),
                               .result = resultOf(threshold.state),
                               .message = u"value "_s + figure(threshold.value)});
    }
    return suite;
}

QString rowMessage(const verdict::BudgetRowResult& row) {
    QStringList parts;
    for (const verdict::LimitResult& limit : row.limits) {
        if (limit.state == row.state || row.limits.size() == 1) {
            parts += limitKey(limit) + u' ' + figure(limit.value) + u", limit "_s + comparison(limit.op) +
                     u' ' + figure(limit.limit);
        }
    }
    return parts.join(u"; "_s);
}

Suite budgetSuite(const verdict::BudgetResult& budget) {
    Suite suite{.name = text(budget.name), .cases = {}};
    for (const verdict::BudgetRowResult& row : budget.rows) {
        suite.cases.push_back(
            {.name = text(row.subject), .result = resultOf(row.state), .message = rowMessage(row)});
    }
    return suite;
}

void writeCase(QXmlStreamWriter& xml, const Suite& suite, const TestCase& test) {
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, suite.name);
    xml.writeAttribute(u"name"_s, test.name);
    if (test.result != Result::Passed) {
        const QString element = test.result == Result::Failed  ? u"failure"_s
                                : test.result == Result::Error ? u"error"_s
                                                               : u"skipped"_s;
        xml.writeEmptyElement(element);
        xml.writeAttribute(u"message"_s, test.message);
    }
    xml.writeEndElement();
}

void writeSuite(QXmlStreamWriter& xml, const Suite& suite, const QString& seconds) {
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, suite.name);
    xml.writeAttribute(u"tests"_s, QString::number(suite.cases.size()));
    xml.writeAttribute(u"failures"_s, QString::number(suite.number(Result::Failed)));
    xml.writeAttribute(u"errors"_s, QString::number(suite.number(Result::Error)));
    xml.writeAttribute(u"skipped"_s, QString::number(suite.number(Result::Skipped)));
    xml.writeAttribute(u"time"_s, seconds);
    for (const TestCase& test : suite.cases) {
        writeCase(xml, suite, test);
    }
    xml.writeEndElement();
}

} // namespace

std::string junitXml(const ReportModel& model) {
    std::vector<Suite> suites;
    const verdict::Evaluation& evaluation = model.verdict.evaluation;
    if (!evaluation.thresholds.empty()) {
        suites.push_back(thresholdSuite(evaluation));
    }
    for (const verdict::BudgetResult& budget : evaluation.budgets) {
        suites.push_back(budgetSuite(budget));
    }
    if (evaluation.doubt.exists()) {
        Suite doubt{.name = u"generator"_s, .cases = {}};
        doubt.cases.push_back(
            {.name = u"generator"_s, .result = Result::Error, .message = u"generatorDoubt"_s});
        suites.push_back(std::move(doubt));
    }
    const QString seconds =
        QString::number(std::chrono::duration<double>(model.run.duration).count(), 'f', 3);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"name"_s, text(model.run.planName));
    for (const Suite& suite : suites) {
        writeSuite(xml, suite, seconds);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes.toStdString();
}

} // namespace bw::report
