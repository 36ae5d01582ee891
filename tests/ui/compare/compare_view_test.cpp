#include "ui/charts/plot_view.h"
#include "ui/charts/spectrum_chart.h"
#include "ui/charts/time_chart.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/conclusion_strip.h"
#include "ui/compare/difference_model.h"
#include "ui/widgets/data_table.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace bw::compare {
namespace {

using analysis::ComparedRow;
using analysis::Finding;
using analysis::Statistic;

ComparedRow rowOf(const char* name, Statistic statistic, Finding finding, double effect) {
    ComparedRow row;
    row.subject = {"http_req_duration", name};
    row.statistic = statistic;
    row.finding = finding;
    row.before = 10;
    row.after = 10 * (1 + effect);
    row.effect = effect;
    row.low = effect - 0.02;
    row.high = effect + 0.02;
    return row;
}

bridge::RunPreviewPtr curveOf(std::int64_t run, double p95) {
    auto preview = std::make_shared<bridge::RunPreview>();
    preview->run = {run};
    for (int second = 0; second < 20; ++second) {
        preview->points.push_back({double(second), 100, p95});
    }
    return preview;
}

history::RunSummary summaryOf(std::int64_t id, const char* build) {
    history::RunSummary run;
    run.id = {id};
    run.planName = "orders";
    run.build = build;
    run.started = {1'760'000'000'000'000'000};
    return run;
}

std::shared_ptr<bridge::ComparisonPicture> pictureOf() {
    auto picture = std::make_shared<bridge::ComparisonPicture>();
    picture->model.before = {summaryOf(3, "one")};
    picture->model.after = {summaryOf(4, "two")};
    picture->model.comparison.knowsRunToRun = true;
    picture->model.comparison.rows = {rowOf("place", Statistic::P50, Finding::NoDifference, 0.001),
                                      rowOf("place", Statistic::P95, Finding::Worse, 0.2),
                                      rowOf("cancel", Statistic::P95, Finding::Better, -0.3)};
    picture->before = {curveOf(3, 10)};
    picture->after = {curveOf(4, 12)};
    picture->spectra = {{{"http_req_duration", "cancel"}, {{0, 1}, {0.9, 9}}, {{0, 1}, {0.9, 7}}},
                        {{"http_req_duration", "place"}, {{0, 2}, {0.99, 20}}, {{0, 2}, {0.99, 24}}}};
    return picture;
}

class CompareViewTest : public testing::Test {
protected:
    void SetUp() override {
        m_view.resize(1280, 800);
        m_view.show();
        m_view.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_view));
    }
    charts::SpectrumChart& spectrum() { return *m_view.findChild<charts::SpectrumChart*>(); }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    CompareView m_view{m_settings};
};

TEST_F(CompareViewTest, TheSentenceIsFirstAndWhatGotWorseStandsOnTop) {
    m_view.setPicture(pictureOf());
    EXPECT_TRUE(m_view.strip().sentence().startsWith(QStringLiteral("place got 20")))
        << m_view.strip().sentence().toStdString();
    const QAbstractItemModel& table = *m_view.table().model();
    ASSERT_EQ(table.rowCount(), 3);
    EXPECT_EQ(table.index(0, DifferenceModel::Finding).data().toString(), QStringLiteral("worse"));
    EXPECT_EQ(table.index(0, DifferenceModel::Subject).data().toString(), QStringLiteral("place"));
    EXPECT_EQ(table.index(1, DifferenceModel::Finding).data().toString(), QStringLiteral("better"));
    EXPECT_EQ(table.index(2, DifferenceModel::Finding).data().toString(),
              QStringLiteral("no difference shown"));
}

TEST_F(CompareViewTest, TheModelIsOneForViews) {
    DifferenceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows(pictureOf()->model.comparison.rows);
    model.setRows({});
}

TEST_F(CompareViewTest, TheSpectrumIsOfTheRowThatIsChosen) {
    m_view.setPicture(pictureOf());
    EXPECT_TRUE(spectrum().accessibleName().contains(QStringLiteral("place")));
    m_view.table().setFocus();
    QTest::keyClick(&m_view.table(), Qt::Key_Down);
    EXPECT_TRUE(spectrum().accessibleName().contains(QStringLiteral("cancel")));
    EXPECT_TRUE(spectrum().accessibleDescription().contains(QStringLiteral("B 50")))
        << spectrum().accessibleDescription().toStdString();
}

TEST_F(CompareViewTest, BothSidesAreDrawnOverTheirTime) {
    m_view.setPicture(pictureOf());
    for (auto* chart : m_view.findChildren<charts::TimeChart*>()) {
        chart->flush();
        ASSERT_EQ(chart->plot()->data().curves.size(), 2u);
        EXPECT_EQ(chart->plot()->data().curves[0].name, QStringLiteral("A"));
        EXPECT_EQ(chart->plot()->data().curves[1].name, QStringLiteral("B"));
    }
}

TEST_F(CompareViewTest, TheSidesChangePlaces) {
    m_view.setPicture(pictureOf());
    std::vector<history::RunId> before;
    QObject::connect(&m_view, &CompareView::compareRequested,
                     [&](const std::vector<history::RunId>& wanted) { before = wanted; });
    for (auto* button : m_view.findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Swap A and B")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    EXPECT_EQ(before, std::vector{history::RunId{4}});
}

TEST_F(CompareViewTest, WhatSpeaksAgainstItIsSaid) {
    auto picture = pictureOf();
    picture->model.obstacles = {{report::ObstacleKind::OtherLoad, {4}},
                                {report::ObstacleKind::GeneratorLimited, {4}}};
    m_view.setPicture(picture);
    EXPECT_TRUE(m_view.strip().sentence().contains(QStringLiteral("no fair comparison")));
}

TEST_F(CompareViewTest, NothingMeasuredIsSaid) {
    auto picture = std::make_shared<bridge::ComparisonPicture>();
    picture->model.before = {summaryOf(1, "")};
    picture->model.after = {summaryOf(2, "")};
    m_view.setPicture(picture);
    EXPECT_EQ(m_view.table().model()->rowCount(), 0);
    EXPECT_EQ(spectrum().accessibleDescription(), QStringLiteral("no samples"));
    m_view.grab();
}

} // namespace
} // namespace bw::compare
