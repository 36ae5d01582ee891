#include "app/jts-sim/sim/bottlenecks.h"
#include "tests/app/jts-sim/sim_fixture.h"

namespace bw::jts {
namespace {

using std::chrono::milliseconds;

// At moments that it says itself.
class BottlenecksTest : public testing::Test {
protected:
    void set(std::string_view name, std::string_view value) {
        ASSERT_TRUE(m_settings.set(name, value)) << name << value;
        m_bottlenecks.apply(m_settings);
    }

    Passage order(double ms, std::string_view key, std::string_view path = "/api/orders") {
        return m_bottlenecks.pass({.at = at(ms), .path = path, .apiKey = key});
    }

    Passage come(double ms, std::string_view path = "/api/orders", Duration latency = Duration(0)) {
        return m_bottlenecks.pass({.at = at(ms), .path = path, .latency = latency});
    }

    Json state(double ms) {
        std::string out;
        m_bottlenecks.appendJson(out, at(ms));
        return Json(out);
    }

    static Instant at(double ms) {
        return Instant(std::chrono::hours(1)) + Duration(static_cast<std::int64_t>(ms * 1e6));
    }

    BottleneckSettings m_settings;
    Bottlenecks m_bottlenecks;
};

TEST_F(BottlenecksTest, APoolLetsWaitAndThenFail) {
    set("pool.hold", "10ms");
    set("pool.timeout", "15ms");
    EXPECT_FALSE(m_bottlenecks.isOn());
    set("pool", "2");
    EXPECT_TRUE(m_bottlenecks.isOn());
    for (const int delay : {10, 10, 20, 20}) {
        const Passage passage = come(0);
        EXPECT_EQ(passage.refusal, Refusal::None);
        EXPECT_EQ(passage.delay, milliseconds(delay));
    }
    const Passage late = come(0);
    EXPECT_EQ(late.refusal, Refusal::PoolTimeout);
    EXPECT_EQ(late.delay, milliseconds(15));
    EXPECT_EQ(come(0, "/api/market-data/prices").delay, Duration(0)); // needs no connection
    Json busy = state(0);
    EXPECT_EQ(busy.at("pool/inUse"), "2");
    EXPECT_EQ(busy.at("pool/waiting"), "3");
    EXPECT_EQ(busy.at("pool/timedOut"), "1");
    EXPECT_EQ(state(15).at("pool/waiting"), "0");
    EXPECT_EQ(state(20).at("pool/inUse"), "0");
    EXPECT_EQ(come(20).delay, milliseconds(10)); // it recovers
    set("pool", "off");
    EXPECT_FALSE(m_bottlenecks.isOn());
    EXPECT_EQ(come(20).delay, Duration(0));
    EXPECT_EQ(state(20).at("pool"), "(none)");
}

TEST_F(BottlenecksTest, AQueueTurnsAwayWhatFindsNoPlace) {
    set("queue", "2");
    set("queue.waiting", "1");
    set("queue.work", "1500ms");
    EXPECT_EQ(come(0).delay, milliseconds(1500));
    EXPECT_EQ(come(100).delay, milliseconds(1500));
    EXPECT_EQ(come(200).delay, milliseconds(2800));
    const Passage refused = come(200);
    EXPECT_EQ(refused.refusal, Refusal::QueueFull);
    EXPECT_EQ(refused.delay, Duration(0));
    EXPECT_EQ(refused.retryAfter, milliseconds(1300));
    const Json full = state(200);
    EXPECT_EQ(full.at("queue/working"), "2");
    EXPECT_EQ(full.at("queue/waiting"), "1");
    EXPECT_EQ(full.at("queue/refused"), "1");
    EXPECT_EQ(come(1500).refusal, Refusal::None); // as told
    set("queue", "off");
    EXPECT_EQ(come(1500).delay, Duration(0));
}

TEST_F(BottlenecksTest, ACeilingHasAKnee) {
    set("ceiling", "100");
    set("ceiling.wait", "50ms");
    for (int i = 0; i < 50; ++i) { // below
        EXPECT_EQ(come(i * 12.5).delay, Duration(0));
    }
    int refused = 0;
    Duration longest{0};
    for (int i = 0; i < 200; ++i) { // twice as much as it can
        const Passage passage = come(1000 + i * 5);
        refused += passage.refusal == Refusal::CeilingWait;
        if (passage.refusal == Refusal::None) {
            longest = std::max(longest, passage.delay);
        } else {
            EXPECT_GT(passage.retryAfter, Duration(0));
            EXPECT_LE(passage.retryAfter, milliseconds(10));
        }
    }
    EXPECT_EQ(longest, milliseconds(50));
    EXPECT_NEAR(refused, 95, 3);
    EXPECT_NEAR(state(1995).number("ceiling/waiting"), 4.5, 1);
    EXPECT_NEAR(state(1995).number("ceiling/delay_ms"), 55, 6);
    set("ceiling", "0");
    EXPECT_EQ(come(2000).delay, Duration(0));
}

TEST_F(BottlenecksTest, AWorkerIsHeldWhileItWaitsForAConnection) {
    set("queue", "2");
    set("queue.waiting", "0");
    set("queue.work", "0s");
    set("pool", "1");
    set("pool.hold", "10ms");
    EXPECT_EQ(come(0).delay, milliseconds(10));
    EXPECT_EQ(come(0).delay, milliseconds(20));
    EXPECT_EQ(come(0).refusal, Refusal::QueueFull);
    EXPECT_EQ(come(9).refusal, Refusal::QueueFull);
    EXPECT_EQ(come(10, "/api/market-data/prices", milliseconds(7)).delay, milliseconds(7));
    EXPECT_EQ(come(16).refusal, Refusal::QueueFull); // latency keeps the worker, too
    EXPECT_EQ(come(17).delay, milliseconds(13));
}

TEST_F(BottlenecksTest, ACeilingBehindAQueueCountsEachWhereItStands) {
    set("queue", "3");
    set("queue.work", "0s");
    set("ceiling", "100");
    set("pool", "1");
    set("pool.hold", "1ms");
    for (const int delay : {1, 11, 21, 31}) {
        EXPECT_EQ(come(0).delay, milliseconds(delay));
    }
    const Json now = state(0);
    EXPECT_EQ(now.at("queue/working"), "3");
    EXPECT_EQ(now.at("queue/waiting"), "1");
    EXPECT_EQ(now.at("ceiling/waiting"), "2");
    EXPECT_EQ(now.at("pool/inUse"), "1");
    EXPECT_EQ(now.at("pool/waiting"), "0");
}

TEST_F(BottlenecksTest, LeaksAreLeftByWhatIsWorkedOnAndEndWhenTheyAreSwitchedOff) {
    set("memoryLeak", "1KB");
    set("latencyLeak", "1s"); // a millisecond a request
    set("queue", "3");
    set("queue.waiting", "0");
    set("queue.work", "0s");
    EXPECT_EQ(come(0).delay, Duration(0));
    EXPECT_EQ(come(0).delay, milliseconds(1));
    EXPECT_EQ(come(0, "/api/market-data/prices", milliseconds(5)).delay, milliseconds(7));
    EXPECT_EQ(come(0).delay, milliseconds(3));
    EXPECT_EQ(come(0).refusal, Refusal::QueueFull); // it leaves nothing
    EXPECT_EQ(state(0).at("memoryLeak/kept_bytes"), "4000");
    EXPECT_EQ(state(0).number("latencyLeak/delay_ms"), 4);
    set("latencyLeak", "off");
    EXPECT_EQ(come(10).delay, Duration(0));
    EXPECT_EQ(state(10).at("memoryLeak/kept_bytes"), "5000");
    set("latencyLeak", "1s");
    EXPECT_EQ(come(10).delay, Duration(0)); // from the start
    set("memoryLeak", "off");
    EXPECT_EQ(state(10).at("memoryLeak"), "(none)");
}

TEST_F(BottlenecksTest, ABrokerCountsOrdersByTheirKey) {
    set("broker", "0.5");
    set("broker.burst", "2");
    EXPECT_EQ(order(0, "a").refusal, Refusal::None);
    EXPECT_EQ(order(0, "a", "/api/orders/ord-1").refusal, Refusal::None);
    const Passage refused = order(500, "a");
    EXPECT_EQ(refused.refusal, Refusal::BrokerLimit);
    EXPECT_EQ(refused.delay, Duration(0));
    EXPECT_EQ(refused.retryAfter, milliseconds(1500));
    EXPECT_EQ(order(500, "b").refusal, Refusal::None);
    EXPECT_EQ(order(500, "a", "/api/portfolio/positions").refusal, Refusal::None);
    EXPECT_EQ(order(500, "a", "/api/orderset").refusal, Refusal::None);
    EXPECT_EQ(state(500).at("broker/keys"), "2");
    EXPECT_EQ(state(500).at("broker/refused"), "1");
    EXPECT_EQ(order(2000, "a").refusal, Refusal::None);
    EXPECT_EQ(order(2000, "a").refusal, Refusal::BrokerLimit);
    set("broker", "off");
    EXPECT_EQ(order(2000, "a").refusal, Refusal::None);
}

TEST_F(BottlenecksTest, WhomTheBrokerTurnsAwayTakesNothingElse) {
    set("broker", "1");
    set("broker.burst", "1");
    set("pool", "1");
    set("pool.hold", "10ms");
    set("queue", "1");
    EXPECT_EQ(order(0, "a").refusal, Refusal::None);
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(order(0, "a").refusal, Refusal::BrokerLimit);
    }
    EXPECT_EQ(state(0).at("queue/waiting"), "0");
    EXPECT_EQ(order(0, "b").delay, milliseconds(30)); // 15 before it, 15 of its own
}

TEST_F(BottlenecksTest, WhatDidNotChangeGoesOn) {
    set("pool", "1");
    set("pool.hold", "100ms");
    (void)come(0);
    set("ceiling", "1000");
    EXPECT_EQ(state(1).at("pool/inUse"), "1");
    set("pool", "2"); // begins afresh
    EXPECT_EQ(state(1).at("pool/inUse"), "0");
}

TEST_F(BottlenecksTest, AThreadThatComesLateSpoilsNothing) {
    set("ceiling", "100");
    EXPECT_EQ(come(10).delay, Duration(0));
    EXPECT_EQ(come(9).delay, milliseconds(11)); // 20 ms on the clock
    EXPECT_EQ(come(10).delay, milliseconds(20));
}

// Through the server: the first request takes what there is for an hour, so that no test depends on speed.
class BottlenecksOfServerTest : public SimFixture {
protected:
    // Sends a request that is never answered and waits until it is seen at `figure`.
    void occupy(std::string_view figure) {
        setFaults(R"({"hang":1})");
        m_holder = std::make_unique<server::RawClient>(m_simulator->port());
        ASSERT_TRUE(m_holder->send("GET /api/orders HTTP/1.1\r\n\r\n"));
        while (get("/admin/bottlenecks").at(std::string(figure)) != "1") {
        }
        setFaults(R"({"hang":0})");
    }

