#include "tests/core/codec/websocket_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bw::codec {
namespace {

using testing::ElementsAre;

std::string deflated(MessageDeflate& deflate, std::string_view message) {
    std::string out;
    EXPECT_TRUE(deflate.deflate(message, out));
    return out;
}

} // namespace

TEST(MessageDeflate, UndoesWhatItDid) {
    MessageDeflate deflate;
    for (const std::string& message :
         {std::string(), std::string("Hello"), std::string(1'000'000, 'x'), std::string("\x00\xff", 2)}) {
        std::string out;
        ASSERT_TRUE(deflate.inflate(deflated(deflate, message), 2'000'000, out));
        EXPECT_TRUE(out == message);
    }
}

// The examples of RFC 7692 §7.2.3.
TEST(MessageDeflate, ReadsWhatTheStandardShows) {
    MessageDeflate deflate;
    using namespace std::string_literals;
    for (const std::string& payload :
         {"\xf2\x48\xcd\xc9\xc9\x07\x00"s, "\x00\x05\x00\xfa\xff\x48\x65\x6c\x6c\x6f\x00"s,
          "\xf3\x48\xcd\xc9\xc9\x07\x00\x00"s, "\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00"s}) {
        std::string out;
        ASSERT_TRUE(deflate.inflate(payload, 100, out));
        EXPECT_EQ(out, "Hello");
    }
}

TEST(MessageDeflate, ABombIsTooLarge) {
    MessageDeflate deflate;
    const std::string bomb = deflated(deflate, std::string(50'000'000, '\0'));
    EXPECT_LT(bomb.size(), 100'000U);
    std::string out;
    EXPECT_EQ(deflate.inflate(bomb, 1'000'000, out).error(), ContentError::TooLarge);
    EXPECT_LT(out.size(), 1'100'000U);
    out.clear();
    EXPECT_EQ(deflate.inflate("\xff\xff\xff", 1'000'000, out).error(), ContentError::Corrupt);
}

TEST(MessageDeflate, CompressedMessagesComeThroughAReader) {
    for (const auto side : {WsReader::Side::Client, WsReader::Side::Server}) {
        for (const std::size_t piece : {std::size_t{1}, SIZE_MAX}) {
            MessageDeflate deflate;
            WsConversation talk(side, 10'000, &deflate);
            const std::string words = deflated(deflate, "to be, or not to be, or not to be");
            EXPECT_EQ(talk.feed(talk.frame(WsOpcode::Text, words, true, true) +
                                    talk.frame(WsOpcode::Text, words.substr(0, 3), false, true) +
                                    talk.frame(WsOpcode::Ping, "p") +
                                    talk.frame(WsOpcode::Continuation, words.substr(3)) +
                                    talk.frame(WsOpcode::Text, "plain"),
                                piece),
                      WsReader::State::Open);
            EXPECT_THAT(talk.log.events, ElementsAre("text to be, or not to be, or not to be", "ping p",
                                                     "text to be, or not to be, or not to be", "text plain"));
            const std::string wrong = deflated(deflate, "\xC0\x80");
            EXPECT_EQ(talk.feed(talk.frame(WsOpcode::Text, wrong, true, true), piece),
                      WsReader::State::Failed);
            EXPECT_EQ(talk.reader.error(), WsError::Utf8);
        }
    }
}

// The bit belongs to a message's first frame.
TEST(MessageDeflate, ABitOnAContinuationIsRefused) {
    MessageDeflate deflate;
    WsConversation talk(WsReader::Side::Client, 10'000, &deflate);
    const std::string words = deflated(deflate, "words");
    EXPECT_EQ(talk.feed(talk.frame(WsOpcode::Text, words.substr(0, 3), false, true) +
                        talk.frame(WsOpcode::Continuation, words.substr(3), true, true)),
              WsReader::State::Failed);
    EXPECT_EQ(talk.reader.error(), WsError::ReservedBit);
}

} // namespace bw::codec
