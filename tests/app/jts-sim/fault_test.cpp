#include "app/jts-sim/sim/fault_dice.h"
#include "tests/app/jts-sim/sim_fixture.h"

namespace bw::jts {
namespace {

using server::RawClient;
using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::StartsWith;

using FaultTest = SimFixture;

double servedMs(const Answer& answer) {
    const std::string timing = answer.field("Server-Timing");
    EXPECT_THAT(timing, StartsWith("app;dur="));
    return std::stod(timing.substr(8));
}

TEST_F(FaultTest, LatencyDelaysTheAnswerAndIsInItsTiming) {
    EXPECT_LT(servedMs(ask("GET", "/api/orders")), 30);
    setFaults(R"({"latency":"30ms"})");
    const auto before = std::chrono::steady_clock::now();
    EXPECT_GE(servedMs(ask("GET", "/api/orders")), 30);
    EXPECT_GE(std::chrono::steady_clock::now() - before, milliseconds(30));
    EXPECT_LT(servedMs(ask("GET", "/health")), 30);
    EXPECT_EQ(ask("DELETE", "/admin/faults").body, "{}");
    EXPECT_LT(servedMs(ask("GET", "/api/orders")), 30);
}

TEST_F(FaultTest, AFaultOfAPrefixHoldsThereOnly) {
    setFaults(R"({"errorRate@/api/market-data":1})");
    EXPECT_EQ(ask("GET", "/api/market-data/prices").status, 500);
    EXPECT_EQ(ask("GET", "/api/orders").status, 200);
    setFaults(R"({"errorRate":1, "errorRate@/api/orders":0.0})");
    EXPECT_EQ(ask("GET", "/api/trading/history").status, 500);
    EXPECT_EQ(ask("GET", "/api/orders").status, 500); // the name is taken away, so the wider rule holds again
    EXPECT_EQ(ask("GET", "/admin/faults").status, 200);
}

TEST_F(FaultTest, AnErrorChangesNothing) {
    setFaults(R"({"errorRate":1})");
    const Answer answer = ask("POST", "/api/orders",
                              R"({"symbol":"A","side":"buy","type":"market","quantity":1,"userId":"u"})");
    EXPECT_EQ(answer.status, 500);
    (void)ask("DELETE", "/admin/faults");
    EXPECT_EQ(get("/api/orders").at("count"), "0");
}

TEST_F(FaultTest, ConnectionsAreBrokenAsAskedFor) {
    const auto ending = [&](std::string_view faults) {
        setFaults(faults);
        auto client = std::make_unique<RawClient>(m_simulator->port());
        client->send("GET /api/market-data/prices HTTP/1.1\r\n\r\n");
        const auto last = client->receiveAll();
        (void)ask("DELETE", "/admin/faults");
        return std::pair(last, client->rest());
    };
    EXPECT_EQ(ending(R"({"reset":1})").first, RawClient::Arrived::Reset);
    const auto [cut, text] = ending(R"({"truncate":1})");
    EXPECT_EQ(cut, RawClient::Arrived::End);
    EXPECT_THAT(text, StartsWith("HTTP/1.1 200 OK"));
    EXPECT_THAT(text, HasSubstr("\r\n\r\n{\"prices\""));
    EXPECT_NE(text.back(), '}');
    const auto [ended, garbage] = ending(R"({"garbage":1})");
    EXPECT_EQ(ended, RawClient::Arrived::End);
    EXPECT_EQ(garbage.find("HTTP/1."), std::string::npos);
    EXPECT_FALSE(garbage.empty());
}

TEST_F(FaultTest, AHangIsNeverAnswered) {
    setFaults(R"({"hang@/api/orders":1})");
    RawClient hung(m_simulator->port());
    hung.send("GET /api/orders HTTP/1.1\r\n\r\n");
    while (Json(ask("GET", "/admin/truth").body).at("categories/order_query/hung") != "1") {
    }
    m_simulator->stop();
    EXPECT_NE(hung.receiveAll(), RawClient::Arrived::Nothing);
    EXPECT_EQ(hung.rest(), "");
}

TEST_F(FaultTest, AStallStopsEverybodyOnce) {
    setFaults(R"({"stall":"60ms"})");
    EXPECT_GT(servedMs(ask("GET", "/api/orders")), 1);
    EXPECT_LT(servedMs(ask("GET", "/api/orders")), 60);
    setFaults(R"({"latency":"0ms"})"); // what was asked for earlier does not begin again
    EXPECT_EQ(Json(ask("GET", "/admin/faults").body).at("stall"), "(none)");
}

TEST_F(FaultTest, WrongFaultsAre400AndChangeNothing) {
    for (const char* body :
         {R"({"latency":"soon"})", R"({"latency":"-5ms"})", R"({"latency":"2h"})",
          R"({"latency":"lognormal:5ms"})", R"({"latency":"lognormal:5ms,99"})", R"({"errorRate":1.5})",
          R"({"errorRate":"x"})", R"({"explode":1})", R"({"latency@api":"5ms"})", R"({"stall@/api":"5ms"})",
          R"({"errorRate":{}})", "[]", ""}) {
        EXPECT_EQ(ask("PUT", "/admin/faults", body).status, 400) << body;
    }
    EXPECT_EQ(ask("GET", "/admin/faults").body, "{}");
    setFaults(R"({"latency":"lognormal:5ms,0.5","reset@/health":0.25})");
    EXPECT_EQ(ask("GET", "/admin/faults").body, R"({"latency":"lognormal:5ms,0.5","reset@/health":0.25})");
    setFaults(R"({"reset@/health":"off","latency":null})");
    EXPECT_EQ(ask("GET", "/admin/faults").body, "{}");
}

TEST(FaultBoard, AStallComesAgainAtTheEndOfEachPeriod) {
    FaultSet faults;
    ASSERT_TRUE(faults.set("stall", "400ms"));
    ASSERT_TRUE(faults.set("stall.every", "10s"));
    FaultBoard board;
    const Instant start{std::chrono::hours(1)};
    board.put(faults, start);
    EXPECT_EQ(board.stallLeft(start), Duration(0));
    EXPECT_EQ(board.stallLeft(start + milliseconds(9'599)), Duration(0));
    EXPECT_EQ(board.stallLeft(start + milliseconds(9'600)), Duration(milliseconds(400)));
    EXPECT_EQ(board.stallLeft(start + milliseconds(19'900)), Duration(milliseconds(100)));
    EXPECT_EQ(board.stallLeft(start + milliseconds(20'000)), Duration(0));
}

TEST(FaultDice, StrikesWithTheSharesThatWereAskedFor) {
    FaultSet faults;
    ASSERT_TRUE(faults.set("errorRate", "0.1"));
    ASSERT_TRUE(faults.set("latency", "lognormal:10ms,0.5"));
    FaultBoard board;
    board.put(faults, Instant{});
    FaultDice dice(board, Random(7));
    int errors = 0;
    int overMedian = 0;
    constexpr int rolls = 20'000;
    for (int i = 0; i < rolls; ++i) {
        const Fate fate = dice.roll("/api/orders");
        errors += fate.fault == FaultKind::Error;
        overMedian += fate.latency > milliseconds(10);
    }
    EXPECT_NEAR(errors, rolls * 0.1, 250);
    EXPECT_NEAR(overMedian, rolls * 0.5, 350);
    EXPECT_EQ(dice.roll("/apis").latency, Duration(0));
}

} // namespace
} // namespace bw::jts
