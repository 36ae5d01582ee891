#pragma once

#include <QString>

#include <expected>
#include <string>
#include <vector>

namespace bw::bridge {

// The processes that a line of text names, parted by commas or spaces: a program's name, a process's number
// or the :port it listens on. Each once, in this order. What can be none of the three comes back as the
// error.
[[nodiscard]] std::expected<std::vector<std::string>, QString> watchedProcesses(const QString& text);

// The line for them.
[[nodiscard]] QString watchedText(const std::vector<std::string>& processes);

} // namespace bw::bridge
