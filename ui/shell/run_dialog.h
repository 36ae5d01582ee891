#pragma once

#include "ui/bridge/run_options.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace bw::shell {

// "Run with…": one run with another duration, number of virtual users or environment, without editing the
// plan, and the processes that this plan's runs watch.
class RunDialog : public QDialog {
    Q_OBJECT

public:
    RunDialog(const QStringList& environments, const bridge::RunOptions& options, QWidget* parent = nullptr);

    [[nodiscard]] bridge::RunOptions options() const;

private:
    void setupFields(const QStringList& environments);
    void setupForm();
    void check();
    // What is wrong with what is written, in words; empty: nothing. Marks the fields.
    [[nodiscard]] QString problem() const;

    bridge::RunOptions m_options;
    QLineEdit* m_duration;
    QLineEdit* m_vus;
    QComboBox* m_environment;
    QLineEdit* m_build;
    QLineEdit* m_note;
    QLineEdit* m_watched;
    QLabel* m_problem;
    QPushButton* m_run = nullptr;
};

} // namespace bw::shell
