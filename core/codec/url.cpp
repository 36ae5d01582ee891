#include "core/codec/url.h"

#include "core/codec/http1_writer.h"
#include "core/codec/percent.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <optional>

namespace bw::codec {

namespace {

constexpr std::size_t maxText = 64 * 1024;

std::unexpected<UrlError> wrong(UrlErrorKind kind, std::size_t offset) {
    return std::unexpected(UrlError{kind, offset});
}

bool isAlpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// The length of "scheme" when the text begins with "scheme:", otherwise npos (RFC 3986 §3.1).
std::size_t schemeLength(std::string_view text) {
    if (text.empty() || !isAlpha(text.front())) {
        return std::string_view::npos;
    }
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ':') {
            return i;
        }
        if (!isAlpha(c) && !isDigit(c) && c != '+' && c != '-' && c != '.') {
            break;
        }
    }
    return std::string_view::npos;
}

std::optional<UrlScheme> schemeOf(std::string_view name) {
    for (const auto scheme : {UrlScheme::Http, UrlScheme::Https, UrlScheme::Ws, UrlScheme::Wss}) {
        if (equalsIgnoringCase(name, schemeName(scheme))) {
            return scheme;
        }
    }
    return std::nullopt;
}

// Reads the parts of one text, each with its offset in it.
class Reader {
public:
    Reader(Url& url, std::string_view text)
        : m_url(url)
        , m_text(text) {}

    // Everything behind "scheme:", which must be "//authority".
    Result<void, UrlError> readHierarchy(std::size_t at) {
        if (m_text.substr(at, 2) != "//") {
            return wrong(UrlErrorKind::MissingHost, at);
        }
        at += 2;
        const std::size_t end = std::min(m_text.find_first_of("/?#", at), m_text.size());
        if (auto done = readAuthority(at, end); !done) {
            return done;
        }
        return readTarget(end);
    }

    Result<void, UrlError> readTarget(std::size_t at) {
        const std::size_t end = std::min(m_text.find('#', at), m_text.size());
        const std::string_view part = m_text.substr(at, end - at);
        m_url.target.clear();
        if (part.empty() || part.front() != '/') {
            m_url.target.push_back('/');
        }
        if (const auto done = appendWireTarget(m_url.target, part); !done) {
            return wrong(done.error().kind, at + done.error().offset);
        }
        return {};
    }

private:
    Result<void, UrlError> readAuthority(std::size_t at, std::size_t end) {
        m_url.user.clear();
        m_url.password.clear();
        m_url.port = defaultPort(m_url.scheme);
        const std::size_t sign = m_text.substr(at, end - at).rfind('@');
        if (sign != std::string_view::npos) {
            if (auto done = readUser(at, at + sign); !done) {
                return done;
            }
            at += sign + 1;
        }
        if (at == end || m_text[at] == ':') {
            return wrong(UrlErrorKind::MissingHost, at);
        }
        return m_text[at] == '[' ? readAddress(at, end) : readName(at, end);
    }

    Result<void, UrlError> readUser(std::size_t at, std::size_t end) {
        const std::string_view text = m_text.substr(at, end - at);
        const std::size_t colon = std::min(text.find(':'), text.size());
        if (!appendPercentDecoded(m_url.user, text.substr(0, colon))) {
            return wrong(UrlErrorKind::BadEscape, at);
        }
        if (colon < text.size() && !appendPercentDecoded(m_url.password, text.substr(colon + 1))) {
            return wrong(UrlErrorKind::BadEscape, at + colon + 1);
        }
        return {};
    }

    Result<void, UrlError> readName(std::size_t at, std::size_t end) {
        m_url.host.clear();
        std::size_t i = at;
        for (; i < end && m_text[i] != ':'; ++i) {
            const char c = m_text[i];
            if (!isAlpha(c) && !isDigit(c) && c != '-' && c != '.' && c != '_' && c != '~') {
                return wrong(UrlErrorKind::BadHost, i);
            }
            m_url.host.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        }
        if (m_url.host.size() > 255) {
            return wrong(UrlErrorKind::BadHost, at);
        }
        return readPort(i, end);
    }

    Result<void, UrlError> readAddress(std::size_t at, std::size_t end) {
        const std::size_t close = m_text.substr(0, end).find(']', at);
        if (close == std::string_view::npos) {
            return wrong(UrlErrorKind::BadHost, at);
        }
        m_url.host.assign(m_text.substr(at + 1, close - at - 1));
        in6_addr address;
        if (m_url.host.find('\0') != std::string::npos ||
            inet_pton(AF_INET6, m_url.host.c_str(), &address) != 1) {
            return wrong(UrlErrorKind::BadHost, at);
        }
        std::array<char, INET6_ADDRSTRLEN> text;
        m_url.host.assign(inet_ntop(AF_INET6, &address, text.data(), text.size()));
        return readPort(close + 1, end);
    }

    Result<void, UrlError> readPort(std::size_t at, std::size_t end) {
        if (at == end || m_text.substr(at, end - at) == ":") {
            return {};
        }
        if (m_text[at] != ':') {
            return wrong(UrlErrorKind::BadHost, at);
        }
        const char* const stop = m_text.data() + end;
        const auto read = std::from_chars(m_text.data() + at + 1, stop, m_url.port);
        if (read.ec != std::errc() || read.ptr != stop || m_url.port == 0) {
            return wrong(UrlErrorKind::BadPort, at + 1);
        }
        return {};
    }

    Url& m_url;
    std::string_view m_text;
};

