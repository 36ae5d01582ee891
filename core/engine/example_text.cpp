#include "core/engine/example_text.h"

#include "core/codec/url.h"

namespace bw::engine {
namespace {

constexpr std::size_t kMax = 16U << 10;

// Whatever a server sends must be storable as text: control characters and bytes over 127 that form no UTF-8
// are replaced.
std::string printable(std::string_view bytes) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size() && out.size() < kMax;) {
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

} // namespace

std::string requestText(const client::Request& request) {
    std::string text = std::string(request.method) + ' ' + request.url->target + " HTTP/1.1\nHost: ";
    codec::appendHostField(text, *request.url);
    text += '\n';
    for (const codec::HeaderField& field : request.fields) {
        text += std::string(field.name) + ": " + std::string(field.value) + '\n';
    }
    text += '\n';
    text += request.body.substr(0, kMax);
    return printable(text);
}

std::string responseText(const client::Exchange& exchange) {
    if (exchange.status == 0) {
        return {};
    }
    std::string text = std::string(exchange.proto) + ' ' + std::to_string(exchange.status) + '\n';
    exchange.fields.forEach([&](std::string_view name, std::string_view value) {
        text += std::string(name) + ": " + std::string(value) + '\n';
    });
    text += '\n';
    text += exchange.body.substr(0, kMax);
    return printable(text);
}

} // namespace bw::engine
