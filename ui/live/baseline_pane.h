#pragma once

#include "ui/bridge/history_service.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace bw::widgets {
class DataTable;
}

namespace bw::live {

class RegressionTable;

// The run beside the baseline of its plan: what is to be said in a sentence, and every figure that moved
// further than it may.
class BaselinePane : public QWidget {
    Q_OBJECT

public:
    explicit BaselinePane(QWidget* parent = nullptr);

    void setRegression(const bridge::RegressionPtr& regression);
    [[nodiscard]] widgets::DataTable& table() { return *m_table; }

Q_SIGNALS:
    void compareRequested(const std::vector<bw::history::RunId>& before,
                          const std::vector<bw::history::RunId>& after);

private:
    QLabel* m_sentence;
    QToolButton* m_compare;
    RegressionTable* m_model;
    widgets::DataTable* m_table;
    bridge::RegressionPtr m_regression;
};

} // namespace bw::live