// RFC 3986 §5.2.4, on a path that begins with '/'.
std::string withoutDots(std::string_view path) {
    std::string out;
    std::size_t at = 0;
    while (at < path.size()) {
        const std::size_t next = std::min(path.find('/', at + 1), path.size());
        const std::string_view segment = path.substr(at + 1, next - at - 1);
        const bool isLast = next == path.size();
        if (segment == "..") {
            out.resize(out.empty() ? 0 : out.rfind('/'));
        } else if (segment != ".") {
            out.push_back('/');
            out.append(segment);
        }
        if (isLast && (segment == "." || segment == "..")) {
            out.push_back('/');
        }
        at = next;
    }
    return out.empty() ? "/" : out;
}

// RFC 3986 §5.2.2 for a reference without scheme and authority: path and query, fragment gone.
std::string mergedTarget(const Url& base, std::string_view reference) {
    reference = reference.substr(0, reference.find('#'));
    if (reference.empty()) {
        return base.target;
    }
    const std::string_view basePath = targetPath(base.target);
    if (reference.front() == '?') {
        return std::string(basePath).append(reference);
    }
    const std::size_t question = std::min(reference.find('?'), reference.size());
    std::string path(reference.substr(0, question));
    if (path.front() != '/') {
        path.insert(0, basePath.substr(0, basePath.rfind('/') + 1));
    }
    return withoutDots(path).append(reference.substr(question));
}

// The scheme decides what follows; `at` is where "//" must stand.
Result<void, UrlError> readAbsolute(Url& url, std::string_view text) {
    const std::size_t length = schemeLength(text);
    if (length == std::string_view::npos) {
        return wrong(UrlErrorKind::MissingScheme, 0);
    }
    const auto scheme = schemeOf(text.substr(0, length));
    if (!scheme) {
        // "localhost:8080/x" looks like a scheme; the writer forgot one.
        const bool isPort = length + 1 < text.size() && isDigit(text[length + 1]);
        return wrong(isPort ? UrlErrorKind::MissingScheme : UrlErrorKind::UnsupportedScheme, 0);
    }
    url.scheme = *scheme;
    return Reader(url, text).readHierarchy(length + 1);
}

} // namespace

Result<Url, UrlError> parseUrl(std::string_view text) {
    Url url;
    if (const auto done = parseUrlInto(url, text); !done) {
        return std::unexpected(done.error());
    }
    return url;
}

Result<void, UrlError> parseUrlInto(Url& url, std::string_view text) {
    if (text.empty()) {
        return wrong(UrlErrorKind::Empty, 0);
    }
    if (text.size() > maxText) {
        return wrong(UrlErrorKind::TooLong, maxText);
    }
    return readAbsolute(url, text);
}

Result<Url, UrlError> resolveUrl(const Url& base, std::string_view reference) {
    if (reference.size() > maxText) {
        return wrong(UrlErrorKind::TooLong, maxText);
    }
    Url url;
    if (schemeLength(reference) != std::string_view::npos) {
        if (const auto done = readAbsolute(url, reference); !done) {
            return std::unexpected(done.error());
        }
        return url;
    }
    if (reference.starts_with("//")) {
        url.scheme = base.scheme;
        if (const auto done = Reader(url, reference).readHierarchy(0); !done) {
            return std::unexpected(done.error());
        }
        return url;
    }
    url = base;
    url.target.clear();
    // Escaping first keeps error offsets those of the reference; dots are not touched by it.
    std::string wire;
    const std::string_view part = reference.substr(0, reference.find('#'));
    if (const auto done = appendWireTarget(wire, part); !done) {
        return wrong(done.error().kind, done.error().offset);
    }
    url.target = mergedTarget(base, wire);
    return url;
}

bool isSecure(UrlScheme scheme) {
    return scheme == UrlScheme::Https || scheme == UrlScheme::Wss;
}

std::uint16_t defaultPort(UrlScheme scheme) {
    return isSecure(scheme) ? 443 : 80;
}

std::string_view schemeName(UrlScheme scheme) {
    switch (scheme) {
    case UrlScheme::Http:
        return "http";
    case UrlScheme::Https:
        return "https";
    case UrlScheme::Ws:
        return "ws";
    case UrlScheme::Wss:
        return "wss";
    }
    return {};
}

void appendHostField(std::string& out, const Url& url) {
    const bool isAddress = url.host.find(':') != std::string::npos;
    if (isAddress) {
        out.push_back('[');
    }
    out.append(url.host);
    if (isAddress) {
        out.push_back(']');
    }
    if (url.port != defaultPort(url.scheme)) {
        std::array<char, 5> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), url.port).ptr;
        out.push_back(':');
        out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
    }
}

std::string urlText(const Url& url) {
    std::string out(schemeName(url.scheme));
    out.append("://");
    appendHostField(out, url);
    return out.append(url.target);
}

bool isSameOrigin(const Url& a, const Url& b) {
    return a.scheme == b.scheme && a.port == b.port && a.host == b.host;
}

std::string_view targetPath(std::string_view target) {
    return target.substr(0, target.find('?'));
}

std::string_view targetQuery(std::string_view target) {
    const std::size_t question = target.find('?');
    return question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
}

void appendQuery(std::string& target, std::string_view name, std::string_view value) {
    const std::size_t question = target.find('?');
    if (question == std::string::npos) {
        target.push_back('?');
    } else if (target.back() != '?' && target.back() != '&') {
        target.push_back('&');
    }
    appendPercentEncoded(target, name);
    target.push_back('=');
    appendPercentEncoded(target, value);
}

} // namespace bw::codec
