#include "tests/core/client/client_test.h"

#include <cerrno>

// A hostile or dying server costs an error with its kind: never a hang, never memory without bound.
namespace bw::client {
namespace {

class FailureTest : public ClientTest {
protected:
    // A connection that failed is gone, on both sides.
    void expectClosed() {
        EXPECT_EQ(context.openConnections, 0);
        EXPECT_TRUE(runUntil([&] { return server.open() == 0; }));
    }
};

} // namespace

TEST_F(FailureTest, GarbageIsAgainstTheProtocol) {
    for (const char* text :
         {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\n : x\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "HTTP/3.7 200 OK\r\n\r\n",
          "\x16\x03\x01\x02\x01\x01"}) {
        answer(text);
        EXPECT_EQ(ask().error, ClientError::Protocol) << text;
        expectClosed();
    }
}

TEST_F(FailureTest, EndlessFieldsAreTooLarge) {
    server.onRequest = [](auto& connection) {
        connection.say("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 10'000; ++i) {
            connection.say("X-Field-" + std::to_string(i) + ": and so on\r\n");
        }
    };
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::TooLarge);
    EXPECT_FALSE(got.hasResponse());
    expectClosed();
}

TEST_F(FailureTest, AnEndlessFieldIsTooLarge) {
    answer("HTTP/1.1 200 OK\r\nX: " + std::string(10'000'000, 'x'));
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::TooLarge);
    EXPECT_LT(got.bytesReceived, 2'000'000U) << "read on after the limit";
    expectClosed();
}

TEST_F(FailureTest, ATerabyteIsTooLarge) {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 1099511627776\r\n\r\n");
    EXPECT_EQ(ask().error, ClientError::TooLarge);
    expectClosed();
}

TEST_F(FailureTest, ClosedWithoutAWord) {
    server.onRequest = [](auto& connection) { connection.close(); };
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::Closed);
    EXPECT_EQ(got.timing.firstByte, Instant{});
    EXPECT_NE(got.timing.done, Instant{});
    EXPECT_EQ(server.connections.size(), 1U) << "a new connection is not tried twice";
    expectClosed();
}

TEST_F(FailureTest, ClosedInTheMidst) {
    for (const char* text : {"HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"}) {
        server.onRequest = [text](auto& connection) {
            connection.say(text);
            connection.close();
        };
        EXPECT_EQ(ask().error, ClientError::Closed) << text;
        expectClosed();
    }
}

TEST_F(FailureTest, CutAtEachByte) {
    const std::string whole = "HTTP/1.1 200 OK\r\nX-Field: value\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "5\r\nhello\r\n0\r\nX-Trailer: 1\r\n\r\n";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        for (const bool isReset : {false, true}) {
            server.onRequest = [&, size, isReset](auto& connection) {
                connection.say(std::string_view(whole).substr(0, size));
                isReset ? connection.reset() : connection.close();
            };
            const Exchange got = ask();
            EXPECT_TRUE(got.error == ClientError::Closed || got.error == ClientError::Reset)
                << size << ": " << static_cast<int>(got.error);
            expectClosed();
        }
    }
    // In pieces of one byte it is whole all the same.
    server.onRequest = [&](auto& connection) {
        std::vector<std::string> pieces;
        for (const char c : whole) {
            pieces.emplace_back(1, c);
        }
        connection.sayInTurn(std::move(pieces));
    };
    EXPECT_EQ(ask().body, "hello");
}

TEST_F(FailureTest, Reset) {
    server.onRequest = [](auto& connection) { connection.reset(); };
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::Reset);
    EXPECT_EQ(got.systemError, ECONNRESET);
    expectClosed();
}

TEST_F(FailureTest, Refused) {
    const std::string there = url();
    server.listener.reset();
    Asking asking(pool, get(), there);
    ASSERT_TRUE(runUntil([&] { return asking.isOver(); }));
    EXPECT_EQ(asking.exchange.error, ClientError::Refused);
    EXPECT_EQ(asking.exchange.systemError, ECONNREFUSED);
    EXPECT_NE(asking.exchange.timing.done, Instant{});
}

