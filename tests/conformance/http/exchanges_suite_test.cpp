#include "tests/conformance/http/http_suite.h"

// What a virtual user gets of an exchange, whatever carries it.
namespace bw::client {
namespace {

class Exchanges : public HttpSuite {
protected:
    // The same a second time is over the connection of the first.
    void expectUsable() {
        const Exchange got = ask("/hello");
        EXPECT_EQ(got.error, ClientError::None);
        EXPECT_EQ(got.body, "hello");
    }
};

} // namespace

TEST_P(Exchanges, AnAnswerIsWhole) {
    const Exchange got = ask("/hello");
    ASSERT_EQ(got.error, ClientError::None) << got.detail;
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.body, "hello");
    EXPECT_EQ(got.bodyBytes, 5U);
    EXPECT_EQ(got.fields.find("X-Said-By"), "the server");
    EXPECT_EQ(got.fields.find("Content-Type"), "text/plain");
    EXPECT_EQ(got.proto, GetParam().isHttp2() ? "HTTP/2.0" : "HTTP/1.1");
    EXPECT_GT(got.bytesSent, 20U);
    EXPECT_GT(got.bytesReceived, 20U);
}

TEST_P(Exchanges, PhasesFollowEachOther) {
    for (const auto connection : {Exchange::Connection::New, Exchange::Connection::Reused}) {
        const Exchange got = ask("/late");
        const Timing& timing = got.timing;
        ASSERT_EQ(got.connection, connection);
        EXPECT_LE(timing.start, timing.sent);
        EXPECT_LE(timing.sent, timing.written);
        EXPECT_LE(timing.written, timing.firstByte);
        EXPECT_LE(timing.firstByte, timing.done);
        EXPECT_GE(timing.firstByte - timing.sent, std::chrono::milliseconds(19));
        const bool isNew = connection == Exchange::Connection::New;
        EXPECT_EQ(timing.connectEnd != Instant{}, isNew);
        EXPECT_EQ(timing.tlsEnd != Instant{}, isNew && GetParam().isSecure());
        if (isNew && GetParam().isSecure()) {
            EXPECT_LE(timing.connectEnd, timing.tlsStart);
            EXPECT_LT(timing.tlsStart, timing.tlsEnd);
            EXPECT_LE(timing.tlsEnd, timing.sent);
        }
    }
}

TEST_P(Exchanges, FieldsArrive) {
    const std::array<codec::HeaderField, 2> fields = {codec::HeaderField{"X-Asked", "nicely"},
                                                      codec::HeaderField{"Accept", "*/*"}};
    Request request = get();
    request.fields = fields;
    EXPECT_EQ(ask("/fields", request).body, "nicely|127.0.0.1:" + std::to_string(server->port()));
}

TEST_P(Exchanges, WhatIsNoFieldIsNotSent) {
    const std::array<codec::HeaderField, 1> fields = {codec::HeaderField{"X-Asked", "a\r\nX-Also: b"}};
    Request request = get();
    request.fields = fields;
    EXPECT_EQ(ask("/fields", request).error, ClientError::BadRequest);
    EXPECT_EQ(handled, 0);
    expectUsable();
}

