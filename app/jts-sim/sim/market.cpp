#include "app/jts-sim/sim/market.h"

#include <array>
#include <cmath>

namespace bw::jts {

namespace {

constexpr std::int64_t tickMs = 100;
constexpr int octaves = 18; // 0.8 s to about 29 h
constexpr double shortestPeriodMs = 800;
constexpr double dayMs = 86'400'000;

struct Listing {
    std::string_view symbol;
    double basePrice;
};

constexpr std::array listings{
    Listing{"KRW-BTC", 95'000'000}, Listing{"KRW-ETH", 4'600'000}, Listing{"KRW-XRP", 850},
    Listing{"KRW-SOL", 210'000},    Listing{"005930", 71'000},     Listing{"000660", 182'000},
    Listing{"AAPL", 190},           Listing{"MSFT", 415},
};

constexpr auto symbols = [] {
    std::array<std::string_view, listings.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        names[i] = listings[i].symbol;
    }
    return names;
}();

// SplitMix64's finisher: every bit of the input moves every bit of the output.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

std::uint64_t hashed(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = mixed(seed);
    for (const char c : text) {
        hash = mixed(hash ^ static_cast<unsigned char>(c));
    }
    return hash;
}

// Evenly in [-1, 1), by the number of the period and the octave.
double knot(std::uint64_t key, int octave, std::int64_t index) {
    const std::uint64_t bits = mixed(key ^ mixed(static_cast<std::uint64_t>(index) * 64 + octave));
    return static_cast<double>(bits >> 11) * 0x1p-52 - 1.0;
}

double smooth(double x) {
    return x * x * (3 - 2 * x);
}

} // namespace

struct Market::Character {
    std::uint64_t key = 0;
    double basePrice = 0;
    double volatility = 0;
};

Market::Market(std::uint64_t seed)
    : m_seed(seed) {}

bool Market::isSymbol(std::string_view text) {
    return !text.empty() && text.size() <= 20 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
               c == '/';
    });
}

std::span<const std::string_view> Market::listed() {
    return symbols;
}

Market::Character Market::characterOf(std::string_view symbol) const {
    const std::uint64_t key = hashed(symbol, m_seed);
    const double share = static_cast<double>(mixed(key) >> 11) * 0x1p-53;
    Character character{
        .key = key, .basePrice = 10 * std::pow(1000, share), .volatility = 0.015 + 0.035 * share};
    for (const Listing& listing : listings) {
        if (listing.symbol == symbol) {
            character.basePrice = listing.basePrice;
        }
    }
    return character;
}

double Market::priceAt(const Character& character, std::int64_t milliseconds) {
    const auto time = static_cast<double>(milliseconds - milliseconds % tickMs);
    double logarithm = 0;
    double period = shortestPeriodMs;
    for (int octave = 0; octave < octaves; ++octave, period *= 2) {
        const double position = time / period;
        const double floor = std::floor(position);
        const auto index = static_cast<std::int64_t>(floor);
        const double share = smooth(position - floor);
        const double noise =
            knot(character.key, octave, index) * (1 - share) + knot(character.key, octave, index + 1) * share;
        logarithm += noise * std::sqrt(period / dayMs);
    }
    const double price = character.basePrice * std::exp(character.volatility * logarithm);
    return std::round(price * 100) / 100;
}

double Market::price(std::string_view symbol, WallTime at) const {
    return priceAt(characterOf(symbol), at.nanoseconds / 1'000'000);
}

double Market::dailyVolatility(std::string_view symbol) const {
    return characterOf(symbol).volatility;
}

void Market::candles(std::string_view symbol, WallTime at, Duration interval, std::size_t count,
                     std::vector<Candle>& out) const {
    constexpr int samples = 4;
    const Character character = characterOf(symbol);
    const std::int64_t now = at.nanoseconds / 1'000'000;
    const std::int64_t length = std::max<std::int64_t>(interval.count() / 1'000'000, 1'000);
    const std::int64_t last = now - now % length;
    out.clear();
    double open = priceAt(character, last - static_cast<std::int64_t>(count - 1) * length);
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t begin = last - static_cast<std::int64_t>(count - 1 - i) * length;
        Candle candle{.openTimeMs = begin, .open = open, .high = open, .low = open, .close = open};
        for (int k = 1; k <= samples; ++k) {
            candle.close = priceAt(character, std::min(begin + length * k / samples, now));
            candle.high = std::max(candle.high, candle.close);
            candle.low = std::min(candle.low, candle.close);
        }
        const double share =
            static_cast<double>(mixed(character.key ^ static_cast<std::uint64_t>(begin)) >> 44);
        candle.volume = share / 1000;
        out.push_back(candle);
        open = candle.close;
    }
}

Analysis Market::analyse(std::string_view symbol, WallTime at) const {
    constexpr int minutes = 60;
    const Character character = characterOf(symbol);
    const std::int64_t now = at.nanoseconds / 1'000'000;
    std::array<double, minutes> closes;
    for (int i = 0; i < minutes; ++i) {
        closes[static_cast<std::size_t>(i)] =
            priceAt(character, now - std::int64_t{60'000} * (minutes - 1 - i));
    }
    Analysis result{.price = closes.back(), .volatility = character.volatility};
    const auto mean = [&](int last) {
        double sum = 0;
        for (int i = minutes - last; i < minutes; ++i) {
            sum += closes[static_cast<std::size_t>(i)];
        }
        return sum / last;
    };
    result.movingAverage20 = mean(20);
    result.movingAverage50 = mean(50);
    double gains = 0;
    double losses = 0;
    for (std::size_t i = minutes - 14; i < minutes; ++i) {
        const double change = closes[i] - closes[i - 1];
        (change > 0 ? gains : losses) += std::abs(change);
    }
    if (gains + losses > 0) {
        result.relativeStrength = 100 * gains / (gains + losses);
    }
    return result;
}

} // namespace bw::jts
