#pragma once

#include "core/testplan/step.h"

#include <QString>

#include <string_view>

namespace bw::designer {

// A kind of step by its key in the format, for menus and titles: "HTTP request".
[[nodiscard]] QString stepKindWords(std::string_view kind);
// What kind of step it is, in the plan's own words: a request's method, "think", "group", …
[[nodiscard]] QString stepBadge(const testplan::Step& step);
// What it does, in a few words: its name, or its URL, its time, its condition.
[[nodiscard]] QString stepLabel(const testplan::Step& step);
// "3 checks, 1 extractor", or nothing.
[[nodiscard]] QString stepDetails(const testplan::Step& step);

} // namespace bw::designer
