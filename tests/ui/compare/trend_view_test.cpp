#include "ui/charts/run_chart.h"
#include "ui/compare/trend_table.h"
#include "ui/compare/trend_view.h"
#include "ui/widgets/data_table.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace bw::compare {
namespace {

report::TrendRow rowOf(const char* name, analysis::Trend trend, std::vector<std::optional<double>> values) {
    report::TrendRow row;
    row.subject = {"http_req_duration", name};
    row.statistic = analysis::Statistic::P95;
    row.values = std::move(values);
    row.trend = trend;
    row.baseline = 10;
    return row;
}

std::shared_ptr<report::TrendModel> modelOf() {
    auto model = std::make_shared<report::TrendModel>();
    model->planName = "orders";
    for (const std::int64_t id : {4, 7, 9}) {
        history::RunSummary run;
        run.id = {id};
        run.build = "build " + std::to_string(id);
        model->runs.push_back(run);
    }
    model->rows = {rowOf("cancel", analysis::Trend::Stable, {9, 9.5, 9}),
                   rowOf("place", analysis::Trend::Degrading, {10, std::nullopt, 14})};
    return model;
}

class TrendViewTest : public testing::Test {
protected:
    void SetUp() override {
        m_view.resize(1200, 700);
        m_view.show();
        m_view.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_view));
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    TrendView m_view{m_settings};
};

TEST_F(TrendViewTest, WhatDegradesStandsFirstAndIsDrawn) {
    m_view.setModel(modelOf());
    const QAbstractItemModel& table = *m_view.table().model();
    ASSERT_EQ(table.rowCount(), 2);
    EXPECT_EQ(table.index(0, TrendTable::Subject).data().toString(), QStringLiteral("place"));
    EXPECT_EQ(table.index(0, TrendTable::Way).data().toString(), QStringLiteral("degrading"));
    EXPECT_TRUE(m_view.chart().accessibleName().startsWith(QStringLiteral("place, P95")));
    m_view.table().setFocus();
    QTest::keyClick(&m_view.table(), Qt::Key_Down);
    EXPECT_TRUE(m_view.chart().accessibleName().startsWith(QStringLiteral("cancel, P95")));
}

TEST_F(TrendViewTest, ARunIsOpenedFromTheChart) {
    m_view.setModel(modelOf());
    std::int64_t opened = 0;
    QObject::connect(&m_view, &TrendView::openRequested, [&](history::RunId run) { opened = run.value; });
    QTest::keyClick(&m_view.chart(), Qt::Key_Left);
    QTest::keyClick(&m_view.chart(), Qt::Key_Return);
    EXPECT_EQ(opened, 9);
}

TEST_F(TrendViewTest, NoRunsAreNoTrouble) {
    m_view.setModel(std::make_shared<report::TrendModel>());
    EXPECT_EQ(m_view.table().model()->rowCount(), 0);
    m_view.grab();
}

TEST(TrendTableTest, IsOneForViews) {
    TrendTable model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows(modelOf()->rows);
    model.setRows({});
}

} // namespace
} // namespace bw::compare
