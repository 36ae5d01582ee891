#pragma once

#include "ui/bridge/run_picture.h"

#include <QWidget>

namespace bw::charts {
class CrossHair;
class TimeChart;
} // namespace bw::charts

namespace bw::live {

// Four charts over run time with one cross-hair: throughput with errors, response times, virtual users with
// what was wanted, and the generator's own use.
class ChartGrid : public QWidget {
    Q_OBJECT

public:
    explicit ChartGrid(QWidget* parent = nullptr);

    void clear();
    void setPicture(const bridge::RunPicture& picture);

private:
    void setupCharts();

    charts::CrossHair* m_crossHair;
    charts::TimeChart* m_throughput;
    charts::TimeChart* m_latency;
    charts::TimeChart* m_vus;
    charts::TimeChart* m_generator;
};

} // namespace bw::live
