#include "core/net/listening_socket.h"

#include "core/net/outgoing_socket.h"

#include <cerrno>
#include <unistd.h>

namespace bw::net {

Result<ListeningSocket, NetError> openListeningSocket(const Address& at, const ListenOptions& options) {
    const int descriptor =
        ::socket(at.isV6() ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
        return std::unexpected(netErrorOf(errno));
    }
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sendAtOnce(descriptor); // whoever is accepted inherits it
    if (options.sharing == ListenOptions::Sharing::Shared) {
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    }
    sockaddr_storage actual{};
    socklen_t size = sizeof actual;
    if (::bind(descriptor, at.data(), at.size()) != 0 || ::listen(descriptor, options.backlog) != 0 ||
        ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&actual), &size) != 0) {
        const NetError error = netErrorOf(errno);
        ::close(descriptor);
        return std::unexpected(error);
    }
    return ListeningSocket{descriptor, at.withPort(addressOf(actual).port())};
}

Address addressOf(const sockaddr_storage& storage) {
    const std::uint16_t port =
        ntohs(storage.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6&>(storage).sin6_port
                                            : reinterpret_cast<const sockaddr_in&>(storage).sin_port);
    return Address::of(reinterpret_cast<const sockaddr*>(&storage), port);
}

} // namespace bw::net
