#pragma once

#include "core/report/report_model.h"

#include <QScrollArea>

namespace bw::widgets {
class FactList;
}

namespace bw::live {

// What the run was, and the program and the machine that made its load.
class AboutPane : public QScrollArea {
    Q_OBJECT

public:
    explicit AboutPane(QWidget* parent = nullptr);

    void setRun(const report::RunInfo& run);

private:
    widgets::FactList* m_run;
    widgets::FactList* m_machine;
};

} // namespace bw::live
