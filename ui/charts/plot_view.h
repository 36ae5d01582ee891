#pragma once

#include "ui/charts/curve_layer.h"
#include "ui/charts/plot_geometry.h"
#include "ui/charts/time_selection.h"
#include "ui/charts/time_view.h"

#include <QChartView>
#include <QPixmap>
#include <QPointer>

#include <optional>
#include <set>

namespace bw::charts {

class CrossHair;

// The drawing of a TimeChart: curves by Qt Charts, everything else painted here, since Qt Charts' axes know
// no run time. What is drawn stays as a picture until data, size or colours change; the cross-hair is painted
// above that picture, so that it follows the pointer however much there is to draw.
class PlotView : public QChartView {
    Q_OBJECT

public:
    explicit PlotView(QWidget* parent = nullptr);

    void setTexts(AxisTexts left);
    void setRightTexts(AxisTexts right);
    [[nodiscard]] const PlotTexts& texts() const { return m_texts; }
    // The cross-hair may go before the view.
    void setCrossHair(CrossHair* crossHair);

    // Without one nothing can be selected. It may go before the view.
    void setSelection(TimeSelection* selection);
    [[nodiscard]] bool isSelectable() const { return m_selection && m_selection->isEnabled(); }

    // Without one all of the run is shown. It may go before the view.
    void setView(TimeView* view);

    // Takes effect at once.
    void draw(ChartData data);
    void setHidden(const std::set<QString>& names);
    [[nodiscard]] const ChartData& data() const { return m_data; }
    [[nodiscard]] const PlotGeometry& geometryOfPlot() const { return m_geometry; }
    // The moment of the run at a place in the view; none beside it.
    [[nodiscard]] std::optional<double> secondAt(const QPoint& place) const;
    // Persons' words at moments near a place; they can be taken back once the run is over: none while it
    // grows.
    [[nodiscard]] std::vector<MomentLine> remarksNear(const QPoint& place) const;

    // The chart as it is, without cross-hair and selection, into a rectangle: vectors, whatever the painter's
    // device is.
    void paintTo(QPainter& painter, const QRectF& area);

    // Points that Qt Charts holds: how thin the curves are.
    [[nodiscard]] qsizetype drawnPoints() const { return m_layer.drawnPoints(); }
    // Times the curves were rendered.
    [[nodiscard]] int pictures() const { return m_pictures; }

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setupChart();
    void rebuild();
    void renderPicture();
    void markStale();
    void paintCrossHair(QPainter& painter) const;
    void paintSelection(QPainter& painter) const;
    [[nodiscard]] std::optional<TimeSpan> spanTo(double x) const;
    // The keys that change what is shown; false: none of them.
    bool moveView(int key);
    void lookAway();
    void moveCrossHair(int step, Qt::KeyboardModifiers modifiers);

    ChartData m_data;
    PlotTexts m_texts;
    std::set<QString> m_hidden;
    PlotGeometry m_geometry;
    CurveLayer m_layer;
    std::uint64_t m_fullest = 0; // cell of the heat map, of the background painted last
    QPixmap m_picture;
    bool m_isStale = true;
    int m_pictures = 0;
    QPointer<CrossHair> m_crossHair;
    QPointer<TimeSelection> m_selection;
    QPointer<TimeView> m_view;
    std::optional<double> m_grabbedAt; // a second, while it is dragged along
    std::optional<double> m_pressedAt; // x, while the button is down
    bool m_isLookedAtByKeys = false;   // not by the pointer, which ends when it leaves
    std::optional<double> m_anchor;    // where stretching by keys began, a second
};

} // namespace bw::charts
