#pragma once

#include "core/engine/event.h"
#include "core/history/run_writer.h"
#include "core/run/run_controller.h"

#include <QString>

namespace bw::app {

// What happened while a run went, a sentence without full stop.
[[nodiscard]] QString eventText(const engine::Event& event);

// How the history's disk is doing.
[[nodiscard]] QString historyStateText(history::WriterState state);

// Why a run did not begin.
[[nodiscard]] QString startErrorText(const run::StartError& error);

} // namespace bw::app
