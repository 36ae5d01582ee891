#pragma once

#include "core/codec/url.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bw::client {

// The cookies of one virtual user (RFC 6265, without the list of public suffixes: a cookie for a whole
// top-level domain is refused when it has no dot). At most 50 cookies a host and 3,000 in all; the oldest
// goes first. Not thread-safe.
class CookieJar {
public:
    static constexpr std::size_t kMaxCookies = 3000;
    static constexpr std::size_t kMaxPerDomain = 50;
    static constexpr std::size_t kMaxCookieBytes = 4096;

    // Takes a Set-Cookie value that came from `url`; `nowSeconds` is the wall clock's.
    void set(const codec::Url& url, std::string_view setCookie, std::int64_t nowSeconds);

    // Appends "a=1; b=2", the longest paths first; nothing when no cookie goes there.
    void append(const codec::Url& url, std::int64_t nowSeconds, std::string& out) const;

    void clear() { m_cookies.clear(); }
    [[nodiscard]] bool empty() const { return m_cookies.empty(); }

private:
    struct Cookie {
        std::string name;
        std::string value;
        std::string domain;
        std::string path;
        std::int64_t expires = INT64_MAX; // seconds since 1970
        std::uint64_t age = 0;            // a running number: the lowest is the oldest
        bool hostOnly = true;
        bool secure = false;
    };

    [[nodiscard]] static bool goesTo(const Cookie& cookie, const codec::Url& url, std::int64_t nowSeconds);
    void put(Cookie cookie);

    template <class Which>
    void dropOldest(Which which);

    std::vector<Cookie> m_cookies; // as they are sent: the longest paths first, then the oldest
    std::uint64_t m_made = 0;
};

// The value of the cookie a Set-Cookie field sets, or nothing when it sets another: "name=value; Path=/".
[[nodiscard]] bool readCookiePair(std::string_view setCookie, std::string_view& name,
                                  std::string_view& value);

} // namespace bw::client
