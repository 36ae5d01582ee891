#include "core/client/name_cache.h"

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

} // namespace bw::client
