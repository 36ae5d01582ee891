#include "tests/app/jts-sim/sim_fixture.h"

namespace bw::jts {
namespace {

using TradingTest = SimFixture;

TEST_F(TradingTest, AnOrderIsAnsweredWithItsId) {
    const Answer answer = ask(
        "POST", "/api/orders",
        R"({"symbol":"KRW-BTC","side":"buy","type":"market","quantity":"1.2500","userId":"user_7","timestamp":1})");
    EXPECT_EQ(answer.status, 201);
    const Json order(answer.body);
    EXPECT_EQ(order.at("status"), "filled");
    EXPECT_EQ(order.at("quantity"), "1.25");
    EXPECT_EQ(order.at("userId"), "user_7");
    EXPECT_GT(order.number("price"), 0);
    EXPECT_EQ(get("/api/orders/" + order.at("orderId")).at("symbol"), "KRW-BTC");
}

TEST_F(TradingTest, AnOrderShowsInTheHistoryAndMovesThePosition) {
    const std::string first = order("u", "buy", "2");
    const std::string second = order("u", "sell", "0.5");
    (void)order("somebody", "buy", "9");
    const Json history = get("/api/trading/history?userId=u");
    EXPECT_EQ(history.at("count"), "2");
    EXPECT_EQ(history.at("orders/0/orderId"), second);
    EXPECT_EQ(history.at("orders/1/orderId"), first);
    EXPECT_EQ(get("/api/trading/history?limit=1").at("orders/0/userId"), "somebody");
    const Json positions = get("/api/portfolio/positions?userId=u");
    EXPECT_EQ(positions.number("positions/0/quantity"), 1.5);
    EXPECT_EQ(positions.at("positions/1"), "(none)");
    EXPECT_EQ(get("/api/portfolio/positions?userId=nobody").at("positions/0"), "(none)");
}

TEST_F(TradingTest, ACancelledOrderIsGone) {
    const std::string kept = order("u", "buy", "2");
    const std::string cancelled = order("u", "buy", "3");
    const Answer answer = ask("DELETE", "/api/orders/" + cancelled);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(Json(answer.body).at("status"), "cancelled");
    EXPECT_EQ(ask("GET", "/api/orders/" + cancelled).status, 404);
    EXPECT_EQ(ask("DELETE", "/api/orders/" + cancelled).status, 404);
    EXPECT_EQ(get("/api/portfolio/positions?userId=u").number("positions/0/quantity"), 2);
    const Json history = get("/api/trading/history?userId=u");
    EXPECT_EQ(history.at("count"), "1");
    EXPECT_EQ(history.at("orders/0/orderId"), kept);
    EXPECT_EQ(get("/api/orders").at("count"), "1");
}

TEST_F(TradingTest, CancellingTheOnlyOrderLeavesNoPosition) {
    (void)ask("DELETE", "/api/orders/" + order("u", "sell", "3"));
    EXPECT_EQ(get("/api/portfolio/positions?userId=u").at("positions/0"), "(none)");
}

TEST_F(TradingTest, AnUnknownOrderIs404) {
    (void)order("u", "buy", "1");
    for (const char* id :
         {"ord-2", "ord-0", "ord-", "ord-1x", "1", "nonsense", "ord-99999999999999999999999"}) {
        EXPECT_EQ(ask("GET", std::string("/api/orders/") + id).status, 404) << id;
        EXPECT_EQ(ask("DELETE", std::string("/api/orders/") + id).status, 404) << id;
    }
}

TEST_F(TradingTest, ALimitOrderRestsUntilItCrosses) {
    const auto place = [&](std::string_view price) {
        return Json(ask("POST", "/api/orders",
                        R"({"symbol":"AAPL","side":"buy","type":"limit","quantity":1,"userId":"u","price":)" +
                            std::string(price) + "}")
                        .body);
    };
    EXPECT_EQ(place("0.01").at("status"), "accepted");
    EXPECT_EQ(get("/api/portfolio/positions?userId=u").at("positions/0"), "(none)");
    const Json filled = place("1000000");
    EXPECT_EQ(filled.at("status"), "filled");
    EXPECT_LT(filled.number("price"), 1000);
    EXPECT_EQ(get("/api/portfolio/positions?userId=u").number("positions/0/quantity"), 1);
}

TEST_F(TradingTest, AnInvalidOrderIs400AndNamesTheField) {
    const std::pair<const char*, const char*> cases[] = {
        {R"({"side":"buy","type":"market","quantity":1})", "symbol"},
        {R"({"symbol":"krw btc","side":"buy","type":"market","quantity":1})", "symbol"},
        {R"({"symbol":"A","side":"hold","type":"market","quantity":1})", "side"},
        {R"({"symbol":"A","side":"buy","type":"stop","quantity":1})", "type"},
        {R"({"symbol":"A","side":"buy","type":"market"})", "quantity"},
        {R"({"symbol":"A","side":"buy","type":"market","quantity":0})", "quantity"},
        {R"({"symbol":"A","side":"buy","type":"market","quantity":-1})", "quantity"},
        {R"({"symbol":"A","side":"buy","type":"market","quantity":"1x"})", "quantity"},
        {R"({"symbol":"A","side":"buy","type":"market","quantity":"nan"})", "quantity"},
        {R"({"symbol":"A","side":"buy","type":"market","quantity":1e99})", "quantity"},
        {R"({"symbol":"A","side":"buy","type":"limit","quantity":1})", "price"},
        {R"({"symbol":"A","side":"buy","type":"limit","quantity":1,"price":"-2"})", "price"},
        {R"({"symbol":"A","side":"buy","type":"market","quantity":1,"userId":7})", "userId"},
        {R"({"symbol":"A","side":"buy","type":"market","quantity":1,"userId":""})", "userId"},
        {R"([1,2,3])", "(none)"},
        {R"({"symbol":)", "(none)"},
        {"", "(none)"},
        {"\xff\xfe", "(none)"},
    };
    for (const auto& [body, field] : cases) {
        const Answer answer = ask("POST", "/api/orders", body);
        EXPECT_EQ(answer.status, 400) << body;
        EXPECT_EQ(Json(answer.body).at("field"), field) << body;
        EXPECT_NE(Json(answer.body).at("error"), "(none)") << body;
    }
    EXPECT_EQ(ask("POST", "/api/orders", std::string(5'000, '[')).status, 400);
    EXPECT_EQ(get("/api/orders").at("count"), "0");
}

TEST_F(TradingTest, LimitsOfListsAreChecked) {
    EXPECT_EQ(ask("GET", "/api/trading/history?limit=0").status, 400);
    EXPECT_EQ(ask("GET", "/api/trading/history?limit=501").status, 400);
    EXPECT_EQ(ask("GET", "/api/trading/history?limit=x").status, 400);
    EXPECT_EQ(ask("GET", "/api/market-data/candles?limit=1001").status, 400);
    EXPECT_EQ(ask("GET", "/api/risk/calculations?limit=-1").status, 400);
}

TEST_F(TradingTest, RiskIsThatOfThePortfolioThatWasSent) {
    const auto risk = [&](std::string_view body) {
        return Json(ask("POST", "/api/risk/calculate", body).body);
    };
    const Json one = risk(R"({"positions":[{"symbol":"AAPL","quantity":10,"price":100}]})");
    const Json two = risk(R"({"positions":[{"symbol":"AAPL","quantity":"20","price":100}]})");
    EXPECT_GT(one.number("totalRisk"), 0);
    EXPECT_NEAR(two.number("totalRisk"), 2 * one.number("totalRisk"), 0.02);
    EXPECT_NEAR(one.number("var95"), 1.645 * one.number("totalRisk"), 0.05);
    EXPECT_EQ(one.number("portfolioValue"), 1000);
    EXPECT_EQ(one.at("positionRisk/0/symbol"), "AAPL");
    EXPECT_NEAR(one.number("positionRisk/0/risk"), one.number("totalRisk"), 0.02);
    const Json both = risk(R"({"portfolio":{"positions":[{"symbol":"AAPL","quantity":10,"price":100},
                                                         {"symbol":"MSFT","quantity":10,"price":100}]}})");
    const double sum = both.number("positionRisk/0/risk") + both.number("positionRisk/1/risk");
    EXPECT_LT(both.number("totalRisk"), sum);
    EXPECT_GT(both.number("totalRisk"), sum / 2);
    const Json hedged = risk(R"({"portfolio":[{"symbol":"AAPL","quantity":10,"price":100},
                                              {"symbol":"AAPL","quantity":-10,"price":100}]})");
    EXPECT_NEAR(hedged.number("totalRisk"), 0, 0.001);
    EXPECT_EQ(risk(R"({"positions":[]})").number("totalRisk"), 0);
    (void)order("holder", "buy", "2", "AAPL");
    EXPECT_EQ(risk(R"({"userId":"holder"})").at("positionRisk/0/symbol"), "AAPL");
    const Json last = get("/api/risk/calculations");
    EXPECT_EQ(last.at("calculations/0/userId"), "holder");
    EXPECT_NE(last.at("calculations/5/calculationId"), "(none)");
}

TEST_F(TradingTest, InvalidRiskRequestsAre400) {
    for (const char* body :
         {"{}", R"({"positions":7})", R"({"positions":[7]})", R"({"positions":[{"symbol":"A"}]})",
          R"({"positions":[{"symbol":"A","quantity":1,"price":0}]})"}) {
        EXPECT_EQ(ask("POST", "/api/risk/calculate", body).status, 400) << body;
    }
}

TEST_F(TradingTest, MarketDataIsConsistent) {
    const Json prices = get("/api/market-data/prices");
    EXPECT_EQ(prices.at("prices/0/symbol"), "KRW-BTC");
    EXPECT_GT(get("/api/market-data/prices?symbol=ANY.THING").number("price"), 0);
    EXPECT_EQ(ask("GET", "/api/market-data/prices?symbol=no%20symbol").status, 400);
    const Json candles = get("/api/market-data/candles?symbol=AAPL&interval=5m&limit=3");
    EXPECT_EQ(candles.at("interval"), "5m");
    for (const std::string i : {"0", "1", "2"}) {
        const std::string at = "candles/" + i + "/";
        EXPECT_LE(candles.number(at + "low"), candles.number(at + "open"));
        EXPECT_GE(candles.number(at + "high"), candles.number(at + "close"));
    }
    EXPECT_EQ(candles.number("candles/1/open"), candles.number("candles/0/close"));
    EXPECT_EQ(candles.number("candles/2/time") - candles.number("candles/1/time"), 300'000);
    EXPECT_EQ(candles.at("candles/3"), "(none)");
    EXPECT_EQ(ask("GET", "/api/market-data/candles?interval=2m").status, 400);
    const Json analysis = get("/api/market-data/analysis?symbol=AAPL");
    EXPECT_GT(analysis.number("sma20"), 0);
    EXPECT_EQ(ask("GET", "/api/market-data/analysis").status, 400);
}

TEST_F(TradingTest, OldOrdersAndUsersMakeRoomForNewOnes) {
    SimulatorOptions options;
    options.limits = {.orders = 10, .users = 64, .positionsPerUser = 2, .historyPerUser = 3};
    start(options);
    const std::string first = order("u", "buy", "1", "A");
    for (int i = 0; i < 10; ++i) {
        (void)order("u", "buy", "1", "A");
    }
    EXPECT_EQ(ask("GET", "/api/orders/" + first).status, 404);
    EXPECT_EQ(ask("DELETE", "/api/orders/" + first).status, 404);
    EXPECT_EQ(get("/api/trading/history?userId=u&limit=50").at("count"), "3");
    EXPECT_EQ(get("/api/trading/history?limit=50").at("count"), "10");
    EXPECT_EQ(get("/api/portfolio/positions?userId=u").number("positions/0/quantity"), 11);
    (void)order("u", "buy", "1", "B");
    EXPECT_EQ(
        ask("POST", "/api/orders", R"({"symbol":"C","side":"buy","type":"market","quantity":1,"userId":"u"})")
            .status,
        409);
    for (int i = 0; i < 500; ++i) {
        (void)order("user" + std::to_string(i), "buy", "1");
    }
}

TEST_F(TradingTest, SeveralThreadsKeepOneTruthAboutPositions) {
    SimulatorOptions options;
    options.threads = 2;
    start(options);
    constexpr int orders = 200;
    const auto trade = [&] {
        server::RawClient client(m_simulator->port());
        for (int i = 0; i < orders; ++i) {
            const Answer answer =
                client.ask("POST", "/api/orders",
                           R"({"symbol":"A","side":"buy","type":"market","quantity":1,"userId":"shared"})");
            EXPECT_EQ(answer.status, 201);
            if (i % 2 == 0) {
                EXPECT_EQ(client.ask("DELETE", "/api/orders/" + Json(answer.body).at("orderId")).status, 200);
            }
        }
    };
    std::thread first(trade);
    std::thread second(trade);
    first.join();
    second.join();
    EXPECT_EQ(get("/api/portfolio/positions?userId=shared").number("positions/0/quantity"), orders);
}

} // namespace
} // namespace bw::jts
