#pragma once

#include "core/testplan/budget_spec.h"
#include "ui/bridge/plan_state.h"
#include "ui/bridge/plan_worker.h"

#include <QObject>
#include <QTimer>

#include <string>
#include <vector>

namespace bw::bridge {

// A table of limits that stands in a file of its own, and where it was found; no rows when it was not.
struct SharedBudget {
    std::string use;
    std::string file;
    std::vector<testplan::BudgetRow> rows;
    friend bool operator==(const SharedBudget&, const SharedBudget&) = default;
};

// What the rows of a data file are made of, as far as it could be read.
struct FeedColumns {
    std::string feed;
    std::vector<std::string> columns;
    friend bool operator==(const FeedColumns&, const FeedColumns&) = default;
};

// What was found where a plan refers to.
struct PlanReferences {
    std::vector<SharedBudget> budgets;
    std::vector<FeedColumns> feeds;
    friend bool operator==(const PlanReferences&, const PlanReferences&) = default;
};

// Looks at what a plan refers to, files and shared budgets, off the user's thread. States that come while one
// is looked at are passed over for the newest. Lives on the user's thread.
class PlanChecker : public QObject {
    Q_OBJECT

public:
    explicit PlanChecker(QObject* parent = nullptr);

    void setBudgetFolders(std::vector<std::string> folders) { m_folders = std::move(folders); }
    // `path`: where the plan stands or will stand; checked() follows, unless a newer state comes.
    void check(const PlanStatePtr& state, const std::string& path);
    // Nothing more is told of what was given before.
    void cancel();

Q_SIGNALS:
    // `now` is `was` with every problem.
    void checked(const bw::bridge::PlanStatePtr& was, const bw::bridge::PlanStatePtr& now,
                 const bw::bridge::PlanReferences& references);

private:
    void start();

    std::vector<std::string> m_folders;
    PlanStatePtr m_next;
    std::string m_path;
    bool m_isBusy = false;
    QTimer m_wait;
    PlanWorker m_worker;
};

} // namespace bw::bridge
