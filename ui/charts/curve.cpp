#include "ui/charts/curve.h"

#include <algorithm>

namespace bw::charts {

std::span<const plot::CurvePoint> pointsAround(const std::vector<plot::CurvePoint>& points, double begin,
                                               double end) {
    auto first = std::ranges::lower_bound(points, begin, {}, &plot::CurvePoint::x);
    auto last = std::ranges::upper_bound(first, points.end(), end, {}, &plot::CurvePoint::x);
    first -= first == points.begin() ? 0 : 1;
    last += last == points.end() ? 0 : 1;
    return {first, last};
}

QColor colourOf(CurveRole role, const theme::Tokens& tokens, std::size_t scenario) {
    switch (role) {
    case CurveRole::Percentile50:
        return tokens.percentile[0];
    case CurveRole::Percentile95:
        return tokens.percentile[1];
    case CurveRole::Percentile99:
        return tokens.percentile[2];
    case CurveRole::Other:
        return tokens.scenario[1];
    case CurveRole::Scenario:
        return tokens.scenario[scenario % tokens.scenario.size()];
    case CurveRole::Good:
        return tokens.good;
    case CurveRole::Warning:
        return tokens.warning;
    case CurveRole::Bad:
        return tokens.bad;
    case CurveRole::Muted:
    case CurveRole::Wanted:
        return tokens.muted;
    case CurveRole::Main:
        break;
    }
    return tokens.scenario[0];
}

QColor colourOf(const Curve& curve, const theme::Tokens& tokens) {
    return colourOf(curve.role, tokens, curve.scenario);
}

Qt::PenStyle penStyleOf(CurveRole role, bool isDashed) {
    return isDashed || role == CurveRole::Wanted ? Qt::DashLine : Qt::SolidLine;
}

Qt::PenStyle penStyleOf(const Curve& curve) {
    return penStyleOf(curve.role, curve.isDashed);
}

} // namespace bw::charts
