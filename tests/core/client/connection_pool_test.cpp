#include "tests/core/client/client_test.h"

#include <gmock/gmock.h>

namespace bw::client {
namespace {

using testing::ElementsAre;

class ConnectionPoolTest : public ClientTest {
protected:
    [[nodiscard]] std::unique_ptr<Asking> start(ConnectionPool& from, std::string_view target = "/",
                                                Request request = get()) const {
        return std::make_unique<Asking>(from, request, url(target));
    }
    [[nodiscard]] bool finish(const Asking& asking) const {
        return runUntil([&] { return asking.isOver(); });
    }
};

} // namespace

TEST_F(ConnectionPoolTest, AReusedConnectionFoundClosedIsTriedOnceMore) {
    server.onRequest = [](auto& connection) {
        if (connection.number == 0 && connection.requests == 2) {
            connection.close();
        } else {
            connection.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }
    };
    EXPECT_TRUE(ask().hasResponse());
    const Exchange got = ask();
    EXPECT_TRUE(got.hasResponse());
    EXPECT_EQ(got.connection, Exchange::Connection::New);
    EXPECT_LE(got.timing.start, got.timing.connectStart);
    EXPECT_EQ(server.connections.size(), 2U);
    EXPECT_EQ(server.connections.back()->requests, 1U);
}

TEST_F(ConnectionPoolTest, OnceMoreIsNotTwice) {
    server.onRequest = [](auto& connection) {
        if (connection.number == 0 && connection.requests == 1) {
            connection.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        } else {
            connection.close();
        }
    };
    EXPECT_TRUE(ask().hasResponse());
    EXPECT_EQ(ask().error, ClientError::Closed);
    EXPECT_EQ(server.connections.size(), 2U);
}

TEST_F(ConnectionPoolTest, WhatWasAnsweredInPartIsNotSentAgain) {
    server.onRequest = [](auto& connection) {
        connection.say(connection.requests == 1 ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                                : "HTTP/1.1 ");
        if (connection.requests == 2) {
            connection.close();
        }
    };
    EXPECT_TRUE(ask().hasResponse());
    EXPECT_EQ(ask().error, ClientError::Closed);
    EXPECT_EQ(server.connections.size(), 1U);
}

TEST_F(ConnectionPoolTest, AConnectionThatTheServerClosedWhileIdleIsForgotten) {
    EXPECT_TRUE(ask().hasResponse());
    server.connections.front()->close();
    ASSERT_TRUE(runUntil([&] { return context.openConnections == 0; }));
    EXPECT_EQ(ask().connection, Exchange::Connection::New);
}

TEST_F(ConnectionPoolTest, OneConnectionServesAllInTheirOrder) {
    std::vector<std::string> order;
    server.onRequest = [&](auto& connection) {
        order.push_back(connection.last.substr(5, 1));
        connection.sayInTurn({"HTTP/1.1 200 OK\r\n", "Content-Length: 2\r\n\r\nok"});
    };
    ConnectionPool one(context, 1);
    std::vector<std::unique_ptr<Asking>> all;
    for (const char* target : {"/a", "/b", "/c", "/d", "/e"}) {
        all.push_back(start(one, target));
    }
    for (const auto& asking : all) {
        EXPECT_TRUE(finish(*asking));
        EXPECT_TRUE(asking->exchange.hasResponse());
        EXPECT_LE(context.openConnections, 1);
    }
    EXPECT_THAT(order, ElementsAre("a", "b", "c", "d", "e"));
    EXPECT_EQ(server.connections.size(), 1U);
}

TEST_F(ConnectionPoolTest, TheLimitHoldsWhenARequestIsSentAgain) {
    std::size_t most = 0;
    server.onRequest = [&](auto& connection) {
        most = std::max(most, server.open());
        if (connection.number == 0 && connection.requests == 2) {
            connection.close();
        } else {
            connection.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }
    };
    ConnectionPool one(context, 1);
    std::vector<std::unique_ptr<Asking>> all;
    for (int i = 0; i < 4; ++i) {
        all.push_back(start(one));
    }
    for (const auto& asking : all) {
        EXPECT_TRUE(finish(*asking));
        EXPECT_TRUE(asking->exchange.hasResponse());
    }
    EXPECT_EQ(most, 1U);
    EXPECT_EQ(server.connections.size(), 2U);
}

TEST_F(ConnectionPoolTest, WhoWaitsTooLongGivesUp) {
    answer("");
    ConnectionPool one(context, 1);
    const auto first = start(one);
    Request hasty = get();
    hasty.deadline = reactor->now() + std::chrono::milliseconds(5);
    const auto second = start(one, "/", hasty);
    const auto third = start(one, "/third");
    ASSERT_TRUE(finish(*second));
    EXPECT_EQ(second->exchange.error, ClientError::Timeout);
    EXPECT_GE(second->exchange.timing.done, hasty.deadline);
    EXPECT_FALSE(third->isOver());
    answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    first->cutOff();
    EXPECT_TRUE(finish(*third));
    EXPECT_TRUE(third->exchange.hasResponse());
}

TEST_F(ConnectionPoolTest, CutOffInTheMidstTheConnectionIsClosedAndTheTurnPassesOn) {
    answer("");
    ConnectionPool one(context, 1);
    const auto first = start(one);
    auto second = start(one);
    const auto third = start(one);
    ASSERT_TRUE(
        runUntil([&] { return !server.connections.empty() && server.connections[0]->requests == 1; }));
    second.reset(); // in the line
    answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    first->cutOff(); // on the wire
    ASSERT_TRUE(finish(*third));
    EXPECT_TRUE(third->exchange.hasResponse());
    EXPECT_EQ(third->exchange.connection, Exchange::Connection::New);
    EXPECT_TRUE(server.connections[0]->ended);
    EXPECT_EQ(context.openConnections, 1);
}

TEST_F(ConnectionPoolTest, CutOffWhileConnectingNothingIsLeft) {
    {
        const auto asking = start(pool);
        EXPECT_FALSE(asking->isOver());
    }
    EXPECT_EQ(context.openConnections, 0);
    EXPECT_TRUE(ask().hasResponse());
}

TEST_F(ConnectionPoolTest, AnIdleConnectionElsewhereMakesRoom) {
    ScriptedServer other(*reactor);
    ConnectionPool one(context, 1);
    EXPECT_TRUE(finish(*start(one)));
    Asking there(one, get(), "http://127.0.0.1:" + std::to_string(other.port()) + "/");
    EXPECT_TRUE(finish(there));
    EXPECT_TRUE(there.exchange.hasResponse());
    EXPECT_EQ(context.openConnections, 1);
}

TEST_F(ConnectionPoolTest, ALongLineThatFailsAtOnceNeedsNoStack) {
    answer("");
    ConnectionPool one(context, 1);
    auto first = start(one);
    std::vector<std::unique_ptr<Asking>> line;
    for (int i = 0; i < 20'000; ++i) {
        line.push_back(std::make_unique<Asking>(one, get(), "http://192.0.2.1/"));
    }
    first.reset();
    for (const auto& asking : line) {
        ASSERT_TRUE(asking->isOver());
        ASSERT_EQ(asking->exchange.error, ClientError::NotAllowed);
    }
}

TEST_F(ConnectionPoolTest, ClosesWhatIsIdleWhenTold) {
    EXPECT_TRUE(ask().hasResponse());
    pool.closeIdle();
    EXPECT_EQ(context.openConnections, 0);
    EXPECT_TRUE(runUntil([&] { return server.open() == 0; }));
}

} // namespace bw::client
