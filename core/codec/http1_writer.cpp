#include "core/codec/http1_writer.h"

#include <array>
#include <charconv>

namespace bw::codec {

namespace {

constexpr std::array<bool, 256> makeTokenTable() {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789"
                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}

constexpr std::array<bool, 256> tokenTable = makeTokenTable();

bool isTarget(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte != 0x7f;
    });
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

void appendNumber(std::string& out, std::uint64_t number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

// Fields and the head's end behind a start line that is already there; takes all back on an error.
Result<void, HeadError> appendRest(std::string& out, std::size_t begin, std::span<const HeaderField> fields,
                                   std::optional<std::uint64_t> contentLength) {
    for (const HeaderField& field : fields) {
        if (auto done = appendField(out, field.name, field.value); !done) {
            out.resize(begin);
            return done;
        }
    }
    if (contentLength) {
        appendContentLength(out, *contentLength);
    }
    appendHeadEnd(out);
    return {};
}

} // namespace

bool isToken(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](char c) { return tokenTable[static_cast<unsigned char>(c)]; });
}

bool isFieldValue(std::string_view text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

Result<void, HeadError> appendRequestLine(std::string& out, std::string_view method,
                                          std::string_view target) {
    if (!isToken(method)) {
        return std::unexpected(HeadError::BadMethod);
    }
    if (!isTarget(target)) {
        return std::unexpected(HeadError::BadTarget);
    }
    out.append(method).append(" ").append(target).append(" HTTP/1.1\r\n");
    return {};
}

Result<void, HeadError> appendStatusLine(std::string& out, int status) {
    if (status < 100 || status > 999) {
        return std::unexpected(HeadError::BadStatus);
    }
    out.append("HTTP/1.1 ");
    appendNumber(out, static_cast<std::uint64_t>(status));
    out.append(" ").append(reasonPhrase(status)).append("\r\n");
    return {};
}

Result<void, HeadError> appendField(std::string& out, std::string_view name, std::string_view value) {
    if (!isToken(name)) {
        return std::unexpected(HeadError::BadName);
    }
    if (!isFieldValue(value)) {
        return std::unexpected(HeadError::BadValue);
    }
    out.append(name).append(": ").append(value).append("\r\n");
    return {};
}

void appendContentLength(std::string& out, std::uint64_t bytes) {
    out.append("Content-Length: ");
    appendNumber(out, bytes);
    out.append("\r\n");
}

void appendHeadEnd(std::string& out) {
    out.append("\r\n");
}

Result<void, HeadError> appendRequestHead(std::string& out, std::string_view method, std::string_view target,
                                          std::span<const HeaderField> fields,
                                          std::optional<std::uint64_t> contentLength) {
    const std::size_t begin = out.size();
    if (auto done = appendRequestLine(out, method, target); !done) {
        return done;
    }
    return appendRest(out, begin, fields, contentLength);
}

Result<void, HeadError> appendResponseHead(std::string& out, int status, std::span<const HeaderField> fields,
                                           std::optional<std::uint64_t> contentLength) {
    const std::size_t begin = out.size();
    if (auto done = appendStatusLine(out, status); !done) {
        return done;
    }
    return appendRest(out, begin, fields, contentLength);
}

std::string_view reasonPhrase(int status) {
    switch (status) {
    case 100:
        return "Continue";
    case 101:
        return "Switching Protocols";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return {};
    }
}

} // namespace bw::codec
