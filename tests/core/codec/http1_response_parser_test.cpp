#include "core/codec/http1_response_parser.h"
#include "tests/core/codec/recording_sinks.h"

#include <gmock/gmock.h>

namespace bw::codec {
namespace {

struct Outcome {
    ParseState state = ParseState::NeedMore;
    Http1Error error = Http1Error::None;
    std::string events;
    std::string body;
    std::string rest; // what the parser left
    bool keepAlive = false;
    bool isUpgrade = false;
};

// Feeds the text in pieces of `step` bytes, and the end of the connection behind it when still open.
Outcome parse(std::string_view text, std::size_t step = SIZE_MAX, ResponseTo to = ResponseTo::Other,
              const Http1Limits& limits = {}) {
    PartialPool pool;
    Http1ResponseParser parser(pool);
    ResponseLog log;
    parser.reset(log, to, limits);
    std::size_t at = 0;
    ParseState state = ParseState::NeedMore;
    while (state == ParseState::NeedMore && at < text.size()) {
        // A copy of the exact size, so that the sanitizer sees a view kept too long.
        const std::string piece(text.substr(at, step));
        const Fed fed = parser.feed(bytesOf(piece));
        state = fed.state;
        at += fed.consumed;
    }
    if (state == ParseState::NeedMore) {
        state = parser.finish();
    }
    EXPECT_EQ(log.completions, state == ParseState::Complete ? 1 : 0);
    return {state,
            parser.error(),
            log.text,
            log.body,
            std::string(text.substr(std::min(at, text.size()))),
            parser.keepAlive(),
            parser.isUpgrade()};
}

TEST(Http1ResponseParser, ReadsABodyOfKnownLength) {
    const auto out = parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A:  b c \r\n\r\nhello");
    EXPECT_EQ(out.state, ParseState::Complete);
    EXPECT_EQ(out.events, "1.1 200\nContent-Length=5\nX-A=b c\n--\n");
    EXPECT_EQ(out.body, "hello");
    EXPECT_TRUE(out.keepAlive);
}

TEST(Http1ResponseParser, GivesTheSameEventsHoweverPacketsCutThem) {
    const std::string texts[] = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: a=b; Path=/\r\nEmpty:\r\nX: \r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=\"y\"\r\nhello\r\n6\r\n world\r\n0\r\nT: "
        "r\r\n\r\nNEXT",
        "HTTP/1.0 404 Not Found At All\r\nServer: old\r\n\r\nuntil the end",
        "HTTP/1.1 100 Continue\r\nX: no\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No "
        "Content\r\n\r\nX",
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n\x81\x05hello",
        "HTTP/1.1 200 OK\r\nFolded: one\r\n two\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 \r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nBad header\r\n\r\n",
        "\r\n\r\nHTTP/1.1 200\r\nContent-Length: 1\r\n\r\nx",
    };
    for (const auto& text : texts) {
        const auto whole = parse(text);
        for (const std::size_t step : {1, 2, 3, 7, 16}) {
            const auto split = parse(text, step);
            EXPECT_EQ(split.state, whole.state) << text;
            EXPECT_EQ(split.error, whole.error) << text;
            EXPECT_EQ(split.events, whole.events) << text;
            EXPECT_EQ(split.body, whole.body) << text;
            if (whole.state == ParseState::Complete) {
                EXPECT_EQ(split.rest, whole.rest) << text;
            }
            EXPECT_EQ(split.keepAlive, whole.keepAlive) << text;
        }
    }
}

TEST(Http1ResponseParser, LeavesWhatBelongsToTheNextMessage) {
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhiHTTP/1.1").rest, "HTTP/1.1");
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1").rest, "HTTP/1.1");
    EXPECT_EQ(parse("HTTP/1.1 204 No\r\n\r\nHTTP/1.1").rest, "HTTP/1.1");
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nHTTP/1.1").rest,
              "HTTP/1.1");
    const auto upgraded =
        parse("HTTP/1.1 101 Go\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_EQ(upgraded.rest, "abc");
    EXPECT_TRUE(upgraded.isUpgrade);
    EXPECT_FALSE(upgraded.keepAlive);
}

TEST(Http1ResponseParser, AnswersToHeadAndEmptyStatusesHaveNoBody) {
    const auto head = parse("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nNEXT", SIZE_MAX, ResponseTo::Head);
    EXPECT_EQ(head.state, ParseState::Complete);
    EXPECT_EQ(head.rest, "NEXT");
    EXPECT_TRUE(head.keepAlive);
    EXPECT_TRUE(parse("HTTP/1.1 200 OK\r\n\r\n", SIZE_MAX, ResponseTo::Head).keepAlive);
    const auto chunked =
        parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nNEXT", SIZE_MAX, ResponseTo::Head);
    EXPECT_EQ(chunked.rest, "NEXT");
    EXPECT_EQ(parse("HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\nNEXT").rest, "NEXT");
}

TEST(Http1ResponseParser, SkipsInterimResponses) {
    const auto out = parse("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n"
                           "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(out.events, "1.1 201\nContent-Length=0\n--\n");
    EXPECT_EQ(out.state, ParseState::Complete);
}

TEST(Http1ResponseParser, TellsWhetherTheConnectionGoesOn) {
    EXPECT_FALSE(parse("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").keepAlive);
    EXPECT_FALSE(parse("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n").keepAlive);
    EXPECT_TRUE(parse("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n").keepAlive);
    EXPECT_FALSE(parse("HTTP/1.1 200 OK\r\n\r\nto the end").keepAlive);
    EXPECT_TRUE(parse("HTTP/1.1 204 No Content\r\n\r\n").keepAlive);
}

TEST(Http1ResponseParser, ABodyWithoutLengthEndsWithTheConnection) {
    const auto out = parse("HTTP/1.1 200 OK\r\n\r\nsome text");
    EXPECT_EQ(out.state, ParseState::Complete);
    EXPECT_EQ(out.body, "some text");
}

TEST(Http1ResponseParser, AConnectionThatEndsTooEarlyIsAnError) {
    EXPECT_EQ(parse("").error, Http1Error::EofBeforeMessage);
    EXPECT_EQ(parse("HT").error, Http1Error::UnexpectedEof);
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell").error, Http1Error::UnexpectedEof);
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n").error,
              Http1Error::UnexpectedEof);
    EXPECT_EQ(parse("HTTP/1.1 100 Continue\r\n\r\n").error, Http1Error::UnexpectedEof);
}

TEST(Http1ResponseParser, NamesWhatIsWrong) {
    const std::pair<const char*, Http1Error> cases[] = {
        {"SSH-2.0-OpenSSH_9.2\r\n", Http1Error::InvalidStartLine},
        {"\x15\x03\x01\x00\x02\x02\x28", Http1Error::InvalidStartLine},
        {"HTTP/2.0 200 OK\r\n\r\n", Http1Error::InvalidVersion},
        {"HTTP/1.1 20x OK\r\n\r\n", Http1Error::InvalidStatus},
        {"HTTP/1.1 099 OK\r\n\r\n", Http1Error::InvalidStatus},
        {"HTTP/1.1 200 OK\r\nA B: c\r\n\r\n", Http1Error::InvalidHeader},
        {"HTTP/1.1 200 OK\r\nA: \x01\r\n\r\n", Http1Error::InvalidHeader},
        {"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", Http1Error::InvalidContentLength},
        {"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n",
         Http1Error::InvalidContentLength},
        {"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
         Http1Error::InvalidContentLength},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", Http1Error::InvalidChunk},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
         Http1Error::InvalidChunk},
    };
    for (const auto& [text, error] : cases) {
        const auto out = parse(text);
        EXPECT_EQ(out.state, ParseState::Error) << text;
        EXPECT_EQ(static_cast<int>(out.error), static_cast<int>(error)) << text;
    }
}

