#include "core/verdict/verdict.h"

namespace bw::verdict {
namespace {

constexpr int passed = 0;
constexpr int inconclusive = 98;
constexpr int failed = 99;

void addThresholds(Verdict& verdict, ThresholdState state, ReasonKind kind) {
    const auto& thresholds = verdict.evaluation.thresholds;
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        if (thresholds[i].state == state) {
            verdict.reasons.push_back({kind, i, 0, 0});
        }
    }
}

// visit(budget, row) for every row of every budget.
template <class Visit>
void forEachRow(const Evaluation& evaluation, Visit&& visit) {
    for (std::size_t budget = 0; budget < evaluation.budgets.size(); ++budget) {
        for (std::size_t row = 0; row < evaluation.budgets[budget].rows.size(); ++row) {
            visit(budget, row);
        }
    }
}

void addBudgets(Verdict& verdict, BudgetState state, ReasonKind kind) {
    forEachRow(verdict.evaluation, [&](std::size_t budget, std::size_t row) {
        const BudgetRowResult& result = verdict.evaluation.budgets[budget].rows[row];
        for (std::size_t limit = 0; limit < result.limits.size(); ++limit) {
            if (result.limits[limit].state != state) {
                continue;
            }
            verdict.reasons.push_back({kind, budget, row, limit});
            if (kind == ReasonKind::BudgetNoSamples) {
                break; // one word for the row
            }
        }
    });
}

} // namespace

std::string_view outcomeName(Outcome outcome) {
    switch (outcome) {
    case Outcome::Pass:
        return "pass";
    case Outcome::Fail:
        return "fail";
    case Outcome::Inconclusive:
        break;
    }
    return "inconclusive";
}

std::optional<Outcome> outcomeFromName(std::string_view name) {
    for (const Outcome outcome : {Outcome::Pass, Outcome::Fail, Outcome::Inconclusive}) {
        if (outcomeName(outcome) == name) {
            return outcome;
        }
    }
    return std::nullopt;
}

Verdict conclude(Evaluation evaluation, LoadMade load) {
    Verdict verdict;
    if (load == LoadMade::No) {
        verdict.reasons.push_back({ReasonKind::NoLoad, 0, 0, 0});
    }
    verdict.evaluation = std::move(evaluation);
    const GeneratorDoubt& doubt = verdict.evaluation.doubt;
    for (std::size_t i = 0; i < doubt.busy.size(); ++i) {
        verdict.reasons.push_back({ReasonKind::GeneratorBusy, i, 0, 0});
    }
    if (doubt.late) {
        verdict.reasons.push_back({ReasonKind::GeneratorLate, 0, 0, 0});
    }
    addThresholds(verdict, ThresholdState::Fail, ReasonKind::ThresholdFailed);
    addBudgets(verdict, BudgetState::Fail, ReasonKind::LimitFailed);
    addThresholds(verdict, ThresholdState::NoSamples, ReasonKind::ThresholdNoSamples);
    addBudgets(verdict, BudgetState::NoSamples, ReasonKind::BudgetNoSamples);
    if (!verdict.reasons.empty()) {
        const ReasonKind first = verdict.reasons.front().kind;
        const bool fails = first == ReasonKind::ThresholdFailed || first == ReasonKind::LimitFailed;
        verdict.outcome = fails ? Outcome::Fail : Outcome::Inconclusive;
    }
    return verdict;
}

int exitCode(const Verdict& verdict) {
    switch (verdict.outcome) {
    case Outcome::Pass:
        return passed;
    case Outcome::Fail:
        return failed;
    case Outcome::Inconclusive:
        break;
    }
    return inconclusive;
}

} // namespace bw::verdict
