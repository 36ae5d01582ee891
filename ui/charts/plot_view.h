#pragma once

#include "ui/charts/curve.h"
#include "ui/plot/axis.h"

#include <QChartView>
#include <QPointer>

#include <optional>
#include <set>

class QValueAxis;

namespace bw::charts {

class CrossHair;

// The drawing of a TimeChart: curves by Qt Charts, thinned to the pixel column; lines, labels and cross-hair
// painted by itself, since Qt Charts' axes know no run time.
class PlotView : public QChartView {
    Q_OBJECT

public:
    explicit PlotView(QWidget* parent = nullptr);

    void setValueText(ValueText text) { m_valueText = std::move(text); }
    void setExactText(ValueText text) { m_exactText = std::move(text); }
    void setCrossHair(CrossHair* crossHair);

    // Draws at once.
    void draw(ChartData data);
    void setHidden(const std::set<QString>& names);
    [[nodiscard]] const ChartData& data() const { return m_data; }

    // Points that Qt Charts holds: how thin the curves are.
    [[nodiscard]] qsizetype drawnPoints() const;
    // The curve's value at the second of the cross-hair; none where there is none.
    [[nodiscard]] static std::optional<double> valueAt(const Curve& curve, double second);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setupChart();
    void layOut();
    void rebuild();
    void addCurve(const Curve& curve, const theme::Tokens& tokens);
    [[nodiscard]] bool hasSamples() const;
    [[nodiscard]] double highest() const;
    [[nodiscard]] double xOf(double second) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] std::optional<double> secondAt(double x) const;
    void paintGrid(QPainter& painter) const;
    void paintLimits(QPainter& painter) const;
    void paintMoments(QPainter& painter) const;
    void paintCrossHair(QPainter& painter) const;
    void paintReadings(QPainter& painter, double second) const;

    ChartData m_data;
    std::set<QString> m_hidden;
    QValueAxis* m_x;
    QValueAxis* m_y;
    plot::Axis m_time;
    plot::Axis m_values;
    QRectF m_area; // of the curves, in pixels
    ValueText m_valueText;
    ValueText m_exactText;
    QPointer<CrossHair> m_crossHair;
};

} // namespace bw::charts
