#pragma once

#include "ui/charts/chart_legend.h"
#include "ui/charts/curve.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace bw::charts {

class CrossHair;
class PlotView;
class TimeSelection;
class TimeView;

// Curves over run time with title, legend and shared cross-hair. Data may come at any rate: the chart is
// drawn at most twice a second, at once when there was none before, and not while it is hidden.
class TimeChart : public QWidget {
    Q_OBJECT

public:
    static constexpr int kRedrawMs = 500;

    // `title` names what is drawn, with its unit: "Response time, ms".
    explicit TimeChart(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    // How ticks read, and how values read exactly; plain numbers unless told. The title should not name the
    // unit when these do.
    void setTexts(ValueText ticks, ValueText exact);
    // The same for curves of AxisSide::Right.
    void setRightTexts(ValueText ticks, ValueText exact);
    // The cross-hair may go before the chart.
    void setCrossHair(CrossHair* crossHair);
    // The selection may go before the chart.
    void setSelection(TimeSelection* selection);
    // The view may go before the chart.
    void setView(TimeView* view);
    // Puts a control beside the title; the chart takes it.
    void addTool(QWidget* tool);
    void setData(ChartData data);
    // Draws what waits, at once.
    void flush();

    // The chart with its title, to put elsewhere.
    [[nodiscard]] QByteArray svg();
    void copyPicture();
    void copyCsv();

    [[nodiscard]] PlotView* plot() const { return m_plot; }

Q_SIGNALS:
    // A moment that the pointer is at, to be marked with a note.
    void noteRequested(double second);
    // A person's words at a moment are to go; of a chart that does not grow any more.
    void remarkTakenBack(double second, const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void setupLayout();
    void setupFonts();
    void onRedrawDue();
    void saveSvg();
    void addRemarkActions(QMenu& menu, const QPoint& place);
    void showLegend();
    // What the curves say, for those who cannot see them.
    void tellAccessibly(const std::vector<ChartLegend::Entry>& entries);

    QLabel* m_title;
    ChartLegend* m_legend;
    QHBoxLayout* m_head;
    PlotView* m_plot;
    QPointer<CrossHair> m_crossHair;
    QTimer m_redraw;
    ChartData m_waiting;
    bool m_isWaiting = false;
};

} // namespace bw::charts
