#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <sys/un.h>

namespace bw::control {

struct SocketError {
    enum class Kind : std::uint8_t {
        NameTooLong, // the system's limit is 107 bytes
        InUse,       // another run listens there
        NoSocket,    // the file that is there is something else
        NobodyThere, // no file, or nobody listens
        NoAnswer,    // within the patience, or the other end hung up
        Failed,      // systemError tells
    };
    Kind kind = Kind::Failed;
    std::string path;
    int systemError = 0; // errno
};

// A descriptor that is closed with its owner.
class SocketHandle {
public:
    SocketHandle() = default;
    explicit SocketHandle(int descriptor)
        : m_descriptor(descriptor) {}
    SocketHandle(SocketHandle&& other) noexcept;
    SocketHandle& operator=(SocketHandle&& other) noexcept;
    ~SocketHandle();

    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

[[nodiscard]] Result<sockaddr_un, SocketError> socketAddress(const std::string& path);
[[nodiscard]] Result<SocketHandle, SocketError> connectSocket(const std::string& path);

} // namespace bw::control
