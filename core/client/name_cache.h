#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/net/resolver.h"
#include "core/net/task.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace bw::client {

// Which of a name's addresses is tried first, and which are left out: k6's `dns` options.
struct NameChoice {
    enum class Select : std::uint8_t { Random, First, RoundRobin } select = Select::Random;
    enum class Policy : std::uint8_t {
        PreferIpv4,
        PreferIpv6,
        OnlyIpv4,
        OnlyIpv6,
        Any
    } policy = Policy::PreferIpv4;
    std::uint64_t seed = 0;
};

// Names and their addresses, kept for a while. One per worker; not thread-safe.
class NameCache {
public:
    NameCache(net::Reactor& reactor, net::Resolver& resolver, Duration ttl, const NameChoice& choice = {})
        : m_reactor(reactor)
        , m_resolver(resolver)
        , m_ttl(ttl)
        , m_choice(choice)
        , m_random(choice.seed) {}

    // Known addresses, without asking: numeric ones, localhost, and what is fresh. Null: ask.
    [[nodiscard]] const net::Addresses* find(std::string_view host);

    // Remembers an answer.
    void keep(const std::string& host, net::Addresses addresses);

    // The addresses of an answer in the order in which a connection tries them; none when the policy leaves
    // none.
    [[nodiscard]] net::Addresses inOrder(const net::Addresses& addresses);

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
    NameChoice m_choice;
    Random m_random;
    std::size_t m_turn = 0;
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace bw::client
