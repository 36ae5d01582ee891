#pragma once

#include "core/verdict/verdict.h"

#include <QString>

namespace bw::format {

// One word: "Passed", "Failed", "Inconclusive".
[[nodiscard]] QString outcomeWord(verdict::Outcome outcome);

// One sentence with the figure that decided: "Failed: order_placement took 12.4 ms at P99, the limit is
// below 10 ms."
[[nodiscard]] QString verdictSentence(const verdict::Verdict& verdict);

// The sentence of one reason.
[[nodiscard]] QString reasonText(const verdict::Reason& reason, const verdict::Evaluation& evaluation);

[[nodiscard]] QString stateWord(verdict::ThresholdState state);
[[nodiscard]] QString stateWord(verdict::BudgetState state);
// What the state means, a sentence for tool tips and reports.
[[nodiscard]] QString stateSentence(verdict::ThresholdState state);
[[nodiscard]] QString stateSentence(verdict::BudgetState state);

// "P99", "error rate", "within 5 ms", ...
[[nodiscard]] QString limitName(const verdict::LimitResult& limit);
// A figure of that limit with its unit: its value, its limit, or what was offered.
[[nodiscard]] QString limitFigure(const verdict::LimitResult& limit, double figure);
// "< 10 ms", "≥ 1.2 k/s"
[[nodiscard]] QString limitBound(const verdict::LimitResult& limit);
// "38 % below the limit", "12 % over the limit"; empty without a value.
[[nodiscard]] QString headRoom(const verdict::LimitResult& limit);

// "12.4 ms", of the value that a threshold compared; "–" when nothing was measured.
[[nodiscard]] QString thresholdValue(const verdict::ThresholdResult& threshold);

} // namespace bw::format
