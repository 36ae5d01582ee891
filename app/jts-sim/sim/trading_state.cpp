#include "app/jts-sim/sim/trading_state.h"

#include <cmath>

namespace bw::jts {

namespace {

constexpr double flat = 1e-9; // what is left of a quantity after adding and taking away is no position

double signedQuantity(const Order& order) {
    return order.side == Side::Buy ? order.quantity : -order.quantity;
}

// A position that grows changes its average; one that shrinks keeps it; one that turns takes the new price.
void move(Position& position, double quantity, double price) {
    const double before = position.quantity;
    const double after = before + quantity;
    if (std::abs(after) < flat) {
        position.quantity = 0;
        position.averagePrice = 0;
        return;
    }
    if (before == 0 || (before > 0) != (after > 0)) {
        position.averagePrice = price;
    } else if ((before > 0) == (quantity > 0)) {
        position.averagePrice = (position.averagePrice * before + price * quantity) / after;
    }
    position.quantity = after;
}

// Takes a fill out again, from quantity and from the average, as if it had never been there.
void unmove(Position& position, double quantity, double price) {
    const double before = position.quantity;
    const double after = before - quantity;
    const bool grew =
        before != 0 && (before > 0) == (quantity > 0) && (after == 0 || (after > 0) == (before > 0));
    const double cost = position.averagePrice * before - price * quantity;
    move(position, -quantity, price);
    if (grew && position.quantity != 0 && cost / after > 0) {
        position.averagePrice = cost / after;
    }
}

} // namespace

TradingState::TradingState(const TradingLimits& limits)
    : m_limits(limits)
    , m_accountsPerShard(std::max<std::size_t>(1, limits.users / shardCount))
    , m_shards(std::make_unique<std::array<AccountShard, shardCount>>())
    , m_slots(std::make_unique<Slot[]>(limits.orders)) {}

TradingState::AccountShard& TradingState::shardOf(std::string_view userId) const {
    // The map inside the shard uses the low bits of the same hash.
    return (*m_shards)[(std::hash<std::string_view>()(userId) >> 40) % shardCount];
}

TradingState::Account& TradingState::open(AccountShard& shard, std::string_view userId) {
    if (const auto found = shard.accounts.find(userId); found != shard.accounts.end()) {
        return found->second;
    }
    std::string name(userId);
    if (shard.byAge.size() < m_accountsPerShard) {
        shard.byAge.push_back(name);
    } else {
        shard.accounts.erase(shard.byAge[shard.oldest]);
        shard.byAge[shard.oldest] = name;
        shard.oldest = (shard.oldest + 1) % m_accountsPerShard;
    }
    Account& account = shard.accounts[std::move(name)];
    account.opened = ++shard.openings;
    return account;
}

Position* TradingState::positionFor(Account& account, std::string_view symbol) {
    Position* unused = nullptr;
    for (Position& position : account.positions) {
        if (position.symbol == symbol) {
            return &position;
        }
        if (position.quantity == 0) {
            unused = &position;
        }
    }
    if (account.positions.size() < m_limits.positionsPerUser) {
        return &account.positions.emplace_back(Position{.symbol = std::string(symbol)});
    }
    if (unused != nullptr) {
        unused->symbol.assign(symbol);
    }
    return unused;
}

void TradingState::remember(Account& account, std::uint64_t id) const {
    if (account.orders.size() < m_limits.historyPerUser) {
        account.orders.push_back(id);
        return;
    }
    account.orders[account.nextOrder] = id;
    account.nextOrder = (account.nextOrder + 1) % m_limits.historyPerUser;
}

Result<std::uint64_t, TradeError> TradingState::place(Order order) {
    AccountShard& shard = shardOf(order.userId);
    const std::scoped_lock accountLock(shard.lock);
    Account& account = open(shard, order.userId);
    if (order.status == OrderStatus::Filled) {
        Position* position = positionFor(account, order.symbol);
        if (position == nullptr) {
            return std::unexpected(TradeError::TooManyPositions);
        }
        move(*position, signedQuantity(order), order.price);
    }
    const std::uint64_t id = m_lastId.fetch_add(1, std::memory_order_relaxed) + 1;
    order.id = id;
    remember(account, id);
    const std::scoped_lock slotLock(lockOf(id));
    Slot& slot = slotOf(id);
    slot.accountOpened = account.opened;
    slot.order = std::move(order);
    return id;
}

bool TradingState::copyLive(std::uint64_t id, Order& out) const {
    if (id == 0) {
        return false;
    }
    const std::scoped_lock slotLock(lockOf(id));
    const Order& order = slotOf(id).order;
    if (order.id != id || order.status == OrderStatus::Cancelled) {
        return false;
    }
    out = order;
    return true;
}

Result<Order, TradeError> TradingState::find(std::uint64_t id) const {
    Order order;
    if (!copyLive(id, order)) {
        return std::unexpected(TradeError::UnknownOrder);
    }
    return order;
}

Result<Order, TradeError> TradingState::cancel(std::uint64_t id) {
    Order order;
    if (!copyLive(id, order)) {
        return std::unexpected(TradeError::UnknownOrder);
    }
    AccountShard& shard = shardOf(order.userId);
    const std::scoped_lock accountLock(shard.lock);
    std::uint64_t opened = 0;
    {
        const std::scoped_lock slotLock(lockOf(id));
        Slot& slot = slotOf(id);
        if (slot.order.id != id || slot.order.status == OrderStatus::Cancelled) {
            return std::unexpected(TradeError::UnknownOrder);
        }
        slot.order.status = OrderStatus::Cancelled;
        opened = slot.accountOpened;
    }
    const auto account = shard.accounts.find(order.userId);
    const bool isSameAccount = account != shard.accounts.end() && account->second.opened == opened;
    if (order.status == OrderStatus::Filled && isSameAccount) {
        if (Position* position = positionFor(account->second, order.symbol)) {
            unmove(*position, signedQuantity(order), order.price);
        }
    }
    return order;
}

void TradingState::history(std::string_view userId, std::size_t limit, std::vector<Order>& out) const {
    if (!userId.empty()) {
        historyOf(userId, limit, out);
        return;
    }
    // Everybody's: looks back a bounded way, so that a wall of cancelled orders costs no more than that.
    const std::uint64_t last = m_lastId.load(std::memory_order_relaxed);
    const std::uint64_t looks = std::min<std::uint64_t>({last, m_limits.orders, 4 * limit + 64});
    std::size_t count = 0;
    out.resize(std::min<std::size_t>(limit, looks));
    for (std::uint64_t back = 0; back < looks && count < out.size(); ++back) {
        if (copyLive(last - back, out[count])) {
            ++count;
        }
    }
    out.resize(count);
}

void TradingState::historyOf(std::string_view userId, std::size_t limit, std::vector<Order>& out) const {
    AccountShard& shard = shardOf(userId);
    const std::scoped_lock accountLock(shard.lock);
    const auto found = shard.accounts.find(userId);
    const std::size_t known = found == shard.accounts.end() ? 0 : found->second.orders.size();
    std::size_t count = 0;
    out.resize(std::min(limit, known));
    for (std::size_t back = 1; back <= known && count < out.size(); ++back) {
        const Account& account = found->second;
        const std::size_t at = (account.nextOrder + known - back) % known;
        if (copyLive(account.orders[at], out[count])) {
            ++count;
        }
    }
    out.resize(count);
}

void TradingState::positions(std::string_view userId, std::vector<Position>& out) const {
    out.clear();
    AccountShard& shard = shardOf(userId);
    const std::scoped_lock accountLock(shard.lock);
    const auto found = shard.accounts.find(userId);
    if (found == shard.accounts.end()) {
        return;
    }
    for (const Position& position : found->second.positions) {
        if (position.quantity != 0) {
            out.push_back(position);
        }
    }
}

} // namespace bw::jts
