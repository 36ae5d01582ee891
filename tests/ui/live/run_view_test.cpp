#include "tests/ui/live/sample_picture.h"
#include "ui/charts/gauge.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/time_chart.h"
#include "ui/live/figure_tile.h"
#include "ui/live/run_view.h"
#include "ui/live/verdict_strip.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace bw::live {
namespace {

class ARunView : public testing::Test {
protected:
    ARunView()
        : m_settings(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
        , m_view(m_settings) {
        m_view.resize(1200, 900);
        m_view.show();
    }

    [[nodiscard]] FigureTile* tile(const QString& label) const {
        for (auto* found : m_view.findChildren<FigureTile*>()) {
            if (found->accessibleName() == label) {
                return found;
            }
        }
        return nullptr;
    }

    void show(const bridge::RunPicture& picture) {
        m_view.setPicture(std::make_shared<const bridge::RunPicture>(picture));
    }

    QTemporaryDir m_folder;
    QSettings m_settings;
    RunView m_view;
};

TEST_F(ARunView, WithoutARunSaysWhatItIsForAndOffersOne) {
    QSignalSpy started(&m_view, &RunView::startRequested);
    auto* state = m_view.findChild<widgets::EmptyState*>();
    ASSERT_TRUE(state->isVisible());
    QTest::mouseClick(state->findChild<QPushButton*>(), Qt::LeftButton);
    EXPECT_EQ(started.size(), 1);
}

TEST_F(ARunView, AnswersWhetherItIsGood) {
    bridge::RunPicture picture = samplePicture();
    picture.isLive = true;
    show(picture);
    ASSERT_NE(tile(QStringLiteral("Verdict")), nullptr);
    EXPECT_EQ(tile(QStringLiteral("Verdict"))->value(), QStringLiteral("Good so far"));
    EXPECT_TRUE(tile(QStringLiteral("Errors"))->note().contains(QStringLiteral("1 failed")));
    EXPECT_TRUE(
        tile(QStringLiteral("P95 against its budget"))->note().startsWith(QStringLiteral("order_placement")));
    EXPECT_TRUE(tile(QStringLiteral("Requests"))->value().startsWith(QStringLiteral("109")));
}

TEST_F(ARunView, AStoredRunIsTheSameViewFrozen) {
    show(samplePicture());
    EXPECT_EQ(tile(QStringLiteral("Verdict"))->value(), QStringLiteral("Passed"));
    int shown = 0;
    for (auto* chart : m_view.findChildren<charts::TimeChart*>()) {
        if (chart->isVisibleTo(&m_view)) {
            ++shown;
            EXPECT_GT(chart->plot()->drawnPoints(), 0);
        }
    }
    EXPECT_EQ(shown, 4);
    EXPECT_EQ(m_view.findChildren<charts::Gauge*>().size(), 1);
}

TEST_F(ARunView, TellsTimeUsersAndScenariosTenTimesASecond) {
    bridge::RunMoment moment;
    moment.stage = bridge::RunStage::Load;
    moment.runTime = std::chrono::milliseconds(12'400);
    moment.planned = std::chrono::seconds(45);
    moment.scenarios.push_back(
        {QStringLiteral("traders"), QStringLiteral("ramping-vus"), 0.25, true, 4, 5, 0, 17, 0});
    m_view.setMoment(moment);
    EXPECT_TRUE(tile(QStringLiteral("Time"))->value().startsWith(QStringLiteral("12")));
    EXPECT_TRUE(tile(QStringLiteral("Time"))->note().contains(QStringLiteral("32")));
}

TEST_F(ARunView, AnErrorShowsItsExchange) {
    show(samplePicture());
    m_view.findChild<QTabWidget*>()->setCurrentIndex(3);
    for (auto* table : m_view.findChildren<widgets::DataTable*>()) {
        if (table->accessibleName() == QStringLiteral("Errors")) {
            table->selectSourceRow(0);
        }
    }
    EXPECT_TRUE(
        m_view.findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("GET /orders HTTP/1.1")));
}

TEST_F(ARunView, ARunThatOnlyListensHasNoWordOfRequests) {
    show(listeningPicture());
    EXPECT_TRUE(tile(QStringLiteral("Messages"))->value().startsWith(QStringLiteral("1.5")));
    EXPECT_EQ(tile(QStringLiteral("Messages lost"))->value(), QStringLiteral("7"));
    EXPECT_TRUE(tile(QStringLiteral("P95 of message latency"))->value().startsWith(QStringLiteral("400")));
    const auto* tabs = m_view.findChild<QTabWidget*>();
    EXPECT_FALSE(tabs->isTabVisible(0));
    EXPECT_TRUE(tabs->isTabVisible(1));
    EXPECT_EQ(tabs->currentIndex(), 1);
    int charts = 0;
    for (auto* chart : m_view.findChildren<charts::TimeChart*>()) {
        charts += chart->isVisibleTo(&m_view) ? 1 : 0;
    }
    EXPECT_EQ(charts, 4);
    show(samplePicture());
    EXPECT_TRUE(tabs->isTabVisible(0));
    EXPECT_FALSE(tabs->isTabVisible(1));
    EXPECT_NE(tile(QStringLiteral("Requests")), nullptr);
}

TEST_F(ARunView, ForgetsTheRunBefore) {
    show(samplePicture());
    m_view.begin();
    EXPECT_EQ(m_view.picture(), nullptr);
    EXPECT_EQ(tile(QStringLiteral("Verdict"))->value(), QStringLiteral("Not started"));
    for (auto* chart : m_view.findChildren<charts::TimeChart*>()) {
        EXPECT_EQ(chart->plot()->drawnPoints(), 0);
    }
}

} // namespace
} // namespace bw::live
