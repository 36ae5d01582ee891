#include "ui/charts/downsample.h"

#include <algorithm>
#include <optional>

namespace bw::charts {
namespace {

// What a column of pixels keeps of its points.
class Column {
public:
    void add(const QPointF& point) {
        if (!m_first) {
            m_first = m_low = m_high = m_last = point;
            return;
        }
        if (point.y() < m_low.y()) {
            m_low = point;
        }
        if (point.y() > m_high.y()) {
            m_high = point;
        }
        m_last = point;
    }

    void moveTo(DrawnPiece& piece) {
        if (!m_first) {
            return;
        }
        const auto [early, late] =
            std::minmax(m_low, m_high, [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
        piece.append(*m_first);
        // Each is later than what stands before it, or the very same point.
        for (const QPointF& point : {early, late, m_last}) {
            if (point.x() > piece.back().x()) {
                piece.append(point);
            }
        }
        m_first.reset();
    }

private:
    std::optional<QPointF> m_first;
    QPointF m_low;
    QPointF m_high;
    QPointF m_last;
};

} // namespace

std::vector<DrawnPiece> downsampled(std::span<const plot::CurvePoint> curve, double begin, double end,
                                    std::size_t columns) {
    const bool isDense = curve.size() > columns;
    const double scale = end > begin ? static_cast<double>(columns) / (end - begin) : 0;
    const auto columnOf = [&](double x) {
        return static_cast<std::size_t>(
            std::clamp((x - begin) * scale, 0.0, static_cast<double>(columns - 1)));
    };
    std::vector<DrawnPiece> pieces;
    Column column;
    std::size_t at = 0;
    bool gap = true;
    for (const plot::CurvePoint& point : curve) {
        if (!point.y) {
            gap = true;
            continue;
        }
        const std::size_t here = columnOf(point.x);
        const bool parts = pieces.empty() || (gap && (!isDense || here > at + 1));
        if (!pieces.empty() && (parts || here != at || !isDense)) {
            column.moveTo(pieces.back());
        }
        if (parts) {
            pieces.emplace_back();
        }
        column.add({point.x, *point.y});
        at = here;
        gap = false;
    }
    if (!pieces.empty()) {
        column.moveTo(pieces.back());
    }
    return pieces;
}

} // namespace bw::charts
