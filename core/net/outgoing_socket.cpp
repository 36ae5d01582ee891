#include "core/net/outgoing_socket.h"

#include <cerrno>
#include <netinet/tcp.h>
#include <unistd.h>

namespace bw::net {

Result<int, NetError> openOutgoingSocket(const Address& to, const ConnectOptions& options) {
    const int descriptor =
        ::socket(to.isV6() ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
        return std::unexpected(netErrorOf(errno));
    }
    sendAtOnce(descriptor);
    if (options.source) {
        // Leaves the choice of the port to connect(), where only the pair of addresses has to be unique.
        const int on = 1;
        ::setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        const Address source = options.source->withPort(0);
        if (::bind(descriptor, source.data(), source.size()) != 0) {
            const int error = errno;
            ::close(descriptor);
            return std::unexpected(bindErrorOf(error));
        }
    }
    return descriptor;
}

void sendAtOnce(int descriptor) {
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void breakOnClose(int descriptor) {
    const linger reset{1, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
}

NetError bindErrorOf(int systemError) {
    return systemError == EADDRNOTAVAIL ? NetError{NetErrorKind::NotAvailable, systemError}
                                        : netErrorOf(systemError);
}

int takeSocketError(int descriptor) {
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

} // namespace bw::net
