#pragma once

#include "core/control/control_socket.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>
#include <string>

// What comes of steering a run, in words.
namespace bw::app {

[[nodiscard]] QString socketErrorText(const control::SocketError& error);

// `word` as the run answered it.
[[nodiscard]] QString controlErrorText(const std::string& word, const std::string& scenario);

// Lines for a terminal; a member that is missing, or of another kind, is left out.
[[nodiscard]] QString controlStatusText(const nlohmann::json& status);

} // namespace bw::app