TEST_P(Exchanges, ABodyIsEchoed) {
    std::string body(900'000, ' ');
    for (std::size_t i = 0; i < body.size(); ++i) {
        body[i] = static_cast<char>('a' + i % 23);
    }
    Request request = get();
    request.method = "POST";
    request.hasBody = Request::Body::Some;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{70'000}, body.size()}) {
        request.body = std::string_view(body).substr(0, size);
        const Exchange got = ask("/echo", request);
        ASSERT_EQ(got.error, ClientError::None) << size;
        EXPECT_EQ(got.status, 201);
        EXPECT_TRUE(got.body == request.body) << size;
    }
}

TEST_P(Exchanges, ALargeAnswerIsWhole) {
    const Exchange got = ask("/large");
    ASSERT_EQ(got.error, ClientError::None);
    EXPECT_EQ(got.bodyBytes, 5'000'000U);
    EXPECT_TRUE(got.body == std::string(5'000'000, 'x'));
}

TEST_P(Exchanges, WhatNobodyKeepsIsCounted) {
    Request request = get();
    request.keepBytes = 10;
    const Exchange got = ask("/large", request);
    EXPECT_EQ(got.bodyBytes, 5'000'000U);
    EXPECT_EQ(got.body, "xxxxxxxxxx");
    EXPECT_GE(got.bytesReceived, 5'000'000U);
}

TEST_P(Exchanges, AnswersWithoutABody) {
    EXPECT_EQ(ask("/empty").status, 204);
    EXPECT_EQ(ask("/nowhere").status, 404);
    Request request = get();
    request.method = "HEAD";
    EXPECT_EQ(ask("/hello", request).error, ClientError::None);
    expectUsable();
}

TEST_P(Exchanges, OneConnectionServesManyInTurn) {
    for (int i = 0; i < 20; ++i) {
        const Exchange got = ask("/hello");
        EXPECT_EQ(got.connection, i == 0 ? Exchange::Connection::New : Exchange::Connection::Reused);
    }
    EXPECT_EQ(context.openConnections, 1);
}

TEST_P(Exchanges, ManyAtOnce) {
    std::vector<std::unique_ptr<Asking>> all;
    for (int i = 0; i < 50; ++i) {
        all.push_back(std::make_unique<Asking>(*this, i % 2 == 0 ? "/late" : "/hello"));
    }
    ASSERT_TRUE(runUntil(
        [&] { return std::ranges::all_of(all, [](const auto& asking) { return asking->isOver(); }); }));
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i]->exchange.error, ClientError::None) << i << all[i]->exchange.detail;
        EXPECT_EQ(all[i]->exchange.body, i % 2 == 0 ? "late" : "hello");
    }
    if (!GetParam().isHttp2()) {
        EXPECT_EQ(context.openConnections, 50);
    } else if (!GetParam().isSecure()) {
        EXPECT_EQ(context.openConnections, 1);
    }
}

TEST_P(Exchanges, APoolWithALimitHoldsIt) {
    pool = std::make_unique<ConnectionPool>(context, 3);
    std::vector<std::unique_ptr<Asking>> all;
    for (int i = 0; i < 60; ++i) {
        all.push_back(std::make_unique<Asking>(*this, "/late"));
    }
    ASSERT_TRUE(runUntil([&] {
        EXPECT_LE(context.openConnections, 3);
        return std::ranges::all_of(all, [](const auto& asking) { return asking->isOver(); });
    }));
    for (const auto& asking : all) {
        EXPECT_EQ(asking->exchange.body, "late");
    }
    EXPECT_EQ(context.openConnections, 3);
    all.clear();
}

TEST_P(Exchanges, WhoWaitsTooLongIsTold) {
    Request request = get();
    request.deadline = reactor->now() + std::chrono::milliseconds(30);
    const Exchange got = ask("/never", request);
    EXPECT_EQ(got.error, ClientError::Timeout);
    EXPECT_GE(got.timing.done - got.timing.start,
              std::chrono::milliseconds(20)); // of which a handshake took its share
    expectUsable();
}

TEST_P(Exchanges, WhoIsCutOffLeavesTheOthersAlone) {
    Asking gone(*this, "/never");
    Asking stays(*this, "/late");
    ASSERT_TRUE(runUntil([&] { return handled == 2; }));
    gone.cutOff();
    ASSERT_TRUE(runUntil([&] { return stays.isOver(); }));
    EXPECT_EQ(stays.exchange.body, "late");
    expectUsable();
}

TEST_P(Exchanges, APoolMayGoWithExchangesUnderWay) {
    auto gone = std::make_unique<Asking>(*this, "/never");
    ASSERT_TRUE(runUntil([&] { return handled == 1; }));
    gone.reset();
    pool.reset();
    EXPECT_EQ(context.openConnections, 0);
}

TEST_P(Exchanges, BrokenAnswersAreErrors) {
    for (const char* target : {"/reset", "/cut", "/garbage"}) {
        const Exchange got = ask(target);
        EXPECT_TRUE(got.error == ClientError::Reset || got.error == ClientError::Closed ||
                    got.error == ClientError::Protocol)
            << target << static_cast<int>(got.error);
        expectUsable();
    }
}

TEST_P(Exchanges, AServerThatStopsIsNoticed) {
    expectUsable();
    server->stop();
    const Exchange got = ask("/hello");
    EXPECT_EQ(got.error, ClientError::Refused);
    ASSERT_TRUE(runUntil([&] { return context.openConnections == 0; }));
}

INSTANTIATE_TEST_SUITE_P(Wires, Exchanges, testing::ValuesIn(allWires()), wireName);

} // namespace bw::client