TEST(Http1ResponseParser, EndlessHeadsAreCutOff) {
    const std::string start = "HTTP/1.1 200 OK\r\n";
    EXPECT_EQ(parse(start + "A: " + std::string(70'000, 'x')).error, Http1Error::HeadersTooLarge);
    EXPECT_EQ(parse(start + std::string(70'000, 'x')).error, Http1Error::HeadersTooLarge);
    EXPECT_EQ(parse("HTTP/1.1 200 " + std::string(70'000, 'x')).error, Http1Error::HeadersTooLarge);
    std::string many = start;
    for (int i = 0; i < 258; ++i) {
        many += "A: b\r\n";
    }
    EXPECT_EQ(parse(many).error, Http1Error::HeadersTooLarge);
    std::string interim;
    for (int i = 0; i < 5'000; ++i) {
        interim += "HTTP/1.1 100 C\r\n\r\n";
    }
    EXPECT_EQ(parse(interim).error, Http1Error::HeadersTooLarge);
    EXPECT_EQ(parse(start + "Transfer-Encoding: chunked\r\n\r\n1;" + std::string(70'000, 'x')).error,
              Http1Error::HeadersTooLarge);
    EXPECT_EQ(parse(start + "Transfer-Encoding: chunked\r\n\r\n0\r\nT: " + std::string(70'000, 'x')).error,
              Http1Error::HeadersTooLarge);
}

TEST(Http1ResponseParser, TheBodyLimitHoldsForAnnouncedAndForReceivedBytes) {
    const Http1Limits limits{.bodyBytes = 4};
    const auto announced =
        parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", SIZE_MAX, ResponseTo::Other, limits);
    EXPECT_EQ(announced.error, Http1Error::BodyTooLarge);
    const auto received = parse("HTTP/1.1 200 OK\r\n\r\nhello", 2, ResponseTo::Other, limits);
    EXPECT_EQ(received.error, Http1Error::BodyTooLarge);
    EXPECT_EQ(received.body, "hell");
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhell", 1, ResponseTo::Other, limits).state,
              ParseState::Complete);
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 1, ResponseTo::Head, limits).state,
              ParseState::Complete);
}

TEST(Http1ResponseParser, ReadsOneResponseAfterTheOther) {
    PartialPool pool;
    Http1ResponseParser parser(pool);
    std::string_view text =
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 500 Oh\r\nContent-Length: 1\r\n\r\nb";
    std::string bodies;
    while (!text.empty()) {
        ResponseLog log;
        parser.reset(log, ResponseTo::Other);
        const Fed fed = parser.feed(bytesOf(text));
        ASSERT_EQ(fed.state, ParseState::Complete);
        text.remove_prefix(fed.consumed);
        bodies += log.body;
    }
    EXPECT_EQ(bodies, "ab");
}

TEST(Http1ResponseParser, AfterAnErrorOnlyResetLeadsOn) {
    PartialPool pool;
    Http1ResponseParser parser(pool);
    ResponseLog log;
    parser.reset(log, ResponseTo::Other);
    EXPECT_EQ(parser.feed(bytesOf("nonsense")).state, ParseState::Error);
    const Fed again = parser.feed(bytesOf("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    EXPECT_EQ(again.state, ParseState::Error);
    EXPECT_EQ(again.consumed, 0u);
    parser.reset(log, ResponseTo::Other);
    EXPECT_EQ(parser.feed(bytesOf("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")).state,
              ParseState::Complete);
}

TEST(Http1ResponseParser, GivesBackWhatItBorrowed) {
    PartialPool pool;
    Http1ResponseParser parser(pool);
    ResponseLog log;
    for (int i = 0; i < 3; ++i) {
        parser.reset(log, ResponseTo::Other);
        const std::string cut = "HTTP/1.1 200 OK\r\nX-Long-Enough-To-Be-Kept: a value that is cu";
        ASSERT_EQ(parser.feed(bytesOf(cut)).state, ParseState::NeedMore);
        ASSERT_EQ(parser.feed(bytesOf("t\r\nContent-Length: 0\r\n\r\n")).state, ParseState::Complete);
        std::string returned = pool.take();
        EXPECT_GT(returned.capacity(), 30u);
        EXPECT_LE(pool.take().capacity(), 30u); // it was the only one
        pool.give(std::move(returned));
    }
}

TEST(Http1ResponseParser, StaysSmall) {
    EXPECT_LE(sizeof(Http1ResponseParser), 400u);
}

} // namespace
} // namespace bw::codec
