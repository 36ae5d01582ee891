#include "tests/ui/live/sample_picture.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/readings.h"
#include "ui/charts/time_chart.h"
#include "ui/live/chart_grid.h"
#include "ui/live/chart_menu.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace bw::live {
namespace {

// The sample with all that a run may have beside it.
bridge::RunPicture fullPicture() {
    bridge::RunPicture picture = samplePicture();
    report::ReportModel& model = picture.model;
    report::Column<report::SecondRow> rows;
    for (report::SecondRow row : model.seconds) {
        row.service = report::Percentiles{0.5, 1, 1.5};
        row.checksPassed = 100;
        row.bytesReceived = 2e6;
        rows.push_back(row);
    }
    model.seconds = std::move(rows);
    model.figures.bytesReceived = 2e7;
    report::RequestMoment moment;
    moment.requests = 40;
    moment.failed = 1;
    moment.response = report::CompactPercentiles({4, 5, 6});
    moment.service = report::CompactPercentiles({2, 2.5, 3});
    model.requests[1].curve = report::Column<report::RequestMoment>(10, moment);
    model.processes = {{"jts-sim", report::Column<report::ProcessMoment>(4, {})}};
    report::ProcessMoment use;
    use.cpu = 0.25F;
    use.memory = 50e6F;
    use.threads = 12;
    for (int second = 4; second < 10; ++second) {
        model.processes[0].moments.push_back(use);
    }
    model.failures = {{{"timeout", ""}, report::Column<report::FailureMoment>(10, {2})},
                      {{"", "503"}, report::Column<report::FailureMoment>(10, {1})},
                      {{}, report::Column<report::FailureMoment>(10, {3})}};
    return picture;
}

class AChartGrid : public testing::Test {
protected:
    AChartGrid() {
        m_grid.resize(1300, 700);
        m_grid.show();
    }

    void show(const bridge::RunPicture& picture) {
        m_grid.setPicture(std::make_shared<const bridge::RunPicture>(picture));
    }

