#include "core/engine/example_text.h"

#include "core/codec/http1_writer.h"
#include "core/codec/url.h"

namespace bw::engine {
namespace {

constexpr std::size_t kMax = 16U << 10;

// What proves who somebody is must not leave with a report, whether or not the plan calls it a secret. The
// scheme of credentials stays, since a wrong one is a common mistake.
std::string shownValue(std::string_view name, std::string_view value) {
    constexpr std::string_view kMask = "******";
    if (codec::equalsIgnoringCase(name, "Authorization") ||
        codec::equalsIgnoringCase(name, "Proxy-Authorization")) {
        const auto space = value.find(' ');
        return std::string(value.substr(0, space == std::string_view::npos ? 0 : space + 1)).append(kMask);
    }
    const bool isSecret = codec::equalsIgnoringCase(name, "Cookie") ||
                          codec::equalsIgnoringCase(name, "Set-Cookie") ||
                          codec::equalsIgnoringCase(name, "X-Api-Key");
    return std::string(isSecret ? kMask : value);
}

} // namespace

// Whatever a server sends must be storable as text: control characters and bytes over 127 that form no UTF-8
// are replaced.
std::string printableText(std::string_view bytes, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size() && out.size() < most;) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xc2 && lead < 0xe0 ? 2
                                   : lead < 0xf0 && lead >= 0xe0 ? 3
                                   : lead >= 0xf0 && lead < 0xf5 ? 4
                                                                 : 0;
        bool good =
            length > 0 && i + length <= bytes.size() && (lead >= 0x20 || lead == '\n' || lead == '\t');
        for (std::size_t k = 1; good && k < length; ++k) {
            good = (static_cast<unsigned char>(bytes[i + k]) & 0xc0) == 0x80;
        }
        if (good) {
            out += bytes.substr(i, length);
            i += length;
        } else {
            if (lead != '\r') {
                out += "\xEF\xBF\xBD";
            }
            ++i;
        }
    }
    return out;
}

std::string requestText(const client::Request& request) {
    std::string text = std::string(request.method) + ' ' + request.url->target + " HTTP/1.1\nHost: ";
    codec::appendHostField(text, *request.url);
    text += '\n';
    for (const codec::HeaderField& field : request.fields) {
        text += std::string(field.name) + ": " + shownValue(field.name, field.value) + '\n';
    }
    text += '\n';
    text += request.body.substr(0, kMax);
    return printableText(text, kMax);
}

std::string responseText(const client::Exchange& exchange) {
    if (exchange.status == 0) {
        return printableText(exchange.detail, kMax);
    }
    std::string text = std::string(exchange.proto) + ' ' + std::to_string(exchange.status) + '\n';
    exchange.fields.forEach([&](std::string_view name, std::string_view value) {
        text += std::string(name) + ": " + shownValue(name, value) + '\n';
    });
    text += '\n';
    text += exchange.body.substr(0, kMax);
    return printableText(text, kMax);
}

} // namespace bw::engine
