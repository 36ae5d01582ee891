#include "app/jts-sim/sim/sessions.h"

namespace bw::jts {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

} // namespace

Sessions::Sessions(std::uint64_t seed, std::size_t limit)
    : m_limitPerShard(std::max<std::size_t>(1, limit / shardCount))
    , m_random(seed, 1)
    , m_shards(std::make_unique<std::array<Shard, shardCount>>()) {}

bool Sessions::isAllowed(std::string_view user, std::string_view password) {
    if (user.empty() || password.empty()) {
        return false;
    }
    return user != "load" || password == "load-test";
}

std::size_t Sessions::shardOf(std::string_view token) {
    return (std::hash<std::string_view>()(token) >> 40) % shardCount;
}

std::string Sessions::makeToken() {
    const std::scoped_lock lock(m_randomLock);
    std::string token;
    for (int word = 0; word < 2; ++word) {
        std::uint64_t bits = m_random.next();
        for (int i = 0; i < 16; ++i, bits >>= 4) {
            token.push_back(hexDigits[bits & 15]);
        }
    }
    return token;
}

Sessions::Opened Sessions::open(std::string_view user, WallTime now) {
    Opened opened{makeToken(), WallTime{now.nanoseconds + lifetime.count()}};
    Shard& shard = (*m_shards)[shardOf(opened.token)];
    const std::scoped_lock lock(shard.lock);
    if (shard.byAge.size() < m_limitPerShard) {
        shard.byAge.push_back(opened.token);
    } else {
        shard.sessions.erase(shard.byAge[shard.oldest]);
        shard.byAge[shard.oldest] = opened.token;
        shard.oldest = (shard.oldest + 1) % m_limitPerShard;
    }
    shard.sessions[opened.token] = {std::string(user), opened.expiresAt};
    return opened;
}

bool Sessions::find(std::string_view token, WallTime now, std::string& user) const {
    const Shard& shard = (*m_shards)[shardOf(token)];
    const std::scoped_lock lock(shard.lock);
    const auto found = shard.sessions.find(token);
    if (found == shard.sessions.end() || found->second.expiresAt <= now) {
        return false;
    }
    user = found->second.user;
    return true;
}

bool Sessions::close(std::string_view token) {
    Shard& shard = (*m_shards)[shardOf(token)];
    const std::scoped_lock lock(shard.lock);
    const auto found = shard.sessions.find(token);
    if (found == shard.sessions.end()) {
        return false;
    }
    shard.sessions.erase(found);
    return true;
}

} // namespace bw::jts