TEST_F(FailureTest, AStallIsATimeout) {
    for (const char* text : {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell"}) {
        answer(text);
        Request request = get();
        const Instant start = reactor->now();
        request.deadline = start + std::chrono::milliseconds(5);
        const Exchange got = ask("/", request);
        EXPECT_EQ(got.error, ClientError::Timeout);
        EXPECT_GE(got.timing.done, request.deadline);
        expectClosed();
    }
}

TEST_F(FailureTest, ADripIsATimeoutToo) {
    server.onRequest = [](auto& connection) {
        connection.say("HTTP/1.1 200 OK\r\n\r\n");
        connection.sayInTurn(std::vector<std::string>(1'000'000, "x"));
    };
    Request request = get();
    request.deadline = reactor->now() + std::chrono::milliseconds(5);
    EXPECT_EQ(ask("/", request).error, ClientError::Timeout);
    expectClosed();
}

TEST_F(FailureTest, ADeadlineThatIsPastIsATimeout) {
    Request request = get();
    request.deadline = reactor->now() - std::chrono::milliseconds(1);
    EXPECT_EQ(ask("/", request).error, ClientError::Timeout);
    EXPECT_EQ(context.openConnections, 0);
}

TEST_F(FailureTest, ADeadlineThatWasKeptDoesNotFireLater) {
    Request request = get();
    request.deadline = reactor->now() + std::chrono::seconds(10);
    EXPECT_TRUE(ask("/", request).hasResponse());
    EXPECT_TRUE(reactor->timers().empty());
}

TEST_F(FailureTest, ARequestThatIsNoneIsNotSent) {
    EXPECT_TRUE(ask().hasResponse());
    const codec::HeaderField split[] = {{"X-A", "b\r\nX-Smuggled: c"}};
    Request request = get();
    request.fields = split;
    EXPECT_EQ(ask("/", request).error, ClientError::BadRequest);
    EXPECT_EQ(server.connections.front()->requests, 1U);
    EXPECT_EQ(ask().connection, Exchange::Connection::Reused) << "the connection is as good as before";
    request = get();
    request.method = "GET / HTTP/1.1\r\n";
    EXPECT_EQ(ask("/", request).error, ClientError::BadRequest);
}

TEST_F(FailureTest, LoadGoesNowhereUnasked) {
    for (const char* there : {"http://192.0.2.1/", "http://[2001:db8::1]/", "http://0.0.0.0/"}) {
        Asking asking(pool, get(), there);
        EXPECT_TRUE(asking.isOver()) << there << ": refused without a connection";
        EXPECT_EQ(asking.exchange.error, ClientError::NotAllowed) << there;
        EXPECT_EQ(asking.exchange.timing.connectStart, Instant{});
    }
}

TEST(HostPolicy, AllowsLoopbackAndWhatWasNamed) {
    const net::Address far = *net::Address::parse("192.0.2.1", 0);
    const net::Address near = net::Address::loopback(0);
    EXPECT_TRUE(HostPolicy().allows("anything", near));
    EXPECT_TRUE(HostPolicy().allows("anything", *net::Address::parse("::1", 0)));
    EXPECT_FALSE(HostPolicy().allows("localhost", far)) << "the name promises what the address does not keep";
    const HostPolicy policy({"jts.example.org"});
    EXPECT_TRUE(policy.allows("jts.example.org", far));
    EXPECT_TRUE(policy.allows("JTS.Example.ORG", far));
    EXPECT_FALSE(policy.allows("example.org", far));
    EXPECT_FALSE(policy.allows("x.jts.example.org", far));
    EXPECT_FALSE(policy.allows("", far));
}

} // namespace bw::client
