#include "ui/shell/plan_desk.h"

#include "ui/designer/design_view.h"
#include "ui/theme/icons.h"

#include <QFileInfo>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::shell {

PlanDesk::PlanDesk(PlanSurroundings surroundings, QWidget* parent)
    : QWidget(parent)
    , m_surroundings(std::move(surroundings))
    , m_tabs(new QTabBar(this))
    , m_views(new QStackedWidget(this)) {
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(false);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->setAccessibleName(tr("Open plans"));
    m_tabs->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_isChanging && index >= 0) {
            show(index);
        }
    });
    connect(m_tabs, &QTabBar::tabCloseRequested, this, [this](int index) {
        setCurrent(index);
        closeCurrent();
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_views, 1);
}

PlanDesk::~PlanDesk() = default;

OpenPlan& PlanDesk::add() {
    OpenPlan& plan = *m_plans.emplace_back(std::make_unique<OpenPlan>(m_surroundings, m_views));
    m_views->addWidget(&plan.design());
    m_isChanging = true;
    m_tabs->addTab(plan.title());
    m_isChanging = false;
    connect(&plan.document(), &bridge::PlanDocument::fileChanged, this, &PlanDesk::tell);
    connect(&plan.document(), &bridge::PlanDocument::stateChanged, this, &PlanDesk::tell);
    Q_EMIT added(&plan);
    show(count() - 1);
    return plan;
}

OpenPlan& PlanDesk::place() {
    return !m_plans.empty() && current().isUnused() ? current() : add();
}

int PlanDesk::indexOf(const QString& path) const {
    const QString wanted = QFileInfo(path).canonicalFilePath();
    const auto found = std::ranges::find_if(m_plans, [&](const std::unique_ptr<OpenPlan>& plan) {
        const QString own = QString::fromStdString(plan->document().path());
        return !wanted.isEmpty() && QFileInfo(own).canonicalFilePath() == wanted;
    });
    return found == m_plans.end() ? -1 : static_cast<int>(found - m_plans.begin());
}

void PlanDesk::open(const QString& path) {
    if (const int index = indexOf(path); index >= 0) {
        setCurrent(index);
        return;
    }
    OpenPlan& plan = place();
    plan.document().open(path.toStdString());
}

void PlanDesk::setCurrent(int index) {
    if (index >= 0 && index < count()) {
        show(index);
    }
}

void PlanDesk::step(int by) {
    setCurrent((m_current + by + count()) % count());
}

void PlanDesk::show(int index) {
    if (m_current < count() && m_current != index) {
        current().setCurrent(false);
    }
    m_current = index;
    m_isChanging = true;
    m_tabs->setCurrentIndex(index);
    m_isChanging = false;
    m_views->setCurrentWidget(&current().design());
    current().setCurrent(true);
    tell();
    Q_EMIT currentChanged();
}

void PlanDesk::tell() {
    for (int i = 0; i < count(); ++i) {
        OpenPlan& plan = *m_plans[static_cast<std::size_t>(i)];
        m_tabs->setTabText(i, plan.title());
        m_tabs->setTabToolTip(i, QString::fromStdString(plan.document().path()));
    }
    m_tabs->setVisible(count() > 1);
}

void PlanDesk::remove(int index) {
    const std::unique_ptr<OpenPlan> gone = std::move(m_plans[static_cast<std::size_t>(index)]);
    m_plans.erase(m_plans.begin() + index);
    m_isChanging = true;
    m_tabs->removeTab(index);
    m_isChanging = false;
    m_current = std::min(index, count() - 1);
    gone->setCurrent(false);
    show(m_current);
    Q_EMIT removed(gone.get());
}

void PlanDesk::closeCurrent() {
    if (!current().files().mayLeave()) {
        return;
    }
    current().document().close(); // nothing to recover: the person decided
    if (count() > 1) {
        remove(m_current);
    } else {
        tell();
        Q_EMIT currentChanged();
    }
}

bool PlanDesk::mayLeave() {
    for (int i = 0; i < count(); ++i) {
        OpenPlan& plan = *m_plans[static_cast<std::size_t>(i)];
        if (plan.document().isModified() && !plan.isUnused()) {
            setCurrent(i); // what is asked about is in sight
        }
        if (!plan.files().mayLeave()) {
            return false;
        }
    }
    return true;
}

void PlanDesk::closeAll() {
    for (const std::unique_ptr<OpenPlan>& plan : m_plans) {
        plan->document().close();
    }
}

} // namespace bw::shell
