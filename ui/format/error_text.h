#pragma once

#include "core/base/file.h"
#include "core/history/history_error.h"
#include "core/metrics/sample.h"
#include "core/net/net_error.h"

#include <QString>

#include <string_view>

// Errors of core in words: what happened, to what, and what to do about it.
namespace bw::format {

// The system's own word for an errno, from a list of those that happen; "error 123" for others.
[[nodiscard]] QString systemErrorText(int systemError);

[[nodiscard]] QString fileErrorText(const FileError& error);
[[nodiscard]] QString netErrorText(const net::NetError& error);
[[nodiscard]] QString historyErrorText(const history::HistoryError& error);

// How a request ended: "connection refused".
[[nodiscard]] QString outcomeText(metrics::Outcome outcome);
// Of a failed request: its error_code tag in words, or "status 503" when it has none.
[[nodiscard]] QString failureText(std::string_view errorCode, std::string_view status);

} // namespace bw::format
