#include "ui/charts/chart_legend.h"
#include "ui/charts/cross_hair.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/readings.h"
#include "ui/charts/time_chart.h"
#include "ui/charts/time_selection.h"
#include "ui/charts/time_view.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>
#include <gtest/gtest.h>

namespace bw::charts {
namespace {

Curve waves(const QString& name, int seconds) {
    Curve curve{.name = name, .role = CurveRole::Percentile95, .points = {}, .isFilled = false};
    for (int second = 0; second < seconds; ++second) {
        curve.points.push_back({static_cast<double>(second), 5 + std::sin(second / 7.0)});
    }
    return curve;
}

ChartData dataOf(int seconds) {
    return {.curves = {waves(QStringLiteral("P95"), seconds)},
            .limits = {},
            .moments = {},
            .seconds = 0,
            .isGrowing = false};
}

class AChart : public testing::Test {
protected:
    AChart() {
        m_chart.setCrossHair(&m_crossHair);
        m_chart.resize(600, 240);
        m_chart.show();
    }

    // Until what Qt Charts lays out later is drawn.
    void settle() {
        int before = -1;
        while (before != m_chart.plot()->pictures()) {
            before = m_chart.plot()->pictures();
            QTest::qWait(10);
            m_chart.grab();
        }
    }

    CrossHair m_crossHair;
    TimeChart m_chart{QStringLiteral("Response time, ms")};
};

TEST_F(AChart, DrawsFewPointsAPixelColumnHoweverLongTheRun) {
    m_chart.setData(dataOf(86'400));
    EXPECT_GT(m_chart.plot()->drawnPoints(), 500);
    EXPECT_LE(m_chart.plot()->drawnPoints(), 4 * 600);
}

TEST_F(AChart, KeepsThePeakOfADay) {
    ChartData data = dataOf(86'400);
    data.curves[0].points[12'345].y = 999;
    m_chart.setData(data);
    EXPECT_EQ(valueAt(m_chart.plot()->data().curves[0], 12'345), 999);
}

TEST_F(AChart, DrawsTheFirstDataAtOnceAndTheRestCoalesced) {
    m_chart.setData(dataOf(10));
    const qsizetype first = m_chart.plot()->drawnPoints();
    EXPECT_GT(first, 0);
    for (int seconds = 11; seconds < 50; ++seconds) {
        m_chart.setData(dataOf(seconds));
    }
    EXPECT_EQ(m_chart.plot()->drawnPoints(), first);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_chart.plot()->drawnPoints() > first; }, 5000));
    EXPECT_EQ(m_chart.plot()->drawnPoints(), 49);
}

TEST_F(AChart, ThePointerMovesTheSharedCrossHairToASecondThatHasData) {
    m_chart.setData(dataOf(100));
    QTest::mouseMove(m_chart.plot()->viewport(), QPoint(300, 80));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_crossHair.second().has_value(); }, 5000));
    EXPECT_EQ(*m_crossHair.second(), std::floor(*m_crossHair.second()));
    EXPECT_NEAR(*m_crossHair.second(), 47, 2);
}

TEST_F(AChart, TheCrossHairWalksByKeyboard) {
    m_chart.setData(dataOf(100));
    QTest::keyClick(m_chart.plot(), Qt::Key_Right);
    EXPECT_EQ(m_crossHair.second(), 0);
    QTest::keyClick(m_chart.plot(), Qt::Key_Right);
    QTest::keyClick(m_chart.plot(), Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(m_crossHair.second(), 11);
    QTest::keyClick(m_chart.plot(), Qt::Key_Left);
    EXPECT_EQ(m_crossHair.second(), 10);
    QTest::keyClick(m_chart.plot(), Qt::Key_Escape);
    EXPECT_FALSE(m_crossHair.second().has_value());
}

TEST_F(AChart, TheLegendShowsTheValueUnderTheCrossHairAndHidesCurves) {
    m_chart.setTexts([](double v) { return QString::number(v); },
                     [](double v) { return QString::number(v, 'f', 1); });
    m_chart.setData(dataOf(100));
    m_crossHair.moveTo(0);
    auto* entry = m_chart.findChild<ChartLegend*>()->findChild<QToolButton*>();
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(entry->text(), QStringLiteral("P95 5.0"));
    QTest::keyClick(entry, Qt::Key_Space);
    EXPECT_EQ(m_chart.plot()->drawnPoints(), 0);
    QTest::mouseClick(entry, Qt::LeftButton);
    EXPECT_EQ(m_chart.plot()->drawnPoints(), 100);
}

TEST_F(AChart, OnlyTheChartThatMovedTheCrossHairShowsTheBox) {
    m_chart.setData(dataOf(100));
    TimeChart other(QStringLiteral("Throughput, /s"));
    other.setCrossHair(&m_crossHair);
    other.setData(dataOf(100));
    QTest::mouseMove(m_chart.plot()->viewport(), QPoint(200, 90));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_crossHair.second().has_value(); }, 5000));
    EXPECT_TRUE(m_crossHair.wasMovedBy(m_chart.plot()));
    EXPECT_FALSE(m_crossHair.wasMovedBy(other.plot()));
    m_crossHair.moveTo(3);
    EXPECT_FALSE(m_crossHair.wasMovedBy(m_chart.plot()));
}

