#pragma once

#include "core/testplan/problem.h"

#include <QString>

namespace bw::format {

// Why a text is no JSON. Precondition: problem.kind is JsonSyntax.
[[nodiscard]] QString jsonErrorText(const testplan::Problem& problem);

} // namespace bw::format
