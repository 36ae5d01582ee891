#include "ui/plot/thinning.h"

#include <algorithm>

namespace bw::plot {
namespace {

// The points of one column while they come in.
class Gathering {
public:
    [[nodiscard]] bool empty() const { return m_points == 0; }

    void add(double x, double y) {
        m_low = empty() ? y : std::min(m_low, y);
        m_high = empty() ? y : std::max(m_high, y);
        m_x += x;
        m_y += y;
        ++m_points;
    }

    [[nodiscard]] CurveColumn column() const {
        const auto points = static_cast<double>(m_points);
        return {.x = m_x / points, .low = m_low, .high = m_high, .mean = m_y / points};
    }

private:
    double m_x = 0;
    double m_y = 0;
    double m_low = 0;
    double m_high = 0;
    std::size_t m_points = 0;
};

} // namespace

std::vector<CurvePiece> thinned(const std::vector<CurvePoint>& curve, double begin, double end,
                                std::size_t columns) {
    const double scale = end > begin ? static_cast<double>(columns) / (end - begin) : 0;
    const auto columnOf = [&](double x) {
        return static_cast<std::size_t>(
            std::clamp((x - begin) * scale, 0.0, static_cast<double>(columns - 1)));
    };
    const bool isDense = curve.size() > columns;
    std::vector<CurvePiece> pieces;
    Gathering gathering;
    std::size_t column = 0;
    bool gap = true;
    const auto close = [&] {
        if (!gathering.empty()) {
            pieces.back().push_back(gathering.column());
            gathering = {};
        }
    };
    for (const CurvePoint& point : curve) {
        if (!point.y) {
            gap = true;
            continue;
        }
        const std::size_t here = columnOf(point.x);
        const bool parts = pieces.empty() || (gap && (!isDense || here > column + 1));
        if (here != column || parts) {
            close();
        }
        if (parts) {
            pieces.emplace_back();
        }
        gathering.add(point.x, *point.y);
        column = here;
        gap = false;
    }
    close();
    return pieces;
}

} // namespace bw::plot