TEST_F(AChart, GoesElsewhereAsATableAPictureOrVectors) {
    m_chart.setData(dataOf(3));
    settle();
    m_chart.copyCsv();
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("second,P95\n0,5\n1,")));
    m_chart.copyPicture();
    EXPECT_EQ(QApplication::clipboard()->pixmap().size(), m_chart.grab().size());
    const QString svg = QString::fromUtf8(m_chart.svg());
    EXPECT_TRUE(svg.contains(QStringLiteral("<title>Response time, ms</title>")));
    EXPECT_TRUE(svg.contains(QStringLiteral("<polyline")) || svg.contains(QStringLiteral("<path")));
    EXPECT_FALSE(svg.contains(QStringLiteral("<image"))) << "vectors, not pixels";
}

class ASelectableChart : public AChart {
protected:
    ASelectableChart() {
        m_chart.setSelection(&m_selection);
        ChartData data = dataOf(100);
        data.seconds = 100;
        m_chart.setData(data);
        QObject::connect(&m_selection, &TimeSelection::selected, [this] { ++m_selected; });
    }

    [[nodiscard]] QPoint at(double second) const {
        const PlotGeometry& plot = m_chart.plot()->geometryOfPlot();
        return {static_cast<int>(plot.xOf(second)), static_cast<int>(plot.area.center().y())};
    }
    void drag(double from, double to) {
        QWidget* plot = m_chart.plot()->viewport();
        QTest::mousePress(plot, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(plot, at((from + to) / 2));
        QTest::mouseRelease(plot, Qt::LeftButton, {}, at(to));
    }

    TimeSelection m_selection;
    int m_selected = 0;
};

TEST_F(ASelectableChart, IsSelectedByDraggingEitherWay) {
    drag(20.3, 39.6);
    ASSERT_TRUE(m_selection.span());
    EXPECT_NEAR(m_selection.span()->begin, 20, 1);
    EXPECT_NEAR(m_selection.span()->end, 40, 1);
    EXPECT_EQ(m_selection.span()->begin, std::floor(m_selection.span()->begin));
    EXPECT_EQ(m_selected, 1) << "once, when it is done";
    drag(60, 10);
    EXPECT_NEAR(m_selection.span()->begin, 10, 1);
    EXPECT_NEAR(m_selection.span()->end, 60, 1);
    drag(90, 400);
    EXPECT_EQ(m_selection.span()->end, 100) << "no further than the run";
}

TEST_F(ASelectableChart, AClickOrEscapeTakesTheSelectionAway) {
    drag(20, 40);
    QTest::mouseClick(m_chart.plot()->viewport(), Qt::LeftButton, {}, at(50));
    EXPECT_FALSE(m_selection.span());
    EXPECT_EQ(m_selected, 2);
    drag(20, 40);
    QTest::keyClick(m_chart.plot(), Qt::Key_Escape);
    EXPECT_FALSE(m_selection.span());
    EXPECT_EQ(m_selected, 4);
}

TEST_F(ASelectableChart, IsStretchedByKeyboard) {
    m_crossHair.moveTo(10);
    QTest::keyClick(m_chart.plot(), Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(m_selection.span(), (TimeSpan{10, 11}));
    QTest::keyClick(m_chart.plot(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    EXPECT_EQ(m_selection.span(), (TimeSpan{10, 21}));
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(m_chart.plot(), Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    }
    EXPECT_EQ(m_selection.span(), (TimeSpan{0, 10})) << "the other way from where it began";
}

TEST_F(ASelectableChart, NothingIsSelectedWhileItIsOff) {
    m_selection.setEnabled(false);
    drag(20, 40);
    QTest::keyClick(m_chart.plot(), Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_FALSE(m_selection.span());
}

TEST_F(ASelectableChart, TheWheelGoesCloserAtThePointerAndADoubleClickBack) {
    TimeView view;
    view.setLength(100);
    m_chart.setView(&view);
    const auto turn = [&](double second, int steps, Qt::KeyboardModifiers keys = {}) {
        const QPointF place = at(second);
        QWidget* plot = m_chart.plot()->viewport();
        QWheelEvent event(place, plot->mapToGlobal(place), {}, {0, steps * 120}, Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &event);
    };
    turn(70, 5);
    const PlotGeometry& plot = m_chart.plot()->geometryOfPlot();
    EXPECT_LT(plot.time.end - plot.time.begin, 40);
    EXPECT_GT(plot.time.end - plot.time.begin, 30);
    EXPECT_NEAR(plot.secondAt(at(70).x()), 70, 1) << "what was under the pointer stays there";
    const double before = plot.time.begin;
    turn(70, 1, Qt::ShiftModifier);
    EXPECT_LT(plot.time.begin, before);
    QTest::mouseDClick(m_chart.plot()->viewport(), Qt::LeftButton, {}, at(70));
    EXPECT_EQ(plot.time.begin, 0);
    QTest::keyClick(m_chart.plot(), Qt::Key_Plus);
    EXPECT_NEAR(plot.time.end - plot.time.begin, 50, 1);
    QTest::keyClick(m_chart.plot(), Qt::Key_PageDown);
    EXPECT_EQ(plot.time.end, 100);
    m_crossHair.moveTo(55);
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(m_chart.plot(), Qt::Key_Left, Qt::ControlModifier);
    }
    EXPECT_EQ(plot.time.begin, 25) << "the cross-hair stays in sight";
    QTest::keyClick(m_chart.plot(), Qt::Key_0);
    EXPECT_FALSE(view.span());
}

TEST_F(ASelectableChart, TheBandIsDrawnWithoutTheCurvesAgain) {
    settle();
    const int before = m_chart.plot()->pictures();
    const QImage without = m_chart.grab().toImage();
    m_selection.select(TimeSpan{20, 40});
    EXPECT_NE(m_chart.grab().toImage(), without);
    EXPECT_EQ(m_chart.plot()->pictures(), before);
}

TEST_F(AChart, IsNotDrawnAgainForTheCrossHair) {
    m_chart.setData(dataOf(100));
    settle();
    const int before = m_chart.plot()->pictures();
    const QImage without = m_chart.grab().toImage();
    m_crossHair.moveTo(50, m_chart.plot());
    EXPECT_NE(m_chart.grab().toImage(), without);
    EXPECT_EQ(m_chart.plot()->pictures(), before);
}

TEST_F(AChart, IsNotDrawnAgainForThePointer) {
    m_chart.setData(dataOf(100));
    settle();
    const int before = m_chart.plot()->pictures();
    for (int x = 100; x < 500; x += 20) {
        QTest::mouseMove(m_chart.plot()->viewport(), QPoint(x, 70));
        m_chart.grab();
    }
    EXPECT_TRUE(m_crossHair.second().has_value());
    EXPECT_EQ(m_chart.plot()->pictures(), before);
}

TEST_F(AChart, PutsALongLegendOnMoreLines) {
    ChartData data;
    for (int i = 0; i < 9; ++i) {
        data.curves.push_back(waves(QStringLiteral("scenario number %1").arg(i), 10));
        data.curves.back().role = CurveRole::Scenario;
        data.curves.back().scenario = static_cast<std::size_t>(i);
    }
    m_chart.setData(data);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_chart.plot()->y() > 40; }, 5000));
    EXPECT_EQ(m_chart.width(), 600);
    auto* legend = m_chart.findChild<ChartLegend*>();
    for (const QToolButton* entry : legend->findChildren<QToolButton*>()) {
        EXPECT_TRUE(legend->rect().contains(entry->geometry())) << entry->text().toStdString();
    }
}

TEST_F(AChart, WaitsWhileItIsHiddenAndIsUpToDateWhenShown) {
    TimeChart shown(QStringLiteral("Throughput, /s"));
    shown.show();
    for (TimeChart* chart : {&m_chart, &shown}) {
        chart->setData(dataOf(10));
    }
    m_chart.hide();
    for (TimeChart* chart : {&m_chart, &shown}) {
        chart->setData(dataOf(30));
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.plot()->drawnPoints() == 30; }, 5000));
    EXPECT_EQ(m_chart.plot()->drawnPoints(), 10);
    m_chart.show();
    EXPECT_EQ(m_chart.plot()->drawnPoints(), 30);
}

