#include "core/codec/url.h"

#include <cstdlib>

// What is read as a URL must be written in a form that reads as the same URL, and no reference, resolved
// against it, may lead to a target that would break a request line.

namespace {

using namespace bw::codec;

void expect(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void checkTarget(const Url& url) {
    expect(!url.target.empty() && url.target.front() == '/');
    for (const char c : url.target) {
        expect(static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f && c != '#');
    }
    expect(!url.host.empty() && url.port != 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(text.find('\n'), text.size());
    const auto url = parseUrl(text.substr(0, line));
    if (!url) {
        expect(url.error().offset <= line);
    } else {
        checkTarget(*url);
        auto again = parseUrl(urlText(*url));
        expect(again.has_value());
        again->user = url->user;
        again->password = url->password;
        expect(*again == *url);
    }
    static const Url fixed = *parseUrl("http://u:p@host:81/b/c/d;p?q");
    const std::string_view reference = line < text.size() ? text.substr(line + 1) : text;
    const auto resolved = resolveUrl(url ? *url : fixed, reference);
    if (resolved) {
        checkTarget(*resolved);
        expect(parseUrl(urlText(*resolved)).has_value() || resolved->target.size() > 60'000);
    } else {
        expect(resolved.error().offset <= reference.size());
    }
    return 0;
}
