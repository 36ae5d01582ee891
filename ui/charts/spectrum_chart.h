#pragma once

#include "ui/charts/curve.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace bw::charts {

// Times by how large a share took at most so long, in the number of nines (as HdrHistogram plots them), so
// that the tail has as much room as the middle. The percentile under the pointer, or moved to by Left and
// Right, is read beside it.
class SpectrumChart : public QWidget {
    Q_OBJECT

public:
    struct Point {
        double share = 0; // 0 to below 1
        double value = 0;
    };
    struct Line {
        QString name;
        CurveRole role = CurveRole::Main;
        std::size_t scenario = 0;  // of CurveRole::Scenario only
        std::vector<Point> points; // by share, ascending
    };

    // `text` makes the values readable.
    SpectrumChart(const QString& title, ValueText text, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setLines(std::vector<Line> lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    // What the line says at the share; none where it has no point so far out.
    [[nodiscard]] static std::optional<double> valueAt(const Line& line, double share);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] double xOf(double nines) const;
    void paintHead(QPainter& painter) const;
    void paintGrid(QPainter& painter) const;
    void paintLines(QPainter& painter) const;
    void paintReading(QPainter& painter) const;
    void tellAccessibly();

    QString m_title;
    ValueText m_text;
    std::vector<Line> m_lines;
    double m_highest = 0;
    double m_nines = 3;              // where the axis ends
    std::optional<double> m_reading; // in nines
};

} // namespace bw::charts
