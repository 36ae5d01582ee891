#include "ui/format/verdict_text.h"

#include "ui/format/limit_text.h"
#include "ui/format/summary_value.h"
#include "ui/format/words.h"

#include <algorithm>

namespace bw::format {
namespace {

using namespace Qt::StringLiterals;
using verdict::BudgetState;
using verdict::Evaluation;
using verdict::Outcome;
using verdict::Reason;
using verdict::ReasonKind;
using verdict::ThresholdState;

QString busyText(const verdict::BusyWorker& worker) {
    return Words::tr(
               "worker %1 of the generator was over 95 % busy in %2 of its %3 seconds, so the figures may "
               "be the generator's own and not the target's")
        .arg(plain(worker.worker), exactCount(worker.busySeconds), exactCount(worker.seconds));
}

QString lateText(const verdict::LateStarts& late) {
    return Words::tr("the generator started iterations %1 late at P99, more than the %2 that these limits "
                     "allow, so the figures may be its own and not the target's")
        .arg(milliseconds(late.p99), milliseconds(late.bound));
}

QString thresholdFailed(const verdict::ThresholdResult& threshold) {
    return Words::tr("%1 of %2 was %3, but the threshold is %4")
        .arg(aggregationName(threshold.expression), plain(threshold.selector),
             thresholdValueAgainst(threshold), plain(threshold.source));
}

QString limitFailed(const verdict::BudgetRowResult& row, const verdict::LimitResult& limit) {
    return Words::tr("%1 of %2 was %3, but the limit is %4")
        .arg(limitName(limit), subjectName(row.subject), limitValueAgainst(limit), limitBound(limit));
}

std::size_t limitsThatHeld(const Evaluation& evaluation) {
    auto held = static_cast<std::size_t>(
        std::ranges::count(evaluation.thresholds, ThresholdState::Pass, &verdict::ThresholdResult::state));
    for (const verdict::BudgetResult& budget : evaluation.budgets) {
        for (const verdict::BudgetRowResult& row : budget.rows) {
            held += static_cast<std::size_t>(
                std::ranges::count(row.limits, BudgetState::Pass, &verdict::LimitResult::state));
        }
    }
    return held;
}

QString passText(const Evaluation& evaluation) {
    const std::size_t held = limitsThatHeld(evaluation);
    if (held == 0) {
        return Words::tr("Passed: nothing failed, but no limit was judged either.");
    }
    return held == 1 ? Words::tr("Passed: the one limit that was judged held.")
                     : Words::tr("Passed: all %1 limits that were judged held.").arg(held);
}

QString othersText(const std::vector<Reason>& reasons) {
    const auto failed = std::ranges::count_if(reasons.begin() + 1, reasons.end(), [](const Reason& reason) {
        return reason.kind == ReasonKind::ThresholdFailed || reason.kind == ReasonKind::LimitFailed;
    });
    if (failed == 0) {
        return {};
    }
    return failed == 1 ? Words::tr("One more limit failed.")
                       : Words::tr("%1 more limits failed.").arg(failed);
}

} // namespace

QString outcomeWord(Outcome outcome) {
    switch (outcome) {
    case Outcome::Pass:
        return Words::tr("Passed");
    case Outcome::Fail:
        return Words::tr("Failed");
    case Outcome::Inconclusive:
        return Words::tr("Inconclusive");
    }
    return {};
}

QString reasonText(const Reason& reason, const Evaluation& evaluation) {
    switch (reason.kind) {
    case ReasonKind::NoLoad:
        return Words::tr("setup failed, so no load was made");
    case ReasonKind::GeneratorBusy:
        return busyText(evaluation.doubt.busy[reason.index]);
    case ReasonKind::GeneratorLate:
        return evaluation.doubt.late ? lateText(*evaluation.doubt.late) : QString();
    case ReasonKind::ThresholdFailed:
        return thresholdFailed(evaluation.thresholds[reason.index]);
    case ReasonKind::LimitFailed: {
        const verdict::BudgetRowResult& row = evaluation.budgets[reason.index].rows[reason.row];
        return limitFailed(row, row.limits[reason.limit]);
    }
    case ReasonKind::ThresholdNoSamples:
        return Words::tr("nothing was measured for %1, so %2 could not be judged")
            .arg(plain(evaluation.thresholds[reason.index].selector),
                 plain(evaluation.thresholds[reason.index].source));
    case ReasonKind::BudgetNoSamples:
        return Words::tr(
                   "no request matched %1, a row of this plan's own budget; perhaps its tag is mistyped")
            .arg(subjectName(evaluation.budgets[reason.index].rows[reason.row].subject));
    }
    return {};
}

QString verdictSentence(const verdict::Verdict& verdict) {
    QString sentence;
    if (verdict.reasons.empty()) {
        sentence = verdict.outcome == Outcome::Pass ? passText(verdict.evaluation)
                                                    : outcomeWord(verdict.outcome) + u'.';
    } else {
        sentence = Words::tr("%1: %2.").arg(outcomeWord(verdict.outcome),
                                            reasonText(verdict.reasons.front(), verdict.evaluation));
        if (const QString others = othersText(verdict.reasons); !others.isEmpty()) {
            sentence += u' ' + others;
        }
    }
    if (verdict.certificates == verdict::Certificates::NotVerified) {
        sentence += u' ' + Words::tr("The servers' certificates were not verified.");
    }
    return sentence;
}

QString stateWord(ThresholdState state) {
    switch (state) {
    case ThresholdState::NotYet:
        return Words::tr("not yet");
    case ThresholdState::Pass:
        return Words::tr("passed");
    case ThresholdState::Fail:
        return Words::tr("failed");
    case ThresholdState::NoSamples:
        return Words::tr("no samples");
    }
    return {};
}

QString stateWord(BudgetState state) {
    switch (state) {
    case BudgetState::NotYet:
        return Words::tr("not yet");
    case BudgetState::Pass:
        return Words::tr("passed");
    case BudgetState::Fail:
        return Words::tr("failed");
    case BudgetState::NotExercised:
        return Words::tr("not exercised");
    case BudgetState::NotMeasured:
        return Words::tr("not measured");
    case BudgetState::NoSamples:
        return Words::tr("no samples");
    }
    return {};
}

QString stateSentence(ThresholdState state) {
    switch (state) {
    case ThresholdState::NotYet:
        return Words::tr("The run goes on and nothing was measured so far.");
    case ThresholdState::Pass:
        return Words::tr("The threshold holds.");
    case ThresholdState::Fail:
        return Words::tr("The threshold does not hold.");
    case ThresholdState::NoSamples:
        return Words::tr("Nothing was measured, so the threshold neither passed nor failed.");
    }
    return {};
}

QString stateSentence(BudgetState state) {
    switch (state) {
    case BudgetState::NotYet:
        return Words::tr("The run goes on and nothing was measured so far.");
    case BudgetState::Pass:
        return Words::tr("Every limit of the row holds.");
    case BudgetState::Fail:
        return Words::tr("A limit of the row is broken.");
    case BudgetState::NotExercised:
        return Words::tr("The run made no such request, or did not offer that much load.");
    case BudgetState::NotMeasured:
        return Words::tr("Nothing in this run measures that.");
    case BudgetState::NoSamples:
        return Words::tr("No request matched the row; perhaps its tag is mistyped.");
    }
    return {};
}

} // namespace bw::format
