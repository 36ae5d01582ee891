#include "core/client/web_socket_session.h"
#include "tests/conformance/http/http_suite.h"

#include <gmock/gmock.h>
#include <optional>

// A WebSocket between our client and our server, on every event loop, plain and over TLS, whatever else the
// client speaks.
namespace bw::client {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A session and what it hears.
class Talk final : private WebSocketHandler {
public:
    Talk(ClientContext& context, std::string_view url, std::vector<codec::HeaderField> fields = {},
         std::vector<std::string> protocols = {})
        : session(context, m_random, m_tlsSessions, *this)

        , m_url(*codec::parseUrl(url))
        , m_fields(std::move(fields))
        , m_protocols(std::move(protocols)) {
        m_runner.start(open(), [](void*) {}, nullptr);
    }

    [[nodiscard]] bool isOpened() const { return m_runner.hasEnded(); }

    std::vector<std::string> heard;
    std::optional<WebSocketEnd> end;
    std::optional<Duration> pong;
    Exchange exchange;
    bool stands = false;

private:
    net::Task<void> open() {
        const WebSocketRequest request{
            &m_url, m_fields, m_protocols, {}, std::chrono::steady_clock::now() + std::chrono::seconds(10)};
        stands = co_await session.open(request, exchange);
    }
    void onMessage(codec::WsMessageKind kind, std::string_view message, Instant) override {
        heard.push_back((kind == codec::WsMessageKind::Text ? "text " : "binary ") + std::string(message));
    }
    void onPong(Duration roundTrip, Instant) override { pong = roundTrip; }
    void onEnded(const WebSocketEnd& how, Instant) override { end = how; }

    Random m_random{1};
    net::TlsSessions m_tlsSessions;

public:
    WebSocketSession session;

private:
    codec::Url m_url;
    std::vector<codec::HeaderField> m_fields;
    std::vector<std::string> m_protocols;
    net::TaskRunner m_runner; // destroyed first: it uses the others
};

class WebSockets : public HttpSuite {
protected:
    [[nodiscard]] std::string wsUrl(std::string_view target = "/ws") const {
        return (GetParam().isSecure() ? "wss://127.0.0.1:" : "ws://127.0.0.1:") +
               std::to_string(server->port()) + std::string(target);
    }
    [[nodiscard]] std::unique_ptr<Talk> talk(std::string_view target = "/ws",
                                             std::vector<codec::HeaderField> fields = {},
                                             std::vector<std::string> protocols = {}) {
        auto made = std::make_unique<Talk>(context, wsUrl(target), std::move(fields), std::move(protocols));
        EXPECT_TRUE(runUntil([&] { return made->isOpened(); }));
        return made;
    }
};

constexpr auto kText = codec::WsMessageKind::Text;

} // namespace

TEST_P(WebSockets, AServerMaySpeakFirst) {
    const auto one = talk();
    ASSERT_TRUE(one->stands) << one->exchange.detail;
    EXPECT_EQ(one->exchange.status, 101);
    EXPECT_TRUE(runUntil([&] { return !one->heard.empty(); }));
    EXPECT_THAT(one->heard, ElementsAre("text welcome"));
    EXPECT_EQ(context.openConnections, 1);
}

TEST_P(WebSockets, WhatIsSentComesBackInItsOrder) {
    const auto one = talk();
    std::vector<std::string> expected = {"text welcome"};
    for (const std::size_t size : {0, 1, 125, 126, 4000, 70'000, 900'000}) {
        const std::string message(size, 'm');
        EXPECT_TRUE(one->session.send(kText, message));
        expected.push_back("text " + message);
    }
    EXPECT_TRUE(one->session.send(codec::WsMessageKind::Binary, "\xff\xfe"));
    expected.push_back("binary \xff\xfe");
    ASSERT_TRUE(runUntil([&] { return one->heard.size() == expected.size(); }));
    EXPECT_TRUE(one->heard == expected);
}

