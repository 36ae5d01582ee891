#include "core/server/http_server.h"
#include "core/server/router.h"
#include "tests/core/server/raw_client.h"

#include <atomic>
#include <gmock/gmock.h>
#include <optional>
#include <thread>

namespace bw::server {
namespace {

using Arrived = RawClient::Arrived;
using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::StartsWith;

// Counts what the tests ask about.
struct Seen {
    std::atomic<int> handled = 0;
    std::atomic<int> sent = 0;
};

class TestApp final : public App {
public:
    explicit TestApp(Seen& seen)
        : m_seen(seen) {
        m_router.add(Method::Get, "/hello", [](Exchange& e) { e.response().body() = "hello"; });
        m_router.add(Method::Post, "/echo", [](Exchange& e) { e.response().body() = e.request().body(); });
        m_router.add(Method::Get, "/things/{}/parts/{}", [](Exchange& e) {
            std::string& body = e.response().body();
            body.append(e.request().pathParameter(0)).append(",").append(e.request().pathParameter(1));
        });
        m_router.add(Method::Get, "/query", [](Exchange& e) {
            if (!e.request().queryValue("q", e.response().body())) {
                e.response().setStatus(400);
            }
        });
        m_router.add(Method::Get, "/late", [](Exchange& e) {
            e.response().body() = "late";
            e.sendAfter(milliseconds(20));
        });
        m_router.add(Method::Get, "/park", [this](Exchange& e) { m_parked = e.defer(); });
        m_router.add(Method::Get, "/unpark", [this](Exchange& e) {
            Exchange* parked = m_parked ? m_parked->exchange() : nullptr;
            e.response().body() = parked == nullptr ? "gone" : "sent";
            if (parked != nullptr) {
                parked->response().body() = "parked";
                m_parked->send();
            }
        });
        m_router.add(Method::Get, "/never", [](Exchange& e) { e.neverAnswer(); });
        m_router.add(Method::Get, "/reset", [](Exchange& e) {
            e.response().body().assign(1000, 'x');
            e.breakAnswer(BreakOff::Reset, 0.5);
        });
        m_router.add(Method::Get, "/cut", [](Exchange& e) {
            e.response().body().assign(1000, 'x');
            e.breakAnswer(BreakOff::Close, 0.5);
        });
        m_router.add(Method::Get, "/garbage", [](Exchange& e) { e.sendGarbage("%%%", BreakOff::Close); });
        m_router.add(Method::Get, "/big", [](Exchange& e) { e.response().body().assign(3'000'000, 'b'); });
        m_router.add(Method::Get, "/empty", [](Exchange& e) { e.response().setStatus(204); });
    }

    void handle(Exchange& exchange) override {
        ++m_seen.handled;
        m_router.dispatch(exchange);
    }
    void beforeSend(Exchange& exchange, Instant) override {
        (void)exchange.response().addHeader("X-Last", "1");
    }
    void onSent(const SentAnswer&) override { ++m_seen.sent; }

private:
    Seen& m_seen;
    Router m_router;
    std::optional<DeferredAnswer> m_parked;
};

class HttpServerTest : public testing::Test {
protected:
    void start(const ServerOptions& options = {}) {
        auto server =
            HttpServer::start(options, [this](unsigned) { return std::make_unique<TestApp>(m_seen); });
        ASSERT_TRUE(server);
        m_server = std::move(*server);
    }
    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }

    Seen m_seen;
    std::unique_ptr<HttpServer> m_server;
};

TEST_F(HttpServerTest, AnswersRequestsOnOneConnection) {
    start();
    RawClient client(port());
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.ask("GET", "/hello");
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, "hello");
        EXPECT_EQ(answer.field("Content-Length"), "5");
        EXPECT_EQ(answer.field("X-Last"), "1");
        EXPECT_THAT(answer.field("Date"), HasSubstr("GMT"));
        EXPECT_TRUE(answer.keepAlive);
    }
    EXPECT_EQ(client.ask("POST", "/echo", "some body").body, "some body");
    EXPECT_EQ(m_seen.handled, 4);
}

