#pragma once

#include "core/verdict/verdict.h"

#include <QString>

namespace bw::format {

// One word: "Passed", "Failed", "Inconclusive".
[[nodiscard]] QString outcomeWord(verdict::Outcome outcome);

// A sentence with the figure that decided: "Failed: P99 of login was 12.4 ms, but the limit is < 10 ms."
// A second one says how many limits failed beside it.
[[nodiscard]] QString verdictSentence(const verdict::Verdict& verdict);

// What one reason says, without capital and full stop.
[[nodiscard]] QString reasonText(const verdict::Reason& reason, const verdict::Evaluation& evaluation);

[[nodiscard]] QString stateWord(verdict::ThresholdState state);
[[nodiscard]] QString stateWord(verdict::BudgetState state);
// What the state means, a sentence for tool tips and reports.
[[nodiscard]] QString stateSentence(verdict::ThresholdState state);
[[nodiscard]] QString stateSentence(verdict::BudgetState state);

} // namespace bw::format
