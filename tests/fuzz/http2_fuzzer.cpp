#include "core/codec/http2_session.h"

#include <cstdint>
#include <cstdlib>
#include <set>

// Whatever a peer sends, each stream ends at most once, and only streams that began are heard of.
namespace {

using namespace bw::codec;

class Watch final : public Http2Sink {
public:
    std::set<Http2StreamId> open;
    std::size_t bytes = 0;

    void onHeadersBegin(Http2StreamId stream) override { open.insert(stream); }
    void onHeader(Http2StreamId stream, std::string_view name, std::string_view value) override {
        require(open.contains(stream));
        bytes += name.size() + value.size();
    }
    void onBody(Http2StreamId stream, std::span<const std::byte> body) override {
        require(open.contains(stream));
        bytes += body.size();
    }
    void onMessageEnd(Http2StreamId stream) override { require(open.contains(stream)); }
    void onStreamEnd(Http2StreamId stream, Http2End, std::uint32_t) override { open.erase(stream); }

private:
    static void require(bool holds) {
        if (!holds) {
            std::abort();
        }
    }
};

void converse(Http2Session::Side side, std::span<const std::byte> input) {
    Watch watch;
    Http2Session session(side, watch);
    std::string out;
    if (side == Http2Session::Side::Client) {
        const HeaderField fields[] = {
            {":method", "GET"}, {":scheme", "http"}, {":authority", "a"}, {":path", "/"}};
        static_cast<void>(session.request(fields, "a body"));
        static_cast<void>(session.request(fields, ""));
    }
    // The first byte says in how large pieces the rest comes.
    const std::size_t piece = input.empty() ? 1 : 1 + static_cast<std::size_t>(input.front());
    input = input.subspan(input.empty() ? 0 : 1);
    while (!input.empty() && session.receive(input.first(std::min(piece, input.size())))) {
        input = input.subspan(std::min(piece, input.size()));
        session.take(out);
        for (const Http2StreamId stream : std::set(watch.open)) {
            if (side == Http2Session::Side::Server) {
                const HeaderField fields[] = {{":status", "200"}};
                static_cast<void>(session.respond(stream, fields, "an answer"));
            }
        }
        if (out.size() > 64 * 1024 * 1024) {
            std::abort();
        }
    }
    session.take(out);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 0) {
        const auto bytes = std::as_bytes(std::span(data, size)).subspan(1);
        converse(data[0] % 2 == 0 ? Http2Session::Side::Client : Http2Session::Side::Server, bytes);
    }
    return 0;
}
