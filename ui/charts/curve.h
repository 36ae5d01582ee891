#pragma once

#include "ui/plot/thinning.h"
#include "ui/theme/tokens.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

namespace bw::charts {

// What a curve means, which decides its colour everywhere.
enum class CurveRole : std::uint8_t {
    Percentile50,
    Percentile95,
    Percentile99,
    Main,  // the one thing a chart is about
    Other, // beside it
    Bad,
    Wanted, // what was asked for, beside what came: dashed
};

struct Curve {
    QString name;
    CurveRole role = CurveRole::Main;
    std::vector<plot::CurvePoint> points; // x: seconds of run time, ascending
    bool isFilled = false;
};

// A horizontal line that should not be crossed: dashed, in `bad`.
struct LimitLine {
    QString name;
    double value = 0;
};

// A moment of the run: a vertical hairline with words.
struct MomentLine {
    QString text;
    double second = 0;
};

// Numbers to text: of an axis' ticks and exactly, for the cross-hair.
using ValueText = std::function<QString(double)>;

struct ChartData {
    std::vector<Curve> curves;
    std::vector<LimitLine> limits;
    std::vector<MomentLine> moments;
    double seconds = 0; // of run time: where the time axis ends at least
};

[[nodiscard]] QColor colourOf(CurveRole role, const theme::Tokens& tokens);

} // namespace bw::charts