TEST_P(WebSockets, CompressedWhereItIsAskedFor) {
    const auto one = talk("/ws", {{"Sec-WebSocket-Extensions", "permessage-deflate"}});
    ASSERT_TRUE(one->stands) << one->exchange.detail;
    const std::string message(200'000, 'z');
    const std::uint64_t before = one->session.traffic().sent;
    EXPECT_TRUE(one->session.send(kText, message));
    ASSERT_TRUE(runUntil([&] { return one->heard.size() == 2; }));
    EXPECT_TRUE(one->heard.back() == "text " + message);
    EXPECT_LT(one->session.traffic().sent - before, 10'000U);
    EXPECT_LT(one->session.traffic().received, 20'000U);
}

TEST_P(WebSockets, APingIsAnswered) {
    const auto one = talk();
    one->session.ping();
    ASSERT_TRUE(runUntil([&] { return one->pong.has_value(); }));
    EXPECT_GT(*one->pong, Duration::zero());
}

TEST_P(WebSockets, WeMayEndIt) {
    const auto one = talk();
    one->session.send(kText, "last words");
    one->session.close(codec::WsCloseCode::Normal, "bye");
    EXPECT_FALSE(one->session.send(kText, "too late"));
    ASSERT_TRUE(runUntil([&] { return one->end.has_value(); }));
    EXPECT_EQ(one->end->error, ClientError::None);
    EXPECT_EQ(one->end->code, 1000);
    EXPECT_EQ(one->heard.back(), "text last words") << "what was under way still came";
    EXPECT_EQ(context.openConnections, 0);
}

TEST_P(WebSockets, TheyMayEndIt) {
    const auto one = talk();
    one->session.send(kText, "close");
    ASSERT_TRUE(runUntil([&] { return one->end.has_value(); }));
    EXPECT_EQ(one->end->error, ClientError::None);
    EXPECT_EQ(one->end->code, 1001);
    EXPECT_TRUE(runUntil([&] { return server->openConnections() == 0; }));
}

TEST_P(WebSockets, AServerThatStopsSaysSo) {
    const auto one = talk();
    std::thread stopping([&] { server->stop(); });
    EXPECT_TRUE(runUntil([&] { return one->end.has_value(); }));
    stopping.join();
    EXPECT_EQ(one->end->error, ClientError::None);
    EXPECT_EQ(one->end->code, 1001);
}

TEST_P(WebSockets, ASubprotocolIsAgreedOn) {
    const auto one = talk("/ws", {}, {"v1.feed", "v2.feed"});
    ASSERT_TRUE(one->stands);
    EXPECT_EQ(one->session.protocol(), "v2.feed");
    const auto other = talk("/ws", {}, {"v3.feed"});
    EXPECT_FALSE(other->stands);
    EXPECT_EQ(other->exchange.error, ClientError::Protocol);
    EXPECT_EQ(other->exchange.detail, "subprotocol_not_offered");
}

TEST_P(WebSockets, WhereThereIsNoneTheAnswerIsKept) {
    const auto one = talk("/hello");
    EXPECT_FALSE(one->stands);
    EXPECT_EQ(one->exchange.error, ClientError::Protocol);
    EXPECT_EQ(one->exchange.status, 200);
    EXPECT_EQ(one->exchange.detail, "no_upgrade_status");
    EXPECT_EQ(context.openConnections, 0);
    if (!GetParam().isHttp2()) {
        EXPECT_EQ(ask("/ws").status, 426) << "and who asks for no WebSocket is told";
    }
}

TEST_P(WebSockets, GivenUpInTheMidstNothingIsLeft) {
    auto one = talk();
    one.reset();
    EXPECT_EQ(context.openConnections, 0);
    EXPECT_TRUE(runUntil([&] { return server->openConnections() == 0; }));
}

INSTANTIATE_TEST_SUITE_P(Wires, WebSockets, testing::ValuesIn(allWires()), wireName);

} // namespace bw::client
