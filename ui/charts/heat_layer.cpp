#include "ui/charts/heat_layer.h"

#include "ui/format/units.h"

#include <QLinearGradient>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace bw::charts {
namespace {

using metrics::HeatMap;

constexpr int kKeyWidth = 6 * theme::kGrid;
constexpr double kKeyHeight = 6;

// Columns of pixels that show the same columns of the map, summed.
struct Strip {
    int left = 0;
    int right = 0;
    std::vector<std::uint64_t> counts; // by band, from Strips::first on
};

struct Strips {
    std::uint32_t first = 0;
    std::uint64_t fullest = 0;
    std::vector<Strip> strips;
};

int pixelOf(const PlotGeometry& geometry, double second) {
    return static_cast<int>(std::lround(geometry.xOf(second)));
}

void add(Strip& strip, const HeatMap::Column& column, std::uint32_t first) {
    const std::size_t offset = column.firstBand - first;
    strip.counts.resize(std::max(strip.counts.size(), offset + column.counts.size()));
    for (std::size_t i = 0; i < column.counts.size(); ++i) {
        strip.counts[offset + i] += column.counts[i];
    }
}

Strips stripsOf(const HeatMap& heat, const PlotGeometry& geometry) {
    Strips all{.first = UINT32_MAX, .fullest = 0, .strips = {}};
    for (const HeatMap::Column& column : heat.columns()) {
        all.first = column.counts.empty() ? all.first : std::min(all.first, column.firstBand);
    }
    const int leftEdge = static_cast<int>(std::lround(geometry.area.left()));
    const int rightEdge = static_cast<int>(std::lround(geometry.area.right()));
    const auto width = static_cast<double>(heat.columnSeconds());
    for (std::size_t i = 0; i < heat.columns().size(); ++i) {
        const double begin = static_cast<double>(heat.begin()) + width * static_cast<double>(i);
        if (begin + width <= geometry.time.begin || begin >= geometry.time.end) {
            continue; // out of sight
        }
        const int left = std::max(leftEdge, pixelOf(geometry, begin));
        const int right = std::min(rightEdge, std::max(left + 1, pixelOf(geometry, begin + width)));
        if (right <= left || heat.columns()[i].counts.empty()) {
            continue;
        }
        if (all.strips.empty() || left >= all.strips.back().right) {
            all.strips.push_back({left, right, {}});
        }
        add(all.strips.back(), heat.columns()[i], all.first);
    }
    for (const Strip& strip : all.strips) {
        all.fullest = std::max(all.fullest, *std::ranges::max_element(strip.counts));
    }
    return all;
}

double weightOf(std::uint64_t count, std::uint64_t fullest) {
    return fullest <= 1
               ? 1
               : std::log(static_cast<double>(count) + 1) / std::log(static_cast<double>(fullest) + 1);
}

} // namespace

double heatEdge(std::uint32_t band) {
    return static_cast<double>(HeatMap::edge(band)) / 1e6;
}

QColor heatColour(double share, const theme::Tokens& tokens) {
    static constexpr std::array<QRgb, 9> kViridis{0xff440154, 0xff472d7b, 0xff3b528b, 0xff2c728e, 0xff21918c,
                                                  0xff28ae80, 0xff5ec962, 0xffaddc30, 0xfffde725};
    const bool isDark = tokens.appearance == theme::Appearance::Dark;
    const double place = std::clamp(isDark ? share : 1 - share, 0.0, 1.0) * (kViridis.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), kViridis.size() - 2);
    const double part = place - static_cast<double>(below);
    const QColor from = QColor::fromRgb(kViridis.at(below));
    const QColor to = QColor::fromRgb(kViridis.at(below + 1));
    const auto mixed = [part](int a, int b) { return static_cast<int>(std::lround(a + part * (b - a))); };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue())};
}

std::uint64_t paintHeat(QPainter& painter, const HeatMap& heat, const PlotGeometry& geometry,
                        const theme::Tokens& tokens) {
    const Strips all = stripsOf(heat, geometry);
    const int bottom = static_cast<int>(std::lround(geometry.area.bottom()));
    const int top = static_cast<int>(std::lround(geometry.area.top()));
    for (const Strip& strip : all.strips) {
        for (std::size_t i = 0; i < strip.counts.size(); ++i) {
            const std::uint32_t band = all.first + static_cast<std::uint32_t>(i);
            const int lower = std::min(bottom, static_cast<int>(std::lround(geometry.yOf(heatEdge(band)))));
            const int upper = std::max(top, static_cast<int>(std::lround(geometry.yOf(heatEdge(band + 1)))));
            if (strip.counts[i] > 0 && upper < bottom) {
                painter.fillRect(strip.left, upper, strip.right - strip.left, std::max(1, lower - upper),
                                 heatColour(weightOf(strip.counts[i], all.fullest), tokens));
            }
        }
    }
    return all.fullest;
}

void paintHeatKey(QPainter& painter, std::uint64_t fullest, const PlotGeometry& geometry,
                  const theme::Tokens& tokens) {
    if (fullest == 0) {
        return;
    }
    const QFontMetricsF metrics(painter.font());
    const QString least = QStringLiteral("1");
    const QString most = format::count(static_cast<double>(fullest));
    const double keyWidth = std::max<double>(kKeyWidth, 3 * metrics.height());
    const double keyHeight = std::max(kKeyHeight, metrics.height() / 3);
    const double words = metrics.horizontalAdvance(least) + metrics.horizontalAdvance(most);
    const QRectF box(geometry.area.left() + theme::kHalfGrid, geometry.area.top() + theme::kHalfGrid,
                     words + keyWidth + 4 * theme::kHalfGrid, metrics.height());
    QColor ground = tokens.surface;
    ground.setAlphaF(0.82F);
    painter.fillRect(box, ground);
    painter.setPen(tokens.muted);
    const QRectF inside = box.adjusted(theme::kHalfGrid, 0, -theme::kHalfGrid, 0);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, least);
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, most);
    const QRectF bar(inside.left() + metrics.horizontalAdvance(least) + theme::kHalfGrid,
                     std::round(box.center().y() - keyHeight / 2), keyWidth, keyHeight);
    QLinearGradient colours(bar.topLeft(), bar.topRight());
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        colours.setColorAt(share, heatColour(share, tokens));
    }
    painter.fillRect(bar, colours);
}

} // namespace bw::charts
