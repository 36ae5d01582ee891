#include "core/codec/websocket_frame.h"

#include <gtest/gtest.h>

namespace bw::codec {
namespace {

std::string frame(WsOpcode opcode, std::string_view payload, const WsFrameOptions& options = {}) {
    std::string out;
    appendFrame(out, opcode, payload, options);
    return out;
}

} // namespace

// The examples of RFC 6455 §5.7, byte by byte.
TEST(WebSocketFrame, AreWrittenAsTheStandardShows) {
    EXPECT_EQ(frame(WsOpcode::Text, "Hello"), "\x81\x05Hello");
    EXPECT_EQ(frame(WsOpcode::Text, "Hello", {.mask = 0x37FA213D}),
              "\x81\x85\x37\xFA\x21\x3D\x7F\x9F\x4D\x51\x58");
    EXPECT_EQ(frame(WsOpcode::Text, "Hel", {.isFinal = false}), "\x01\x03Hel");
    EXPECT_EQ(frame(WsOpcode::Continuation, "lo"), std::string("\x80\x02lo", 4));
    EXPECT_EQ(frame(WsOpcode::Pong, "Hello"), "\x8A\x05Hello");
    EXPECT_EQ(frame(WsOpcode::Binary, std::string(256, 'x')).substr(0, 4),
              std::string("\x82\x7E\x01\x00", 4));
    EXPECT_EQ(frame(WsOpcode::Binary, std::string(65536, 'x')).substr(0, 10),
              std::string("\x82\x7F\x00\x00\x00\x00\x00\x01\x00\x00", 10));
}

TEST(WebSocketFrame, MasksAnywhereInAPayload) {
    std::string whole(100, '\0');
    for (std::size_t i = 0; i < whole.size(); ++i) {
        whole[i] = static_cast<char>(i * 37);
    }
    std::string masked = whole;
    applyMask(masked.data(), masked.size(), 0x12345678);
    EXPECT_EQ(masked[5], static_cast<char>(whole[5] ^ 0x34));
    for (std::size_t cut = 0; cut <= 20; ++cut) {
        std::string pieces = masked;
        applyMask(pieces.data(), cut, 0x12345678);
        applyMask(pieces.data() + cut, pieces.size() - cut, 0x12345678, cut);
        EXPECT_EQ(pieces, whole) << cut;
    }
}

TEST(WebSocketFrame, AReasonIsCutBetweenCharacters) {
    EXPECT_EQ(closePayload(1001, "bye"), "\x03\xE9"
                                         "bye");
    std::string reason;
    while (reason.size() < 200) {
        reason += "\xEC\x8B\x9C"; // three bytes each: 123 is 41 of them
    }
    EXPECT_EQ(closePayload(1000, reason).size(), 2U + 123U);
    EXPECT_EQ(closePayload(1000, "x" + reason).size(), 2U + 121U);
}

} // namespace bw::codec
