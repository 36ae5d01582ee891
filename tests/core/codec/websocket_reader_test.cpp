#include "tests/core/codec/websocket_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// The rules of RFC 6455, in the order of the Autobahn test suite's sections; each holds for both sides,
// however packets cut the bytes.
namespace bw::codec {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using State = WsReader::State;

struct Setting {
    WsReader::Side side;
    std::size_t piece;
};

void PrintTo(const Setting& setting, std::ostream* out) {
    *out << (setting.side == WsReader::Side::Client ? "Client" : "Server") << " in pieces of "
         << setting.piece;
}

class WebSocketReader : public testing::TestWithParam<Setting> {
protected:
    WsConversation talk{GetParam().side};

    [[nodiscard]] std::string text(std::string_view payload, bool isFinal = true) const {
        return talk.frame(WsOpcode::Text, payload, isFinal);
    }
    [[nodiscard]] std::string more(std::string_view payload, bool isFinal = true) const {
        return talk.frame(WsOpcode::Continuation, payload, isFinal);
    }
    [[nodiscard]] std::string ping(std::string_view payload = {}) const {
        return talk.frame(WsOpcode::Ping, payload);
    }
    [[nodiscard]] std::string close(std::string_view payload = {}) const {
        return talk.frame(WsOpcode::Close, payload);
    }
    // A frame whose first byte is another one.
    [[nodiscard]] std::string withFirst(unsigned first, std::string_view payload = {}) const {
        std::string frame = talk.frame(WsOpcode::Text, payload);
        frame.front() = static_cast<char>(first);
        return frame;
    }

    void expectOpen(const std::string& bytes) { EXPECT_EQ(talk.feed(bytes, GetParam().piece), State::Open); }
    void expectError(const std::string& bytes, WsError error) {
        EXPECT_EQ(talk.feed(bytes, GetParam().piece), State::Failed);
        EXPECT_EQ(talk.reader.error(), error);
    }
    [[nodiscard]] const std::vector<std::string>& events() const { return talk.log.events; }
};

// Once with one byte at a time, once whole: what lies between is cut elsewhere.
const auto kSettings =
    testing::Values(Setting{WsReader::Side::Client, SIZE_MAX}, Setting{WsReader::Side::Client, 1},
                    Setting{WsReader::Side::Client, 997}, Setting{WsReader::Side::Server, SIZE_MAX},
                    Setting{WsReader::Side::Server, 1}, Setting{WsReader::Side::Server, 997});

std::string sized(std::size_t size, char with = '*') {
    return std::string(size, with);
}

} // namespace

// 1.1, 1.2
TEST_P(WebSocketReader, MessagesOfEachLength) {
    for (const std::size_t size : {0, 125, 126, 127, 128, 65535, 65536}) {
        talk.log.events.clear();
        expectOpen(text(sized(size)) + talk.frame(WsOpcode::Binary, sized(size, '\xfe')));
        EXPECT_THAT(events(), ElementsAre("text " + sized(size), "binary " + sized(size, '\xfe')));
        EXPECT_FALSE(talk.reader.isInMessage());
    }
}

// 2.1 to 2.4, 2.6
TEST_P(WebSocketReader, PingsOfEachLength) {
    for (const std::string& payload :
         {std::string(), std::string("Hello, world!"), std::string("\x00\xff\xfe", 3), sized(125, '\xfe')}) {
        talk.log.events.clear();
        expectOpen(ping(payload));
        EXPECT_THAT(events(), ElementsAre("ping " + payload));
    }
}

// 2.5
TEST_P(WebSocketReader, APingOf126BytesIsRefused) {
    expectError(ping(sized(126)), WsError::ControlFrame);
    EXPECT_THAT(events(), IsEmpty());
}

// 2.7 to 2.9
TEST_P(WebSocketReader, AnUnsolicitedPongIsHeard) {
    expectOpen(talk.frame(WsOpcode::Pong, "unasked") + ping("p"));
    EXPECT_THAT(events(), ElementsAre("pong unasked", "ping p"));
}

