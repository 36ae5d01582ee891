#include "ui/charts/run_chart.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

QString plain(double value) {
    return QString::number(value);
}

std::vector<RunChart::Point> pointsOf(std::initializer_list<std::optional<double>> values) {
    std::vector<RunChart::Point> points;
    int run = 1;
    for (const std::optional<double>& value : values) {
        points.push_back({QString::number(run++), QStringLiteral("details"), value, false});
    }
    return points;
}

TEST(ARunChart, SaysTheLastRunToThoseWhoCannotSeeIt) {
    RunChart chart;
    chart.setData(QStringLiteral("P95"), pointsOf({3, std::nullopt, 5}), {4, 4.4, 40}, plain);
    EXPECT_EQ(chart.accessibleName(), QStringLiteral("P95"));
    EXPECT_EQ(chart.accessibleDescription(), QStringLiteral("3: 5"));
    chart.setData(QStringLiteral("P95"), {}, {}, plain);
    EXPECT_EQ(chart.accessibleDescription(), QStringLiteral("no samples"));
    chart.grab();
}

TEST(ARunChart, IsReadByKeyboardAndARunIsOpened) {
    RunChart chart;
    chart.setData(QStringLiteral("P95"), pointsOf({3, 4, 5}), {}, plain);
    chart.resize(600, 300);
    chart.show();
    QSignalSpy opened(&chart, &RunChart::opened);
    const QImage before = chart.grab().toImage();
    QTest::keyClick(&chart, Qt::Key_Return);
    EXPECT_TRUE(opened.isEmpty()) << "none is chosen";
    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_EQ(chart.accessibleDescription(), QStringLiteral("3: 5"));
    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_EQ(chart.accessibleDescription(), QStringLiteral("2: 4"));
    EXPECT_NE(chart.grab().toImage(), before);
    QTest::keyClick(&chart, Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.first().first().toInt(), 1);
}

TEST(ARunChart, TheRunUnderADoubleClickIsOpened) {
    RunChart chart;
    chart.setData(QStringLiteral("P95"), pointsOf({3, 4, 5, 6}), {}, plain);
    chart.resize(600, 300);
    chart.show();
    QSignalSpy opened(&chart, &RunChart::opened);
    QTest::mouseDClick(&chart, Qt::LeftButton, {}, QPoint(590, 150));
    ASSERT_FALSE(opened.isEmpty());
    EXPECT_EQ(opened.last().first().toInt(), 3);
}

} // namespace
} // namespace bw::charts
