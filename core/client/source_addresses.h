#pragma once

#include "core/net/address.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace bw::client {

// Which local address the next connection leaves from. Those a plan names are taken in turn. Without any, the
// system chooses, until many connections went to addresses of this machine's own (127/8) or it has no port
// left for one: then the next of 127.0.0.1, 127.0.0.2, … takes over. Long before the ports of an address are
// out, the system searches thousands of them for each connection. One per worker; not thread-safe.
class SourceAddresses {
public:
    // How many loopback addresses are used at most: some seven million connections.
    static constexpr std::size_t kMostLoopback = 250;
    // Connections that leave from one of them before the next takes over, of all workers.
    static constexpr std::size_t kOfEach = 12'000;

    // Workers that connect alike, this one included.
    void shareAmong(std::size_t workers) { m_ofEach = kOfEach / workers; }

    void add(const net::Address& address) { m_named.push_back(address); }

    // None: the system's choice.
    [[nodiscard]] std::optional<net::Address> next(const net::Address& to) {
        if (!m_named.empty()) {
            return m_named[m_next++ % m_named.size()];
        }
        if (!isOwn(to)) {
            return std::nullopt;
        }
        if (++m_fromPresent > m_ofEach) {
            static_cast<void>(moveOn(to));
        }
        return m_loopback > 0 ? loopback(m_loopback) : std::nullopt;
    }

    // The last one had no port left; true when another may have. A named one is not left for another kind.
    [[nodiscard]] bool moveOn(const net::Address& to) {
        if (!m_named.empty() || !isOwn(to)) {
            return false;
        }
        m_loopback = (m_loopback + 1) % kMostLoopback; // in a circle: ports come back
        m_fromPresent = 1;
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
    std::size_t m_ofEach = kOfEach;
    std::size_t m_fromPresent = 0;
};

} // namespace bw::client
