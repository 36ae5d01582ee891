#pragma once

#include "core/base/clock.h"
#include "core/net/resolver.h"
#include "core/net/task.h"

#include <map>
#include <string>
#include <string_view>

namespace bw::client {

// Names and their addresses, kept for a while. One per worker; not thread-safe.
class NameCache {
public:
    NameCache(net::Reactor& reactor, net::Resolver& resolver, Duration ttl)
        : m_reactor(reactor)
        , m_resolver(resolver)
        , m_ttl(ttl) {}

    // Known addresses, without asking: numeric ones, localhost, and what is fresh. Null: ask.
    [[nodiscard]] const net::Addresses* find(std::string_view host);

    // Remembers an answer.
    void keep(const std::string& host, net::Addresses addresses);

    [[nodiscard]] net::Resolver& resolver() { return m_resolver; }

private:
    struct Entry {
        net::Addresses addresses;
        Instant until;
    };
    static constexpr std::size_t kMaxNames = 10'000;

    net::Reactor& m_reactor;
    net::Resolver& m_resolver;
    Duration m_ttl;
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace bw::client
