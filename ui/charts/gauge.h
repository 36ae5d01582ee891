#pragma once

#include "core/verdict/evaluation.h"
#include "ui/charts/gauge_trend.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace bw::charts {

// One limit of a budget: the arc is the figure since the start, the needle that of the last ten seconds.
// Value, limit, how it stands with its head-room, and where the last minute went are said in words and shapes
// as well; without a value it says why. As large as its font.
class Gauge : public QWidget {
    Q_OBJECT

public:
    struct Reading {
        QString title; // of what: "order_placement"
        verdict::LimitResult sinceStart;
        std::optional<double> lastSeconds;
        Figures lastMinute{}; // that of the last ten seconds, each second; empty when nothing moves
    };

    explicit Gauge(QWidget* parent = nullptr);

    void setReading(Reading reading);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] Trend trend() const { return m_trend; }
    // Where the needle points now, 0 to 1; it moves there ten times a second. Negative: no needle.
    [[nodiscard]] double needle() const { return m_needle; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void moveNeedle();
    void startMoving();
    [[nodiscard]] int line() const;
    [[nodiscard]] QRectF dial() const;
    void paintZones(QPainter& painter, const QRectF& dial) const;
    void paintArc(QPainter& painter, const QRectF& dial) const;
    void paintNeedle(QPainter& painter, const QRectF& dial) const;
    void paintTitle(QPainter& painter) const;
    void paintFigure(QPainter& painter, const QRectF& dial) const;
    void paintStanding(QPainter& painter, const QRectF& row) const;
    void paintTrend(QPainter& painter, const QRectF& row) const;
    void tellAccessibly();

    Reading m_reading;
    Trend m_trend = Trend::Unknown;
    double m_needle = -1;
    double m_aim = -1;
    QTimer m_timer;
};

} // namespace bw::charts
