#pragma once

#include "app/jts-sim/sim/market.h"
#include "core/base/clock.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::jts {

class FeedSocket;

enum class FeedKind : std::uint8_t { Ticker, OrderBook, Trades, Orders };

// One channel of one thread: "ticker.KRW-BTC", "orderbook.KRW-BTC", "trades.KRW-BTC", or "orders.user_7",
// which speaks only when the user's orders do.
class FeedChannel {
public:
    // Nothing when the name is none.
    [[nodiscard]] static std::optional<FeedChannel> parse(std::string_view name);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] bool ticks() const { return m_kind != FeedKind::Orders; }

    // Appends the next message that ticks, as JSON: {channel, sequence, timestamp, …}. All listeners of one
    // round get the same number.
    void appendTick(std::string& out, const Market& market, WallTime now) const;

    // Listeners come in groups, so that each has its moment in every round whoever else comes and goes.
    static constexpr std::size_t kGroups = 200;
    // The group that it is put into.
    [[nodiscard]] std::size_t add(FeedSocket& listener);
    void remove(FeedSocket& listener, std::size_t group);
    [[nodiscard]] const std::vector<FeedSocket*>& group(std::size_t number) const { return m_groups[number]; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

    std::uint64_t sequence = 0; // of the present round

private:
    FeedChannel(FeedKind kind, std::string name, std::string symbol)
        : m_name(std::move(name))
        , m_symbol(std::move(symbol))
        , m_kind(kind)
        , m_groups(kGroups) {}

    std::string m_name;
    std::string m_symbol; // or the user
    FeedKind m_kind;
    std::vector<std::vector<FeedSocket*>> m_groups;
    std::size_t m_nextGroup = 0;
    std::size_t m_count = 0;
};

} // namespace bw::jts