TEST_F(AChart, KeepsItsSeriesWhileTheRunGrows) {
    m_chart.setData(dataOf(10));
    const QList<QAbstractSeries*> before = m_chart.plot()->chart()->series();
    m_chart.setData(dataOf(20));
    m_chart.flush();
    EXPECT_EQ(m_chart.plot()->chart()->series(), before);
    EXPECT_EQ(m_chart.plot()->drawnPoints(), 20);
}

TEST_F(AChart, ASampleAloneBetweenGapsIsADot) {
    ChartData data = dataOf(20);
    for (const std::size_t gap : {9U, 11U}) {
        data.curves[0].points[gap].y.reset();
    }
    m_chart.setData(data);
    EXPECT_EQ(m_chart.plot()->chart()->series().size(), 2);
    EXPECT_EQ(m_chart.plot()->drawnPoints(), 18);
}

TEST_F(AChart, RedrawsInTheColoursOfANewPalette) {
    m_chart.setData(dataOf(100));
    m_chart.setPalette(theme::makePalette(theme::Appearance::Light));
    const QImage light = m_chart.plot()->grab().toImage();
    m_chart.setPalette(theme::makePalette(theme::Appearance::Dark));
    const QImage dark = m_chart.plot()->grab().toImage();
    EXPECT_EQ(dark.pixelColor(2, 2), theme::tokens(theme::Appearance::Dark).surface);
    EXPECT_EQ(light.pixelColor(2, 2), theme::tokens(theme::Appearance::Light).surface);
}

