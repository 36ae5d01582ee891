#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace bw::control {

enum class ControlCommand : std::uint8_t { Status, Pause, Resume, Stop, Abort, Vus, Add, Note };

// What is asked of a run, by another program.
struct ControlRequest {
    ControlCommand command = ControlCommand::Status;
    std::string scenario; // Vus, Add
    double amount = 0;    // Vus, Add; finite
    std::string text;     // Note

    friend bool operator==(const ControlRequest&, const ControlRequest&) = default;
};

// Longer requests are refused.
constexpr std::size_t kMostRequestBytes = 64 * 1024;

// A line without its end, or the error's word (see the README).
[[nodiscard]] Result<ControlRequest, std::string> parseControlRequest(std::string_view line);

// Without an end of line.
[[nodiscard]] std::string controlRequestText(const ControlRequest& request);

// {"ok": false, "error": word}
[[nodiscard]] std::string controlErrorText(std::string_view word);

} // namespace bw::control