    std::unique_ptr<server::RawClient> m_holder;
};

TEST_F(BottlenecksOfServerTest, AnExhaustedPoolIs503UntilItIsSwitchedOff) {
    setFaults(R"({"pool":1,"pool.hold":"1h","pool.timeout":"1ms"})");
    EXPECT_EQ(ask("GET", "/admin/faults").body, R"({"pool":1,"pool.hold":"1h","pool.timeout":"1ms"})");
    occupy("pool/inUse");
    const Answer answer = ask("GET", "/api/orders");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.field("Retry-After"), "(none)");
    EXPECT_THAT(answer.body, testing::HasSubstr("no connection"));
    EXPECT_EQ(ask("GET", "/api/market-data/prices").status, 200);
    EXPECT_EQ(ask("GET", "/health").status, 200);
    EXPECT_EQ(get("/admin/truth").at("categories/order_query/errors5xx"), "1");
    (void)ask("DELETE", "/admin/faults");
    EXPECT_EQ(ask("GET", "/api/orders").status, 200);
    EXPECT_EQ(ask("GET", "/admin/bottlenecks").body, "{}");
}

TEST_F(BottlenecksOfServerTest, AFullQueueIs503AtOnceAndTellsWhenToComeAgain) {
    setFaults(R"({"queue":1,"queue.waiting":0,"queue.work":"1h"})");
    occupy("queue/working");
    const Answer answer = ask("POST", "/api/orders", "{}");
    EXPECT_EQ(answer.status, 503);
    EXPECT_GT(std::stoi(answer.field("Retry-After")), 3500);
    EXPECT_LE(std::stoi(answer.field("Retry-After")), 3600);
    setFaults(R"({"queue":null})");
    EXPECT_EQ(ask("GET", "/api/orders").status, 200);
    EXPECT_EQ(ask("GET", "/admin/faults").body, R"({"queue.waiting":0,"queue.work":"1h"})");
}

