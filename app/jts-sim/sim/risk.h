#pragma once

#include "app/jts-sim/sim/market.h"

#include <span>
#include <string>
#include <vector>

namespace bw::jts {

struct Holding {
    std::string symbol;
    double quantity = 0; // negative when sold short
    double price = 0;    // per piece; 0 asks the market
};

struct PositionRisk {
    std::string symbol;
    double value = 0;
    double risk = 0; // a day's standard deviation in money
};

struct RiskResult {
    double portfolioValue = 0;
    double totalRisk = 0; // a day's standard deviation of the whole, in money
    double var95 = 0;     // what a day loses in one of twenty
    std::vector<PositionRisk> positions;
};

// The variance-covariance method with one correlation for every pair of different symbols; positions of one
// symbol move together. `result` keeps its room between calls.
void calculateRisk(const Market& market, WallTime at, std::span<const Holding> holdings, RiskResult& result);

} // namespace bw::jts
