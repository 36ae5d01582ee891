#include "ui/designer/form_stack.h"

#include "core/testplan/plan_keys.h"
#include "ui/designer/flow/flow_form.h"
#include "ui/designer/flow/flow_list_form.h"
#include "ui/designer/flow/step_edits.h"
#include "ui/designer/load/scenario_form.h"
#include "ui/designer/load/scenario_list_form.h"
#include "ui/designer/plan/budget_form.h"
#include "ui/designer/plan/budget_list_form.h"
#include "ui/designer/plan/feed_form.h"
#include "ui/designer/plan/plan_form.h"
#include "ui/designer/plan/threshold_form.h"
#include "ui/designer/plan/variable_form.h"
#include "ui/designer/step/step_forms.h"
#include "ui/widgets/empty_state.h"

#include <QVBoxLayout>

namespace bw::designer {
FormStack::FormStack(bridge::PlanDocument& document, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_stack(new QWidget(this))
    , m_column(new QVBoxLayout(m_stack))
    , m_unreadable(new widgets::EmptyState(QStringLiteral("warning"), m_stack)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // the fields have it
    setWidget(m_stack);
    addHidden(m_unreadable);
    // All at once, so that the Tab key finds them between the outline and the JSON.
    add(NodeKind::Plan, new PlanForm(m_document, m_stack));
    add(NodeKind::Scenarios, new ScenarioListForm(m_document, m_stack));
    add(NodeKind::Scenario, new ScenarioForm(m_document, m_stack));
    add(NodeKind::Flows, new FlowListForm(m_document, m_stack));
    add(NodeKind::Flow, new FlowForm(m_document, m_stack));
    addSteps();
    add(NodeKind::Variables, new VariableForm(m_document, m_stack));
    add(NodeKind::Feeds, new FeedForm(m_document, m_stack));
    add(NodeKind::Thresholds, new ThresholdForm(m_document, m_stack));
    add(NodeKind::Budgets, new BudgetListForm(m_document, m_stack));
    add(NodeKind::Budget, new BudgetForm(m_document, m_stack));
}

FormPage* FormStack::page() const {
    return qobject_cast<FormPage*>(m_shown);
}

void FormStack::add(NodeKind kind, FormPage* page) {
    m_pages[kind] = page;
    addHidden(page);
}

void FormStack::addHidden(QWidget* page) {
    page->hide();
    m_column->addWidget(page);
}

void FormStack::reveal(QWidget* page) {
    if (m_shown != page) {
        if (m_shown != nullptr) {
            m_shown->hide();
        }
        m_shown = page;
        page->show();
    }
}

void FormStack::showUnreadable() {
    const bridge::PlanStatePtr state = m_document.state();
    if (state && bridge::isNewerFormat(*state)) {
        m_unreadable->setWords(
            tr("A newer Bellwether wrote this plan"),
            tr("It is shown as JSON and is not written over. Use a newer Bellwether to edit it."));
    } else {
        m_unreadable->setWords(
            tr("This text is no plan"),
            tr("The line that is wrong is marked in the JSON. As soon as it is mended, the forms "
               "are here."));
    }
    reveal(m_unreadable);
}

void FormStack::addSteps() {
    for (const std::string_view kind : testplan::keys::kStepKinds) {
        FormPage* page = makeStepForm(kind, m_document, m_stack);
        m_stepPages.emplace(kind, page);
        addHidden(page);
    }
}

FormPage* FormStack::stepPage(const QString& place) const {
    const bridge::PlanStatePtr state = m_document.state();
    const testplan::Step* step = state && state->plan ? findStep(*state->plan, place.toStdString()) : nullptr;
    return step == nullptr ? nullptr : m_stepPages.find(testplan::stepKindName(step->kind))->second;
}

void FormStack::show(NodeKind kind, const QString& place) {
    if (kind == NodeKind::Step) {
        if (FormPage* page = stepPage(place)) {
            bring(page, place);
            return;
        }
        kind = NodeKind::StepList;
    }
    const auto found = m_pages.find(kind == NodeKind::StepList ? NodeKind::Flow : kind);
    if (found != m_pages.end()) {
        bring(found->second, place);
    }
}

void FormStack::bring(FormPage* page, const QString& place) {
    page->showPlace(place);
    reveal(page);
}

} // namespace bw::designer
