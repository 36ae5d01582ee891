#pragma once

#include "core/history/history_store.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

// What the commands on stored runs have in common. Whatever goes wrong is told on standard error here.
namespace bw::app {

// Of a person's own or of somebody else's history; what may not be written is only read. `file` empty: the
// person's own.
[[nodiscard]] history::HistoryResult<history::HistoryStore> openHistory(const std::string& file);

// The same, only to be read: nothing is brought up to date.
[[nodiscard]] history::HistoryResult<history::HistoryStore> viewHistory(const std::string& file);

// Tells the error; the exit code to end with: 2 for a run that is not there, 3 otherwise.
[[nodiscard]] int historyFailed(const history::HistoryError& error);

// "3", or "last" for the run that began last.
[[nodiscard]] std::optional<history::RunId> findRun(const history::HistoryStore& store,
                                                    const std::string& text);

// For scripts: "finished", "pass".
[[nodiscard]] std::string_view stateName(history::RunState state);
[[nodiscard]] std::string_view verdictName(history::RunVerdict verdict);
// For people; no verdict: "–".
[[nodiscard]] QString stateWord(history::RunState state);
[[nodiscard]] QString verdictWord(history::RunVerdict verdict);

// "2026-11-23T16:04:05.123Z"
[[nodiscard]] std::string isoTime(WallTime time);

void printLine(const QString& text);

} // namespace bw::app
