#include "core/client/web_socket_session.h"
#include "core/codec/websocket_handshake.h"
#include "tests/core/client/client_test.h"

#include <gmock/gmock.h>
#include <optional>

// Servers that misbehave: each costs an error of its kind, and bounded memory.
namespace bw::client {
namespace {

using testing::ElementsAre;

class WebSocketTest : public ClientTest, private WebSocketHandler {
protected:
    // What a server says that becomes a WebSocket.
    static std::string acceptance(const std::string& request) {
        const std::string name = "Sec-WebSocket-Key: ";
        const auto at = request.find(name);
        const std::string key = request.substr(at + name.size(), request.find("\r\n", at) - at - name.size());
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
               "Upgrade\r\nSec-WebSocket-Accept: " +
               codec::webSocketAccept(key) + "\r\n\r\n";
    }
    // The server accepts, and says that behind it at once.
    void acceptAndSay(std::string behind) {
        server.onRequest = [behind = std::move(behind)](auto& connection) {
            connection.say(acceptance(connection.last) + behind);
        };
    }
    // Opens; whether it stands.
    bool open(Duration patience = std::chrono::seconds(10)) {
        m_url = *codec::parseUrl("ws://127.0.0.1:" + std::to_string(server.port()) + "/feed");
        m_runner.start(run(patience), [](void*) {}, nullptr);
        EXPECT_TRUE(runUntil([&] { return m_runner.hasEnded(); })) << "hangs";
        return stands;
    }
    // How it ends of itself.
    WebSocketEnd ending() {
        EXPECT_TRUE(runUntil([&] { return end.has_value(); })) << "hangs";
        return end.value_or(WebSocketEnd());
    }
    static std::string frame(codec::WsOpcode opcode, std::string_view payload,
                             codec::WsFrameOptions options = {}) {
        std::string out;
        codec::appendFrame(out, opcode, payload, options);
        return out;
    }

    std::vector<std::string> heard;
    std::optional<WebSocketEnd> end;
    Exchange exchange;
    bool stands = false;

private:
    net::Task<void> run(Duration patience) {
        const WebSocketRequest request{&m_url, {}, {}, {}, reactor->now() + patience};
        stands = co_await session.open(request, exchange);
    }
    void onMessage(codec::WsMessageKind, std::string_view message, Instant) override {
        heard.emplace_back(message);
    }
    void onEnded(const WebSocketEnd& how, Instant) override { end = how; }

