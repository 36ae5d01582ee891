#pragma once

#include "core/net/address.h"

#include <string>
#include <string_view>
#include <vector>

namespace bw::client {

// Where load may go: loopback always, elsewhere only to hosts that were allowed by name. Asked after the name
// was resolved, so a name that is not allowed may still mean this machine. Immutable.
class HostPolicy {
public:
    HostPolicy() = default;
    explicit HostPolicy(std::vector<std::string> allowed)
        : m_allowed(std::move(allowed)) {}

    [[nodiscard]] bool allows(std::string_view host, const net::Address& address) const {
        return address.isLoopback() || isNamed(host);
    }

    // For who never learns the address, behind a proxy: this machine by its own names, or an allowed host.
    [[nodiscard]] bool allowsUnresolved(std::string_view host) const {
        return isOwnName(host) || isNamed(host);
    }

    // "localhost", or a loopback address.
    [[nodiscard]] static bool isOwnName(std::string_view host) {
        const auto address = net::Address::parse(host, 0);
        return host == "localhost" || (address && address->isLoopback());
    }

private:
    [[nodiscard]] bool isNamed(std::string_view host) const {
        for (const std::string& name : m_allowed) {
            if (sameHost(name, host)) {
                return true;
            }
        }
        return false;
    }
    static bool sameHost(std::string_view a, std::string_view b);

    std::vector<std::string> m_allowed;
};

} // namespace bw::client
