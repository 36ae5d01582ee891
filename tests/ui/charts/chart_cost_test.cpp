#include "ui/charts/cross_hair.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/time_chart.h"

#include <QElapsedTimer>
#include <QGridLayout>
#include <QTest>

#include <array>
#include <cmath>
#include <ctime>
#include <gtest/gtest.h>
#include <iostream>

// What charts cost: four of them with three curves over an hour, drawn twice a second as while a run goes on.
namespace bw::charts {
namespace {

constexpr int kSeconds = 3600;

ChartData hourOf(int phase) {
    static constexpr std::array kRoles{CurveRole::Percentile50, CurveRole::Percentile95,
                                       CurveRole::Percentile99};
    ChartData data;
    data.isGrowing = true;
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
        Curve curve;
        curve.name = QStringLiteral("P%1").arg(i);
        curve.role = kRoles[i];
        for (int second = 0; second < kSeconds; ++second) {
            const double noise = std::fmod(second * 7919.0 + phase, 101.0) / 40;
            curve.points.push_back({static_cast<double>(second), 4.0 * static_cast<double>(i + 1) + noise});
        }
        data.curves.push_back(std::move(curve));
    }
    data.limits = {{QStringLiteral("P95 budget"), 10}};
    return data;
}

double cpuSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

class FourCharts : public testing::Test {
protected:
    FourCharts() {
        auto* grid = new QGridLayout(&m_window);
        for (int i = 0; i < 4; ++i) {
            m_charts.push_back(new TimeChart(QStringLiteral("Response time, ms")));
            m_charts.back()->setCrossHair(&m_crossHair);
            grid->addWidget(m_charts.back(), i / 2, i % 2);
            m_charts.back()->setData(hourOf(i));
        }
        m_window.resize(1280, 720);
        m_window.show();
        settle();
    }

    // Until nothing is drawn any more.
    void settle() const {
        int before = -1;
        while (before != pictures()) {
            before = pictures();
            QTest::qWait(20);
        }
    }

    [[nodiscard]] int pictures() const {
        int all = 0;
        for (const TimeChart* chart : m_charts) {
            all += chart->plot()->pictures();
        }
        return all;
    }

    QWidget m_window;
    CrossHair m_crossHair;
    std::vector<TimeChart*> m_charts;
};

TEST_F(FourCharts, AreCheapToRedraw) {
    constexpr int kRounds = 10;
    double spent = 0;
    for (int round = 1; round <= kRounds; ++round) {
        std::vector<ChartData> data;
        for (int i = 0; i < 4; ++i) {
            data.push_back(hourOf(round * 4 + i));
        }
        const int before = pictures();
        const double begin = cpuSeconds();
        for (std::size_t i = 0; i < 4; ++i) {
            m_charts[i]->setData(std::move(data[i]));
            m_charts[i]->flush();
        }
        ASSERT_TRUE(QTest::qWaitFor([&] { return pictures() >= before + 4; }, 5000));
        QCoreApplication::processEvents();
        spent += cpuSeconds() - begin;
    }
    const double perRedraw = spent / kRounds;
    std::cout << "redraw of four charts: " << perRedraw * 1e3 << " ms; at 2 Hz " << perRedraw * 2 * 100
              << " % of a core\n";
    RecordProperty("ms_per_redraw", std::to_string(perRedraw * 1e3));
    // Loose: other programs and sanitizers slow this down, a lost thinning costs far more.
    EXPECT_LT(perRedraw, 1.0);
}

TEST_F(FourCharts, DoNotDrawTheirCurvesAgainForTheCrossHair) {
    const int before = pictures();
    const double begin = cpuSeconds();
    constexpr int kMoves = 100;
    for (int move = 0; move < kMoves; ++move) {
        m_crossHair.moveTo(move * 30.0, m_charts[0]->plot());
        m_window.grab();
    }
    std::cout << "a move of the cross-hair through four charts: " << (cpuSeconds() - begin) / kMoves * 1e3
              << " ms\n";
    EXPECT_EQ(pictures(), before);
}

} // namespace
} // namespace bw::charts
