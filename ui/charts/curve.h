#pragma once

#include "core/metrics/heat_map.h"
#include "ui/plot/thinning.h"
#include "ui/theme/tokens.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace bw::charts {

// What a curve means, which decides its colour everywhere.
enum class CurveRole : std::uint8_t {
    Percentile50,
    Percentile95,
    Percentile99,
    Main,  // the one thing a chart is about
    Other, // beside it
    Scenario,
    Good,
    Warning,
    Bad,
    Muted,
    Wanted, // what was asked for, beside what came: dashed
};

// Which scale a curve is read on.
enum class AxisSide : std::uint8_t { Left, Right };

struct Curve {
    QString name;
    CurveRole role = CurveRole::Main;
    std::vector<plot::CurvePoint> points; // x: seconds of run time, ascending
    bool isFilled = false;
    AxisSide axis = AxisSide::Left;
    std::size_t scenario = 0; // its place among its like; of CurveRole::Scenario only
    bool isDashed = false;    // beside another curve of the same colour
};

// A horizontal line on the left axis that should not be crossed: dashed, in `bad`.
struct LimitLine {
    QString name;
    double value = 0;
};

// A moment of the run: a vertical hairline with words; one that lasts is a band.
struct MomentLine {
    QString text;
    double second = 0;
    double length = 0;     // seconds
    bool isRemark = false; // a person's words, not something to be warned of
};

// The points within [begin, end] and the next one on either side, where lines come from and lead to.
[[nodiscard]] std::span<const plot::CurvePoint> pointsAround(const std::vector<plot::CurvePoint>& points,
                                                             double begin, double end);

// Numbers to text: of an axis' ticks and exactly, for the cross-hair.
using ValueText = std::function<QString(double)>;

struct AxisTexts {
    ValueText tick;
    ValueText exact;
};

struct ChartData {
    std::vector<Curve> curves;
    std::vector<LimitLine> limits;
    std::vector<MomentLine> moments;
    double seconds = 0;     // of run time: where the time axis ends at least
    bool isGrowing = false; // the run goes on: the time axis ends at a round time ahead
    // Under the curves, which are in milliseconds then; the left axis becomes logarithmic.
    std::shared_ptr<const metrics::HeatMap> heat{};
};

// `scenario` counts for CurveRole::Scenario only.
[[nodiscard]] QColor colourOf(CurveRole role, const theme::Tokens& tokens, std::size_t scenario = 0);
[[nodiscard]] QColor colourOf(const Curve& curve, const theme::Tokens& tokens);
[[nodiscard]] Qt::PenStyle penStyleOf(CurveRole role, bool isDashed = false);
[[nodiscard]] Qt::PenStyle penStyleOf(const Curve& curve);

} // namespace bw::charts
