#include "ui/charts/plot_view.h"
#include "ui/charts/time_chart.h"
#include "ui/charts/time_view.h"
#include "ui/live/chart_grid.h"

#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace bw::live {
namespace {

using charts::TimeSpan;

report::SecondRow rowOf(std::int64_t second, std::int64_t width) {
    report::SecondRow row;
    row.second = second;
    row.width = width;
    row.requests = width == 1 ? 20 : 10;
    row.latency = report::Percentiles{1, 2, 3};
    row.vus = row.vusMax = 5;
    return row;
}

// A day out of the history, in stretches of 16 s.
class ChartsOfADay : public testing::Test {
protected:
    ChartsOfADay()
        : m_settings(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
        , m_grid(m_settings)
        , m_view(m_grid.findChild<charts::TimeView*>()) {
        m_grid.resize(1200, 700);
        m_grid.show();
        auto picture = std::make_shared<bridge::RunPicture>();
        picture->model.run.id = "7";
        picture->model.run.duration = std::chrono::hours(24) + std::chrono::milliseconds(350);
        for (std::int64_t second = 0; second < 86'400; second += 16) {
            picture->model.seconds.push_back(rowOf(second, 16));
        }
        m_day = picture;
        QObject::connect(&m_grid, &ChartGrid::detailRequested,
                         [this](const bridge::RunPicturePtr& overview, history::Window window) {
                             EXPECT_EQ(overview, m_day);
                             m_asked.push_back(window);
                         });
        m_grid.setPicture(m_day);
    }

    // What the history answers to it.
    bridge::DetailedPicturePtr detailOf(history::Window window) const {
        auto made = std::make_shared<bridge::DetailedPicture>();
        auto picture = std::make_shared<bridge::RunPicture>(*m_day);
        picture->model.seconds.clear();
        for (std::int64_t second = window.begin; second < std::min<std::int64_t>(window.end, 86'400);
             ++second) {
            picture->model.seconds.push_back(rowOf(second, 1));
        }
        made->overview = m_day;
        made->picture = picture;
        made->window = window;
        return made;
    }

    // Whether all charts have every second of it.
    [[nodiscard]] bool isBySecond(const TimeSpan& span) const {
        for (auto* chart : m_grid.findChildren<charts::TimeChart*>()) {
            chart->flush();
            for (const charts::Curve& curve : chart->plot()->data().curves) {
                const auto points = charts::pointsAround(curve.points, span.begin, span.end);
                if (static_cast<double>(points.size()) < span.end - span.begin) {
                    return false;
                }
            }
        }
        return true;
    }

    QTemporaryDir m_folder;
    QSettings m_settings;
    ChartGrid m_grid;
    charts::TimeView* m_view;
    bridge::RunPicturePtr m_day;
    std::vector<history::Window> m_asked;
};

TEST_F(ChartsOfADay, AskForNothingWhileAllOfItIsShown) {
    EXPECT_TRUE(m_asked.empty());
    EXPECT_FALSE(isBySecond({1000, 1060}));
}

TEST_F(ChartsOfADay, HaveEverySecondOfAMinuteThatIsLookedAt) {
    m_view->show({1000, 1060});
    ASSERT_EQ(m_asked.size(), 1u);
    m_grid.setDetail(detailOf(m_asked[0]));
    EXPECT_TRUE(isBySecond({1000, 1060}));
    m_view->pan(10);
    m_view->zoom(1030, 0.5);
    EXPECT_EQ(m_asked.size(), 1u) << "it is there already";
    m_view->pan(70);
    EXPECT_EQ(m_asked.size(), 2u);
    EXPECT_TRUE(isBySecond({1085, 1110})) << "until the answer comes";
}

TEST_F(ChartsOfADay, HaveTheLastMinuteToo) {
    m_view->show({86'340.35, 86'400.35});
    ASSERT_EQ(m_asked.size(), 1u);
    m_grid.setDetail(detailOf(m_asked[0]));
    EXPECT_TRUE(isBySecond({86'341, 86'399}));
}

TEST_F(ChartsOfADay, AreTheOverviewAgainWhenAllIsShown) {
    m_view->show({1000, 1060});
    m_grid.setDetail(detailOf(m_asked.at(0)));
    m_view->showAll();
    EXPECT_FALSE(isBySecond({1000, 1060}));
    m_view->show({1000, 1060});
    EXPECT_EQ(m_asked.size(), 2u);
}

TEST_F(ChartsOfADay, IgnoreAnAnswerThatCameTooLate) {
    m_view->show({1000, 1060});
    m_view->show({5000, 5060});
    ASSERT_EQ(m_asked.size(), 2u);
    m_grid.setDetail(detailOf(m_asked[0]));
    EXPECT_FALSE(isBySecond({1000, 1060}));
    m_grid.setDetail(detailOf(m_asked[1]));
    EXPECT_TRUE(isBySecond({5000, 5060}));
    const bridge::DetailedPicturePtr ofTheRunBefore = detailOf(m_asked[1]);
    m_day = std::make_shared<bridge::RunPicture>(*m_day);
    m_grid.setPicture(m_day);
    EXPECT_FALSE(isBySecond({5000, 5060}));
    m_grid.setDetail(ofTheRunBefore);
    EXPECT_FALSE(isBySecond({5000, 5060}));
}

} // namespace
} // namespace bw::live
