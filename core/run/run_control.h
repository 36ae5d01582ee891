#pragma once

#include "core/control/control_server.h"
#include "core/run/run_controller.h"

#include <memory>
#include <string>

namespace bw::run {

// Lets other programs of the same person steer a run over a socket in the file system (see core/control).
class RunControl {
public:
    // The controller outlives it; the socket is there until it goes.
    [[nodiscard]] static Result<std::unique_ptr<RunControl>, control::SocketError>
    open(const std::string& path, RunController& controller);

private:
    explicit RunControl(RunController& controller)
        : m_controller(controller) {}

    [[nodiscard]] std::string answer(const control::ControlRequest& request);
    [[nodiscard]] std::string carryOut(RunCommand command);
    [[nodiscard]] std::string setVus(const control::ControlRequest& request);

    RunController& m_controller;
    std::unique_ptr<control::ControlServer> m_server;
};

// How a run stands, as "status" answers it: {"stage", "paused", "time", …}; times in seconds.
[[nodiscard]] std::string statusJson(const Progress& progress);

} // namespace bw::run