TEST_F(BottlenecksOfServerTest, ACeilingSlowsDownWhoComesTooOften) {
    setFaults(R"({"ceiling":50})");
    const auto before = std::chrono::steady_clock::now();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(ask("GET", "/api/orders").status, 200);
    }
    EXPECT_GE(std::chrono::steady_clock::now() - before, milliseconds(40));
    setFaults(R"({"ceiling":0.001,"ceiling.wait":"0ms"})");
    EXPECT_EQ(ask("GET", "/api/orders").status, 200);
    const Answer answer = ask("GET", "/api/orders");
    EXPECT_EQ(answer.status, 503);
    EXPECT_GT(std::stoi(answer.field("Retry-After")), 900);
    setFaults(R"({"ceiling":"off"})");
    EXPECT_EQ(ask("GET", "/api/orders").status, 200);
}

TEST_F(BottlenecksOfServerTest, LeaksGrowWithTheRequestsUntilTheyAreSwitchedOff) {
    setFaults(R"({"memoryLeak":"64KB","latencyLeak":"10s"})");
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(ask("GET", "/api/orders").status, 200);
    }
    EXPECT_EQ(get("/admin/bottlenecks").at("memoryLeak/kept_bytes"), "192000");
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(ask("GET", "/api/orders").status, 200);
    EXPECT_GE(std::chrono::steady_clock::now() - before, milliseconds(30));
    EXPECT_EQ(ask("DELETE", "/admin/faults").body, "{}");
    EXPECT_EQ(ask("GET", "/admin/bottlenecks").body, "{}");
}

