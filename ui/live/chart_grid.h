#pragma once

#include "ui/bridge/detailed_picture.h"
#include "ui/bridge/run_picture.h"
#include "ui/charts/time_selection.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QSettings;
class QToolButton;

namespace bw::charts {
class CrossHair;
class TimeChart;
class TimeView;
} // namespace bw::charts

namespace bw::live {

// Charts over run time with one cross-hair and, of a run that is over, one selection: throughput with errors,
// response times (as a heat map or as curves alone), WebSocket sessions with their messages and how late
// these were, virtual users with what was wanted, and the generator's own use. Of requests and of sessions
// only what the run has.
class ChartGrid : public QWidget {
    Q_OBJECT

public:
    // The settings remember whether there is a heat map; they outlive the grid.
    explicit ChartGrid(QSettings& settings, QWidget* parent = nullptr);

    void clear();
    void setPicture(const bridge::RunPicturePtr& picture);
    // What detailRequested() asked for; shown as long as it has all that is in sight.
    void setDetail(const bridge::DetailedPicturePtr& detail);
    void clearSelection();
    // Closer to the part that is selected.
    void zoomToSelection();

Q_SIGNALS:
    // A part of the run, or none any more.
    void selected(const std::optional<bw::charts::TimeSpan>& span);
    // A moment, in seconds of run time, is to be marked with a note.
    void noteRequested(double second);
    // Somebody looks closer than the picture's rows are.
    void detailRequested(const bw::bridge::RunPicturePtr& overview, bw::history::Window window);

private:
    void setupCharts();
    void setupHeat(QSettings& settings);
    void setupFollowing();
    void showFollowing();
    void showLatency();
    void showKinds(bool hasRequests, bool hasSessions);
    void draw();
    void followView();
    [[nodiscard]] const bridge::RunPicturePtr& drawn() const;

    QGridLayout* m_grid;
    charts::CrossHair* m_crossHair;
    charts::TimeSelection* m_selection;
    charts::TimeView* m_view;
    QToolButton* m_follow;
    QToolButton* m_heat;
    bridge::RunPicturePtr m_picture;
    bridge::DetailedPicturePtr m_detail;    // of the picture, while it is drawn instead
    std::optional<history::Window> m_asked; // what was asked for last, while it may do
    charts::TimeChart* m_throughput;
    charts::TimeChart* m_latency;
    charts::TimeChart* m_sessions;
    charts::TimeChart* m_messageLatency;
    charts::TimeChart* m_vus;
    charts::TimeChart* m_generator;
    std::vector<charts::TimeChart*> m_all;
};

} // namespace bw::live
