#pragma once

#include "core/verdict/evaluation.h"
#include "ui/format/units.h"

#include <QString>

#include <string_view>

// Limits of thresholds and budgets, and their figures, with units.
namespace bw::format {

// "order_placement" for "name:order_placement"; every other selection as it was written.
[[nodiscard]] QString subjectName(std::string_view subject);

// "P99", "error rate", "within 5 ms", ...
[[nodiscard]] QString limitName(const verdict::LimitResult& limit);
// A figure of that limit with its unit: its value, its limit, or what was offered.
[[nodiscard]] QString limitFigure(const verdict::LimitResult& limit, double figure, int digits = kDigits);
// "< 10 ms", "≥ 1.2 k/s"
[[nodiscard]] QString limitBound(const verdict::LimitResult& limit);
// The value with as many digits as it takes to tell it from the limit; "–" when nothing was measured.
[[nodiscard]] QString limitValueAgainst(const verdict::LimitResult& limit);
// "38 % below the limit", "12 % over the limit", "at the limit"; of a lower bound "11 % more than needed",
// "6 % too little"; empty without a value.
[[nodiscard]] QString headRoom(const verdict::LimitResult& limit);
// The same where the limit stands beside it: "38 % to spare", "12 % beyond", "at the limit".
[[nodiscard]] QString spareRoom(const verdict::LimitResult& limit);

// "12.4 ms": what a threshold compared; "–" when nothing was measured.
[[nodiscard]] QString thresholdValue(const verdict::ThresholdResult& threshold);
// With as many digits as it takes to tell it from the threshold's number.
[[nodiscard]] QString thresholdValueAgainst(const verdict::ThresholdResult& threshold);

// "<", "≤", "≥", "=", "≠"
[[nodiscard]] QString comparisonSign(testplan::Comparison op);

} // namespace bw::format
