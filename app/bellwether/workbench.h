#pragma once

#include <string>

namespace bw::app {

// Becomes the workbench's window, which stands beside this program. When it is not installed, says so, prints
// `help` and returns the exit code for wrong usage.
[[nodiscard]] int openWorkbench(const std::string& help);

} // namespace bw::app
