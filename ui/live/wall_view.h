#pragma once

#include "ui/bridge/run_picture.h"

#include <QWidget>

class QLabel;
class QSettings;
class QStackedWidget;

namespace bw::live {

class ChartGrid;
class GaugeRow;
class VerdictStrip;

// A run for a screen on the wall, to be read from three metres: the strip, the gauges and the two main
// charts, in type that grows with the view, and nothing to operate.
class WallView : public QWidget {
    Q_OBJECT

public:
    // The settings outlive the view.
    explicit WallView(QSettings& settings, QWidget* parent = nullptr);

    // There is no run; the sentence says what is waited for.
    void wait(const QString& sentence);
    // A run is being prepared.
    void begin();
    void setMoment(const bridge::RunMoment& moment);
    void setPicture(const bridge::RunPicturePtr& picture);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitType();
    void fitParts();

    QStackedWidget* m_stack;
    QLabel* m_waiting;
    VerdictStrip* m_strip;
    GaugeRow* m_gauges;
    ChartGrid* m_charts;
};

} // namespace bw::live
