#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace bw::jts {

struct Candle {
    std::int64_t openTimeMs = 0; // since 1970
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volume = 0;
};

struct Analysis {
    double price = 0;
    double movingAverage20 = 0;
    double movingAverage50 = 0;
    double relativeStrength = 50; // 0 to 100, Wilder's over 14 minutes
    double volatility = 0;        // of a day, as a fraction
};

// Prices that wander as a random walk does and yet are a pure function of seed, symbol and time: noise of
// many periods, each with an amplitude that grows with the root of its period. So any moment of the past can
// be asked for, on any thread, and two simulators with one seed agree. Prices move every 100 ms.
class Market {
public:
    explicit Market(std::uint64_t seed);

    // Upper case letters, digits and "-._/", 1 to 20 characters. Every such symbol is traded.
    [[nodiscard]] static bool isSymbol(std::string_view text);

    // What is listed when nobody names a symbol.
    [[nodiscard]] static std::span<const std::string_view> listed();

    [[nodiscard]] double price(std::string_view symbol, WallTime at) const;

    // A day's standard deviation as a fraction of the price; the symbol's own, constant.
    [[nodiscard]] double dailyVolatility(std::string_view symbol) const;

    // `count` candles of `interval` each, the oldest first, the last one holding `at`.
    void candles(std::string_view symbol, WallTime at, Duration interval, std::size_t count,
                 std::vector<Candle>& out) const;

    // Over the last hour's minutes.
    [[nodiscard]] Analysis analyse(std::string_view symbol, WallTime at) const;

private:
    struct Character; // what a symbol's name and the seed make of it
    [[nodiscard]] Character characterOf(std::string_view symbol) const;
    [[nodiscard]] static double priceAt(const Character& character, std::int64_t milliseconds);

    std::uint64_t m_seed;
};

} // namespace bw::jts
