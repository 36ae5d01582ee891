#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/bridge/plan_recovery.h"
#include "ui/bridge/run_session.h"
#include "ui/shell/plan_files.h"
#include "ui/shell/run_conductor.h"

#include <QObject>

class QSettings;

namespace bw::designer {
class DesignView;
}

namespace bw::shell {

class NoticeArea;

// What the plans of one window share. All of it outlives them.
struct PlanSurroundings {
    QString recoveryFolder;
    std::string resources;
    bridge::RunSession& session;
    NoticeArea& notices;
    QSettings& settings;
    QWidget& window;
};

// One plan that is open: its document, its Design view, and the questions around its file and its runs. What
// it has to say is said while it is the current one.
class OpenPlan : public QObject {
    Q_OBJECT

public:
    explicit OpenPlan(const PlanSurroundings& surroundings, QWidget* parent);
    ~OpenPlan() override;

    [[nodiscard]] bridge::PlanDocument& document() { return m_document; }
    [[nodiscard]] designer::DesignView& design() { return *m_design; }
    [[nodiscard]] PlanFiles& files() { return *m_files; }
    [[nodiscard]] RunConductor& conductor() { return *m_conductor; }

    // Another plan may take its place without a loss: nothing is open, or nothing was done to a new plan.
    [[nodiscard]] bool isUnused();
    void setCurrent(bool isCurrent);
    // "Orders •" while there is something to save.
    [[nodiscard]] QString title() const;

private:
    bridge::PlanRecovery m_recovery;
    bridge::PlanDocument m_document;
    designer::DesignView* m_design;
    PlanFiles* m_files;
    RunConductor* m_conductor;
};

} // namespace bw::shell
