#include "core/codec/http1_response_parser.h"
#include "core/codec/http2_session.h"
#include "core/codec/url.h"

#include <benchmark/benchmark.h>

namespace bw::codec {
namespace {

constexpr std::string_view kResponse =
    "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Tue, 24 Nov 2026 01:00:00 GMT\r\n"
    "Content-Type: application/json\r\nContent-Length: 78\r\nConnection: keep-alive\r\n\r\n"
    R"({"symbol":"KRW-BTC","price":95640112.54,"change24h":4.50,"time":1795471539614})";

class Nobody final : public Http1ResponseSink {
    void onStatus(HttpVersion, int) override {}
    void onHeader(std::string_view, std::string_view) override {}
    void onHeadersComplete() override {}
    void onBody(std::span<const std::byte>) override {}
    void onComplete() override {}
};

void http1Response(benchmark::State& state) {
    PartialPool pool;
    Nobody sink;
    Http1ResponseParser parser(pool);
    for (auto _ : state) {
        parser.reset(sink, ResponseTo::Other);
        benchmark::DoNotOptimize(parser.feed(std::as_bytes(std::span(kResponse))));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * kResponse.size()));
}
BENCHMARK(http1Response);

// Both sides of one exchange over HTTP/2.
class Both final : public Http2Sink {
public:
    Http2StreamId asked = 0;

private:
    void onHeadersBegin(Http2StreamId) override {}
    void onHeader(Http2StreamId, std::string_view, std::string_view) override {}
    void onBody(Http2StreamId, std::span<const std::byte>) override {}
    void onMessageEnd(Http2StreamId stream) override { asked = stream; }
    void onStreamEnd(Http2StreamId, Http2End, std::uint32_t) override {}
};

void http2Exchange(benchmark::State& state) {
    Both clientSink;
    Both serverSink;
    Http2Session client(Http2Session::Side::Client, clientSink);
    Http2Session server(Http2Session::Side::Server, serverSink);
    const std::array<HeaderField, 5> request = {HeaderField{":method", "GET"},
                                                {":scheme", "https"},
                                                {":authority", "127.0.0.1:7070"},
                                                {":path", "/small"},
                                                {"user-agent", "Bellwether/1.0"}};
    const std::array<HeaderField, 2> response = {HeaderField{":status", "200"},
                                                 {"content-type", "application/json"}};
    std::string wire;
    for (auto _ : state) {
        benchmark::DoNotOptimize(client.request(request, {}));
        wire.clear();
        client.take(wire);
        benchmark::DoNotOptimize(server.receive(std::as_bytes(std::span(wire))));
        benchmark::DoNotOptimize(server.respond(serverSink.asked, response, "ok"));
        wire.clear();
        server.take(wire);
        benchmark::DoNotOptimize(client.receive(std::as_bytes(std::span(wire))));
    }
}
BENCHMARK(http2Exchange);

void url(benchmark::State& state) {
    Url parsed;
    for (auto _ : state) {
        benchmark::DoNotOptimize(parseUrlInto(parsed, "https://127.0.0.1:7070/api/orders/4711?limit=5"));
    }
}
BENCHMARK(url);

} // namespace
} // namespace bw::codec
