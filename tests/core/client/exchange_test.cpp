#include "tests/core/client/client_test.h"

namespace bw::client {
namespace {

using namespace std::string_literals;

class ExchangeTest : public ClientTest {};

} // namespace

TEST_F(ExchangeTest, GivesStatusFieldsBodyAndTimes) {
    answer("HTTP/1.1 201 Created\r\nX-Kind: order\r\nContent-Length: 5\r\n\r\nhello");
    const Exchange got = ask("/orders");
    EXPECT_TRUE(got.hasResponse());
    EXPECT_EQ(got.status, 201);
    EXPECT_EQ(got.proto, "HTTP/1.1");
    EXPECT_EQ(got.fields.find("x-kind"), "order");
    EXPECT_EQ(got.fields.find("x-other"), std::nullopt);
    EXPECT_EQ(got.body, "hello");
    EXPECT_GE(got.body.capacity(), got.body.size() + Exchange::kBodyPadding);
    EXPECT_EQ(got.bodyBytes, 5U);
    EXPECT_EQ(got.bytesReceived,
              "HTTP/1.1 201 Created\r\nX-Kind: order\r\nContent-Length: 5\r\n\r\nhello"s.size());
    const Timing& t = got.timing;
    EXPECT_EQ(t.lookupStart, Instant{}) << "a number needs no lookup";
    EXPECT_TRUE(t.start <= t.connectStart && t.connectStart < t.connectEnd && t.connectEnd <= t.sent &&
                t.sent <= t.written && t.written <= t.firstByte && t.firstByte <= t.done);
}

TEST_F(ExchangeTest, SendsWhatWasAsked) {
    const codec::HeaderField fields[] = {{"X-Token", "abc"}};
    Request request = get();
    request.method = "POST";
    request.fields = fields;
    request.body = "{}";
    request.hasBody = Request::Body::Some;
    const Exchange got = ask("/orders?side=buy", request);
    EXPECT_EQ(server.connections.front()->last,
              "POST /orders?side=buy HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) +
                  "\r\nX-Token: abc\r\nContent-Length: 2\r\n\r\n{}");
    EXPECT_EQ(got.bytesSent, server.connections.front()->last.size());
}

TEST_F(ExchangeTest, AnEmptyBodyIsAnnouncedOnlyWhenThereIsOne) {
    Request request = get();
    request.method = "POST";
    request.hasBody = Request::Body::Some;
    static_cast<void>(ask("/", request));
    EXPECT_TRUE(server.connections.front()->last.contains("Content-Length: 0\r\n"));
    static_cast<void>(ask());
    EXPECT_FALSE(server.connections.front()->last.contains("Content-Length"));
}

TEST_F(ExchangeTest, ALargeBodyArrivesWhole) {
    const std::string body(20'000'000, 'b');
    Request request = get();
    request.method = "PUT";
    request.body = body;
    request.hasBody = Request::Body::Some;
    const Exchange got = ask("/", request);
    EXPECT_TRUE(got.hasResponse());
    EXPECT_TRUE(server.connections.front()->last.ends_with("\r\n\r\n" + body));
    EXPECT_GT(got.timing.written, got.timing.sent);
}

TEST_F(ExchangeTest, TheConnectionIsUsedAgain) {
    EXPECT_EQ(ask().connection, Exchange::Connection::New);
    const Exchange second = ask();
    EXPECT_EQ(second.connection, Exchange::Connection::Reused);
    EXPECT_EQ(second.timing.connectStart, Instant{});
    EXPECT_EQ(server.connections.size(), 1U);
    EXPECT_EQ(context.openConnections, 1);
}

TEST_F(ExchangeTest, AResponseMayBeCutAnywhere) {
    const std::string text = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-A: bc\r\nTransfer-Encoding: "
                             "chunked\r\n\r\n3;x=y\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\nX-T: u\r\n\r\n";
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
        server.onRequest = [&](auto& connection) {
            connection.sayInTurn({text.substr(0, cut), text.substr(cut)});
        };
        const Exchange got = ask();
        ASSERT_TRUE(got.hasResponse()) << cut;
        ASSERT_EQ(got.status, 200) << cut;
        ASSERT_EQ(got.fields.find("x-a"), "bc") << cut;
        ASSERT_EQ(got.body, "abc0123456789abcdef") << cut;
        ASSERT_EQ(got.bodyBytes, 19U) << cut;
    }
    EXPECT_EQ(server.connections.size(), 1U);
}

