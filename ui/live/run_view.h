#pragma once

#include "ui/bridge/history_service.h"
#include "ui/bridge/run_picture.h"
#include "ui/bridge/window_picture.h"
#include "ui/charts/time_selection.h"

#include <QWidget>

class QSettings;
class QStackedWidget;

namespace bw::widgets {
class EmptyState;
}

namespace bw::live {

class ChartGrid;
class GaugeRow;
class HealthNotice;
class ResultTabs;
class ScenarioBars;
class SteeringBar;
class VerdictStrip;
class WindowBar;

// A run while it goes; and, given one picture and no moments, a run out of the history: the same view,
// frozen.
class RunView : public QWidget {
    Q_OBJECT

public:
    // The settings keep splitters and columns; they outlive the view.
    explicit RunView(QSettings& settings, QWidget* parent = nullptr);

    // Forgets the run before; shows that the next one is being prepared.
    void begin();
    void setMoment(const bridge::RunMoment& moment);
    void setPicture(const bridge::RunPicturePtr& picture);
    // What windowRequested() asked for.
    void setWindow(const bridge::WindowPicturePtr& window);
    // What detailRequested() asked for.
    void setDetail(const bridge::DetailedPicturePtr& detail);
    // What checkRequested() asked for; nullptr: there is no baseline.
    void setRegression(history::RunId run, const bridge::RegressionPtr& regression);
    // The plan that is open in the designer, for what changed since the run.
    void setPlanOfToday(const std::string& name, const std::string& text);
    // Nothing was run: says what the view is for.
    void clear();
    [[nodiscard]] bridge::RunPicturePtr picture() const { return m_picture; }

    void focusFilter();
    // Puts the cursor where the present moment gets its note; nothing unless a run goes.
    void askForNote();

Q_SIGNALS:
    void startRequested();
    // Of the run that is shown: a part that was selected, or the whole when it is over.
    void windowRequested(bw::history::RunId run, bw::history::Window window);
    // While it goes: what is asked of the run. The amount is beside the plan's load.
    void pauseRequested();
    void resumeRequested();
    void loadRequested(const QString& scenario, double amount);
    // A note on a moment; none: now.
    void noteRequested(const QString& text, std::optional<Duration> at);
    // The same for a run that is over.
    void keptNoteRequested(bw::history::RunId run, Duration at, const QString& text);
    void keptNoteRemoved(bw::history::RunId run, const bw::history::MarkRecord& note);
    // Of the run that is shown, out of the history: somebody looks closer than its rows are.
    void detailRequested(const bw::bridge::RunPicturePtr& overview, bw::history::Window window);
    // Once it is over: how does it stand beside its baseline?
    void checkRequested(bw::history::RunId run);
    void compareRequested(const std::vector<bw::history::RunId>& before,
                          const std::vector<bw::history::RunId>& after);

protected:
    // Escape leads back from one request to all.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void onSelected(const std::optional<charts::TimeSpan>& span);
    void onNote(const QString& text, std::optional<Duration> at);
    void onNoteTakenBack(double second, const QString& text);
    void showMarks(std::vector<report::MarkRow> marks);
    [[nodiscard]] std::optional<history::RunId> run() const;

    void setupEmpty();
    void setupContent(QSettings& settings);
    void setupSteering();

    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    VerdictStrip* m_strip;
    HealthNotice* m_health;
    ScenarioBars* m_scenarios;
    SteeringBar* m_steering;
    GaugeRow* m_gauges;
    ChartGrid* m_charts;
    WindowBar* m_window;
    ResultTabs* m_tabs;
    std::optional<history::Window> m_selected;
    bridge::RunPicturePtr m_picture;
};

} // namespace bw::live
