#pragma once

#include "core/base/file.h"
#include "core/engine/event.h"
#include "core/history/history_error.h"
#include "core/history/run_writer.h"
#include "core/net/net_error.h"

#include <QString>

#include <variant>

namespace bw::format {

// What happened while a run went, a sentence without full stop.
[[nodiscard]] QString eventText(const engine::Event& event);

// How the history's disk is doing.
[[nodiscard]] QString historyStateText(history::WriterState state);

// Why a run did not begin.
[[nodiscard]] QString
startErrorText(const std::variant<history::HistoryError, net::NetError, FileError>& error);

} // namespace bw::format