    // The chart whose title begins so; nullptr when it is not shown.
    [[nodiscard]] charts::TimeChart* chart(const char* title) const {
        for (auto* found : m_grid.findChildren<charts::TimeChart*>()) {
            if (found->accessibleName().startsWith(QLatin1String(title)) && found->isVisibleTo(&m_grid)) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QStringList titles() const {
        QStringList all;
        for (auto* found : m_grid.findChildren<charts::TimeChart*>()) {
            if (found->isVisibleTo(&m_grid)) {
                all.append(found->accessibleName());
            }
        }
        return all;
    }
    [[nodiscard]] static std::optional<double> value(charts::TimeChart* of, const char* name, double second) {
        for (const charts::Curve& curve : of->plot()->data().curves) {
            if (curve.name == QLatin1String(name)) {
                return charts::valueAt(curve, second);
            }
        }
        ADD_FAILURE() << "no curve " << name;
        return std::nullopt;
    }
    [[nodiscard]] static QStringList curves(charts::TimeChart* of) {
        QStringList names;
        for (const charts::Curve& curve : of->plot()->data().curves) {
            names.append(curve.name);
        }
        return names;
    }
    void press(const char* words) {
        for (auto* button : m_grid.findChildren<QToolButton*>()) {
            if (button->text() == QLatin1String(words) && button->isVisibleTo(&m_grid)) {
                return button->click();
            }
        }
        ADD_FAILURE() << "no button " << words;
    }
    [[nodiscard]] QAction* action(const char* words) const {
        for (auto* found : m_grid.findChildren<QAction*>()) {
            if (found->text() == QLatin1String(words)) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const char* words) const {
        for (const auto* label : m_grid.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&m_grid) && label->text().contains(QLatin1String(words))) {
                return true;
            }
        }
        return false;
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    ChartGrid m_grid{m_settings};
};

TEST_F(AChartGrid, HasNoChartForWhatTheRunHasNot) {
    bridge::RunPicture picture = samplePicture();
    picture.model.verdict.evaluation.checks[0].fails = 0;
    show(picture);
    EXPECT_EQ(titles(),
              (QStringList{QStringLiteral("Throughput, /s"), QStringLiteral("Response time, ms"),
                           QStringLiteral("Virtual users and iterations"), QStringLiteral("Generator")}));
    EXPECT_FALSE(action("Processes")->isEnabled());
    EXPECT_TRUE(action("Checks")->isEnabled());
}

TEST_F(AChartGrid, ShowsWhatWatchedProcessesUseAndAGapWhileTheyWereGone) {
    show(fullPicture());
    charts::TimeChart* process = chart("Process jts-sim");
    ASSERT_NE(process, nullptr);
    EXPECT_EQ(value(process, "CPU", 3), std::nullopt);
    EXPECT_EQ(value(process, "CPU", 4), 0.25);
    EXPECT_EQ(value(process, "Memory", 9), 50e6);
    EXPECT_TRUE(process->plot()->geometryOfPlot().right) << "bytes have an axis of their own";
    action("Threads and descriptors")->trigger();
    EXPECT_EQ(value(process, "Threads", 9), 12);
    EXPECT_FALSE(process->plot()->geometryOfPlot().right);
}

TEST_F(AChartGrid, SeveralProcessesHaveACurveEachInTheirOwnColour) {
    bridge::RunPicture picture = fullPicture();
    picture.model.processes.push_back(picture.model.processes[0]);
    picture.model.processes[1].name = ":5432";
    show(picture);
    charts::TimeChart* processes = chart("Processes");
    ASSERT_NE(processes, nullptr);
    const auto& shown = processes->plot()->data().curves;
    ASSERT_EQ(shown.size(), 4u);
    EXPECT_EQ(shown[0].name, QStringLiteral("jts-sim · CPU"));
    EXPECT_EQ(shown[3].name, QStringLiteral(":5432 · Memory"));
    EXPECT_EQ(shown[0].scenario, shown[1].scenario);
    EXPECT_NE(shown[0].scenario, shown[2].scenario);
    EXPECT_TRUE(shown[1].isDashed) << "memory beside the CPU of the same colour";
}

TEST_F(AChartGrid, ErrorsHaveACurveForEachKind) {
    show(fullPicture());
    charts::TimeChart* errors = chart("Errors by kind");
    ASSERT_NE(errors, nullptr);
    EXPECT_EQ(curves(errors), (QStringList{QStringLiteral("timed out"), QStringLiteral("status 503"),
                                           QStringLiteral("other kinds")}));
    EXPECT_EQ(value(errors, "status 503", 4), 1);
}

TEST_F(AChartGrid, ServiceTimesComeBesideResponseTimesWhenAskedFor) {
    show(fullPicture());
    charts::TimeChart* latency = chart("Response time");
    EXPECT_EQ(curves(latency).size(), 3);
    press("Service time");
    ASSERT_EQ(curves(latency).size(), 6);
    EXPECT_EQ(value(latency, "Service P95", 2), 1);
    EXPECT_TRUE(latency->plot()->data().curves[4].isDashed);
    EXPECT_TRUE(m_settings.value(QStringLiteral("live/serviceTime")).toBool());
}

TEST_F(AChartGrid, TheMenuSwitchesChartsAndRemembers) {
    show(fullPicture());
    EXPECT_EQ(chart("Data"), nullptr) << "not among the usual ones";
    action("Data")->trigger();
    ASSERT_NE(chart("Data"), nullptr);
    EXPECT_EQ(value(chart("Data"), "Received", 3), 2e6);
    action("Generator")->trigger();
    EXPECT_EQ(chart("Generator"), nullptr);

    ChartGrid next(m_settings);
    next.setPicture(std::make_shared<const bridge::RunPicture>(fullPicture()));
    QStringList shown;
    for (auto* found : next.findChildren<charts::TimeChart*>()) {
        if (found->isVisibleTo(&next)) {
            shown.append(found->accessibleName());
        }
    }
    EXPECT_TRUE(shown.contains(QStringLiteral("Data")));
    EXPECT_FALSE(shown.contains(QStringLiteral("Generator")));
    action("The usual ones")->trigger();
    EXPECT_EQ(chart("Data"), nullptr);
    EXPECT_NE(chart("Generator"), nullptr);
}

TEST_F(AChartGrid, ArrivalsAreShownAsWantedDroppedAndLate) {
    bridge::RunPicture picture = fullPicture();
    show(picture);
    EXPECT_FALSE(curves(chart("Virtual users")).contains(QStringLiteral("Wanted"))) << "a closed model";
    EXPECT_EQ(chart("How late"), nullptr);

    report::Column<report::SecondRow> rows;
    for (report::SecondRow row : picture.model.seconds) {
        row.arrivals = 50;
        row.dropped = 8;
        row.startDelay = report::Percentiles{1, 2, 30};
        rows.push_back(row);
    }
    picture.model.seconds = std::move(rows);
    picture.model.figures.dropped = 80;
    picture.model.generator.startDelay = {420, {1, 2, 3}, 4};
    show(picture);
    EXPECT_EQ(value(chart("Virtual users"), "Wanted", 4), 50);
    EXPECT_EQ(value(chart("Virtual users"), "Dropped", 4), 8);
    EXPECT_EQ(chart("How late"), nullptr) << "hardly any is late";
    picture.model.generator.startDelay.percentiles.p99 = 30;
    show(picture);
    ASSERT_NE(chart("How late"), nullptr);
    EXPECT_EQ(value(chart("How late"), "P99", 4), 30);
}

TEST_F(AChartGrid, FailedChecksAreShownWithoutBeingAskedFor) {
    bridge::RunPicture picture = fullPicture();
    EXPECT_GT(picture.model.verdict.evaluation.checks[0].fails, 0u);
    show(picture);
    EXPECT_NE(chart("Checks"), nullptr);
    picture.model.verdict.evaluation.checks[0].fails = 0;
    show(picture);
    EXPECT_EQ(chart("Checks"), nullptr);
}

TEST_F(AChartGrid, WithoutAnyChartSaysWhereTheyAre) {
    show(samplePicture());
    for (const char* name :
         {"Throughput", "Response time", "Virtual users and iterations", "Checks", "Generator"}) {
        action(name)->trigger();
    }
    EXPECT_TRUE(titles().isEmpty());
    EXPECT_TRUE(says("No chart is shown"));
}

TEST_F(AChartGrid, LooksAtOneRequestAlone) {
    bridge::RunPicture picture = fullPicture();
    picture.gauges.push_back(picture.gauges[0]);
    picture.gauges[1].subject = "name:login";
    picture.gauges[1].sinceStart.limit = 99;
    picture.model.heat.add(0, 10, metrics::Histogram());
    show(picture);
    EXPECT_TRUE(chart("Response time")->plot()->data().limits.empty()) << "two limits that differ";
    EXPECT_TRUE(chart("Response time")->plot()->data().heat);
    m_grid.narrowTo("order_placement");
    charts::TimeChart* throughput = chart("Throughput");
    EXPECT_EQ(throughput->accessibleName(), QStringLiteral("Throughput, /s · order_placement"));
    EXPECT_EQ(value(throughput, "Requests", 5), 40);
    EXPECT_EQ(value(throughput, "Failed", 5), 1);
    charts::TimeChart* latency = chart("Response time");
    EXPECT_EQ(value(latency, "P95", 5), 5);
    ASSERT_EQ(latency->plot()->data().limits.size(), 1u);
    EXPECT_EQ(latency->plot()->data().limits[0].value, 10);
    EXPECT_FALSE(latency->plot()->data().heat) << "there is none of a single request";
    EXPECT_TRUE(chart("Errors by kind")->accessibleName().endsWith(QStringLiteral("all requests")));

    QSignalSpy all(&m_grid, &ChartGrid::allRequested);
    press("order_placement");
    EXPECT_EQ(all.size(), 1);
    m_grid.narrowTo(std::nullopt);
    EXPECT_EQ(value(chart("Throughput"), "Requests", 5), 105);
    EXPECT_TRUE(says("All requests"));
}

TEST_F(AChartGrid, SaysWhyARequestCannotBeLookedAtAlone) {
    show(fullPicture());
    m_grid.narrowTo("login");
    EXPECT_TRUE(says("No curves of its own: only the first 24 requests"));
    EXPECT_EQ(value(chart("Throughput"), "Requests", 5), 105);
}

TEST_F(AChartGrid, ScrollsWhenTheChartsDoNotFit) {
    show(fullPicture());
    m_grid.resize(1300, 300);
    for (auto* found : m_grid.findChildren<charts::TimeChart*>()) {
        if (found->isVisibleTo(&m_grid)) {
            EXPECT_GE(found->height(), 100) << found->accessibleName().toStdString();
        }
    }
    m_grid.resize(600, 700);
    QCoreApplication::processEvents(); // lays out
    EXPECT_EQ(chart("Throughput")->x(), chart("Response time")->x()) << "narrow: one below the other";
}

TEST_F(AChartGrid, RowsThatAreInSightAreSoWhole) {
    bridge::RunPicture picture = fullPicture();
    for (int kind = 0; kind < 6; ++kind) { // a legend of several lines
        picture.model.failures.push_back(
            {{"", "50" + std::to_string(kind)}, picture.model.failures[0].moments});
    }
    show(picture);
    auto* scroll = m_grid.findChild<QScrollArea*>();
    for (const int height : {260, 300, 380, 500, 640}) {
        m_grid.resize(1300, height);
        QTest::qWait(0);
        const QRect seen = scroll->viewport()->rect();
        for (auto* shown : m_grid.findChildren<charts::TimeChart*>()) {
            const QRect place(shown->mapTo(scroll->viewport(), QPoint()), shown->size());
            const int cut = std::min(place.bottom(), seen.bottom()) - std::max(place.top(), seen.top()) + 1;
            const bool isPartlySeen = shown->isVisibleTo(&m_grid) && cut > 0 && cut < place.height();
            EXPECT_FALSE(isPartlySeen) << shown->accessibleName().toStdString() << " at " << height;
        }
    }
}

} // namespace
} // namespace bw::live
