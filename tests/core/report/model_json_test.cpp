#include "core/report/model_json.h"
#include "core/report/report_builder.h"
#include "tests/core/report/frame_source.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace bw::report {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QJsonObject parsed(const ReportModel& model) {
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(modelJson(model)), &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << error.errorString().toStdString();
    return document.object();
}

ReportModel twoSeconds() {
    FrameSource source;
    ReportBuilder builder;
    source.request("login", 2, 3);
    source.gauge(metrics::Builtin::Vus, 4);
    builder.add(source.take());
    source.failure("login", "timeout", "0");
    builder.add(source.take());
    RunInfo run;
    run.id = "7";
    run.planName = "plan";
    run.duration = 2s;
    run.seed = 18'446'744'073'709'551'615U;
    return builder.build(std::move(run),
                         {.outcome = verdict::Outcome::Fail, .reasons = {}, .evaluation = {}});
}

} // namespace

TEST(ModelJson, HasTheFiguresUnderTheirNames) {
    const QJsonObject json = parsed(twoSeconds());
    EXPECT_EQ(json[u"run"_s][u"duration"_s], 2);
    EXPECT_EQ(json[u"run"_s][u"seed"_s], u"18446744073709551615"_s);
    EXPECT_EQ(json[u"verdict"_s][u"outcome"_s], u"fail"_s);
    EXPECT_EQ(json[u"figures"_s][u"requests"_s], 2);
    EXPECT_NEAR(json[u"requests"_s][0][u"response"_s][u"p99"_s].toDouble(), 3, 0.03);
    EXPECT_EQ(json[u"errors"_s][0][u"code"_s], u"timeout"_s);
    EXPECT_EQ(json[u"errors"_s][0][u"firstSecond"_s], 1);
}

TEST(ModelJson, WhatWasNotMeasuredIsAbsent) {
    const QJsonArray seconds = parsed(twoSeconds())[u"seconds"_s].toArray();
    ASSERT_EQ(seconds.size(), 2);
    EXPECT_TRUE(seconds[0][u"p99"_s].isDouble());
    EXPECT_EQ(seconds[0][u"vus"_s], 4);
    EXPECT_TRUE(seconds[1][u"p99"_s].isUndefined());
    EXPECT_EQ(seconds[1][u"failed"_s], 1);
}

TEST(ModelJson, HasWhatHappenedAndTheCurvesOfProcessesAndFailures) {
    ReportModel model = twoSeconds();
    model.processes = {{.name = "jts-sim", .moments = {{.cpu = 0.5F, .memory = 3e6F}, {}}}};
    model.marks = {{{2s, "pause", ""}, MarkKind::Pause, 1s}, {{3s, "note", "deployed"}, MarkKind::Note}};
    const QJsonObject json = parsed(model);
    EXPECT_EQ(json[u"processes"_s][0][u"cpu"_s], (QJsonArray{0.5, QJsonValue()}));
    EXPECT_TRUE(json[u"processes"_s][0][u"threads"_s].isUndefined());
    EXPECT_EQ(json[u"failures"_s][0][u"code"_s], u"timeout"_s);
    EXPECT_EQ(json[u"failures"_s][0][u"failed"_s], (QJsonArray{0, 1}));
    EXPECT_EQ(json[u"marks"_s][0], (QJsonObject{{u"at"_s, 2}, {u"kind"_s, u"pause"_s}, {u"length"_s, 1}}));
    EXPECT_EQ(json[u"marks"_s][1][u"text"_s], u"deployed"_s);
}

TEST(ModelJson, AnEmptyRunAndBrokenTextAreStillJson) {
    EXPECT_TRUE(parsed({})[u"requests"_s].toArray().isEmpty());
    ReportModel model;
    model.run.planName = "\"\\ \xff \x01";
    EXPECT_EQ(parsed(model)[u"run"_s][u"plan"_s], u"\"\\ \ufffd \u0001"_s);
}

} // namespace bw::report
