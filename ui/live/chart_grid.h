#pragma once

#include "ui/bridge/detailed_picture.h"
#include "ui/bridge/run_picture.h"
#include "ui/charts/time_selection.h"
#include "ui/live/chart_data.h"

#include <QWidget>

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QScrollArea;
class QSettings;
class QToolButton;

namespace bw::charts {
class CrossHair;
class TimeChart;
class TimeView;
} // namespace bw::charts

namespace bw::widgets {
class ElidedLabel;
}

namespace bw::live {

class ChartMenu;
class ScopeBar;

// Charts over run time with one cross-hair and, of a run that is over, one selection: throughput with errors,
// response times (as a heat map or as curves alone), WebSocket sessions with their messages and how late
// these were, virtual users with what was wanted, watched processes, errors by kind, checks, bytes, and the
// generator's own use. A chart is there when the run has something for it and the menu says so; they scroll
// when they do not fit. One request may be looked at alone.
class ChartGrid : public QWidget {
    Q_OBJECT

public:
    // The settings remember which charts are shown and how; they outlive the grid.
    explicit ChartGrid(QSettings& settings, QWidget* parent = nullptr);
    ~ChartGrid() override;

    void clear();
    void setPicture(const bridge::RunPicturePtr& picture);
    // What detailRequested() asked for; shown as long as it has all that is in sight.
    void setDetail(const bridge::DetailedPicturePtr& detail);
    // Shows the requests of this name alone, as long as the run has curves of them; none: all together.
    void narrowTo(const std::optional<std::string>& request);
    void clearSelection();
    // No more than the two charts that a run is judged by, without their tools.
    void showMainOnly();
    // Closer to the part that is selected.
    void zoomToSelection();

Q_SIGNALS:
    // A part of the run, or none any more.
    void selected(const std::optional<bw::charts::TimeSpan>& span);
    // A moment, in seconds of run time, is to be marked with a note.
    void noteRequested(double second);
    // The note at a moment of a run that is over is to go.
    void noteTakenBack(double second, const QString& text);
    // Somebody looks closer than the picture's rows are.
    void detailRequested(const bw::bridge::RunPicturePtr& overview, bw::history::Window window);
    // Somebody is done with the request that is looked at alone.
    void allRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // What a chart tells by its title when a single request is looked at.
    enum class Scope : std::uint8_t { Run, Requests, OneRequest };
    struct Panel {
        QString key; // of its settings
        QString title;
        Scope scope = Scope::Run;
        std::function<bool(const bridge::RunPicture&)> hasAny;
        std::function<bool(const bridge::RunPicture&)> isUsual; // none: always
        std::function<charts::ChartData()> data;
        charts::TimeChart* chart = nullptr;
    };

    void setupLayout();
    void setupTools(QSettings& settings);
    QToolButton* addSwitch(QSettings& settings, const QString& key, const QString& name, const QString& tip,
                           bool isUsual);
    void setupFollowing();
    void setupProcessFigures(QSettings& settings);
    void setupPanels();
    void setupRequestPanels();
    void setupSessionPanels();
    void setupLoadPanels();
    void setupCountPanels();
    void setProcessTexts(charts::TimeChart& chart) const;
    Panel& add(const QString& key, const QString& title, Scope scope);
    void showFollowing();
    void showScope();
    [[nodiscard]] QString titleOf(const Panel& panel) const;
    [[nodiscard]] bool isShown(const Panel& panel) const;
    void showAll();
    void showPanels();
    void flush();
    void arrange();
    void fitRows();
    // nullptr: all are shown together.
    [[nodiscard]] const report::RequestRow* request() const;
    void followView();
    [[nodiscard]] const bridge::RunPicturePtr& drawn() const;

    ScopeBar* m_scope;
    QScrollArea* m_scroll;
    QGridLayout* m_grid;
    widgets::ElidedLabel* m_none;
    charts::CrossHair* m_crossHair;
    charts::TimeSelection* m_selection;
    charts::TimeView* m_view;
    ChartMenu* m_menu;
    QToolButton* m_follow;
    QToolButton* m_heat = nullptr;
    QToolButton* m_service = nullptr;
    QToolButton* m_figures;
    ProcessFigures m_processFigures = ProcessFigures::Use;
    bridge::RunPicturePtr m_picture;
    bridge::DetailedPicturePtr m_detail;    // of the picture, while it is drawn instead
    std::optional<history::Window> m_asked; // what was asked for last, while it may do
    std::optional<std::string> m_request;
    std::deque<Panel> m_panels;
    charts::TimeChart* m_processes = nullptr;   // of one of them
    std::vector<charts::TimeChart*> m_arranged; // in their cells
    int m_columns = 0;
    bool m_isMainOnly = false;
};

} // namespace bw::live
