#pragma once

#include "ui/bridge/run_picture.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace bw::charts {
class CrossHair;
class TimeChart;
} // namespace bw::charts

namespace bw::live {

// Charts over run time with one cross-hair: throughput with errors, response times, WebSocket sessions with
// their messages and how late these were, virtual users with what was wanted, and the generator's own use.
// Of requests and of sessions only what the run has.
class ChartGrid : public QWidget {
    Q_OBJECT

public:
    explicit ChartGrid(QWidget* parent = nullptr);

    void clear();
    void setPicture(const bridge::RunPicture& picture);

private:
    void setupCharts();
    void showKinds(bool hasRequests, bool hasSessions);

    QGridLayout* m_grid;
    charts::CrossHair* m_crossHair;
    charts::TimeChart* m_throughput;
    charts::TimeChart* m_latency;
    charts::TimeChart* m_sessions;
    charts::TimeChart* m_messageLatency;
    charts::TimeChart* m_vus;
    charts::TimeChart* m_generator;
    std::vector<charts::TimeChart*> m_all;
};

} // namespace bw::live
