#include "app/jts-sim/sim/market.h"
#include "tests/app/jts-sim/sim_fixture.h"

namespace bw::jts {
namespace {

using std::chrono::milliseconds;

using TruthTest = SimFixture;

TEST_F(TruthTest, CountsWhatWasServedPerCategory) {
    (void)order("u", "buy", "1");
    const std::string id = order("u", "buy", "1");
    (void)ask("DELETE", "/api/orders/" + id);
    (void)ask("DELETE", "/api/orders/" + id);
    (void)ask("GET", "/api/market-data/prices");
    setFaults(R"({"errorRate@/api/risk":1})");
    (void)ask("GET", "/api/risk/calculations");
    const Json truth = get("/admin/truth");
    EXPECT_EQ(truth.at("categories/order_placement/arrivals"), "2");
    EXPECT_EQ(truth.at("categories/order_placement/count"), "2");
    EXPECT_EQ(truth.at("categories/order_cancellation/errors4xx"), "1");
    EXPECT_EQ(truth.at("categories/real_time_prices/count"), "1");
    EXPECT_EQ(truth.at("categories/risk_results/errors5xx"), "1");
    EXPECT_EQ(truth.at("total/count"), "6");
    EXPECT_EQ(truth.at("categories/other"), "(none)");
    EXPECT_EQ(ask("DELETE", "/admin/truth").status, 204);
    EXPECT_EQ(get("/admin/truth").at("total/arrivals"), "0");
}

TEST_F(TruthTest, AgreesWithTheServerTimingOfEachAnswer) {
    setFaults(R"({"latency":"lognormal:2ms,0.3"})");
    double sum = 0;
    double longest = 0;
    for (int i = 0; i < 20; ++i) {
        const double took = std::stod(ask("GET", "/api/orders").field("Server-Timing").substr(8));
        sum += took;
        longest = std::max(longest, took);
    }
    const Json truth = get("/admin/truth");
    EXPECT_EQ(truth.at("categories/order_query/count"), "20");
    EXPECT_NEAR(truth.number("categories/order_query/sum_ns"), sum * 1e6, 20 * 100);
    EXPECT_NEAR(truth.number("categories/order_query/max_ns"), longest * 1e6, 100);
    EXPECT_GE(truth.number("categories/order_query/p50_ns"), 5e5);
    double counted = 0;
    const Json buckets = get("/admin/truth?buckets=1");
    for (int i = 0; buckets.at("categories/order_query/buckets_ns/" + std::to_string(i)) != "(none)"; ++i) {
        counted += buckets.number("categories/order_query/buckets_ns/" + std::to_string(i) + "/2");
    }
    EXPECT_EQ(counted, 20);
}

TEST_F(TruthTest, BrokenAnswersAreNotServedOnes) {
    setFaults(R"({"truncate@/api/orders":1})");
    server::RawClient client(m_simulator->port());
    client.send("GET /api/orders HTTP/1.1\r\n\r\n");
    (void)client.receiveAll();
    const Json truth = get("/admin/truth");
    EXPECT_EQ(truth.at("categories/order_query/arrivals"), "1");
    EXPECT_EQ(truth.at("categories/order_query/broken"), "1");
    EXPECT_EQ(truth.at("categories/order_query/count"), "0");
}

TEST(FineHistogram, IsExactWhereItSaysSo) {
    FineHistogram histogram;
    for (int i = 1; i <= 1000; ++i) {
        histogram.add(Duration(i));
    }
    EXPECT_EQ(histogram.count(), 1000u);
    EXPECT_EQ(histogram.sum(), Duration(500'500));
    EXPECT_EQ(histogram.min(), Duration(1));
    EXPECT_EQ(histogram.max(), Duration(1000));
    EXPECT_EQ(histogram.percentile(0), Duration(1));
    EXPECT_EQ(histogram.percentile(0.5), Duration(501)); // 500.5, rounded
    EXPECT_EQ(histogram.percentile(1), Duration(1000));
}

TEST(FineHistogram, StaysWithinItsErrorAboveThat) {
    for (std::int64_t value = 1; value < FineHistogram::highest.count(); value = value * 3 + 7) {
        FineHistogram histogram;
        histogram.add(Duration(value));
        const auto buckets = histogram.buckets();
        ASSERT_EQ(buckets.size(), 1u);
        EXPECT_LE(buckets[0].low.count(), value);
        EXPECT_GE(buckets[0].high.count(), value);
        EXPECT_LE((buckets[0].high - buckets[0].low).count(), value / 2048);
    }
    FineHistogram tall;
    tall.add(std::chrono::hours(5));
    tall.add(Duration(-5));
    EXPECT_EQ(tall.max(), FineHistogram::highest);
    EXPECT_EQ(tall.min(), Duration(0));
}

TEST(FineHistogram, SumsUpAsIfAllHadBeenAddedToOne) {
    FineHistogram a;
    FineHistogram b;
    FineHistogram both;
    for (int i = 0; i < 2'000; ++i) {
        const Duration value(i * i * 37);
        (i % 3 == 0 ? a : b).add(value);
        both.add(value);
    }
    a.add(b);
    EXPECT_EQ(a.count(), both.count());
    EXPECT_EQ(a.sum(), both.sum());
    EXPECT_EQ(a.percentile(0.99), both.percentile(0.99));
    a.clear();
    EXPECT_EQ(a.count(), 0u);
    EXPECT_TRUE(a.buckets().empty());
}

TEST(Market, IsAFunctionOfSeedSymbolAndTime) {
    const Market market(1);
    const Market same(1);
    const Market other(2);
    const WallTime now{1'790'000'000'000'000'000};
    EXPECT_EQ(market.price("KRW-BTC", now), same.price("KRW-BTC", now));
    EXPECT_NE(market.price("KRW-BTC", now), other.price("KRW-BTC", now));
    EXPECT_NE(market.price("NEW", now), market.price("NEWER", now));
}

TEST(Market, WandersByItsVolatility) {
    const Market market(3);
    const WallTime start{1'790'000'000'000'000'000};
    constexpr int days = 400;
    double squares = 0;
    double largestTick = 0;
    for (int day = 0; day < days; ++day) {
        const std::int64_t at = start.nanoseconds + day * std::int64_t{86'400'000'000'000};
        const double today = market.price("KRW-BTC", WallTime{at});
        const double change = market.price("KRW-BTC", WallTime{at + 86'400'000'000'000}) / today - 1;
        squares += change * change;
        largestTick =
            std::max(largestTick, std::abs(market.price("KRW-BTC", WallTime{at + 100'000'000}) / today - 1));
    }
    const double deviation = std::sqrt(squares / days);
    EXPECT_GT(deviation, market.dailyVolatility("KRW-BTC") / 3);
    EXPECT_LT(deviation, market.dailyVolatility("KRW-BTC") * 3);
    EXPECT_GT(largestTick, 0);
    EXPECT_LT(largestTick, 0.002);
}

} // namespace
} // namespace bw::jts