    codec::Url m_url;
    Random m_random{7};
    net::TlsSessions m_tlsSessions;

protected:
    WebSocketSession session{context, m_random, m_tlsSessions, *this};

private:
    net::TaskRunner m_runner;
};

} // namespace

TEST_F(WebSocketTest, WhatComesWithTheAnswerIsHeard) {
    acceptAndSay(frame(codec::WsOpcode::Text, "early"));
    ASSERT_TRUE(open());
    EXPECT_TRUE(runUntil([&] { return !heard.empty(); }));
    EXPECT_THAT(heard, ElementsAre("early"));
}

TEST_F(WebSocketTest, WhatComesWithTheAnswerIsHeardBeforeTheEndBehindIt) {
    server.onRequest = [this](auto& connection) {
        connection.say(acceptance(connection.last) + frame(codec::WsOpcode::Text, "early") +
                       frame(codec::WsOpcode::Close, codec::closePayload(1008, {})));
        connection.stream->endSending();
    };
    ASSERT_TRUE(open());
    const WebSocketEnd how = ending();
    EXPECT_THAT(heard, ElementsAre("early"));
    EXPECT_EQ(how.error, ClientError::None);
    EXPECT_EQ(how.code, 1008);
}

TEST_F(WebSocketTest, OnePingAtATimeSoThatSlowAnswersCount) {
    server.onRequest = [](auto& connection) { connection.say(acceptance(connection.last)); };
    ASSERT_TRUE(open());
    const std::uint64_t before = session.traffic().sent;
    session.ping();
    const std::uint64_t one = session.traffic().sent - before;
    session.ping();
    EXPECT_EQ(session.traffic().sent - before, one);
}

TEST_F(WebSocketTest, AsksAsTheStandardWants) {
    acceptAndSay({});
    ASSERT_TRUE(open());
    const std::string& request = server.connections.front()->last;
    EXPECT_TRUE(request.starts_with("GET /feed HTTP/1.1\r\nHost: 127.0.0.1:")) << request;
    for (const char* field :
         {"\r\nUpgrade: websocket\r\n", "\r\nConnection: Upgrade\r\n", "\r\nSec-WebSocket-Version: 13\r\n"}) {
        EXPECT_NE(request.find(field), std::string::npos) << field;
    }
}

TEST_F(WebSocketTest, ARefusalIsToldWithItsStatus) {
    answer("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
    EXPECT_FALSE(open());
    EXPECT_EQ(exchange.error, ClientError::Protocol);
    EXPECT_EQ(exchange.status, 403);
    EXPECT_EQ(exchange.detail, "no_upgrade_status");
    EXPECT_EQ(context.openConnections, 0);
}

TEST_F(WebSocketTest, AWrongKeyIsToldByName) {
    answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
    EXPECT_FALSE(open());
    EXPECT_EQ(exchange.error, ClientError::Protocol);
    EXPECT_EQ(exchange.detail, "wrong_accept");
}

TEST_F(WebSocketTest, GarbageAndSilenceAreErrors) {
    answer("\x15 no HTTP at all\r\n\r\n");
    EXPECT_FALSE(open());
    EXPECT_EQ(exchange.error, ClientError::Protocol);
    server.onRequest = [](auto&) {};
    exchange.clear();
    EXPECT_FALSE(open(std::chrono::milliseconds(30)));
    EXPECT_EQ(exchange.error, ClientError::Timeout);
    server.onRequest = [](auto& connection) { connection.close(); };
    exchange.clear();
    EXPECT_FALSE(open());
    EXPECT_EQ(exchange.error, ClientError::Closed);
}

TEST_F(WebSocketTest, WhoBreaksTheRulesIsToldAndLeft) {
    struct Case {
        std::string bytes;
        codec::WsError error;
        std::string told; // the close code
    };
    std::string reserved = frame(codec::WsOpcode::Text, "x");
    reserved.front() = '\xC1';
    for (const Case& one :
         {Case{frame(codec::WsOpcode::Text, "x", {.mask = 5}), codec::WsError::Mask, "\x03\xEA"},
          Case{reserved, codec::WsError::ReservedBit, "\x03\xEA"},
          Case{frame(codec::WsOpcode::Text, "\xC0\x80"), codec::WsError::Utf8, "\x03\xEF"},
          Case{frame(codec::WsOpcode::Continuation, "x"), codec::WsError::Continuation, "\x03\xEA"},
          // Announced alone; nothing of it has to come.
          Case{std::string("\x82\x7F\0\0\0\1\0\0\0\0", 10), codec::WsError::TooLarge, "\x03\xF1"}}) {
        end.reset();
        std::string seen;
        server.onRequest = [&](auto& connection) {
            connection.say(acceptance(connection.last) + one.bytes);
            server.onBytes = [&seen](auto& later) { seen = later.received; };
        };
        ASSERT_TRUE(open());
        const WebSocketEnd how = ending();
        EXPECT_EQ(how.frame, one.error);
        EXPECT_EQ(how.error,
                  one.error == codec::WsError::TooLarge ? ClientError::TooLarge : ClientError::Protocol);
        ASSERT_TRUE(runUntil([&] { return seen.size() >= 8; })) << static_cast<int>(one.error);
        codec::applyMask(seen.data() + 6, 2,
                         static_cast<std::uint32_t>(static_cast<std::uint8_t>(seen[2])) << 24U |
                             static_cast<std::uint32_t>(static_cast<std::uint8_t>(seen[3])) << 16U |
                             static_cast<std::uint32_t>(static_cast<std::uint8_t>(seen[4])) << 8U |
                             static_cast<std::uint8_t>(seen[5]));
        EXPECT_EQ(seen.substr(6, 2), one.told);
        server.onBytes = nullptr;
        EXPECT_EQ(context.openConnections, 0);
    }
}

TEST_F(WebSocketTest, AMessageWithoutEndIsTooLarge) {
    server.onRequest = [](auto& connection) {
        std::string flood = acceptance(connection.last) +
                            frame(codec::WsOpcode::Binary, std::string(1U << 20, 'x'), {.isFinal = false});
        connection.say(flood);
        const std::string more =
            frame(codec::WsOpcode::Continuation, std::string(1U << 20, 'x'), {.isFinal = false});
        for (int i = 0; i < 20; ++i) {
            connection.say(more);
        }
    };
    ASSERT_TRUE(open());
    EXPECT_EQ(ending().error, ClientError::TooLarge);
}

TEST_F(WebSocketTest, AnEndWithoutAWordIsAnError) {
    server.onRequest = [](auto& connection) {
        connection.say(acceptance(connection.last) + frame(codec::WsOpcode::Text, "and then"));
        connection.close();
    };
    ASSERT_TRUE(open());
    EXPECT_EQ(ending().error, ClientError::Closed);
    EXPECT_EQ(ending().code, 1006);
    EXPECT_THAT(heard, ElementsAre("and then"));
}

TEST_F(WebSocketTest, AServerThatDoesNotAnswerOurCloseIsLeft) {
    acceptAndSay({});
    ASSERT_TRUE(open());
    server.onBytes = [](auto&) {};
    session.close(codec::WsCloseCode::Normal);
    EXPECT_EQ(ending().error, ClientError::Timeout);
    EXPECT_EQ(context.openConnections, 0);
}

TEST_F(WebSocketTest, PingsAreAnsweredWithTheirWords) {
    std::string seen;
    server.onRequest = [&](auto& connection) {
        connection.say(acceptance(connection.last) + frame(codec::WsOpcode::Ping, ""));
        server.onBytes = [&seen](auto& later) { seen = later.received; };
    };
    ASSERT_TRUE(open());
    ASSERT_TRUE(runUntil([&] { return seen.size() >= 6; }));
    EXPECT_EQ(static_cast<std::uint8_t>(seen[0]), 0x8A);
    EXPECT_EQ(static_cast<std::uint8_t>(seen[1]), 0x80) << "masked, as a client's frames are";
}

TEST_F(WebSocketTest, WhoDoesNotReadIsLeft) {
    server.onRequest = [](auto& connection) {
        connection.say(acceptance(connection.last));
        connection.stream->pauseReading();
    };
    context.unreadTime = std::chrono::milliseconds(50);
    ASSERT_TRUE(open());
    const std::string large(1U << 20, 'x');
    for (int i = 0; i < 64; ++i) {
        EXPECT_TRUE(session.send(codec::WsMessageKind::Binary, large)) << "it may be about to";
    }
    EXPECT_EQ(ending().error, ClientError::Timeout);
}

} // namespace bw::client
