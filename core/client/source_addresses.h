#pragma once

#include "core/net/address.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace bw::client {

// Which local address the next connection leaves from. Those a plan names are taken in turn. Without any, the
// system chooses, until this machine has no port left for one of its own addresses (127/8): then the next of
// 127.0.0.1, 127.0.0.2, … takes over, each with all its ports. One per worker; not thread-safe.
class SourceAddresses {
public:
    // How many loopback addresses are used at most: some seven million connections.
    static constexpr std::size_t kMostLoopback = 250;

    void add(const net::Address& address) { m_named.push_back(address); }

    // None: the system's choice.
    [[nodiscard]] std::optional<net::Address> next(const net::Address& to) {
        if (!m_named.empty()) {
            return m_named[m_next++ % m_named.size()];
        }
        return m_loopback > 0 && isOwn(to) ? loopback(m_loopback) : std::nullopt;
    }

    // The last one had no port left; true when another may have. A named one is not left for another kind.
    [[nodiscard]] bool moveOn(const net::Address& to) {
        if (!m_named.empty() || !isOwn(to)) {
            return false;
        }
        m_loopback = (m_loopback + 1) % kMostLoopback; // in a circle: ports come back
        return true;
    }

    [[nodiscard]] std::size_t named() const { return m_named.size(); }

private:
    [[nodiscard]] static bool isOwn(const net::Address& to) { return to.isLoopback() && !to.isV6(); }
    [[nodiscard]] static std::optional<net::Address> loopback(std::size_t number) {
        return net::Address::parse("127.0.0." + std::to_string(number + 1), 0);
    }

    std::vector<net::Address> m_named;
    std::size_t m_next = 0;
    std::size_t m_loopback = 0; // 0: not needed yet
};

} // namespace bw::client
