#include "core/codec/websocket_handshake.h"
#include "core/codec/websocket_reader.h"

#include <cstdint>
#include <cstdlib>
#include <string>

// However the bytes are cut, a reader finds the same; no message is over the limit, no text other than UTF-8.
namespace {

using namespace bw::codec;

constexpr std::size_t kLimit = 4096;

class Watch final : public WsSink {
public:
    std::string found;

    bool onMessage(WsMessageKind kind, std::string_view message) override {
        Utf8Stream text;
        if (message.size() > kLimit ||
            (kind == WsMessageKind::Text && !(text.feed(message) && text.isComplete()))) {
            std::abort();
        }
        return put(kind == WsMessageKind::Text ? 't' : 'b', message);
    }
    bool onPing(std::string_view payload) override { return put('i', payload); }
    bool onPong(std::string_view payload) override { return put('o', payload); }
    bool onClose(std::uint16_t code, std::string_view reason) override {
        found += std::to_string(code);
        return put('c', reason);
    }

private:
    bool put(char kind, std::string_view what) {
        found += kind;
        found += what;
        found += '\n';
        return true;
    }
};

std::string read(WsReader::Side side, bool isCompressed, std::span<const std::byte> bytes,
                 std::size_t piece) {
    static MessageDeflate deflate;
    PartialPool pool;
    Watch watch;
    WsReader reader(side, watch, pool, kLimit, isCompressed ? &deflate : nullptr);
    WsReader::State state = WsReader::State::Open;
    while (!bytes.empty() && state == WsReader::State::Open) {
        const auto part = bytes.first(std::min(piece, bytes.size()));
        state = reader.feed(part);
        bytes = bytes.subspan(part.size());
    }
    return watch.found + std::to_string(static_cast<int>(state)) +
           std::to_string(static_cast<int>(reader.error()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const auto side = (data[0] & 1U) != 0 ? WsReader::Side::Client : WsReader::Side::Server;
    const bool isCompressed = (data[0] & 2U) != 0;
    const auto bytes = std::as_bytes(std::span(data, size)).subspan(2);
    const std::string whole = read(side, isCompressed, bytes, SIZE_MAX);
    if (whole != read(side, isCompressed, bytes, 1) ||
        whole != read(side, isCompressed, bytes, 1U + data[1])) {
        std::abort();
    }
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    WsFields fields;
    fields.add("Upgrade", "websocket");
    fields.add("Connection", text);
    fields.add("Sec-WebSocket-Extensions", text);
    fields.accept = webSocketAccept("key");
    fields.connection += ", upgrade";
    static_cast<void>(checkAnswer(101, fields, "key", {}, MessageDeflate::kOffer));
    static_cast<void>(readRequest("GET", fields));
    return 0;
}
