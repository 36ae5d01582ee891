#include "ui/shell/open_plan.h"

#include "ui/designer/design_view.h"
#include "ui/designer/tryit/try_panel.h"

namespace bw::shell {

OpenPlan::OpenPlan(const PlanSurroundings& surroundings, QWidget* parent)
    : QObject(parent)
    , m_recovery(surroundings.recoveryFolder)
    , m_document(&m_recovery)
    , m_design(new designer::DesignView(m_document, surroundings.settings, surroundings.resources, parent))
    , m_files(new PlanFiles(m_document, surroundings.notices, surroundings.settings, &surroundings.window))
    , m_conductor(new RunConductor(m_document, surroundings.session, surroundings.notices,
                                   surroundings.settings, this)) {
    m_document.setBudgetFolders({surroundings.resources + "/budgets"});
    m_design->tryPanel().setOptionsOf([this] { return m_conductor->allowedOptions(); });
}

OpenPlan::~OpenPlan() {
    // The view looks at the document until its end, and the files' questions are the window's children.
    delete m_files;
    delete m_conductor;
    delete m_design;
}

bool OpenPlan::isUnused() {
    const bool isNew = m_document.path().empty() && m_document.undoStack().count() == 0;
    return !m_document.isOpen() || (isNew && m_document.isExpendable());
}

void OpenPlan::setCurrent(bool isCurrent) {
    m_files->setCurrent(isCurrent);
    m_conductor->setCurrent(isCurrent);
}

QString OpenPlan::title() const {
    const QString title = m_document.isOpen() ? m_document.title() : tr("No plan");
    return m_document.isModified() ? title + QStringLiteral(" •") : title;
}

} // namespace bw::shell
