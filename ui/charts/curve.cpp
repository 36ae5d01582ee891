#include "ui/charts/curve.h"

namespace bw::charts {

QColor colourOf(CurveRole role, const theme::Tokens& tokens) {
    switch (role) {
    case CurveRole::Percentile50:
        return tokens.percentile[0];
    case CurveRole::Percentile95:
        return tokens.percentile[1];
    case CurveRole::Percentile99:
        return tokens.percentile[2];
    case CurveRole::Other:
        return tokens.scenario[1];
    case CurveRole::Bad:
        return tokens.bad;
    case CurveRole::Wanted:
        return tokens.muted;
    case CurveRole::Main:
        break;
    }
    return tokens.scenario[0];
}

} // namespace bw::charts
