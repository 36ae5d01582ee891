#include "core/client/name_cache.h"

#include <algorithm>

namespace bw::client {

const net::Addresses* NameCache::find(std::string_view host) {
    const auto found = m_entries.find(host);
    if (found != m_entries.end()) {
        if (found->second.until == Instant::max() || m_reactor.now() < found->second.until) {
            return &found->second.addresses;
        }
        m_entries.erase(found);
    }
    auto local = net::Resolver::resolveLocally(host);
    if (!local) {
        return nullptr;
    }
    if (m_entries.size() >= kMaxNames) {
        m_entries.clear();
    }
    return &m_entries.emplace(std::string(host), Entry{std::move(*local), Instant::max()})
                .first->second.addresses;
}

void NameCache::keep(const std::string& host, net::Addresses addresses) {
    if (m_entries.size() >= kMaxNames) {
        m_entries.clear();
    }
    m_entries[host] = {std::move(addresses), m_reactor.now() + m_ttl};
}

net::Addresses NameCache::inOrder(const net::Addresses& addresses) {
    using Policy = NameChoice::Policy;
    const auto isWanted = [this](bool isV6) {
        return m_choice.policy == Policy::OnlyIpv4   ? !isV6
               : m_choice.policy == Policy::OnlyIpv6 ? isV6
                                                     : true;
    };
    // The preferred kind first; among equals, whose turn it is.
    const bool prefersV6 = m_choice.policy == Policy::PreferIpv6;
    net::Addresses wanted;
    net::Addresses others;
    for (const net::Address& address : addresses) {
        if (isWanted(address.isV6())) {
            const bool isFirst = m_choice.policy == Policy::Any || address.isV6() == prefersV6;
            (isFirst ? wanted : others).push_back(address);
        }
    }
    if (wanted.empty()) {
        wanted.swap(others);
    }
    const std::size_t count = wanted.size();
    if (count > 1 && m_choice.select != NameChoice::Select::First) {
        const std::size_t first =
            m_choice.select == NameChoice::Select::Random ? m_random.below(count) : m_turn++ % count;
        std::ranges::rotate(wanted, wanted.begin() + static_cast<std::ptrdiff_t>(first));
    }
    wanted.insert(wanted.end(), others.begin(), others.end());
    return wanted;
}

} // namespace bw::client
