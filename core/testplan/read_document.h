#pragma once

#include "core/base/result.h"
#include "core/testplan/json_value.h"
#include "core/testplan/problem.h"

#include <string_view>

namespace bw::testplan {

// The JSON of a plan or budget file within the limits of parse.h, or the one problem that prevents it, with
// its line and column.
[[nodiscard]] Result<JsonValue, Problem> readDocument(std::string_view text);

} // namespace bw::testplan
