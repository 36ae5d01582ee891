#pragma once

#include "core/control/control_message.h"
#include "core/control/control_socket.h"

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace bw::control {

// Listens on a socket in the file system while it lives, on a thread of its own, and removes it at the end.
class ControlServer {
public:
    // Called on the server's thread, one request after the other; the answer is JSON without an end of line.
    using Handler = std::function<std::string(const ControlRequest&)>;

    [[nodiscard]] static Result<std::unique_ptr<ControlServer>, SocketError> open(const std::string& path,
                                                                                  Handler handler);
    // Waits for a handler that is under way.
    ~ControlServer();
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

private:
    class Loop;
    ControlServer(std::string path, SocketHandle listener, SocketHandle wakeUp, Handler handler);

    std::string m_path;
    SocketHandle m_wakeUp; // an eventfd
    std::jthread m_thread;
};

} // namespace bw::control
