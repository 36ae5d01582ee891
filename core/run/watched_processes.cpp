#include "core/run/watched_processes.h"

#include "core/run/process_gauges.h"

#include <algorithm>
#include <string>

namespace bw::run {

std::vector<observe::ProcessSelection> watchedProcesses(const PreparedRun& prepared) {
    std::vector<observe::ProcessSelection> watched;
    const auto add = [&](const std::string& text) {
        if (std::ranges::find(watched, text, &observe::ProcessSelection::text) == watched.end()) {
            watched.push_back(
                observe::parseSelection(text).value_or(observe::ProcessSelection{.text = text}));
        }
    };
    std::ranges::for_each(prepared.request.watched, add);
    for (const verdict::JudgedBudget& budget : prepared.budgets) {
        for (const testplan::BudgetRow& row : budget.spec.rows) {
            if (const auto* process = std::get_if<testplan::ProcessRow>(&row)) {
                add(process->process);
            }
        }
    }
    for (const testplan::ThresholdGroup& group : prepared.plan.thresholds) {
        for (const auto& [key, value] : group.selector.tags) {
            if (key == kProcessTag && ProcessGauges::measures(group.selector.metric)) {
                add(value);
            }
        }
    }
    return watched;
}

} // namespace bw::run
