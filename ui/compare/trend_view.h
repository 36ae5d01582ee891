#pragma once

#include "core/report/trend_model.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSettings;
class QStackedWidget;

namespace bw::charts {
class RunChart;
}
namespace bw::widgets {
class DataTable;
class EmptyState;
} // namespace bw::widgets

namespace bw::compare {

class TrendTable;

// How the figures of a plan went from run to run: the figures as a table, the chosen one as a chart.
class TrendView : public QWidget {
    Q_OBJECT

public:
    using ModelPtr = std::shared_ptr<const report::TrendModel>;

    // The settings keep columns and splitter; they outlive the view.
    explicit TrendView(QSettings& settings, QWidget* parent = nullptr);

    // Until a model comes: it is being read.
    void begin();
    void setModel(const ModelPtr& model);
    [[nodiscard]] ModelPtr model() const { return m_shown; }

    // The parts, for tests and pictures.
    [[nodiscard]] widgets::DataTable& table() const { return *m_table; }
    [[nodiscard]] charts::RunChart& chart() const { return *m_chart; }

Q_SIGNALS:
    void openRequested(bw::history::RunId run);

private:
    void setupTable(QSettings& settings);
    void setupLayout(QSettings& settings);
    void showRow();

    QStackedWidget* m_stack;
    widgets::EmptyState* m_waiting;
    QLabel* m_title;
    TrendTable* m_model;
    widgets::DataTable* m_table;
    charts::RunChart* m_chart;
    ModelPtr m_shown;
};

} // namespace bw::compare