TEST_F(HttpServerTest, RoutesByPathAndMethod) {
    start();
    RawClient client(port());
    EXPECT_EQ(client.ask("GET", "/things/a/parts/b?x=y").body, "a,b");
    EXPECT_EQ(client.ask("GET", "/things//parts/b").status, 404);
    EXPECT_EQ(client.ask("GET", "/things/a/parts/b/c").status, 404);
    EXPECT_EQ(client.ask("GET", "/things/a/parts/b/").status, 404);
    EXPECT_EQ(client.ask("GET", "/nothing").status, 404);
    const auto wrong = client.ask("DELETE", "/hello");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.field("Allow"), "GET, HEAD");
    EXPECT_EQ(client.ask("GET", "/query?a=1&q=x+y%21").body, "x y!");
    EXPECT_EQ(client.ask("GET", "/query?q=%zz").status, 400);
    EXPECT_EQ(client.ask("GET", "/query?qq=1").status, 400);
}

TEST_F(HttpServerTest, HeadHasTheLengthButNoBody) {
    start();
    RawClient client(port());
    const auto head = client.ask("HEAD", "/hello");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.field("Content-Length"), "5");
    EXPECT_EQ(client.ask("GET", "/hello").body, "hello");
    EXPECT_EQ(client.ask("GET", "/empty").field("Content-Length"), "(none)");
}

TEST_F(HttpServerTest, PipelinedRequestsAreAnsweredInOrder) {
    start();
    RawClient client(port());
    client.send("GET /late HTTP/1.1\r\n\r\nGET /hello HTTP/1.1\r\n\r\nGET /late HTTP/1.1\r\n\r\n"
                "POST /echo HTTP/1.1\r\nContent-Length: 4\r\n\r\nlast");
    EXPECT_EQ(client.readAnswer().body, "late");
    EXPECT_EQ(client.readAnswer().body, "hello");
    EXPECT_EQ(client.readAnswer().body, "late");
    EXPECT_EQ(client.readAnswer().body, "last");
}

TEST_F(HttpServerTest, APipelineOfManyIsAnsweredWhole) {
    start();
    RawClient client(port());
    std::string requests;
    for (int i = 0; i < 2'000; ++i) {
        requests += "GET /hello HTTP/1.1\r\n\r\n";
    }
    ASSERT_TRUE(client.send(requests));
    for (int i = 0; i < 2'000; ++i) {
        ASSERT_EQ(client.readAnswer().body, "hello") << i;
    }
}

TEST_F(HttpServerTest, ADelayedAnswerHoldsNobodyElseUp) {
    start();
    RawClient slow(port());
    RawClient quick(port());
    slow.send("GET /park HTTP/1.1\r\n\r\n");
    while (m_seen.handled < 1) {
        EXPECT_EQ(quick.ask("GET", "/hello").body, "hello");
    }
    EXPECT_EQ(quick.ask("GET", "/unpark").body, "sent");
    EXPECT_EQ(slow.readAnswer().body, "parked");
}

TEST_F(HttpServerTest, ATicketOfAClientThatWentLeadsToNothing) {
    start();
    {
        RawClient slow(port());
        slow.send("GET /never HTTP/1.1\r\n\r\n");
        RawClient parked(port());
        parked.send("GET /park HTTP/1.1\r\n\r\n");
        while (m_seen.handled < 2) {
            std::this_thread::yield();
        }
    }
    RawClient client(port());
    while (m_server->openConnections() > 2) { // the hung one goes, the parked one may be answered
        EXPECT_EQ(client.ask("GET", "/hello").body, "hello");
    }
    (void)client.ask("GET", "/unpark");
    while (m_server->openConnections() > 1) {
        EXPECT_EQ(client.ask("GET", "/hello").body, "hello");
    }
    EXPECT_EQ(client.ask("GET", "/unpark").body, "gone");
}

