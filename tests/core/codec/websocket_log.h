#pragma once

#include "core/codec/websocket_reader.h"

#include <string>
#include <vector>

namespace bw::codec {

// Writes down what a reader finds.
class WsLog final : public WsSink {
public:
    std::vector<std::string> events; // "text hello", "binary …", "ping …", "pong …", "close 1000 bye"
    std::size_t stopAfter = SIZE_MAX;

    [[nodiscard]] bool onMessage(WsMessageKind kind, std::string_view message) override {
        return put(kind == WsMessageKind::Text ? "text " : "binary ", message);
    }
    [[nodiscard]] bool onPing(std::string_view payload) override { return put("ping ", payload); }
    [[nodiscard]] bool onPong(std::string_view payload) override { return put("pong ", payload); }
    [[nodiscard]] bool onClose(std::uint16_t code, std::string_view reason) override {
        return put("close " + std::to_string(code) + " ", reason);
    }

private:
    bool put(std::string what, std::string_view text) {
        events.push_back(std::move(what.append(text)));
        return events.size() < stopAfter;
    }
};

// A reader of one side, and how the other side writes its frames.
struct WsConversation {
    explicit WsConversation(WsReader::Side side_, std::size_t messageBytes = 32U << 20,
                            MessageDeflate* deflate = nullptr)
        : side(side_)
        , reader(side_, log, pool, messageBytes, deflate) {}

    [[nodiscard]] std::string frame(WsOpcode opcode, std::string_view payload, bool isFinal = true,
                                    bool isCompressed = false) const {
        std::string out;
        WsFrameOptions options{.isFinal = isFinal, .isCompressed = isCompressed};
        if (side == WsReader::Side::Server) {
            options.mask = 0x37FA213D; // RFC 6455 §5.7
        }
        appendFrame(out, opcode, payload, options);
        return out;
    }

    // In pieces of that many bytes.
    WsReader::State feed(std::string_view bytes, std::size_t piece = SIZE_MAX) {
        WsReader::State state = reader.state();
        while (!bytes.empty() && state == WsReader::State::Open) {
            const std::string copy(bytes.substr(0, piece)); // of its own, so that reading past its end shows
            state = reader.feed(std::as_bytes(std::span(copy)));
            bytes.remove_prefix(copy.size());
        }
        return state;
    }

    WsReader::Side side;
    PartialPool pool;
    WsLog log;
    WsReader reader;
};

} // namespace bw::codec
