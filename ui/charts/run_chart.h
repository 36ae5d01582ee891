#pragma once

#include "ui/charts/curve.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace bw::charts {

// A figure from run to run: a point for each, the oldest at the left, with the baseline as a dashed line, how
// far from it a figure may go as a band, and the budget's limit. The
// run under the pointer, or moved to by Left and Right, is read beside it; Enter or a double click opens it.
class RunChart : public QWidget {
    Q_OBJECT

public:
    struct Point {
        QString name;                // "12"
        QString details;             // what else is told of the run, lines
        std::optional<double> value; // none: not measured
        bool isMarked = false;       // drawn full: starred
    };

    // What the points are held against.
    struct References {
        std::optional<double> baseline;
        std::optional<double> toleratedTo; // beside a baseline: where the band ends
        std::optional<double> limit;
    };

    explicit RunChart(QWidget* parent = nullptr);

    // `text` makes the values readable.
    void setData(const QString& title, std::vector<Point> points, const References& references,
                 ValueText text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] QPointF placeOf(std::size_t point, double value) const;
    [[nodiscard]] double end() const;
    void read(int point);
    void paintGrid(QPainter& painter) const;
    void paintBand(QPainter& painter) const;
    void paintReferences(QPainter& painter) const;
    void paintPoints(QPainter& painter) const;
    void paintReading(QPainter& painter) const;

    QString m_title;
    ValueText m_text;
    std::vector<Point> m_points;
    References m_references;
    double m_highest = 0;
    int m_reading = -1;
};

} // namespace bw::charts
