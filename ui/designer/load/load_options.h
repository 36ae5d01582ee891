#pragma once

#include "core/testplan/scenario.h"

#include <QString>

#include <optional>
#include <string_view>

// The numbers of a scenario by their keys in the plan ("vus", "duration"), as texts. Pure functions.
namespace bw::designer {

// As written; empty when the default counts; none when the scenario's executor has no such option.
[[nodiscard]] std::optional<QString> readOption(const testplan::Scenario& scenario, std::string_view key);
// What counts when nothing is written; empty when the option must be written.
[[nodiscard]] QString optionDefault(const testplan::Scenario& scenario, std::string_view key);
// Precondition: the executor has the option and the text is a value of it, or empty where there is a default.
void writeOption(testplan::Scenario& scenario, std::string_view key, const QString& text);

// A duration typed over another: a bare number stays one when it was one.
[[nodiscard]] testplan::DurationText typedDuration(const QString& text, const testplan::DurationText& before);
// As its author wrote it; empty when nothing is written.
[[nodiscard]] QString writtenText(const testplan::DurationText& duration);

} // namespace bw::designer
