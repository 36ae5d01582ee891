#include "ui/bridge/plan_checker.h"

#include "core/runplan/feed_data.h"
#include "core/testplan/budget_file.h"
#include "core/testplan/plan_file.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace bw::bridge {
namespace {

constexpr int kWaitMs = 100; // for large plans, while a person types

// Enough for the first lines of a table, and for a small list of objects.
constexpr qint64 kFeedBegin = 1024 * 1024;

struct Checked {
    PlanStatePtr state;
    PlanReferences references;
};

// The beginning of a large table says the same as all of it; a list of objects has to be read whole.
std::vector<std::string> columnsOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    if (path.empty() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    std::string begin = file.read(kFeedBegin).toStdString();
    const bool isJson = path.ends_with(".json");
    const bool isWhole = file.atEnd();
    if (!isWhole && !isJson) {
        begin.resize(begin.rfind('\n') == std::string::npos ? 0 : begin.rfind('\n') + 1);
    }
    if (isJson && !isWhole) {
        return {};
    }
    auto data = isJson ? runplan::readJsonFeed(begin) : runplan::readCsvFeed(begin);
    return data ? std::move(data->columns) : std::vector<std::string>();
}

std::vector<FeedColumns> feedColumns(const testplan::TestPlan& plan, const std::string& folder) {
    std::vector<FeedColumns> feeds;
    for (const testplan::FeedSpec& feed : plan.feeds) {
        feeds.push_back({feed.name, columnsOf(testplan::pathUnder(folder, feed.file))});
    }
    return feeds;
}

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
        result.references.budgets = sharedBudgets(*state.plan, folders);
        if (!path.empty()) {
            const QString folder = QFileInfo(QString::fromStdString(path)).absolutePath();
            result.references.feeds = feedColumns(*state.plan, folder.toStdString());
        }
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
                Q_EMIT checked(was, result.state, result.references);
            } else if (m_next) {
                m_wait.start(m_next->text.size() > kLiveBytes ? kWaitMs : 0);
            }
        });
}

} // namespace bw::bridge
