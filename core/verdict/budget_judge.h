#pragma once

#include "core/metrics/metric.h"
#include "core/verdict/evaluation.h"
#include "core/verdict/judging.h"
#include "core/verdict/throughput_meter.h"
#include "core/verdict/view_set.h"

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace bw::verdict {

// The plan's budgets over the views of a run. Not thread-safe.
class BudgetJudge {
public:
    BudgetJudge(const metrics::MetricRegistry& metrics, std::span<const JudgedBudget> budgets,
                ViewSet& views);

    void add(const metrics::Frame& frame);

    // `judged` is the run time that rates are over.
    [[nodiscard]] std::vector<BudgetResult> evaluate(const ViewSet& views, Duration judged,
                                                     Moment moment) const;

private:
    struct Requests {
        testplan::RequestRow spec;
        BudgetOrigin origin = BudgetOrigin::Own;
        ViewId count;
        ViewId failed;
        ViewId latency;  // of all that were answered
        ViewId answered; // latency of those whose status was expected
        ThroughputRow throughput;
    };
    struct Rate {
        testplan::MetricRow spec;
        std::optional<ViewId> view;
    };
    struct Process {
        testplan::ProcessRow spec;
        ViewId cpu;
        ViewId memory;
    };
    struct Table {
        std::string name;
        std::vector<std::variant<Requests, Rate, Process>> rows;
    };

    [[nodiscard]] BudgetState withoutRequests(const Requests& row) const;
    [[nodiscard]] Requests prepare(const testplan::RequestRow& row, BudgetOrigin origin, ViewSet& views);
    [[nodiscard]] BudgetRowResult judge(const Requests& row, const ViewSet& views, Duration judged,
                                        Moment moment) const;
    [[nodiscard]] LimitResult throughputOf(const Requests& row, Duration judged) const;
    [[nodiscard]] BudgetRowResult judge(const Rate& row, const ViewSet& views, Duration judged,
                                        Moment moment) const;
    [[nodiscard]] BudgetRowResult judge(const Process& row, const ViewSet& views, Duration judged,
                                        Moment moment) const;

    std::vector<Table> m_tables;
    ThroughputMeter m_throughput;
    std::set<std::string, std::less<>> m_requestTags; // their keys, of all requests so far
};

} // namespace bw::verdict
