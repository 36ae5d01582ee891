#pragma once

#include <cstdint>
#include <liburing.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

// Operations that liburing 2.3 has no words for. Numbers and places are those of linux/io_uring.h of
// Linux 6.11.
namespace bw::net {

inline constexpr int kBindOperation = 56; // IORING_OP_BIND

// What is set on sockets that have no descriptor of the process. Their values live as long as the program.
enum class SocketOption : std::uint8_t {
    NoDelay,
    PortWithConnect, // leaves the choice of the port to connect()
    ResetOnClose,
};

// `socket` is a descriptor; for a direct one the caller marks the entry.
inline void prepareSetOption(io_uring_sqe& sqe, int socket, SocketOption option) {
    static constexpr int kOn = 1;
    static constexpr linger kReset{1, 0};
    struct Place {
        int level;
        int name;
        const void* value;
        std::uint32_t size;
    };
    const Place place = option == SocketOption::NoDelay ? Place{IPPROTO_TCP, TCP_NODELAY, &kOn, sizeof kOn}
                        : option == SocketOption::PortWithConnect
                            ? Place{IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &kOn, sizeof kOn}
                            : Place{SOL_SOCKET, SO_LINGER, &kReset, sizeof kReset};
    constexpr std::uint32_t kSetSocketOption = 3; // SOCKET_URING_OP_SETSOCKOPT
    io_uring_prep_rw(IORING_OP_URING_CMD, &sqe, socket, nullptr, 0, 0);
    sqe.cmd_op = kSetSocketOption;
    sqe.addr = static_cast<std::uint64_t>(place.level) | static_cast<std::uint64_t>(place.name) << 32U;
    sqe.file_index = place.size; // "optlen" shares its place
    sqe.addr3 = reinterpret_cast<std::uintptr_t>(place.value);
}

// Asks for SO_ERROR and clears it; `error` is written when the operation is done.
inline void prepareTakeError(io_uring_sqe& sqe, int socket, int& error) {
    constexpr std::uint32_t kGetSocketOption = 2; // SOCKET_URING_OP_GETSOCKOPT
    io_uring_prep_rw(IORING_OP_URING_CMD, &sqe, socket, nullptr, 0, 0);
    sqe.cmd_op = kGetSocketOption;
    sqe.addr = std::uint64_t{SOL_SOCKET} | std::uint64_t{SO_ERROR} << 32U;
    sqe.file_index = sizeof error;
    sqe.addr3 = reinterpret_cast<std::uintptr_t>(&error);
}

inline void prepareBind(io_uring_sqe& sqe, int socket, const sockaddr* address, socklen_t size) {
    io_uring_prep_rw(kBindOperation, &sqe, socket, address, 0, size);
}

} // namespace bw::net
