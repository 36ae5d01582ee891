#include "ui/designer/form_stack.h"

#include "ui/designer/budget_form.h"
#include "ui/designer/budget_list_form.h"
#include "ui/designer/feed_form.h"
#include "ui/designer/flow_page.h"
#include "ui/designer/outline_model.h"
#include "ui/designer/plan_form.h"
#include "ui/designer/scenario_form.h"
#include "ui/designer/scenario_list_form.h"
#include "ui/designer/threshold_form.h"
#include "ui/designer/variable_form.h"
#include "ui/widgets/empty_state.h"

#include <QStackedWidget>

namespace bw::designer {
namespace {

// Flows and everything in them share a page.
NodeKind pageKind(NodeKind kind) {
    switch (kind) {
    case NodeKind::Flow:
    case NodeKind::StepList:
    case NodeKind::Step:
        return NodeKind::Flows;
    default:
        return kind;
    }
}

} // namespace

FormStack::FormStack(bridge::PlanDocument& document, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_stack(new QStackedWidget(this))
    , m_unreadable(new widgets::EmptyState(QStringLiteral("warning"), m_stack)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // the fields have it
    setWidget(m_stack);
    m_stack->addWidget(m_unreadable);
    // All at once, so that the Tab key finds them between the outline and the JSON.
    add(NodeKind::Plan, new PlanForm(m_document, m_stack));
    add(NodeKind::Scenarios, new ScenarioListForm(m_document, m_stack));
    add(NodeKind::Scenario, new ScenarioForm(m_document, m_stack));
    add(NodeKind::Flows, new FlowPage(m_document, m_stack));
    add(NodeKind::Variables, new VariableForm(m_document, m_stack));
    add(NodeKind::Feeds, new FeedForm(m_document, m_stack));
    add(NodeKind::Thresholds, new ThresholdForm(m_document, m_stack));
    add(NodeKind::Budgets, new BudgetListForm(m_document, m_stack));
    add(NodeKind::Budget, new BudgetForm(m_document, m_stack));
}

FormPage* FormStack::page() const {
    return qobject_cast<FormPage*>(m_stack->currentWidget());
}

void FormStack::add(NodeKind kind, FormPage* page) {
    m_pages[kind] = page;
    m_stack->addWidget(page);
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
    m_stack->setCurrentWidget(m_unreadable);
}

void FormStack::showLine(const QModelIndex& line) {
    if (!line.isValid()) {
        showUnreadable();
        return;
    }
    FormPage* page = m_pages.at(pageKind(static_cast<NodeKind>(line.data(kNodeKindRole).toInt())));
    if (auto* flow = qobject_cast<FlowPage*>(page)) {
        flow->setLine(line.data().toString(), line.data(kBadgeRole).toString(),
                      line.data(kDetailsRole).toString());
    }
    page->showPlace(line.data(kPlaceRole).toString());
    if (m_stack->currentWidget() != page) {
        // Hidden pages must not make the shown one longer than it is.
        for (const auto& [kind, other] : m_pages) {
            const auto policy = other == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            other->setSizePolicy(QSizePolicy::Preferred, policy);
        }
        m_stack->setCurrentWidget(page);
    }
}

} // namespace bw::designer
