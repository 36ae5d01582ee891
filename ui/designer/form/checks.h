#pragma once

#include <QString>

#include <cstdint>
#include <functional>

// Whether a text can be kept in a plan at all, told in the words that the plan's validation uses. What can
// be kept may still be wrong in a plan; its problems tell that.
namespace bw::designer {

// Empty when the text is fine.
using Check = std::function<QString(const QString& text)>;

enum class Need : std::uint8_t { Required, Optional };

[[nodiscard]] QString checkDuration(const QString& text);
[[nodiscard]] QString checkWholeNumber(const QString& text);
[[nodiscard]] QString checkNumber(const QString& text);
[[nodiscard]] QString checkThreshold(const QString& text);
[[nodiscard]] QString checkSelector(const QString& text);
[[nodiscard]] QString checkTagFilter(const QString& text);
[[nodiscard]] QString checkUnitLimit(const QString& text);
[[nodiscard]] QString checkNotEmpty(const QString& text);
[[nodiscard]] QString checkScenarioName(const QString& text);
[[nodiscard]] QString nameIsTaken(const QString& text);

// The same, and no text at all is fine.
[[nodiscard]] Check optional(Check check);

} // namespace bw::designer