// 2.10, 2.11
TEST_P(WebSocketReader, TenPingsAreTen) {
    std::string all;
    for (int i = 0; i < 10; ++i) {
        all += ping("payload-" + std::to_string(i));
    }
    expectOpen(all);
    ASSERT_EQ(events().size(), 10U);
    EXPECT_EQ(events().back(), "ping payload-9");
}

// 3.1 to 3.7
TEST_P(WebSocketReader, ReservedBitsAreRefused) {
    for (unsigned bits = 1; bits <= 7; ++bits) {
        WsConversation other(GetParam().side);
        EXPECT_EQ(
            other.feed(text("before") + withFirst(0x80U | bits << 4U | 0x1U, "Hello"), GetParam().piece),
            State::Failed);
        EXPECT_EQ(other.reader.error(), WsError::ReservedBit) << bits;
        EXPECT_THAT(other.log.events, ElementsAre("text before"));
        WsConversation control(GetParam().side);
        EXPECT_EQ(control.feed(withFirst(0x80U | bits << 4U | 0x9U), GetParam().piece), State::Failed)
            << bits;
    }
}

// 4.1, 4.2
TEST_P(WebSocketReader, ReservedOpcodesAreRefused) {
    for (const unsigned opcode : {3U, 4U, 5U, 6U, 7U, 11U, 12U, 13U, 14U, 15U}) {
        for (const std::string_view payload : {"", "reserved opcode payload"}) {
            WsConversation other(GetParam().side);
            EXPECT_EQ(
                other.feed(text("Hello") + withFirst(0x80U | opcode, payload) + ping(), GetParam().piece),
                State::Failed);
            EXPECT_EQ(other.reader.error(), WsError::ReservedOpcode) << opcode;
            EXPECT_THAT(other.log.events, ElementsAre("text Hello"));
        }
    }
}

// 5.1, 5.2
TEST_P(WebSocketReader, ControlFramesAreNotFragmented) {
    for (const WsOpcode opcode : {WsOpcode::Ping, WsOpcode::Pong, WsOpcode::Close}) {
        WsConversation other(GetParam().side);
        EXPECT_EQ(other.feed(other.frame(opcode, "", false) + more(""), GetParam().piece), State::Failed);
        EXPECT_EQ(other.reader.error(), WsError::ControlFrame);
    }
}

// 5.3 to 5.5
TEST_P(WebSocketReader, FragmentsAreOneMessage) {
    expectOpen(text("fragment1", false));
    EXPECT_TRUE(talk.reader.isInMessage());
    EXPECT_THAT(events(), IsEmpty());
    expectOpen(more("fragment2") + talk.frame(WsOpcode::Binary, "a", false) + more("", false) + more("b"));
    EXPECT_THAT(events(), ElementsAre("text fragment1fragment2", "binary ab"));
}

// 5.6 to 5.8, 5.19, 5.20
TEST_P(WebSocketReader, ControlFramesMayComeBetweenFragments) {
    expectOpen(text("1", false) + ping("pongme 1!") + more("2", false) + talk.frame(WsOpcode::Pong, "x") +
               more("3", false) + more("4", false) + ping("pongme 2!") + more("5"));
    EXPECT_THAT(events(), ElementsAre("ping pongme 1!", "pong x", "ping pongme 2!", "text 12345"));
}

// 5.9 to 5.17
TEST_P(WebSocketReader, NothingToContinueIsRefused) {
    for (const bool isFinal : {true, false}) {
        for (const std::string_view before : {"", "a whole one"}) {
            WsConversation other(GetParam().side);
            const std::string first = before.empty() ? std::string() : text(before);
            EXPECT_EQ(other.feed(first + more("non-continuation payload", isFinal) + text("Hello, world!"),
                                 GetParam().piece),
                      State::Failed);
            EXPECT_EQ(other.reader.error(), WsError::Continuation);
            EXPECT_EQ(other.log.events.size(), before.empty() ? 0U : 1U);
        }
    }
}

// 5.18
TEST_P(WebSocketReader, ANewMessageWithinAnotherIsRefused) {
    expectError(text("fragment1", false) + text("fragment2"), WsError::Continuation);
    EXPECT_THAT(events(), IsEmpty());
}

