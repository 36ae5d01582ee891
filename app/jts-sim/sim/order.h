#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <string>

namespace bw::jts {

enum class Side : std::uint8_t { Buy, Sell };
enum class OrderType : std::uint8_t { Market, Limit };

enum class OrderStatus : std::uint8_t {
    Accepted, // a limit order that rests
    Filled,   // moved the position
    Cancelled,
};

struct Order {
    std::uint64_t id = 0; // from 1 on; 0 is no order
    std::string userId;
    std::string symbol;
    Side side = Side::Buy;
    OrderType type = OrderType::Market;
    OrderStatus status = OrderStatus::Accepted;
    double quantity = 0;
    double price = 0; // limit or fill, per piece
    WallTime placedAt;
};

struct Position {
    std::string symbol;
    double quantity = 0;     // negative when sold short
    double averagePrice = 0; // of what is held now
};

} // namespace bw::jts
