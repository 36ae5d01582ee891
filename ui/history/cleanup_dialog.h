#pragma once

#include "core/history/retention.h"
#include "ui/bridge/run_list.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace bw::history_view {

// Which runs go, by age and number; says how many before anything does.
class CleanupDialog : public QDialog {
    Q_OBJECT

public:
    // Newest first.
    explicit CleanupDialog(const bridge::RunList& runs, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<history::RunId> going() const;

private:
    void setupLayout();
    void tell();

    std::vector<history::RunSummary> m_runs;
    std::vector<history::Baseline> m_baselines;
    QCheckBox* m_byAge;
    QSpinBox* m_days;
    QCheckBox* m_byCount;
    QSpinBox* m_keep;
    QLabel* m_words;
    QPushButton* m_delete = nullptr;
};

} // namespace bw::history_view
