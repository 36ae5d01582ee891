#pragma once

#include "ui/charts/curve.h"

#include <QWidget>

namespace bw::charts {

// The shape of a curve from the area's left to its right, over a hairline; 0 is at the bottom, the highest
// value at the top.
void paintSparkline(QPainter& painter, const QRectF& area, const Curve& curve, const theme::Tokens& tokens);

// A curve over run time as small as a line of text: its shape, its name and its highest value, no axes.
// Nothing to operate; what it says stands in its accessible description.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    // `title` names what is drawn, `text` makes its values readable.
    Sparkline(const QString& title, ValueText text, QWidget* parent = nullptr);

    void setCurve(Curve curve);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintHead(QPainter& painter, const QRectF& head) const;

    QString m_title;
    ValueText m_text;
    Curve m_curve;
    double m_highest = 0;
    bool m_hasSamples = false;
};

} // namespace bw::charts
