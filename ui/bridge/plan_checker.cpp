#include "ui/bridge/plan_checker.h"

#include "core/testplan/budget_file.h"
#include "core/testplan/plan_file.h"

#include <algorithm>

namespace bw::bridge {
namespace {

constexpr int kWaitMs = 100; // for large plans, while a person types

struct Checked {
    PlanStatePtr state;
    std::vector<SharedBudget> budgets;
};

std::vector<SharedBudget> sharedBudgets(const testplan::TestPlan& plan,
                                        const std::vector<std::string>& folders) {
    std::vector<SharedBudget> shared;
    for (testplan::BudgetSpec& budget : testplan::resolveBudgets(plan.budgets, folders).budgets) {
        if (!budget.use.empty()) {
            shared.push_back({budget.use, testplan::budgetFile(budget.use, folders), std::move(budget.rows)});
        }
    }
    return shared;
}

Checked checkState(const PlanState& state, const std::string& path, const std::vector<std::string>& folders) {
    Checked result;
    // A plan without a file has no folder yet, so what it names cannot be missing.
    testplan::ParseOutcome outcome =
        path.empty() ? testplan::parse(state.text) : testplan::checkPlan(state.text, path, folders);
    result.state =
        std::make_shared<const PlanState>(PlanState{state.text, state.plan, std::move(outcome.problems)});
    if (state.plan) {
        result.budgets = sharedBudgets(*state.plan, folders);
    }
    return result;
}

} // namespace

PlanChecker::PlanChecker(QObject* parent)
    : QObject(parent) {
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PlanChecker::start);
}

void PlanChecker::check(const PlanStatePtr& state, const std::string& path) {
    m_next = state;
    m_path = path;
    if (!m_isBusy && !m_wait.isActive()) {
        m_wait.start(state->text.size() > kLiveBytes ? kWaitMs : 0);
    }
}

void PlanChecker::cancel() {
    m_next = nullptr;
}

void PlanChecker::start() {
    if (!m_next || m_isBusy) {
        return;
    }
    m_isBusy = true;
    m_worker.run(
        [state = m_next, path = m_path, folders = m_folders] { return checkState(*state, path, folders); },
        [this, was = m_next](const Checked& result) {
            m_isBusy = false;
            if (m_next == was) {
                m_next = nullptr;
                Q_EMIT checked(was, result.state, result.budgets);
            } else if (m_next) {
                m_wait.start(m_next->text.size() > kLiveBytes ? kWaitMs : 0);
            }
        });
}

} // namespace bw::bridge