TEST_F(BottlenecksOfServerTest, ABrokerIs429WithAWholeRetryAfter) {
    const auto orders = [&](std::string_view fields) {
        return m_client->ask("GET", "/api/orders", {}, fields);
    };
    setFaults(R"({"broker":0.001,"broker.burst":2})");
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(orders("X-API-Key: a\r\n").status, 200);
    }
    const Answer answer = orders("X-API-Key: a\r\n");
    EXPECT_EQ(answer.status, 429);
    EXPECT_GT(std::stoi(answer.field("Retry-After")), 900);
    EXPECT_LE(std::stoi(answer.field("Retry-After")), 1000);
    EXPECT_EQ(orders("X-API-Key: b\r\n").status, 200);
    EXPECT_EQ(orders("").status, 200);
    EXPECT_EQ(orders("X-API-Key: \r\n").status, 200); // nobody's, as without one
    EXPECT_EQ(orders("").status, 429);
    EXPECT_EQ(ask("GET", "/api/portfolio/positions").status, 200);
    logIn(); // a token serves as a key
    EXPECT_EQ(ask("GET", "/api/orders").status, 200);
    EXPECT_EQ(get("/admin/truth").at("categories/order_query/errors4xx"), "2");
    (void)ask("DELETE", "/admin/faults");
    EXPECT_EQ(orders("X-API-Key: a\r\n").status, 200);
    setFaults(R"({"broker":1000000,"broker.burst":1})");
    EXPECT_EQ(ask("GET", "/admin/bottlenecks").body, R"({"broker":{"keys":0,"passed":0,"refused":0}})");
}

TEST_F(BottlenecksOfServerTest, WrongValuesAre400WithTheirRange) {
    for (const char* body :
         {R"({"pool":-1})", R"({"pool":1.5})", R"({"pool":"many"})", R"({"pool":true})", R"({"pool":[1]})",
          R"({"pool@/api/orders":1})", R"({"queue.work":"2h"})", R"({"ceiling":1e300})", R"({"ceilings":1})",
          R"({"memoryLeak":-1})", R"({"broker":-1})", R"({"broker.burst":0})", R"({"broker@/api/orders":5})",
          R"({"memoryLeak":"9GB"})", R"({"latencyLeak":"1ns"})", R"({"latencyLeak@/api":"5ms"})",
          R"({"latency":"5ms","queue":100000})"}) {
        EXPECT_EQ(ask("PUT", "/admin/faults", body).status, 400) << body;
    }
    const Answer answer = ask("PUT", "/admin/faults", R"({"pool":0.5})");
    EXPECT_EQ(answer.body, R"({"error":"not a value of this fault: a whole number from 1 to 10000, or off",)"
                           R"("field":"pool"})");
    EXPECT_EQ(ask("GET", "/admin/faults").body, "{}");
}

} // namespace
} // namespace bw::jts
