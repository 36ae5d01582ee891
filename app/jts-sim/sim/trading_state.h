#pragma once

#include "app/jts-sim/sim/order.h"
#include "core/base/result.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bw::jts {

enum class TradeError : std::uint8_t {
    UnknownOrder,     // never placed, cancelled, or so old that its place was taken
    TooManyPositions, // the user holds as many symbols as one may
};

struct TradingLimits {
    std::size_t orders = 200'000; // the newest are kept
    std::size_t users = 100'000;  // beyond, the account that was opened first goes
    std::size_t positionsPerUser = 64;
    std::size_t historyPerUser = 100;
};

// Orders and positions of everybody, bounded. Thread-safe: an account and an order's place are guarded by one
// of several locks each, taken in this order, so that users hardly meet.
class TradingState {
public:
    explicit TradingState(const TradingLimits& limits = {});

    // Numbers the order, files it, and moves the position when it is filled.
    [[nodiscard]] Result<std::uint64_t, TradeError> place(Order order);

    // Undoes the order's effect on the position; afterwards it is unknown. Gives the order as it was.
    [[nodiscard]] Result<Order, TradeError> cancel(std::uint64_t id);

    [[nodiscard]] Result<Order, TradeError> find(std::uint64_t id) const;

    // The newest first, without cancelled ones, at most `limit`. An empty user means everybody. `out` keeps
    // its room.
    void history(std::string_view userId, std::size_t limit, std::vector<Order>& out) const;

    // The user's positions that are not flat, in the order in which they were opened.
    void positions(std::string_view userId, std::vector<Position>& out) const;

private:
    static constexpr std::size_t shardCount = 64;

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>()(text);
        }
    };

    struct Account {
        std::vector<Position> positions;
        std::vector<std::uint64_t> orders; // a ring once full
        std::size_t nextOrder = 0;
        std::uint64_t opened = 0; // which opening of the name this is
    };

    struct AccountShard {
        mutable std::mutex lock;
        std::unordered_map<std::string, Account, TextHash, std::equal_to<>> accounts;
        std::vector<std::string> byAge; // a ring of names, the oldest at next
        std::size_t oldest = 0;
        std::uint64_t openings = 0;
    };

    struct Slot {
        Order order;
        std::uint64_t accountOpened = 0;
    };

    [[nodiscard]] AccountShard& shardOf(std::string_view userId) const;
    [[nodiscard]] std::mutex& lockOf(std::uint64_t id) const {
        return m_slotLocks[id % m_limits.orders % shardCount];
    }
    [[nodiscard]] Slot& slotOf(std::uint64_t id) const { return m_slots[id % m_limits.orders]; }
    [[nodiscard]] Account& open(AccountShard& shard, std::string_view userId);
    [[nodiscard]] Position* positionFor(Account& account, std::string_view symbol);
    void remember(Account& account, std::uint64_t id) const;
    [[nodiscard]] bool copyLive(std::uint64_t id, Order& out) const;
    void historyOf(std::string_view userId, std::size_t limit, std::vector<Order>& out) const;

    TradingLimits m_limits;
    std::size_t m_accountsPerShard;
    std::unique_ptr<std::array<AccountShard, shardCount>> m_shards;
    std::unique_ptr<Slot[]> m_slots;
    mutable std::array<std::mutex, shardCount> m_slotLocks;
    std::atomic<std::uint64_t> m_lastId = 0;
};

} // namespace bw::jts
