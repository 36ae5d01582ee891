#pragma once

#include "core/testplan/budget_spec.h"

#include <QString>

#include <optional>
#include <vector>

// Limits of a budget as they are typed into a cell; no text is no limit.
namespace bw::designer {

[[nodiscard]] QString limitText(const std::optional<testplan::DurationText>& limit);
[[nodiscard]] QString limitText(const std::optional<testplan::NumberText>& limit);
[[nodiscard]] QString limitText(const std::optional<testplan::UnitLimit>& limit);

void setLimit(std::optional<testplan::DurationText>& limit, const QString& text);
void setLimit(std::optional<testplan::NumberText>& limit, const QString& text);
void setLimit(std::optional<testplan::UnitLimit>& limit, const QString& text);

// "10ms: 0.999, 50ms: 1"
[[nodiscard]] QString withinText(const std::vector<testplan::WithinLimit>& limits);
[[nodiscard]] std::vector<testplan::WithinLimit> withinFrom(const QString& text);
[[nodiscard]] QString checkWithin(const QString& text);

} // namespace bw::designer
