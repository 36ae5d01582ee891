#pragma once

#include "core/runplan/compile.h"

#include <QString>

namespace bw::format {

// Why a valid plan cannot be run as it was asked for, with its place and the way out.
[[nodiscard]] QString compileErrorText(const runplan::CompileError& error);

} // namespace bw::format