// 6.1
TEST_P(WebSocketReader, EmptyTextsInFragments) {
    expectOpen(text("") + text("", false) + more("", false) + more("") + text("", false) +
               more("middle frame payload", false) + more(""));
    EXPECT_THAT(events(), ElementsAre("text ", "text ", "text middle frame payload"));
}

// 6.2
TEST_P(WebSocketReader, CharactersMayBeCutByFragments) {
    const std::string words =
        "Hello-\xC2\xB5@\xC3\x9F\xC3\xB6\xC3\xA4\xC3\xBC\xC3\xA0\xC3\xA1-UTF-8!! \xEC\x8B\x9C\xEC\x84\xB8";
    expectOpen(text(words));
    std::string single;
    for (std::size_t i = 0; i < words.size(); ++i) {
        single += talk.frame(i == 0 ? WsOpcode::Text : WsOpcode::Continuation, words.substr(i, 1),
                             i + 1 == words.size());
    }
    expectOpen(single);
    EXPECT_THAT(events(), ElementsAre("text " + words, "text " + words));
}

// 6.3, 6.4: told at the first wrong byte, long before the message is over.
TEST_P(WebSocketReader, AWrongByteIsToldAtOnce) {
    const std::string good = "\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5";
    expectOpen(text(good, false));
    const std::string bad = more("\xF4\x90\x80\x80" + sized(100'000), false);
    const std::size_t head = bad.size() - 100'004;
    EXPECT_EQ(talk.feed(bad.substr(0, head + 1), GetParam().piece), State::Open)
        << "F4 may begin a character";
    EXPECT_EQ(talk.feed(bad.substr(head + 1, 1), GetParam().piece), State::Failed) << "F4 90 may not";
    EXPECT_EQ(talk.reader.error(), WsError::Utf8);
}

// 7.1
TEST_P(WebSocketReader, AfterACloseNothingIsRead) {
    for (const std::string& after : {close(), ping(), text("Hello"), more("fragment2")}) {
        WsConversation other(GetParam().side);
        EXPECT_EQ(other.feed(text("Hello World!") + close() + after, GetParam().piece), State::Closed);
        EXPECT_THAT(other.log.events, ElementsAre("text Hello World!", "close 1005 "));
    }
    WsConversation fragments(GetParam().side);
    EXPECT_EQ(fragments.feed(text("fragment1", false) + close() + more("fragment2"), GetParam().piece),
              State::Closed);
    EXPECT_THAT(fragments.log.events, ElementsAre("close 1005 "));
}

// 7.3
TEST_P(WebSocketReader, CloseFramesHaveNothingOrACodeAndAReason) {
    struct Case {
        std::string payload;
        std::string heard;
    };
    for (const Case& one : {Case{"", "close 1005 "}, Case{closePayload(1000, ""), "close 1000 "},
                            Case{closePayload(1000, "Hello World!"), "close 1000 Hello World!"},
                            Case{closePayload(1000, sized(123)), "close 1000 " + sized(123)}}) {
        WsConversation other(GetParam().side);
        EXPECT_EQ(other.feed(close(one.payload), GetParam().piece), State::Closed);
        EXPECT_THAT(other.log.events, ElementsAre(one.heard));
    }
    expectError(close("a"), WsError::CloseFrame);
    WsConversation tooLong(GetParam().side);
    EXPECT_EQ(tooLong.feed(close("\x03\xE8" + sized(124)), GetParam().piece), State::Failed);
    EXPECT_EQ(tooLong.reader.error(), WsError::ControlFrame);
}

// 7.5
TEST_P(WebSocketReader, ReasonsAreUtf8) {
    expectError(close("\x03\xE8\xCE\xBA\xE1\xBD\xB9\xED\xA0\x80"), WsError::Utf8);
}

// 7.7, 7.9, 7.13
TEST_P(WebSocketReader, CodesHaveTheirRanges) {
    const auto heard = [&](unsigned code) {
        WsConversation other(GetParam().side);
        const std::string payload = {static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
        return other.feed(close(payload), GetParam().piece);
    };
    for (const unsigned code :
         {1000U, 1001U, 1002U, 1003U, 1007U, 1008U, 1009U, 1010U, 1011U, 3000U, 3999U, 4000U, 4999U}) {
        EXPECT_EQ(heard(code), State::Closed) << code;
    }
    for (const unsigned code :
         {0U, 999U, 1004U, 1005U, 1006U, 1015U, 1016U, 1100U, 2000U, 2999U, 5000U, 65535U}) {
        EXPECT_EQ(heard(code), State::Failed) << code;
    }
}

// 10.1
TEST_P(WebSocketReader, FragmentsOf1300Bytes) {
    const std::string whole = sized(65536);
    std::string all;
    for (std::size_t at = 0; at < whole.size(); at += 1300) {
        all += talk.frame(at == 0 ? WsOpcode::Text : WsOpcode::Continuation, whole.substr(at, 1300),
                          at + 1300 >= whole.size());
    }
    expectOpen(all);
    EXPECT_THAT(events(), ElementsAre("text " + whole));
}

// RFC 6455 §5.1
TEST_P(WebSocketReader, WhoMasksWrongIsRefused) {
    const auto wrong =
        GetParam().side == WsReader::Side::Client ? WsReader::Side::Server : WsReader::Side::Client;
    expectError(WsConversation(wrong).frame(WsOpcode::Text, "Hello"), WsError::Mask);
}

TEST_P(WebSocketReader, WhatIsTooLargeIsToldByItsHead) {
    WsConversation small(GetParam().side, 1000);
    EXPECT_EQ(small.feed(text(sized(1000)) + text(sized(600), false), GetParam().piece), State::Open);
    // Nothing of the payload has to come.
    EXPECT_EQ(small.feed(more(sized(401)).substr(0, GetParam().side == WsReader::Side::Client ? 4 : 8),
                         GetParam().piece),
              State::Failed);
    EXPECT_EQ(small.reader.error(), WsError::TooLarge);
    std::string endless = withFirst(0x82);
    endless.resize(2);
    endless[1] = static_cast<char>(endless[1] | 0x7F);
    expectError(endless + sized(8, '\xFF') + sized(4), WsError::Length);
}

TEST_P(WebSocketReader, ASinkMayEndItInTheMidst) {
    talk.log.stopAfter = 2;
    EXPECT_EQ(talk.feed(text("one") + text("two") + text("three"), SIZE_MAX), State::Stopped);
    EXPECT_THAT(events(), ElementsAre("text one", "text two"));
}

INSTANTIATE_TEST_SUITE_P(Sides, WebSocketReader, kSettings);

// 6.5 to 6.23, and Markus Kuhn's cases behind them.
TEST(Utf8Stream, KnowsWhatIsUtf8) {
    const auto isWhole = [](std::string_view text) {
        Utf8Stream stream;
        return stream.feed(text) && stream.isComplete();
    };
    for (const std::string_view good :
         {"", "\x24", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xEF\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80",
          "\xEF\xBF\xBD", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xEF\xBF\xBE", "\xF0\x9F\xBF\xBF",
          "plain text that is longer than a word \xCE\xBA and more of it"}) {
        EXPECT_TRUE(isWhole(good)) << good;
    }
    for (const std::string_view bad : {"\x80",
                                       "\xBF",
                                       "\xC0\x80",
                                       "\xC1\xBF",
                                       "\xC2",
                                       "\xE0\x80\x80",
                                       "\xE0\x9F\xBF",
                                       "\xE2\x82",
                                       "\xED\xA0\x80",
                                       "\xED\xBF\xBF",
                                       "\xF0\x80\x80\x80",
                                       "\xF0\x8F\xBF\xBF",
                                       "\xF0\x9F\xBF",
                                       "\xF4\x90\x80\x80",
                                       "\xF5\x80\x80\x80",
                                       "\xF8\x88\x80\x80\x80",
                                       "\xFC\x84\x80\x80\x80\x80",
                                       "\xFE",
                                       "\xFF",
                                       "\xC2\x41",
                                       "\xE2\x28\xA1",
                                       "a text that ends in the middle of \xCE"}) {
        EXPECT_FALSE(isWhole(bad)) << bad;
    }
}

} // namespace bw::codec
