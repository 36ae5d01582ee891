#include "app/jts-sim/sim/feed_channel.h"

#include "app/jts-sim/sim/api_context.h"
#include "app/jts-sim/sim/json_writer.h"

#include <array>

namespace bw::jts {
namespace {

struct Prefix {
    std::string_view text;
    FeedKind kind;
};
constexpr std::array kPrefixes = {Prefix{"ticker.", FeedKind::Ticker},
                                  Prefix{"orderbook.", FeedKind::OrderBook},
                                  Prefix{"trades.", FeedKind::Trades}, Prefix{"orders.", FeedKind::Orders}};

// Levels around the price, a step apart.
void appendLevels(JsonWriter& json, std::string_view name, double price, double step) {
    json.key(name).beginArray();
    for (int level = 1; level <= 5; ++level) {
        json.beginArray().number(price + step * level).number(0.1 * level).endArray();
    }
    json.endArray();
}

} // namespace

std::optional<FeedChannel> FeedChannel::parse(std::string_view name) {
    for (const Prefix& prefix : kPrefixes) {
        if (!name.starts_with(prefix.text)) {
            continue;
        }
        const std::string_view rest = name.substr(prefix.text.size());
        const bool isGood = prefix.kind == FeedKind::Orders ? isUserId(rest) : Market::isSymbol(rest);
        return isGood ? std::optional(FeedChannel(prefix.kind, std::string(name), std::string(rest)))
                      : std::nullopt;
    }
    return std::nullopt;
}

std::size_t FeedChannel::add(FeedSocket& listener) {
    const std::size_t number = m_nextGroup;
    m_nextGroup = (m_nextGroup + 1) % kGroups;
    m_groups[number].push_back(&listener);
    ++m_count;
    return number;
}

void FeedChannel::remove(FeedSocket& listener, std::size_t group) {
    m_count -= std::erase(m_groups[group], &listener);
}

void FeedChannel::appendTick(std::string& out, const Market& market, WallTime now) const {
    const double price = market.price(m_symbol, now);
    JsonWriter json(out);
    json.beginObject().text("channel", m_name).integer("sequence", static_cast<std::int64_t>(sequence));
    // With the microseconds that whole milliseconds would hide.
    json.number("timestamp", static_cast<double>(now.nanoseconds / 1000) / 1000);
    switch (m_kind) {
    case FeedKind::Ticker:
    case FeedKind::Orders:
        json.number("price", price);
        break;
    case FeedKind::OrderBook:
        appendLevels(json, "bids", price, -price / 10'000);
        appendLevels(json, "asks", price, price / 10'000);
        break;
    case FeedKind::Trades:
        json.number("price", price).number("quantity", 0.01 * static_cast<double>(sequence % 100 + 1));
        json.text("side", sequence % 2 == 0 ? "buy" : "sell");
        break;
    }
    json.endObject();
}

} // namespace bw::jts
