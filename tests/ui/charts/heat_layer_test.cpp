#include "ui/charts/heat_layer.h"

#include <QFont>
#include <QImage>

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

const theme::Tokens& light() {
    return theme::tokens(theme::Appearance::Light);
}
const theme::Tokens& dark() {
    return theme::tokens(theme::Appearance::Dark);
}

// Two hundred quick answers a second, and one slow one in second 50.
std::shared_ptr<const metrics::HeatMap> sampleMap() {
    auto map = std::make_shared<metrics::HeatMap>();
    for (int second = 0; second < 100; ++second) {
        metrics::Histogram times;
        for (int i = 0; i < 200; ++i) {
            times.record(std::chrono::milliseconds(2));
        }
        if (second == 50) {
            times.record(std::chrono::milliseconds(900));
        }
        map->add(second, 1, times);
    }
    return map;
}

PlotGeometry geometryFor(const ChartData& data) {
    const AxisTexts plain{.tick = [](double value) { return QString::number(value); },
                          .exact = [](double value) { return QString::number(value); }};
    return geometryOf(data, {}, {.left = plain, .right = plain}, {600, 240}, QFontMetricsF(QFont()));
}

TEST(AHeatMap, HasALogarithmicAxisOverItsTimes) {
    ChartData data;
    data.seconds = 100;
    data.heat = sampleMap();
    const PlotGeometry plot = geometryFor(data);
    EXPECT_TRUE(plot.left.isLogarithmic);
    EXPECT_LE(plot.left.begin, 2);
    EXPECT_GE(plot.left.end, 900);
    EXPECT_NEAR(plot.yOf(plot.left.begin), plot.area.bottom(), 1e-9);
    EXPECT_NEAR(plot.yOf(plot.left.end), plot.area.top(), 1e-9);
}

TEST(AHeatMap, OneSlowAnswerIsSeenBesideManyQuickOnes) {
    ChartData data;
    data.seconds = 100;
    data.heat = sampleMap();
    const PlotGeometry plot = geometryFor(data);
    QImage picture(600, 240, QImage::Format_RGB32);
    picture.fill(light().surface);
    QPainter painter(&picture);
    paintHeat(painter, *data.heat, plot, light());
    painter.end();
    const auto colourAt = [&](double second, double time) {
        return picture.pixelColor(static_cast<int>(plot.xOf(second)), static_cast<int>(plot.yOf(time)));
    };
    EXPECT_EQ(colourAt(20.5, 2.0), heatColour(1, light()));
    EXPECT_NE(colourAt(50.5, 900), light().surface);
    EXPECT_EQ(colourAt(20.5, 900), light().surface) << "an empty cell is the ground";
    EXPECT_EQ(colourAt(20.5, 50), light().surface);
}

TEST(AHeatMap, MoreIsFurtherFromTheGround) {
    for (const theme::Tokens* tokens : {&light(), &dark()}) {
        double before = 0;
        for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const double contrast = theme::contrast(heatColour(share, *tokens), tokens->surface);
            EXPECT_GT(contrast, before);
            before = contrast;
        }
    }
}

TEST(AHeatMap, OfNothingIsNothing) {
    ChartData data;
    data.heat = std::make_shared<metrics::HeatMap>();
    const PlotGeometry plot = geometryFor(data);
    QImage picture(600, 240, QImage::Format_RGB32);
    picture.fill(Qt::white);
    const QImage before = picture.copy();
    QPainter painter(&picture);
    paintHeatKey(painter, paintHeat(painter, *data.heat, plot, light()), plot, light());
    painter.end();
    EXPECT_EQ(picture, before);
}

} // namespace
} // namespace bw::charts
