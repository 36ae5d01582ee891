#include "core/codec/http1_response_parser.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

// Any bytes, cut anywhere, must give the events that they give in one piece. The first byte's low bit says
// whether the request was HEAD, its others seed where the cuts are.

namespace {

using namespace bw::codec;

class Log final : public Http1ResponseSink {
public:
    std::string text;
    std::string body;

    void onStatus(HttpVersion version, int status) override {
        text += std::to_string(static_cast<int>(version)) + ' ' + std::to_string(status) + '\n';
    }
    void onHeader(std::string_view name, std::string_view value) override {
        text.append(name).append("=").append(value).append("\n");
    }
    void onHeadersComplete() override { text += "--\n"; }
    void onBody(std::span<const std::byte> bytes) override {
        body.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    void onComplete() override { text += "complete\n"; }
};

struct Outcome {
    std::string text;
    std::string body;
    ParseState state;
    Http1Error error;
    std::size_t consumed;
    bool keepAlive;

    bool operator==(const Outcome& other) const {
        const bool sameEnd = state == ParseState::Error || consumed == other.consumed;
        return text == other.text && body == other.body && state == other.state && error == other.error &&
               sameEnd && keepAlive == other.keepAlive;
    }
};

// Without a seed the bytes come in one piece.
Outcome parse(std::span<const std::byte> bytes, ResponseTo to, std::optional<std::uint32_t> seed) {
    const Http1Limits limits{.headerBytes = 4096, .headerCount = 32, .bodyBytes = 2000};
    PartialPool pool;
    Http1ResponseParser parser(pool);
    Log log;
    parser.reset(log, to, limits);
    std::size_t at = 0;
    ParseState state = ParseState::NeedMore;
    while (state == ParseState::NeedMore && at < bytes.size()) {
        std::size_t step = bytes.size();
        if (seed) {
            *seed = *seed * 1664525 + 1013904223;
            step = 1 + (*seed >> 24) % 23;
        }
        // An exact copy: a view kept beyond the packet is a use after free.
        const auto part = bytes.subspan(at, std::min(step, bytes.size() - at));
        const std::vector<std::byte> piece(part.begin(), part.end());
        const Fed fed = parser.feed(piece);
        if (fed.consumed > piece.size() ||
            (fed.state == ParseState::NeedMore && fed.consumed < piece.size())) {
            std::abort();
        }
        at += fed.consumed;
        state = fed.state;
    }
    if (state == ParseState::NeedMore) {
        state = parser.finish();
    }
    if (log.body.size() > limits.bodyBytes || log.text.size() > 3 * limits.headerBytes) {
        std::abort();
    }
    return {log.text, log.body, state, parser.error(), at, parser.keepAlive()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const auto bytes = std::as_bytes(std::span(data + 1, size - 1));
    const ResponseTo to = (data[0] & 1) != 0 ? ResponseTo::Head : ResponseTo::Other;
    if (!(parse(bytes, to, std::nullopt) == parse(bytes, to, data[0]))) {
        std::abort();
    }
    return 0;
}
