#include "ui/report/thinning.h"

#include <algorithm>
#include <utility>

namespace bw::ui_report {
namespace {

class Column {
public:
    void add(const CurvePoint& point) {
        if (!m_lowest || *point.y < *m_lowest->y) {
            m_lowest = point;
        }
        if (!m_highest || *point.y > *m_highest->y) {
            m_highest = point;
        }
    }

    void moveTo(CurvePiece& piece) {
        if (m_lowest) {
            const auto [first, second] =
                std::minmax(*m_lowest, *m_highest, [](const auto& a, const auto& b) { return a.x < b.x; });
            piece.push_back(first);
            if (second.x > first.x) {
                piece.push_back(second);
            }
        }
        m_lowest.reset();
        m_highest.reset();
    }

private:
    std::optional<CurvePoint> m_lowest;
    std::optional<CurvePoint> m_highest;
};

} // namespace

std::vector<CurvePiece> thinned(const std::vector<CurvePoint>& curve, double begin, double end,
                                std::size_t columns) {
    const double scale = end > begin ? static_cast<double>(columns) / (end - begin) : 0;
    const auto columnOf = [&](const CurvePoint& point) {
        const double place = std::clamp((point.x - begin) * scale, 0.0, static_cast<double>(columns - 1));
        return static_cast<std::size_t>(place);
    };
    std::vector<CurvePiece> pieces(1);
    Column current;
    std::size_t column = SIZE_MAX;
    bool gap = false;
    for (const CurvePoint& point : curve) {
        if (!point.y) {
            gap = true;
            continue;
        }
        if (columnOf(point) != column) {
            current.moveTo(pieces.back());
            if (gap && !pieces.back().empty()) {
                pieces.emplace_back();
            }
            column = columnOf(point);
            gap = false;
        }
        current.add(point);
    }
    current.moveTo(pieces.back());
    std::erase_if(pieces, [](const CurvePiece& piece) { return piece.empty(); });
    return pieces;
}

} // namespace bw::ui_report
