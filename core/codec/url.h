#pragma once

#include "core/base/result.h"
#include "core/codec/percent.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bw::codec {

enum class UrlScheme : std::uint8_t { Http, Https, Ws, Wss };

// An absolute URL in the pieces that a client needs. Reusable: reading into one again keeps its room.
struct Url {
    UrlScheme scheme = UrlScheme::Http;
    std::uint16_t port = 80;  // the scheme's own when the text has none
    std::string user;         // decoded; empty when there is none
    std::string password;     // decoded
    std::string host;         // lower case; an IPv6 address without its brackets
    std::string target = "/"; // path and query, as they go on the wire; begins with '/'

    friend bool operator==(const Url&, const Url&) = default;
};

// Reads an absolute URL (RFC 3986). The fragment is dropped; characters that do not belong into a path or
// query are percent-encoded, existing escapes are kept as they are.
[[nodiscard]] Result<Url, UrlError> parseUrl(std::string_view text);

// The same without allocation once `url` is warm; on an error `url` holds no particular value.
[[nodiscard]] Result<void, UrlError> parseUrlInto(Url& url, std::string_view text);

// What `reference` means seen from `base` (RFC 3986 §5.2): redirects, links. User and password are inherited
// only with the same scheme, host and port, and only when the reference names no authority.
[[nodiscard]] Result<Url, UrlError> resolveUrl(const Url& base, std::string_view reference);

[[nodiscard]] bool isSecure(UrlScheme scheme);
[[nodiscard]] std::uint16_t defaultPort(UrlScheme scheme);
[[nodiscard]] std::string_view schemeName(UrlScheme scheme);

// Appends what the Host field says: the port only when it is not the scheme's own, brackets around IPv6.
void appendHostField(std::string& out, const Url& url);

// The URL as text, without user and password.
[[nodiscard]] std::string urlText(const Url& url);

// True when both lead to the same server: scheme, host and port.
[[nodiscard]] bool isSameOrigin(const Url& a, const Url& b);

// The path and the query (behind '?', may be empty) of a target.
[[nodiscard]] std::string_view targetPath(std::string_view target);
[[nodiscard]] std::string_view targetQuery(std::string_view target);

// Appends "name=value" to a target, with '?' or '&' as needed.
void appendQuery(std::string& target, std::string_view name, std::string_view value);

} // namespace bw::codec