TEST_F(HttpServerTest, TellsTheClientWhatWasWrongAndCloses) {
    start({.limits = {.headerBytes = 1000, .headerCount = 20, .targetBytes = 100, .bodyBytes = 50}});
    const std::pair<std::string, int> cases[] = {
        {"nonsense\r\n\r\n", 400},
        {"GET / HTTP/9.9\r\n\r\n", 505},
        {"GET /" + std::string(200, 'x') + " HTTP/1.1\r\n\r\n", 414},
        {"GET / HTTP/1.1\r\nA: " + std::string(2000, 'x') + "\r\n\r\n", 431},
        {"POST /echo HTTP/1.1\r\nContent-Length: 51\r\n\r\n", 413},
        {"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + std::string(64, 'x'), 413},
        {"POST /echo HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nA B: c\r\n\r\n", 400},
    };
    for (const auto& [text, status] : cases) {
        RawClient client(port());
        client.send(text);
        const auto answer = client.readAnswer();
        EXPECT_EQ(answer.status, status) << text;
        EXPECT_FALSE(answer.keepAlive) << text;
        EXPECT_EQ(client.receiveAll(), Arrived::End) << text;
    }
    EXPECT_EQ(m_seen.handled, 0);
}

TEST_F(HttpServerTest, TheLastAnswerArrivesAlthoughMoreWasSent) {
    start({.limits = {.bodyBytes = 50}});
    RawClient client(port());
    client.send("POST /echo HTTP/1.1\r\nContent-Length: 5000000\r\n\r\n");
    (void)client.send(std::string(1'000'000, 'x'));
    EXPECT_EQ(client.readAnswer().status, 413);
}

TEST_F(HttpServerTest, ClosesWhenTheClientAsksForIt) {
    start();
    RawClient client(port());
    EXPECT_FALSE(client.ask("GET", "/hello", "", "Connection: close\r\n").keepAlive);
    EXPECT_EQ(client.receiveAll(), Arrived::End);
    RawClient old(port());
    old.send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(old.readAnswer().body, "hello");
    EXPECT_EQ(old.receiveAll(), Arrived::End);
    RawClient kept(port());
    kept.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(kept.readAnswer().field("Connection"), "keep-alive");
    EXPECT_EQ(kept.ask("GET", "/hello").status, 200);
}

TEST_F(HttpServerTest, AClientThatEndedItsSideStillGetsItsAnswer) {
    start();
    RawClient client(port());
    client.send("GET /late HTTP/1.1\r\n\r\n");
    client.endSending();
    EXPECT_EQ(client.readAnswer().body, "late");
    EXPECT_EQ(client.receiveAll(), Arrived::End);
}

TEST_F(HttpServerTest, SaysContinueToWhoWaitsForIt) {
    start();
    RawClient client(port());
    client.send("POST /echo HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    ASSERT_EQ(client.receive(), Arrived::Bytes);
    EXPECT_EQ(client.rest(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("body");
    EXPECT_EQ(client.readAnswer().body, "body");
}

TEST_F(HttpServerTest, BreaksAnswersOnRequest) {
    start();
    RawClient reset(port());
    reset.send("GET /reset HTTP/1.1\r\n\r\n");
    EXPECT_EQ(reset.receiveAll(), Arrived::Reset);
    RawClient cut(port());
    cut.send("GET /cut HTTP/1.1\r\n\r\n");
    EXPECT_EQ(cut.receiveAll(), Arrived::End);
    EXPECT_THAT(cut.rest(), StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_LT(cut.rest().size(), 1000u);
    RawClient garbage(port());
    garbage.send("GET /garbage HTTP/1.1\r\n\r\n");
    EXPECT_EQ(garbage.receiveAll(), Arrived::End);
    EXPECT_EQ(garbage.rest(), "%%%");
}

TEST_F(HttpServerTest, ABigAnswerReachesAClientThatReadsLate) {
    start();
    RawClient client(port());
    client.send("GET /big HTTP/1.1\r\n\r\nGET /big HTTP/1.1\r\n\r\nGET /hello HTTP/1.1\r\n\r\n");
    while (m_seen.handled < 3) {
        std::this_thread::yield();
    }
    EXPECT_EQ(client.readAnswer().body.size(), 3'000'000u);
    EXPECT_EQ(client.readAnswer().body.size(), 3'000'000u);
    EXPECT_EQ(client.readAnswer().body, "hello");
}

TEST_F(HttpServerTest, AnAnswerThatHadToWaitIsSentOnce) {
    start();
    RawClient client(port());
    client.send("GET /big HTTP/1.1\r\n\r\n");
    while (m_seen.handled < 1) {
        std::this_thread::yield();
    }
    EXPECT_EQ(client.readAnswer().body.size(), 3'000'000u);
    EXPECT_EQ(client.ask("GET", "/hello").body, "hello");
}

TEST_F(HttpServerTest, AClientThatNeverReadsIsCutOff) {
    start({.sendTimeout = milliseconds(40)});
    RawClient client(port());
    for (int i = 0; i < 20; ++i) {
        client.send("GET /big HTTP/1.1\r\n\r\n");
    }
    while (m_server->openConnections() == 0 && m_seen.handled == 0) {
        std::this_thread::yield();
    }
    while (m_server->openConnections() > 0) {
        std::this_thread::yield();
    }
    EXPECT_NE(client.receiveAll(), Arrived::Nothing);
}

TEST_F(HttpServerTest, IdleAndSlowClientsAreEnded) {
    start({.idleTimeout = milliseconds(40), .requestTimeout = milliseconds(40)});
    RawClient idle(port());
    EXPECT_EQ(idle.receiveAll(), Arrived::End);
    EXPECT_EQ(idle.rest(), "");
    RawClient slow(port());
    slow.send("POST /echo HTTP/1.1\r\nContent-Length: 4\r\n\r\nbo");
    EXPECT_EQ(slow.readAnswer().status, 408);
    EXPECT_EQ(slow.receiveAll(), Arrived::End);
}

TEST_F(HttpServerTest, StoppingLetsAnswersGoOutAndEndsTheRest) {
    start();
    RawClient idle(port());
    RawClient never(port());
    RawClient late(port());
    EXPECT_EQ(idle.ask("GET", "/hello").status, 200);
    never.send("GET /never HTTP/1.1\r\n\r\n");
    late.send("GET /late HTTP/1.1\r\n\r\n");
    while (m_seen.handled < 3) {
        std::this_thread::yield();
    }
    const std::uint16_t was = port();
    m_server->stop();
    const auto answer = late.readAnswer();
    EXPECT_EQ(answer.body, "late");
    EXPECT_FALSE(answer.keepAlive);
    EXPECT_NE(idle.receiveAll(), Arrived::Nothing);
    EXPECT_NE(never.receiveAll(), Arrived::Nothing);
    EXPECT_FALSE(RawClient(was).isConnected());
}

TEST_F(HttpServerTest, BeyondTheLimitNewClientsAreTurnedAway) {
    start({.connectionsPerThread = 1});
    RawClient first(port());
    EXPECT_EQ(first.ask("GET", "/hello").status, 200);
    RawClient second(port());
    EXPECT_NE(second.receiveAll(), Arrived::Nothing);
    EXPECT_EQ(second.rest(), "");
    EXPECT_EQ(first.ask("GET", "/hello").status, 200);
}

TEST_F(HttpServerTest, SeveralThreadsShareThePort) {
    start({.threads = 2});
    for (int i = 0; i < 20; ++i) {
        RawClient client(port());
        EXPECT_EQ(client.ask("GET", "/hello").body, "hello");
    }
    EXPECT_EQ(m_seen.handled, 20);
}

TEST_F(HttpServerTest, AnAddressThatIsInUseIsAnError) {
    start();
    const auto make = [this](unsigned) { return std::make_unique<TestApp>(m_seen); };
    const auto second = HttpServer::start({.port = port()}, make);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, net::NetErrorKind::AddressInUse);
    EXPECT_FALSE(HttpServer::start({.address = "no address"}, make));
}

} // namespace
} // namespace bw::server
