#include "tests/ui/live/sample_picture.h"
#include "ui/charts/gauge.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/time_chart.h"
#include "ui/live/about_pane.h"
#include "ui/live/baseline_pane.h"
#include "ui/live/example_pane.h"
#include "ui/live/figure_tile.h"
#include "ui/live/plan_pane.h"
#include "ui/live/run_view.h"
#include "ui/live/verdict_strip.h"
#include "ui/live/window_bar.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

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
    EXPECT_EQ(shown, 5) << "a check failed";
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
    EXPECT_TRUE(m_view.findChild<ExamplePane*>()->findChild<QPlainTextEdit*>()->toPlainText().contains(
        QStringLiteral("GET /orders HTTP/1.1")));
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

class AStoredRunView : public ARunView {
protected:
    AStoredRunView() {
        QObject::connect(&m_view, &RunView::windowRequested,
                         [this](history::RunId run, history::Window window) {
                             EXPECT_EQ(run.value, 12);
                             m_asked.push_back(window);
                         });
        bridge::RunPicture picture = samplePicture();
        picture.model.run.id = "12";
        picture.model.planText = "{\n  \"name\": \"sample\",\n  \"vus\": 5\n}\n";
        show(picture);
    }

    [[nodiscard]] QTabWidget* tabs() const { return m_view.findChild<QTabWidget*>(); }
    [[nodiscard]] int tab(const QString& title) const {
        for (int i = 0; i < tabs()->count(); ++i) {
            if (tabs()->tabText(i).startsWith(title) && tabs()->isTabVisible(i)) {
                return i;
            }
        }
        return -1;
    }
    void drag(double from, double to) {
        QCoreApplication::processEvents(); // lays out
        auto* plot = m_view.findChildren<charts::TimeChart*>().front()->plot();
        const auto at = [plot](double second) {
            return QPoint(static_cast<int>(plot->geometryOfPlot().xOf(second)), 40);
        };
        QTest::mousePress(plot->viewport(), Qt::LeftButton, {}, at(from));
        QTest::mouseRelease(plot->viewport(), Qt::LeftButton, {}, at(to));
    }
    static bridge::WindowPicturePtr window(history::Window of, double p99) {
        auto picture = std::make_shared<bridge::WindowPicture>();
        picture->run = history::RunId{12};
        picture->window = of;
        picture->model = samplePicture().model;
        picture->model.requests.resize(1);
        picture->model.figures.latency.response = {1, 2, p99};
        picture->model.errors = {{"order_placement", "timeout", "0", 1, of.begin, of.end - 1}};
        picture->times = {{"", 1000, {{0, 1}, {0.9, p99}}, {1, 1, 2, 2, p99, p99, p99}, 9}};
        return picture;
    }
    [[nodiscard]] QString rowsOf(const QString& title) const {
        return tabs()->widget(tab(title))->findChild<widgets::DataTable*>()->asTabSeparated();
    }

    std::vector<history::Window> m_asked;
};

