#include "core/codec/websocket_reader.h"
#include "tests/app/jts-sim/sim_fixture.h"

namespace bw::jts {
namespace {

// A listener of the feed, as any client is one.
class Listener final : private codec::WsSink {
public:
    explicit Listener(std::uint16_t port)
        : m_client(port) {
        m_client.send(
            "GET /ws/market-data HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        while (m_client.rest().find("\r\n\r\n") == std::string::npos &&
               m_client.receive() == server::RawClient::Arrived::Bytes) {
        }
        head = m_client.rest().substr(0, m_client.rest().find("\r\n\r\n"));
        m_read = head.size() + 4;
    }
    void say(std::string_view text) {
        std::string frame;
        codec::appendFrame(frame, codec::WsOpcode::Text, text, {.mask = 0x01020304});
        m_client.send(frame);
    }
    // The next message; empty when none came within the client's patience.
    std::string next() {
        while (m_next == m_messages.size()) {
            const std::string bytes = m_client.rest().substr(m_read);
            m_read += bytes.size();
            static_cast<void>(m_reader.feed(std::as_bytes(std::span(bytes))));
            if (m_next == m_messages.size() && m_client.receive() != server::RawClient::Arrived::Bytes) {
                return {};
            }
        }
        return m_messages[m_next++];
    }
    // The next one of that channel.
    Json nextOf(std::string_view channel) {
        for (;;) {
            Json message(next());
            if (!message.isJson() || message.at("channel") == channel) {
                return message;
            }
        }
    }

    std::string head;

private:
    [[nodiscard]] bool onMessage(codec::WsMessageKind, std::string_view message) override {
        m_messages.emplace_back(message);
        return true;
    }
    [[nodiscard]] bool onPing(std::string_view) override { return true; }
    [[nodiscard]] bool onPong(std::string_view) override { return true; }
    [[nodiscard]] bool onClose(std::uint16_t, std::string_view) override { return true; }

