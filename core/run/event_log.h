#pragma once

#include "core/engine/event.h"
#include "core/history/run_writer.h"

#include <vector>

namespace bw::run {

// Keeps an event with the run, in the words of a log: names and figures, no sentences.
void logEvent(history::RunWriter& writer, const engine::Event& event);

// The first five of a name and kind, whichever worker they come from.
[[nodiscard]] bool wantsExample(const std::vector<engine::Example>& kept, const engine::Example& example);

} // namespace bw::run
