#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bw::codec {

enum class UrlScheme : std::uint8_t { Http, Https, Ws, Wss };

enum class UrlErrorKind : std::uint8_t {
    Empty,
    TooLong,           // over 64 KB
    MissingScheme,     // relative where an absolute one is needed
    UnsupportedScheme, // none of http, https, ws, wss
    MissingHost,
    BadHost,      // a character that no host name has; non-ASCII names are written as xn--…
    BadPort,      // no number from 1 to 65535
    BadCharacter, // a control character
    BadEscape,    // '%' without two hexadecimal digits
};

struct UrlError {
    UrlErrorKind kind = UrlErrorKind::Empty;
    std::size_t offset = 0; // byte in the text that was read
};

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

// Appends with everything but letters, digits and "-._~" as %XX.
void appendPercentEncoded(std::string& out, std::string_view text);

enum class PlusMeans : std::uint8_t { Plus, Space };

// Appends the decoded text; false (and nothing appended) when an escape is broken.
[[nodiscard]] bool appendPercentDecoded(std::string& out, std::string_view text,
                                        PlusMeans plus = PlusMeans::Plus);

} // namespace bw::codec