TEST_F(AChart, DrawsALimitWhereItIs) {
    ChartData data = dataOf(100);
    data.limits = {{QStringLiteral("P95 budget"), 8}};
    m_chart.setData(data);
    settle();
    const PlotGeometry& plot = m_chart.plot()->geometryOfPlot();
    const QImage picture = m_chart.plot()->grab().toImage();
    const QColor bad = theme::tokens(m_chart.palette()).bad;
    const auto dashes = [&](double y) {
        int dashes = 0;
        for (int x = static_cast<int>(plot.area.left()) + 1; x < plot.area.center().x(); ++x) {
            dashes += picture.pixelColor(x, static_cast<int>(y)) == bad ? 1 : 0;
        }
        return dashes;
    };
    EXPECT_GT(dashes(plot.yOf(8)), 50);
    EXPECT_EQ(dashes(plot.yOf(9)), 0);
}

TEST_F(AChart, TellsItsValuesAccessibly) {
    m_chart.setData(dataOf(1));
    EXPECT_TRUE(m_chart.plot()->accessibleDescription().startsWith(QStringLiteral("P95 5.")))
        << m_chart.plot()->accessibleDescription().toStdString();
    m_chart.setData({});
    EXPECT_TRUE(m_chart.plot()->accessibleDescription().startsWith(QStringLiteral("no samples")));
}

