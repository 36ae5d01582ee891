#include "core/net/address.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>

namespace bw::net {

Address::Address()
    : m_storage() {
    std::memset(&m_storage, 0, sizeof m_storage);
    m_storage.v4.sin_family = AF_INET;
}

std::optional<Address> Address::parse(std::string_view text, std::uint16_t port) {
    if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
        text = text.substr(1, text.size() - 2);
    }
    std::array<char, INET6_ADDRSTRLEN + 1> buffer{};
    if (text.empty() || text.size() >= buffer.size() || text.contains('\0')) {
        return std::nullopt;
    }
    std::memcpy(buffer.data(), text.data(), text.size());
    Address address;
    if (::inet_pton(AF_INET, buffer.data(), &address.m_storage.v4.sin_addr) == 1) {
        return address.withPort(port);
    }
    address.m_storage.v6 = {};
    address.m_storage.v6.sin6_family = AF_INET6;
    if (::inet_pton(AF_INET6, buffer.data(), &address.m_storage.v6.sin6_addr) == 1) {
        return address.withPort(port);
    }
    return std::nullopt;
}

Address Address::loopback(std::uint16_t port) {
    Address address;
    address.m_storage.v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address.withPort(port);
}

Address Address::of(const sockaddr* address, std::uint16_t port) {
    Address copy;
    if (address->sa_family == AF_INET6) {
        std::memcpy(&copy.m_storage.v6, address, sizeof(sockaddr_in6));
    } else {
        std::memcpy(&copy.m_storage.v4, address, sizeof(sockaddr_in));
    }
    return copy.withPort(port);
}

bool Address::isLoopback() const {
    if (!isV6()) {
        return (ntohl(m_storage.v4.sin_addr.s_addr) >> 24) == 127;
    }
    const in6_addr& v6 = m_storage.v6.sin6_addr;
    return IN6_IS_ADDR_LOOPBACK(&v6) || (IN6_IS_ADDR_V4MAPPED(&v6) && v6.s6_addr[12] == 127);
}

std::uint16_t Address::port() const {
    return ntohs(isV6() ? m_storage.v6.sin6_port : m_storage.v4.sin_port);
}

Address Address::withPort(std::uint16_t port) const {
    Address copy = *this;
    (isV6() ? copy.m_storage.v6.sin6_port : copy.m_storage.v4.sin_port) = htons(port);
    return copy;
}

std::string Address::text() const {
    std::array<char, INET6_ADDRSTRLEN + 1> buffer{};
    const void* address = isV6() ? static_cast<const void*>(&m_storage.v6.sin6_addr) : &m_storage.v4.sin_addr;
    const char* text =
        ::inet_ntop(m_storage.any.sa_family, address, buffer.data(), static_cast<socklen_t>(buffer.size()));
    return text != nullptr ? text : "";
}

bool operator==(const Address& a, const Address& b) {
    return a.isV6() == b.isV6() && std::memcmp(&a.m_storage, &b.m_storage, a.size()) == 0;
}

} // namespace bw::net
