#include "app/jts-sim/sim/risk.h"

#include <cmath>

namespace bw::jts {

namespace {

constexpr double correlation = 0.4;
constexpr double quantile95 = 1.6448536269514722; // of the normal distribution

double cents(double money) {
    return std::round(money * 100) / 100;
}

} // namespace

void calculateRisk(const Market& market, WallTime at, std::span<const Holding> holdings, RiskResult& result) {
    result.portfolioValue = 0;
    result.positions.clear();
    double variance = 0;
    for (std::size_t i = 0; i < holdings.size(); ++i) {
        const Holding& holding = holdings[i];
        const double price = holding.price > 0 ? holding.price : market.price(holding.symbol, at);
        const double value = holding.quantity * price;
        const double deviation = value * market.dailyVolatility(holding.symbol);
        for (std::size_t k = 0; k < i; ++k) {
            const double shared = holdings[k].symbol == holding.symbol ? 1.0 : correlation;
            const double other =
                result.positions[k].value < 0 ? -result.positions[k].risk : result.positions[k].risk;
            variance += 2 * shared * deviation * other;
        }
        variance += deviation * deviation;
        result.portfolioValue += value;
        result.positions.push_back({holding.symbol, value, std::abs(deviation)});
    }
    const double total = std::sqrt(std::max(variance, 0.0));
    result.totalRisk = cents(total);
    result.var95 = cents(total * quantile95);
    result.portfolioValue = cents(result.portfolioValue);
    for (PositionRisk& position : result.positions) {
        position.value = cents(position.value);
        position.risk = cents(position.risk);
    }
}

} // namespace bw::jts
