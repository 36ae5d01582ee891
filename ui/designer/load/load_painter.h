#pragma once

#include "ui/designer/load/load_curves.h"
#include "ui/designer/load/load_scale.h"
#include "ui/theme/tokens.h"

#include <QFontMetricsF>
#include <QPainter>

namespace bw::designer {

// What the canvas shows beside the curves.
struct LoadLook {
    std::string current; // a scenario, or empty
    std::string hovered;
    int point = -1;        // of the current one, when it is chosen
    bool hasFocus = false; // then the chosen point says so
};

// Paints the load of a plan. Lives while it paints.
class LoadPainter {
public:
    LoadPainter(QPainter& painter, const LoadPicture& picture, const LoadScale& scale,
                const theme::Tokens& tokens);

    void paintGrid();
    // Curves with their total, and their names where there is room.
    void paintCurves(const LoadLook& look);
    // Points of the current and the hovered scenario.
    void paintPoints(const LoadLook& look);
    // What stands under the pointer, beside it.
    void paintReading(const QPointF& at, const QStringList& lines);

private:
    void paintLevels(LoadUnit unit, Qt::Alignment side);
    void paintTimes();
    void paintCurve(const LoadCurve& curve, const LoadLook& look);
    void paintTotal(LoadUnit unit);
    void paintNames(const LoadLook& look);
    [[nodiscard]] QPolygonF outline(const LoadCurve& curve) const;
    [[nodiscard]] QColor colour(const LoadCurve& curve) const;

    QPainter& m_painter;
    const LoadPicture& m_picture;
    const LoadScale& m_scale;
    const theme::Tokens& m_tokens;
    QFontMetricsF m_metrics;
};

} // namespace bw::designer
