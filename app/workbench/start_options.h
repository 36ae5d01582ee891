#pragma once

#include "ui/shell/window_options.h"

#include <QStringList>

namespace bw::app {

// What the command line asks of the window. Ends the program with a sentence when it cannot be understood
// (2), and after
// --help and --version (0).
[[nodiscard]] shell::WindowOptions readStartOptions(const QStringList& arguments);

} // namespace bw::app
