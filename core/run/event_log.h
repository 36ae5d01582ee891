#pragma once

#include "core/engine/event.h"
#include "core/history/run_record.h"

#include <optional>
#include <vector>

namespace bw::run {

// An event as the history keeps it: its source, and a JSON object with its kind ("event") and figures. No
// sentence: the reader's language makes one.
[[nodiscard]] history::LogRecord recordOf(const engine::Event& event);

// The event again; none when the record tells of something else (other programs' logs, other versions).
[[nodiscard]] std::optional<engine::Event> eventOf(const history::LogRecord& record);

// The first five of a name and kind, whichever worker they come from.
[[nodiscard]] bool wantsExample(const std::vector<engine::Example>& kept, const engine::Example& example);

} // namespace bw::run
