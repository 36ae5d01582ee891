#include "core/codec/http1_request_parser.h"
#include "tests/core/codec/recording_sinks.h"

#include <gtest/gtest.h>

namespace bw::codec {
namespace {

struct Outcome {
    ParseState state = ParseState::NeedMore;
    Http1Error error = Http1Error::None;
    std::string events;
    std::string body;
    std::string rest;
    bool keepAlive = false;
    bool isUpgrade = false;
};

Outcome parse(std::string_view text, std::size_t step = SIZE_MAX, const Http1Limits& limits = {}) {
    PartialPool pool;
    Http1RequestParser parser(pool);
    RequestLog log;
    parser.reset(log, limits);
    std::size_t at = 0;
    ParseState state = ParseState::NeedMore;
    while (state == ParseState::NeedMore && at < text.size()) {
        const std::string piece(text.substr(at, step));
        const Fed fed = parser.feed(bytesOf(piece));
        state = fed.state;
        at += fed.consumed;
    }
    return {state,
            parser.error(),
            log.text,
            log.body,
            std::string(text.substr(std::min(at, text.size()))),
            parser.keepAlive(),
            parser.isUpgrade()};
}

TEST(Http1RequestParser, ReadsLineFieldsAndBody) {
    const auto out = parse("POST /api/orders?x=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}GET");
    EXPECT_EQ(out.state, ParseState::Complete);
    EXPECT_EQ(out.events, "POST /api/orders?x=1 1.1\nHost=a\nContent-Length=2\n--\n");
    EXPECT_EQ(out.body, "{}");
    EXPECT_EQ(out.rest, "GET");
    EXPECT_TRUE(out.keepAlive);
}

TEST(Http1RequestParser, GivesTheSameEventsHoweverPacketsCutThem) {
    const std::string texts[] = {
        "GET /a/long/path?with=query HTTP/1.1\r\nHost: example\r\nAccept: */*\r\n\r\nGET",
        "PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nrest",
        "DELETE /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "GET / HTTP/1.1\r\nHost x\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nframes",
        "\r\nGET / HTTP/1.1\r\n\r\n",
    };
    for (const auto& text : texts) {
        const auto whole = parse(text);
        for (const std::size_t step : {1, 2, 5}) {
            const auto split = parse(text, step);
            EXPECT_EQ(split.state, whole.state) << text;
            EXPECT_EQ(split.error, whole.error) << text;
            EXPECT_EQ(split.events, whole.events) << text;
            EXPECT_EQ(split.body, whole.body) << text;
            EXPECT_EQ(split.isUpgrade, whole.isUpgrade) << text;
            if (whole.state == ParseState::Complete) {
                EXPECT_EQ(split.rest, whole.rest) << text;
            }
        }
    }
}

TEST(Http1RequestParser, TellsThatTheClientWaitsForContinue) {
    EXPECT_EQ(parse("POST / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n{}").events,
              "POST / 1.1\nExpect=100-Continue\nContent-Length=2\n-- continue\n");
    EXPECT_EQ(parse("GET / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n").events,
              "GET / 1.1\nExpect=100-continue\n--\n");
}

TEST(Http1RequestParser, LeavesTheBytesOfAnotherProtocol) {
    const auto out = parse("GET /ws HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nframes");
    EXPECT_EQ(out.state, ParseState::Complete);
    EXPECT_TRUE(out.isUpgrade);
    EXPECT_EQ(out.rest, "frames");
}

TEST(Http1RequestParser, KeepAliveFollowsVersionAndConnection) {
    EXPECT_TRUE(parse("GET / HTTP/1.1\r\n\r\n").keepAlive);
    EXPECT_FALSE(parse("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").keepAlive);
    EXPECT_FALSE(parse("GET / HTTP/1.0\r\n\r\n").keepAlive);
    EXPECT_TRUE(parse("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").keepAlive);
}

TEST(Http1RequestParser, NamesWhatIsWrong) {
    const std::pair<const char*, Http1Error> cases[] = {
        {"NONSENSE / HTTP/1.1\r\n\r\n", Http1Error::InvalidStartLine},
        {"\x16\x03\x01\x02", Http1Error::InvalidStartLine},
        {"GET / HTTP/3.0\r\n\r\n", Http1Error::InvalidVersion},
        {"GET / HTTP/2.0\r\n\r\n", Http1Error::InvalidVersion},
        {"GET /\r\n\r\n", Http1Error::InvalidVersion},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", Http1Error::InvalidVersion},
        {"GET / HTTP/1.1\r\nA B: c\r\n\r\n", Http1Error::InvalidHeader},
        {"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
         Http1Error::InvalidContentLength},
        {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", Http1Error::InvalidTransferEncoding},
        {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Http1Error::InvalidChunk},
    };
    for (const auto& [text, error] : cases) {
        const auto out = parse(text);
        EXPECT_EQ(out.state, ParseState::Error) << text;
        EXPECT_EQ(static_cast<int>(out.error), static_cast<int>(error)) << text;
    }
}

TEST(Http1RequestParser, EachLimitHasItsOwnError) {
    EXPECT_EQ(parse("GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\n\r\n").error,
              Http1Error::TargetTooLong);
    EXPECT_EQ(parse("GET / HTTP/1.1\r\nA: " + std::string(70'000, 'x')).error, Http1Error::HeadersTooLarge);
    const Http1Limits limits{.bodyBytes = 3};
    EXPECT_EQ(parse("PUT / HTTP/1.1\r\nContent-Length: 4\r\n\r\n", SIZE_MAX, limits).error,
              Http1Error::BodyTooLarge);
    EXPECT_EQ(parse("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd", SIZE_MAX, limits).error,
              Http1Error::BodyTooLarge);
}

} // namespace
} // namespace bw::codec
