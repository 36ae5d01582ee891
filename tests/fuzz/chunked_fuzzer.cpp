#include "core/codec/http1_request_parser.h"
#include "core/codec/http1_response_parser.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

// The input is a chunked body. A request and a response that carry it must agree on it, in one piece and byte
// by byte.

namespace {

using namespace bw::codec;

class Body final : public Http1ResponseSink, public Http1RequestSink {
public:
    std::string text;

    void onStatus(HttpVersion, int) override {}
    void onRequestLine(std::string_view, std::string_view, HttpVersion) override {}
    void onHeader(std::string_view, std::string_view) override {}
    void onHeadersComplete() override {}
    void onHeadersComplete(Expectation) override {}
    void onBody(std::span<const std::byte> bytes) override {
        text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    void onComplete() override {}
};

struct Outcome {
    std::string body;
    ParseState state = ParseState::NeedMore;
    std::size_t consumed = 0;

    bool operator==(const Outcome& other) const {
        return body == other.body && state == other.state &&
               (state == ParseState::Error || consumed == other.consumed);
    }
};

constexpr Http1Limits limits{.headerBytes = 2048, .headerCount = 16, .bodyBytes = 4096};

template <class Parser>
Outcome read(Parser& parser, Body& body, std::string_view head, std::span<const std::byte> bytes,
             std::size_t step) {
    if (parser.feed(std::as_bytes(std::span(head))).state != ParseState::NeedMore) {
        std::abort();
    }
    Outcome out;
    while (out.state == ParseState::NeedMore && out.consumed < bytes.size()) {
        const auto part = bytes.subspan(out.consumed, std::min(step, bytes.size() - out.consumed));
        const std::vector<std::byte> piece(part.begin(), part.end());
        const Fed fed = parser.feed(piece);
        out.state = fed.state;
        out.consumed += fed.consumed;
    }
    out.body = body.text;
    if (out.body.size() > limits.bodyBytes) {
        std::abort();
    }
    return out;
}

Outcome asResponse(std::span<const std::byte> bytes, std::size_t step) {
    PartialPool pool;
    Body body;
    Http1ResponseParser parser(pool);
    parser.reset(body, ResponseTo::Other, limits);
    return read(parser, body, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", bytes, step);
}

Outcome asRequest(std::span<const std::byte> bytes, std::size_t step) {
    PartialPool pool;
    Body body;
    Http1RequestParser parser(pool);
    parser.reset(body, limits);
    return read(parser, body, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", bytes, step);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    const Outcome whole = asResponse(bytes, SIZE_MAX);
    if (!(asResponse(bytes, 1) == whole) || !(asRequest(bytes, SIZE_MAX).body == whole.body) ||
        !(asRequest(bytes, 1).state == whole.state)) {
        std::abort();
    }
    return 0;
}