    server::RawClient m_client;
    codec::PartialPool m_pool;
    codec::WsReader m_reader{codec::WsReader::Side::Client, *this, m_pool, 1U << 20};
    std::vector<std::string> m_messages;
    std::size_t m_next = 0;
    std::size_t m_read = 0;
};

class FeedTest : public SimFixture {
protected:
    void SetUp() override {
        SimulatorOptions options;
        options.ticks = 200;
        start(options);
    }
};

} // namespace

TEST_F(FeedTest, AnswersTheHandshakeOfTheStandard) {
    const Listener listener(m_simulator->port());
    EXPECT_TRUE(listener.head.starts_with("HTTP/1.1 101 ")) << listener.head;
    EXPECT_NE(listener.head.find("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), std::string::npos);
    EXPECT_EQ(ask("GET", "/ws/market-data").status, 426);
}

TEST_F(FeedTest, ASubscriptionTicksInItsOrder) {
    Listener listener(m_simulator->port());
    listener.say(
        R"({"action": "subscribe", "channels": ["ticker.KRW-BTC", "orderbook.KRW-BTC", "trades.KRW-BTC"]})");
    double last = 0;
    for (int i = 0; i < 20; ++i) {
        const Json tick = listener.nextOf("ticker.KRW-BTC");
        ASSERT_TRUE(tick.isJson());
        EXPECT_GT(tick.number("price"), 0);
        EXPECT_GT(tick.number("timestamp"), 1.7e12);
        EXPECT_EQ(tick.number("sequence"), last == 0 ? tick.number("sequence") : last + 1);
        last = tick.number("sequence");
    }
    const Json book = listener.nextOf("orderbook.KRW-BTC");
    EXPECT_LT(book.number("bids/0/0"), book.number("asks/0/0"));
    EXPECT_EQ(listener.nextOf("trades.KRW-BTC").at("side").empty(), false);
    EXPECT_GE(get("/admin/feed").number("sent"), 22);
    EXPECT_EQ(get("/admin/feed").number("listeners"), 1);
}

TEST_F(FeedTest, NobodyMissesANumberWhileOthersComeAndGo) {
    Listener listener(m_simulator->port());
    listener.say(R"({"action": "subscribe", "channels": ["ticker.KRW-BTC"]})");
    double last = listener.nextOf("ticker.KRW-BTC").number("sequence");
    for (int round = 0; round < 10; ++round) {
        std::vector<std::unique_ptr<Listener>> others;
        for (int i = 0; i < 7; ++i) {
            others.push_back(std::make_unique<Listener>(m_simulator->port()));
            others.back()->say(R"({"action": "subscribe", "channels": ["ticker.KRW-BTC"]})");
        }
        ASSERT_TRUE(others.back()->nextOf("ticker.KRW-BTC").isJson());
        const double next = listener.nextOf("ticker.KRW-BTC").number("sequence");
        ASSERT_EQ(next, last + 1);
        last = next;
    }
}

TEST_F(FeedTest, ItsTruthIsHowLongMessagesWaitedForTheKernel) {
    Listener listener(m_simulator->port());
    listener.say(R"({"action": "subscribe", "channels": ["ticker.KRW-BTC"]})");
    EXPECT_TRUE(listener.nextOf("ticker.KRW-BTC").isJson());
    EXPECT_TRUE(listener.nextOf("ticker.KRW-BTC").isJson());
    EXPECT_GT(get("/admin/feed").number("delay/p50_ns"), 0);
    EXPECT_GE(get("/admin/feed").number("delay/max_ns"), get("/admin/feed").number("delay/p50_ns"));
}

class FastFeed : public SimFixture {};

// Who does not read misses messages, as many as are counted, and then hears the newest.
TEST_F(FastFeed, WhatASlowReaderMissesIsCounted) {
    SimulatorOptions options;
    options.ticks = 20'000;
    start(options);
    Listener listener(m_simulator->port());
    listener.say(R"({"action": "subscribe", "channels": ["orderbook.KRW-BTC"]})");
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (get("/admin/feed").number("left") == 0 && std::chrono::steady_clock::now() < patience) {
    }
    ASSERT_GT(get("/admin/feed").number("left"), 0);
    double last = listener.nextOf("orderbook.KRW-BTC").number("sequence");
    double missed = 0;
    for (int i = 0; i < 500'000 && missed == 0; ++i) {
        const Json message = listener.nextOf("orderbook.KRW-BTC");
        ASSERT_TRUE(message.isJson());
        missed = message.number("sequence") - last - 1;
        last = message.number("sequence");
    }
    EXPECT_GT(missed, 0);
    EXPECT_LE(missed, get("/admin/feed").number("left"));
}

TEST_F(FeedTest, AnOrdersFillIsTold) {
    Listener listener(m_simulator->port());
    listener.say(R"({"action": "subscribe", "channels": ["orders.user_7"]})");
    listener.say(R"({"action": "ping"})");
    EXPECT_EQ(Json(listener.next()).at("type"), "pong") << "and so the subscription stands";
    static_cast<void>(order("user_8", "buy", "1"));
    const std::string id = order("user_7", "buy", "2");
    const Json fill = listener.nextOf("orders.user_7");
    EXPECT_EQ(fill.at("orderId"), id);
    EXPECT_EQ(fill.at("status"), "filled");
}

TEST_F(FeedTest, WhatItDoesNotUnderstandIsAnswered) {
    Listener listener(m_simulator->port());
    for (const char* words : {"hello", "[]", R"({"action": "dance"})", R"({"action": "subscribe"})",
                              R"({"action": "subscribe", "channels": ["weather.seoul"]})",
                              R"({"action": "subscribe", "channels": [1]})"}) {
        listener.say(words);
        EXPECT_EQ(Json(listener.next()).at("type"), "error") << words;
    }
}

TEST_F(FeedTest, UnsubscribedItIsQuiet) {
    Listener listener(m_simulator->port());
    listener.say(R"({"action": "subscribe", "channels": ["ticker.KRW-BTC"]})");
    EXPECT_TRUE(listener.nextOf("ticker.KRW-BTC").isJson());
    listener.say(R"({"action": "unsubscribe", "channels": ["ticker.KRW-BTC"]})");
    listener.say(R"({"action": "ping"})");
    for (Json message(listener.next()); message.at("type") != "pong"; message = Json(listener.next())) {
        ASSERT_EQ(message.at("channel"), "ticker.KRW-BTC");
    }
    listener.say(R"({"action": "ping"})");
    EXPECT_EQ(Json(listener.next()).at("type"), "pong") << "nothing between the two";
}

} // namespace bw::jts
