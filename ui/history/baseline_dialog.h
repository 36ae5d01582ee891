#pragma once

#include "ui/bridge/history_service.h"
#include "ui/bridge/run_list.h"

#include <QDialog>

#include <map>
#include <string>

class QDoubleSpinBox;
class QRadioButton;
class QSpinBox;

namespace bw::history_view {

// What the runs of a plan in an environment are held against: this run, or the median of the last good ones;
// and how far each figure may move before it is a regression.
class BaselineDialog : public QDialog {
    Q_OBJECT

public:
    // Begins with what is set now.
    explicit BaselineDialog(const bridge::RunListEntry& run, QWidget* parent = nullptr);

    [[nodiscard]] bridge::BaselineChoice choice() const;
    // "Hold against nothing" was chosen.
    [[nodiscard]] bool isCleared() const { return m_isCleared; }

private:
    void setupTolerances(const bridge::RunListEntry& run);
    void setupLayout(const bridge::RunListEntry& run);

    QRadioButton* m_thisRun;
    QRadioButton* m_goodRuns;
    QSpinBox* m_count;
    std::map<std::string, QDoubleSpinBox*> m_tolerances; // by metric
    bool m_isCleared = false;
};

} // namespace bw::history_view
