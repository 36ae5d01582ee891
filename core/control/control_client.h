#pragma once

#include "core/base/clock.h"
#include "core/control/control_message.h"
#include "core/control/control_socket.h"

#include <string>

namespace bw::control {

// Asks a run over its socket and waits for the answer: a JSON object. The caller's thread waits.
[[nodiscard]] Result<std::string, SocketError> askOverSocket(const std::string& path,
                                                             const ControlRequest& request,
                                                             Duration patience = std::chrono::seconds(10));

} // namespace bw::control
