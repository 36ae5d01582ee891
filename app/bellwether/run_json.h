#pragma once

#include "core/history/run_record.h"
#include "core/run/stored_run.h"

#include <nlohmann/json.hpp>
#include <string>

// Stored runs for scripts.
namespace bw::app {

// {"id", "plan", "environment", "build", "note", "tags", "started", "ended", "state", "verdict", "seconds",
// "wideFrames", "figures"}; "ended" is null while the run goes on.
[[nodiscard]] nlohmann::ordered_json summaryJson(const history::RunSummary& run);

// A run whole: {"run": the summary, "machine", "verdict", "summary": k6's, "requests", "errors", "examples",
// "messages", "marks"}. Times of requests in milliseconds, "at" in seconds.
[[nodiscard]] nlohmann::ordered_json runJson(const history::RunSummary& summary, const run::StoredRun& run);

// Indented, with a line feed; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string jsonText(const nlohmann::ordered_json& json);

} // namespace bw::app
