#pragma once

#include "core/run/stored_export.h"

#include <string>

namespace bw::app {

// Writes a run to a file, which stands whole or not at all afterwards; "-" is standard output. Tells what
// went wrong; returns the exit code.
[[nodiscard]] int exportRun(const history::HistoryStore& store, history::RunId run, run::ExportFormat format,
                            const std::string& path);

} // namespace bw::app