TEST_F(AStoredRunView, APartThatIsSelectedHasItsOwnFigures) {
    ASSERT_EQ(m_asked.size(), 1u);
    EXPECT_EQ(m_asked[0].begin, 0);
    EXPECT_EQ(m_asked[0].end, history::Window().end) << "the whole, for its distribution";
    m_view.setWindow(window({0, 10}, 3));
    drag(2.1, 5.9);
    ASSERT_EQ(m_asked.size(), 2u);
    EXPECT_EQ(m_asked[1].begin, 2);
    EXPECT_EQ(m_asked[1].end, 6);
    m_view.setWindow(window({2, 6}, 7.25));

    auto* bar = m_view.findChild<WindowBar*>();
    ASSERT_TRUE(bar->isVisible());
    QString said;
    for (const auto* label : bar->findChildren<QLabel*>()) {
        said += label->text();
    }
    EXPECT_TRUE(said.contains(QStringLiteral("7.25"))) << said.toStdString();
    EXPECT_EQ(tab(QStringLiteral("Requests (1)")), tab(QStringLiteral("Requests")));
    EXPECT_TRUE(rowsOf(QStringLiteral("Distribution")).contains(QStringLiteral("7.25")));
    EXPECT_TRUE(rowsOf(QStringLiteral("Distribution")).contains(QStringLiteral("Selected part")));

    const auto press = [bar](const char* words) {
        for (QToolButton* button : bar->findChildren<QToolButton*>()) {
            if (button->text() == QLatin1String(words)) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
    };
    auto* plot = m_view.findChildren<charts::TimeChart*>().front()->plot();
    press("Look closer");
    EXPECT_NEAR(plot->geometryOfPlot().time.begin, 2, 1);
    EXPECT_NEAR(plot->geometryOfPlot().time.end, 7, 1) << "at least five seconds";
    press("Whole run");
    EXPECT_FALSE(bar->isVisible());
    EXPECT_EQ(tab(QStringLiteral("Requests (2)")), tab(QStringLiteral("Requests")));
    EXPECT_FALSE(rowsOf(QStringLiteral("Distribution")).contains(QStringLiteral("7.25")));
}

TEST_F(AStoredRunView, WhatWasAskedForOfAnotherRunOrPartIsNotTaken) {
    drag(2.1, 5.9);
    auto other = std::make_shared<bridge::WindowPicture>(*window({2, 6}, 7.25));
    other->run = history::RunId{11};
    m_view.setWindow(other);
    EXPECT_EQ(tab(QStringLiteral("Requests (2)")), tab(QStringLiteral("Requests")));
}

TEST_F(AStoredRunView, TheDistributionWaitsForTheEnd) {
    EXPECT_GE(tab(QStringLiteral("Distribution")), 0);
    bridge::RunPicture going = samplePicture();
    going.isLive = true;
    show(going);
    EXPECT_EQ(tab(QStringLiteral("Distribution")), -1);
}

TEST_F(AStoredRunView, ARunThatIsNotKeptHasNothingToSelect) {
    show(samplePicture());
    drag(2, 6);
    EXPECT_EQ(m_asked.size(), 1u);
    EXPECT_FALSE(m_view.findChild<WindowBar*>()->isVisible());
}

TEST_F(AStoredRunView, SaysWhatMovedBeyondItsTolerance) {
    EXPECT_EQ(tab(QStringLiteral("Baseline")), -1) << "nothing is known of one yet";
    auto model = std::make_shared<report::RegressionModel>();
    model->baseline.run = history::RunId{3};
    analysis::Regression regression;
    regression.row.subject = {"http_req_duration", "order_placement"};
    regression.row.statistic = analysis::Statistic::P95;
    regression.row.before = 10;
    regression.row.after = 14;
    regression.row.effect = 0.4;
    regression.deviation = 0.4;
    regression.tolerance = 0.1;
    regression.severity = analysis::Severity::Critical;
    regression.isSure = true;
    model->regressions = {regression};
    history::RunSummary before;
    before.id = history::RunId{3};
    model->comparison.before = {before};
    before.id = history::RunId{12};
    model->comparison.after = {before};
    m_view.setRegression(history::RunId{11}, model);
    EXPECT_EQ(tab(QStringLiteral("Baseline")), -1) << "of another run";
    m_view.setRegression(history::RunId{12}, model);
    ASSERT_EQ(tab(QStringLiteral("Baseline (1)")), tab(QStringLiteral("Baseline")));
    const QString rows = rowsOf(QStringLiteral("Baseline"));
    EXPECT_TRUE(rows.contains(QStringLiteral("critical"))) << rows.toStdString();
    EXPECT_TRUE(rows.contains(QStringLiteral("order_placement")));

    QSignalSpy compared(&m_view, &RunView::compareRequested);
    tabs()->setCurrentIndex(tab(QStringLiteral("Baseline")));
    QTest::mouseClick(m_view.findChild<BaselinePane*>()->findChild<QToolButton*>(), Qt::LeftButton);
    ASSERT_EQ(compared.size(), 1);
    EXPECT_EQ(compared[0][0].value<std::vector<history::RunId>>(), std::vector{history::RunId{3}});
}

TEST_F(AStoredRunView, SaysWhatMadeTheLoad) {
    bridge::RunPicture picture = samplePicture();
    picture.model.run.surroundings.host = "bench-7";
    picture.model.run.surroundings.memory = 16'000'000'000;
    show(picture);
    tabs()->setCurrentIndex(tab(QStringLiteral("About")));
    QString said;
    for (const auto* label : m_view.findChild<AboutPane*>()->findChildren<QLabel*>()) {
        said += label->text() + u'\n';
    }
    EXPECT_TRUE(said.contains(QStringLiteral("bench-7")));
    EXPECT_TRUE(said.contains(QStringLiteral("GB"))) << said.toStdString();
}

TEST_F(AStoredRunView, ShowsThePlanAndWhatChangedInItSince) {
    ASSERT_GE(tab(QStringLiteral("Plan")), 0);
    tabs()->setCurrentIndex(tab(QStringLiteral("Plan")));
    auto* pane = m_view.findChild<PlanPane*>();
    auto* text = pane->findChild<QPlainTextEdit*>();
    auto* changes = pane->findChild<QToolButton*>();
    EXPECT_TRUE(text->toPlainText().contains(QStringLiteral("\"vus\": 5")));
    EXPECT_FALSE(changes->isEnabled()) << "no plan is open";
    m_view.setPlanOfToday("sample", "{\n  \"name\": \"sample\",\n  \"vus\": 9\n}\n");
    QTest::mouseClick(changes, Qt::LeftButton);
    EXPECT_TRUE(text->toPlainText().contains(QStringLiteral("−   \"vus\": 5")));
    EXPECT_TRUE(text->toPlainText().contains(QStringLiteral("+   \"vus\": 9")));
    QTest::mouseClick(changes, Qt::LeftButton);
    EXPECT_FALSE(text->toPlainText().contains(QStringLiteral("9")));
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

TEST_F(ARunView, ANoteOnARunThatIsOverCanBeTakenBack) {
    bridge::RunPicture picture = samplePicture();
    picture.model.run.id = "7";
    const history::MarkRecord note{std::chrono::milliseconds(4'300), "note", "fix & <go>"};
    picture.model.marks = {{note, report::MarkKind::Note}};
    show(picture);
    history::MarkRecord removed;
    QObject::connect(&m_view, &RunView::keptNoteRemoved,
                     [&](history::RunId run, const history::MarkRecord& mark) {
                         EXPECT_EQ(run.value, 7);
                         removed = mark;
                     });
    auto* chart = m_view.findChildren<charts::TimeChart*>().front();
    chart->flush();
    const auto menuAt = [&](double second) {
        const auto& geometry = chart->plot()->geometryOfPlot();
        const QPoint place(static_cast<int>(geometry.xOf(second)),
                           static_cast<int>(geometry.area.center().y()));
        const QPoint at = chart->plot()->mapToGlobal(place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, chart->mapFromGlobal(at), at);
        QApplication::sendEvent(chart, &event);
        return QApplication::activePopupWidget();
    };
    QWidget* menu = menuAt(8);
    ASSERT_NE(menu, nullptr);
    EXPECT_FALSE(menu->actions().at(1)->text().contains(QStringLiteral("fix")));
    menu->close();
    menu = menuAt(4.3);
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->actions().at(1)->text().contains(QStringLiteral("“fix && <go>”")));
    menu->actions().at(1)->trigger();
    menu->close();
    EXPECT_EQ(removed, note);
    EXPECT_TRUE(m_view.picture()->model.marks.empty());
}

} // namespace
} // namespace bw::live
