#pragma once

#include "ui/bridge/run_picture.h"

#include <QWidget>

class QSettings;
class QStackedWidget;

namespace bw::widgets {
class EmptyState;
}

namespace bw::live {

class ChartGrid;
class GaugeRow;
class ResultTabs;
class ScenarioBars;
class VerdictStrip;

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
    // Nothing was run: says what the view is for.
    void clear();
    [[nodiscard]] bridge::RunPicturePtr picture() const { return m_picture; }

    void focusFilter();

Q_SIGNALS:
    void startRequested();

private:
    void setupEmpty();
    void setupContent(QSettings& settings);

    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    VerdictStrip* m_strip;
    ScenarioBars* m_scenarios;
    GaugeRow* m_gauges;
    ChartGrid* m_charts;
    ResultTabs* m_tabs;
    bridge::RunPicturePtr m_picture;
};

} // namespace bw::live
