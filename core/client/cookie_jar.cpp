#include "core/client/cookie_jar.h"

#include "core/base/trim.h"
#include "core/codec/http1_writer.h"
#include "core/net/address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <functional>
#include <optional>
#include <utility>

namespace bw::client {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

// RFC 6265 §5.1.3
bool domainMatches(std::string_view host, std::string_view domain) {
    if (host == domain) {
        return true;
    }
    return host.size() > domain.size() && host.ends_with(domain) &&
           host[host.size() - domain.size() - 1] == '.' && !net::Address::parse(host, 0);
}

// RFC 6265 §5.1.4
bool pathMatches(std::string_view path, std::string_view cookiePath) {
    return path == cookiePath ||
           (path.starts_with(cookiePath) && (cookiePath.ends_with('/') || path[cookiePath.size()] == '/'));
}

std::string_view defaultPath(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == 0 || slash == std::string_view::npos ? std::string_view("/") : path.substr(0, slash);
}

// The three date forms of RFC 9110 §5.6.7; seconds since 1970.
std::optional<std::int64_t> parseDate(std::string_view text) {
    const std::string copy(text);
    for (const char* form : {"%a, %d %b %Y %H:%M:%S", "%a, %d-%b-%Y %H:%M:%S", "%A, %d-%b-%y %H:%M:%S",
                             "%a %b %d %H:%M:%S %Y"}) {
        std::tm parts{};
        if (::strptime(copy.c_str(), form, &parts) != nullptr) {
            return ::timegm(&parts);
        }
    }
    return std::nullopt;
}

} // namespace

bool readCookiePair(std::string_view setCookie, std::string_view& name, std::string_view& value) {
    const std::string_view pair = setCookie.substr(0, setCookie.find(';'));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) {
        return false;
    }
    name = trimBlanks(pair.substr(0, equals));
    value = trimBlanks(pair.substr(equals + 1));
    return !name.empty();
}

void CookieJar::set(const codec::Url& url, std::string_view setCookie, std::int64_t nowSeconds) {
    std::string_view name;
    std::string_view value;
    if (setCookie.size() > kMaxCookieBytes || !readCookiePair(setCookie, name, value)) {
        return;
    }
    Cookie cookie{std::string(name), std::string(value), url.host,
                  std::string(defaultPath(codec::targetPath(url.target)))};
    bool hasMaxAge = false;
    for (auto rest = setCookie; rest.find(';') != std::string_view::npos;) {
        rest.remove_prefix(rest.find(';') + 1);
        const std::string_view attribute = rest.substr(0, rest.find(';'));
        const auto equals = attribute.find('=');
        const std::string_view key = trimBlanks(attribute.substr(0, equals));
        const std::string_view text =
            equals == std::string_view::npos ? std::string_view() : trimBlanks(attribute.substr(equals + 1));
        if (codec::equalsIgnoringCase(key, "Secure")) {
            cookie.secure = true;
        } else if (codec::equalsIgnoringCase(key, "Path") && text.starts_with('/')) {
            cookie.path = text;
        } else if (codec::equalsIgnoringCase(key, "Domain") && !text.empty()) {
            cookie.domain = lower(text.starts_with('.') ? text.substr(1) : text);
            cookie.hostOnly = false;
        } else if (codec::equalsIgnoringCase(key, "Max-Age")) {
            std::int64_t seconds = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
            if (error == std::errc() && end == text.data() + text.size()) {
                hasMaxAge = true;
                cookie.expires =
                    seconds <= 0 ? 0 : nowSeconds + std::min<std::int64_t>(seconds, 400LL * 86'400);
            }
        } else if (codec::equalsIgnoringCase(key, "Expires") && !hasMaxAge) {
            cookie.expires = parseDate(text).value_or(cookie.expires);
        }
    }
    const bool isTooWide = !cookie.hostOnly && cookie.domain != url.host && !cookie.domain.contains('.');
    if (!isTooWide && domainMatches(url.host, cookie.domain)) {
        put(std::move(cookie));
    }
}

void CookieJar::put(Cookie cookie) {
    // An expired one replaces its predecessor, too, and is then never sent.
    const auto same = std::ranges::find_if(m_cookies, [&](const Cookie& other) {
        return other.name == cookie.name && other.domain == cookie.domain && other.path == cookie.path;
    });
    if (same != m_cookies.end()) {
        cookie.age = same->age; // RFC 6265 §5.3: it keeps its time of creation
        *same = std::move(cookie);
        return;
    }
    const auto ofDomain = [&](const Cookie& other) { return other.domain == cookie.domain; };
    if (static_cast<std::size_t>(std::ranges::count_if(m_cookies, ofDomain)) >= kMaxPerDomain) {
        dropOldest(ofDomain);
    } else if (m_cookies.size() >= kMaxCookies) {
        dropOldest([](const Cookie&) { return true; });
    }
    cookie.age = m_made++;
    const auto place = std::ranges::upper_bound(m_cookies, cookie.path.size(), std::ranges::greater(),
                                                [](const Cookie& other) { return other.path.size(); });
    m_cookies.insert(place, std::move(cookie));
}

template <class Which>
void CookieJar::dropOldest(Which which) {
    auto oldest = m_cookies.end();
    for (auto it = m_cookies.begin(); it != m_cookies.end(); ++it) {
        if (which(*it) && (oldest == m_cookies.end() || it->age < oldest->age)) {
            oldest = it;
        }
    }
    m_cookies.erase(oldest);
}

bool CookieJar::goesTo(const Cookie& cookie, const codec::Url& url, std::int64_t nowSeconds) {
    return cookie.expires > nowSeconds && (!cookie.secure || codec::isSecure(url.scheme)) &&
           (cookie.hostOnly ? url.host == cookie.domain : domainMatches(url.host, cookie.domain)) &&
           pathMatches(codec::targetPath(url.target), cookie.path);
}

void CookieJar::append(const codec::Url& url, std::int64_t nowSeconds, std::string& out) const {
    bool isFirst = true;
    for (const Cookie& cookie : m_cookies) {
        if (goesTo(cookie, url, nowSeconds)) {
            out += std::exchange(isFirst, false) ? "" : "; ";
            out += cookie.name;
            out += '=';
            out += cookie.value;
        }
    }
}

} // namespace bw::client
