#pragma once

#include "core/metrics/metric.h"
#include "core/testplan/threshold_spec.h"

#include <QString>

// Numbers as k6's summary writes them, but rounded where k6 cuts off: "4.81ms", "66.67%", "7.5 kB".
namespace bw::format {

[[nodiscard]] QString summaryTime(double milliseconds);
[[nodiscard]] QString summaryShare(double share);
[[nodiscard]] QString summaryBytes(double bytes);
[[nodiscard]] QString summaryNumber(double number);

// By what the metric's values are.
[[nodiscard]] QString summaryFigure(double value, metrics::MetricKind kind);

// "p(95)", "avg", "rate": how thresholds name a figure.
[[nodiscard]] QString aggregationName(const testplan::ThresholdExpression& expression);

} // namespace bw::format