TEST_F(ExchangeTest, AResponseMayComeByteByByte) {
    const std::string text = "HTTP/1.1 200 OK\r\nX-Some-Name: some value\r\nContent-Length: 3\r\n\r\nabc";
    std::vector<std::string> bytes;
    for (const char c : text) {
        bytes.emplace_back(1, c);
    }
    server.onRequest = [&](auto& connection) { connection.sayInTurn(bytes); };
    const Exchange got = ask();
    EXPECT_TRUE(got.hasResponse());
    EXPECT_EQ(got.fields.find("x-some-name"), "some value");
    EXPECT_EQ(got.body, "abc");
}

TEST_F(ExchangeTest, ABodyMayEndWithTheConnection) {
    server.onRequest = [](auto& connection) {
        connection.say("HTTP/1.1 200 OK\r\n\r\nall of it");
        connection.close();
    };
    const Exchange got = ask();
    EXPECT_TRUE(got.hasResponse());
    EXPECT_EQ(got.body, "all of it");
    EXPECT_EQ(context.openConnections, 0);
}

TEST_F(ExchangeTest, GzipIsUndone) {
    const std::string packed =
        "\037\213\010\000\000\000\000\000\002\003\313\110\315\311\311\327\121\310\030\245\120\051\000\062\206\021\345\030\001\000\000"s;
    answer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + std::to_string(packed.size()) +
           "\r\n\r\n" + packed);
    const Exchange got = ask();
    EXPECT_TRUE(got.hasResponse());
    EXPECT_EQ(got.body.size(), 280U);
    EXPECT_TRUE(got.body.starts_with("hello, hello, "));
    EXPECT_EQ(got.bodyBytes, packed.size());
    Request small = get();
    small.keepBytes = packed.size() - 4;
    EXPECT_TRUE(ask("/", small).hasResponse()) << "what is kept may be the beginning only";
}

TEST_F(ExchangeTest, BrokenGzipIsAgainstTheProtocol) {
    answer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello");
    EXPECT_EQ(ask().error, ClientError::Protocol);
    Request careless = get();
    careless.keepBytes = 0;
    EXPECT_TRUE(ask("/", careless).hasResponse()) << "nobody looks at it";
}

TEST_F(ExchangeTest, BodiesAreKeptAsFarAsAsked) {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789");
    Request request = get();
    request.keepBytes = 4;
    request.keepErrorBytes = 8;
    Exchange got = ask("/", request);
    EXPECT_EQ(got.body, "0123");
    EXPECT_EQ(got.bodyBytes, 10U);
    answer("HTTP/1.1 500 Sorry\r\nContent-Length: 10\r\n\r\n0123456789");
    EXPECT_EQ(ask("/", request).body, "01234567");
}

TEST_F(ExchangeTest, WhatHasNoBodyIsNotWaitedFor) {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    Request head = get();
    head.method = "HEAD";
    EXPECT_TRUE(ask("/", head).hasResponse());
    answer("HTTP/1.1 204 No Content\r\n\r\n");
    EXPECT_EQ(ask().status, 204);
    answer("HTTP/1.1 304 Not Modified\r\nContent-Length: 1000\r\n\r\n");
    EXPECT_EQ(ask().status, 304);
    EXPECT_EQ(server.connections.size(), 1U);
}

TEST_F(ExchangeTest, AConnectionThatWillCloseIsNotUsedAgain) {
    answer("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    EXPECT_TRUE(ask().hasResponse());
    EXPECT_EQ(ask().connection, Exchange::Connection::New);
    answer("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(ask().proto, "HTTP/1.0");
    EXPECT_EQ(ask().connection, Exchange::Connection::New);
}

TEST_F(ExchangeTest, MoreThanTheResponseEndsTheTrust) {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more");
    EXPECT_EQ(ask().body, "ok");
    EXPECT_EQ(ask().connection, Exchange::Connection::New);
}

TEST_F(ExchangeTest, SpeakingOutOfTurnEndsTheTrust) {
    EXPECT_TRUE(ask().hasResponse());
    server.connections.front()->say("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged");
    ASSERT_TRUE(runUntil([&] { return server.open() == 0; }));
    const Exchange got = ask();
    EXPECT_EQ(got.body, "ok");
    EXPECT_EQ(got.connection, Exchange::Connection::New);
}

// Requests that differ in nothing share their head; what is kept for another URL is never sent.
TEST_F(ExchangeTest, AKnownHeadStandsForItsKeyAlone) {
    KnownHead known;
    Request request = get();
    request.head = &known;
    for (const std::string_view target : {"/a", "/a", "/b", "/a"}) {
        request.headKey = target;
        EXPECT_TRUE(ask(target, request).hasResponse());
        EXPECT_TRUE(server.connections.back()->last.starts_with("GET " + std::string(target) + " HTTP/1.1"));
    }
    EXPECT_EQ(known.key, "/a");
}

} // namespace bw::client
