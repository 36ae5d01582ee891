#pragma once

#include "core/base/clock.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace bw::jts {

class JsonWriter;

// A broker's door: a token bucket for each API key, which fills at a rate up to a burst and gives a token to
// each request. It is kept as the moment when the bucket will be full again (the generic cell rate
// algorithm), so that nothing has to be filled. Not thread-safe.
class BrokerGateway {
public:
    // Buckets at most. A further key shares one bucket with all others that have none, until a bucket is full
    // again, which is then no different from a new one and makes room.
    static constexpr std::size_t kMostKeys = 10'000;
    static constexpr std::size_t kLongestKey = 128; // bytes; a longer one gets no bucket of its own

    struct Limits {
        Duration interval{0}; // in which a token comes
        std::size_t burst = 1;
    };

    explicit BrokerGateway(const Limits& limits)
        : m_limits(limits) {}

    // Takes a token: zero; or the time until there will be one, and takes none. An empty key is nobody's.
    // `now` must not go back.
    [[nodiscard]] Duration take(std::string_view key, Instant now);

    [[nodiscard]] std::size_t keys() const { return m_buckets.size(); }

    // {"keys", "passed", "refused"}
    void appendJson(JsonWriter& json) const;

private:
    struct Bucket {
        std::string key;
        Instant fullAt;
    };
    using Buckets = std::list<Bucket>; // the one used last in front

    [[nodiscard]] Bucket& bucketOf(std::string_view key, Instant now);

    Limits m_limits;
    Buckets m_buckets;
    std::unordered_map<std::string_view, Buckets::iterator> m_byKey; // views of the buckets' own keys
    Bucket m_shared;
    std::int64_t m_passed = 0;
    std::int64_t m_refused = 0;
};

} // namespace bw::jts
