#pragma once

#include <cstdint>
#include <netinet/in.h>
#include <optional>
#include <string>
#include <string_view>
#include <sys/socket.h>

namespace bw::net {

// An IPv4 or IPv6 address with a port. A value.
class Address {
public:
    // 0.0.0.0:0
    Address();

    // Reads "127.0.0.1" or "::1" (also "[::1]"); never asks a name server.
    [[nodiscard]] static std::optional<Address> parse(std::string_view text, std::uint16_t port);
    [[nodiscard]] static Address loopback(std::uint16_t port);
    [[nodiscard]] static Address of(const sockaddr* address, std::uint16_t port);

    [[nodiscard]] bool isV6() const { return m_storage.v4.sin_family == AF_INET6; }
    // 127.0.0.0/8, ::1, and the first mapped into IPv6.
    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] Address withPort(std::uint16_t port) const;

    [[nodiscard]] const sockaddr* data() const { return &m_storage.any; }
    [[nodiscard]] socklen_t size() const { return isV6() ? sizeof(sockaddr_in6) : sizeof(sockaddr_in); }

    // Without the port.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const Address& a, const Address& b);

private:
    union Storage {
        sockaddr any;
        sockaddr_in v4;
        sockaddr_in6 v6;
    };
    Storage m_storage;
};

} // namespace bw::net
