#include "core/control/control_socket.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace bw::control {

SocketHandle::SocketHandle(SocketHandle&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

SocketHandle& SocketHandle::operator=(SocketHandle&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

SocketHandle::~SocketHandle() {
    if (isOpen()) {
        ::close(m_descriptor);
    }
}

Result<sockaddr_un, SocketError> socketAddress(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path) {
        return std::unexpected(SocketError{SocketError::Kind::NameTooLong, path, 0});
    }
    std::ranges::copy(path, address.sun_path);
    return address;
}

Result<SocketHandle, SocketError> connectSocket(const std::string& path) {
    const auto address = socketAddress(path);
    if (!address) {
        return std::unexpected(address.error());
    }
    SocketHandle handle(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!handle.isOpen()) {
        return std::unexpected(SocketError{SocketError::Kind::Failed, path, errno});
    }
    if (::connect(handle.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0) {
        const bool isNobody = errno == ENOENT || errno == ECONNREFUSED;
        return std::unexpected(
            SocketError{isNobody ? SocketError::Kind::NobodyThere : SocketError::Kind::Failed, path, errno});
    }
    return handle;
}

} // namespace bw::control
