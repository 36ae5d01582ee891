#pragma once

#include "ui/charts/gauge_scale.h"
#include "ui/charts/gauge_trend.h"
#include "ui/theme/icons.h"

#include <QString>

// What a gauge says beside its arc: every colour has a word and a shape.
namespace bw::charts {

// "good", "close", "over"; empty when it is not known.
[[nodiscard]] QString standingWord(Standing standing);
// "rising", "steady", "falling"; empty when it is not known.
[[nodiscard]] QString trendWord(Trend trend);
// "↗", "→", "↘"; empty when it is not known.
[[nodiscard]] QString trendArrow(Trend trend);

// How one limit stands, in few words: "good, 38 % below the limit", "not exercised", "no samples yet".
[[nodiscard]] QString standingText(const verdict::LimitResult& limit);
// The same in fewer, where value and limit stand beside it: "good, 38 % to spare".
[[nodiscard]] QString standingLabel(const verdict::LimitResult& limit);
// The same with value, limit and, where there is no value, the reason: whole sentences.
[[nodiscard]] QString standingSentence(const verdict::LimitResult& limit);

[[nodiscard]] theme::Ink inkOf(const verdict::LimitResult& limit);
[[nodiscard]] QString iconOf(const verdict::LimitResult& limit);

} // namespace bw::charts
