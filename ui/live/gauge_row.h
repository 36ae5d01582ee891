#pragma once

#include "ui/bridge/run_picture.h"

#include <QScrollArea>

#include <vector>

class QHBoxLayout;

namespace bw::charts {
class Gauge;
}

namespace bw::live {

// The budget's gauges in a row, those nearest to their limits first; the rest by scrolling. Hidden without
// budgets.
class GaugeRow : public QScrollArea {
    Q_OBJECT

public:
    explicit GaugeRow(QWidget* parent = nullptr);

    void setReadings(const std::vector<bridge::GaugeReading>& readings);

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    QHBoxLayout* m_row;
    std::vector<charts::Gauge*> m_gauges;
    std::vector<std::size_t> m_order; // which reading each gauge shows; stays while the run goes
};

} // namespace bw::live
