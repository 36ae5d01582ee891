#pragma once

#include "ui/bridge/run_options.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace bw::shell {

// "Run with…": one run with another duration, number of virtual users or environment, without editing the
// plan.
class RunDialog : public QDialog {
    Q_OBJECT

public:
    RunDialog(const QStringList& environments, const bridge::RunOptions& options, QWidget* parent = nullptr);

    [[nodiscard]] bridge::RunOptions options() const;

private:
    void setupForm(const QStringList& environments);
    void check();

    bridge::RunOptions m_options;
    QLineEdit* m_duration;
    QLineEdit* m_vus;
    QComboBox* m_environment;
    QLineEdit* m_build;
    QLineEdit* m_note;
    QLabel* m_problem;
    QPushButton* m_run = nullptr;
};

} // namespace bw::shell