TEST_F(AChart, ReadsCurvesOfTheRightAxisInItsUnit) {
    ChartData data = dataOf(10);
    data.curves.push_back(waves(QStringLiteral("Memory"), 10));
    data.curves[1].axis = AxisSide::Right;
    m_chart.setRightTexts([](double v) { return QString::number(v); },
                          [](double v) { return QString::number(v, 'f', 0) + QStringLiteral(" MB"); });
    m_chart.setData(data);
    m_crossHair.moveTo(0);
    const auto entries = m_chart.findChild<ChartLegend*>()->findChildren<QToolButton*>();
    ASSERT_EQ(entries.size(), 2);
    EXPECT_EQ(entries[1]->text(), QStringLiteral("Memory 5 MB"));
}

TEST_F(AChart, AGapPartsTheCurve) {
    ChartData data = dataOf(20);
    data.curves[0].points[10].y.reset();
    m_chart.setData(data);
    EXPECT_EQ(m_chart.plot()->chart()->series().size(), 2);
    EXPECT_FALSE(valueAt(data.curves[0], 10).has_value());
}

TEST_F(AChart, ItsLegendTakesOnItsFont) {
    m_chart.setStyleSheet(QStringLiteral("QLabel { color: red }")); // then Qt hands none on
    m_chart.setData(dataOf(10));
    const auto* name = m_chart.findChild<ChartLegend*>()->findChild<QToolButton*>();
    const double before = name->font().pointSizeF();
    QFont large = m_chart.font();
    large.setPointSizeF(2 * large.pointSizeF());
    m_chart.setFont(large);
    EXPECT_DOUBLE_EQ(name->font().pointSizeF(), 2 * before);
}

TEST_F(AChart, ARemarkIsOfferedToBeTakenBackOnceTheChartGrowsNoMore) {
    ChartData data = dataOf(10);
    data.moments = {{QStringLiteral("deployed"), 5, 0, true}, {QStringLiteral("slept"), 5, 0, false}};
    const auto offered = [&](bool isGrowing) {
        data.isGrowing = isGrowing;
        m_chart.setData(data);
        m_chart.flush();
        const PlotGeometry& geometry = m_chart.plot()->geometryOfPlot();
        return m_chart.plot()->remarksNear({static_cast<int>(geometry.xOf(5)), 40}).size();
    };
    EXPECT_EQ(offered(true), 0U);
    EXPECT_EQ(offered(false), 1U);
}

TEST_F(AChart, ThePointerTakesTheCrossHairAwayAndKeysKeepIt) {
    m_chart.setData(dataOf(60));
    m_chart.flush();
    PlotView* plot = m_chart.plot();
    plot->setFocus(); // as after a click
    const auto leave = [plot] {
        QEvent event(QEvent::Leave);
        QApplication::sendEvent(plot, &event);
    };
    QTest::mouseMove(plot->viewport(), plot->viewport()->rect().center());
    ASSERT_TRUE(m_crossHair.second());
    leave();
    EXPECT_FALSE(m_crossHair.second());
    QTest::keyClick(plot, Qt::Key_Right);
    ASSERT_TRUE(m_crossHair.second());
    leave();
    EXPECT_TRUE(m_crossHair.second());
    m_chart.hide();
    EXPECT_FALSE(m_crossHair.second());
}

} // namespace
} // namespace bw::charts
