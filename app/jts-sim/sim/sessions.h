#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bw::jts {

// Who is logged in. Bounded: beyond the limit the session that began first ends. Thread-safe.
class Sessions {
public:
    static constexpr Duration lifetime = std::chrono::hours(1);

    Sessions(std::uint64_t seed, std::size_t limit = 100'000);

    struct Opened {
        std::string token;
        WallTime expiresAt;
    };

    // True when the pair lets one in: the user "load" has the password "load-test", everybody else any that
    // is not empty.
    [[nodiscard]] static bool isAllowed(std::string_view user, std::string_view password);

    [[nodiscard]] Opened open(std::string_view user, WallTime now);

    // Writes the token's user; false when there is no such session or its time is over.
    [[nodiscard]] bool find(std::string_view token, WallTime now, std::string& user) const;

    // False when there was no such session.
    [[nodiscard]] bool close(std::string_view token);

private:
    static constexpr std::size_t shardCount = 16;

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>()(text);
        }
    };

    struct Session {
        std::string user;
        WallTime expiresAt;
    };

    struct Shard {
        mutable std::mutex lock;
        std::unordered_map<std::string, Session, TextHash, std::equal_to<>> sessions;
        std::vector<std::string> byAge; // a ring of tokens, the oldest at `oldest`
        std::size_t oldest = 0;
    };

    [[nodiscard]] static std::size_t shardOf(std::string_view token);
    [[nodiscard]] std::string makeToken();

    std::size_t m_limitPerShard;
    std::mutex m_randomLock;
    Random m_random;
    std::unique_ptr<std::array<Shard, shardCount>> m_shards;
};

} // namespace bw::jts
