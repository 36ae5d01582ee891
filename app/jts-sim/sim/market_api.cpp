#include "app/jts-sim/sim/market_api.h"

#include <cmath>

namespace bw::jts {

namespace {

constexpr std::int64_t dayNs = 86'400'000'000'000;

struct Interval {
    std::string_view name;
    Duration length;
};

constexpr std::array intervals{
    Interval{"1s", std::chrono::seconds(1)}, Interval{"1m", std::chrono::minutes(1)},
    Interval{"5m", std::chrono::minutes(5)}, Interval{"15m", std::chrono::minutes(15)},
    Interval{"1h", std::chrono::hours(1)},   Interval{"4h", std::chrono::hours(4)},
    Interval{"1d", std::chrono::hours(24)},
};

void appendPrice(JsonWriter& json, const Market& market, std::string_view symbol, WallTime now) {
    const double price = market.price(symbol, now);
    const double before = market.price(symbol, WallTime{now.nanoseconds - dayNs});
    json.beginObject().text("symbol", symbol).number("price", price);
    json.number("change24h", std::round((price / before - 1) * 1e6) / 1e4);
    json.integer("timestamp", milliseconds(now)).endObject();
}

} // namespace

void MarketApi::prices(server::Exchange& exchange) {
    const Market& market = m_context.state.market;
    if (exchange.request().queryValue("symbol", m_context.text)) {
        if (readSymbol(m_context, exchange)) {
            JsonWriter json = answer(exchange, 200);
            appendPrice(json, market, m_context.text, m_context.now);
        }
        return;
    }
    JsonWriter json = answer(exchange, 200);
    json.beginObject().key("prices").beginArray();
    for (const std::string_view symbol : Market::listed()) {
        appendPrice(json, market, symbol, m_context.now);
    }
    json.endArray().integer("timestamp", milliseconds(m_context.now)).endObject();
}

void MarketApi::candles(server::Exchange& exchange) {
    const std::size_t limit = m_context.countOf(exchange.request(), "limit", 100, 1000);
    if (limit == 0) {
        refuse(exchange, 400, "limit must be a number from 1 to 1000", "limit");
        return;
    }
    Interval interval = intervals[1];
    if (exchange.request().queryValue("interval", m_context.text)) {
        const auto found = std::find_if(intervals.begin(), intervals.end(),
                                        [&](const Interval& i) { return i.name == m_context.text; });
        if (found == intervals.end()) {
            refuse(exchange, 400, "interval must be 1s, 1m, 5m, 15m, 1h, 4h or 1d", "interval");
            return;
        }
        interval = *found;
    }
    if (!exchange.request().queryValue("symbol", m_context.text)) {
        m_context.text = Market::listed().front();
    } else if (!Market::isSymbol(m_context.text)) {
        refuse(exchange, 400, "not a symbol", "symbol");
        return;
    }
    m_context.state.market.candles(m_context.text, m_context.now, interval.length, limit, m_context.candles);
    JsonWriter json = answer(exchange, 200);
    json.beginObject().text("symbol", m_context.text).text("interval", interval.name);
    json.key("candles").beginArray();
    for (const Candle& candle : m_context.candles) {
        json.beginObject().integer("time", candle.openTimeMs).number("open", candle.open);
        json.number("high", candle.high).number("low", candle.low).number("close", candle.close);
        json.number("volume", candle.volume).endObject();
    }
    json.endArray().endObject();
}

void MarketApi::analysis(server::Exchange& exchange) {
    if (!readSymbol(m_context, exchange)) {
        return;
    }
    const Analysis analysis = m_context.state.market.analyse(m_context.text, m_context.now);
    const bool isRising = analysis.movingAverage20 > analysis.movingAverage50;
    JsonWriter json = answer(exchange, 200);
    json.beginObject().text("symbol", m_context.text).number("price", analysis.price);
    json.number("sma20", analysis.movingAverage20).number("sma50", analysis.movingAverage50);
    json.number("rsi14", analysis.relativeStrength).number("volatility", analysis.volatility);
    json.text("trend", isRising ? "up" : "down")
        .integer("timestamp", milliseconds(m_context.now))
        .endObject();
}

} // namespace bw::jts
