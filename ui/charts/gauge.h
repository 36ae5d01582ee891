#pragma once

#include "core/verdict/evaluation.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace bw::charts {

// One limit of a budget: the arc is the figure since the start, the needle that of the last ten seconds.
// Value, limit and head-room stand in words beneath; without samples it says so.
class Gauge : public QWidget {
    Q_OBJECT

public:
    struct Reading {
        QString title; // of what: "order_placement"
        verdict::LimitResult sinceStart;
        std::optional<double> lastSeconds;
    };

    explicit Gauge(QWidget* parent = nullptr);

    void setReading(Reading reading);
    [[nodiscard]] QSize sizeHint() const override;
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
    void paintArc(QPainter& painter, const QRectF& dial) const;
    void paintNeedle(QPainter& painter, const QRectF& dial) const;
    void paintTitle(QPainter& painter) const;
    void paintFigure(QPainter& painter, const QRectF& dial) const;
    void paintState(QPainter& painter, const QRectF& dial) const;
    void tellAccessibly();

    Reading m_reading;
    double m_needle = -1;
    double m_aim = -1;
    QTimer m_timer;
};

} // namespace bw::charts
