#include "app/jts-sim/sim/order_json.h"

#include <array>
#include <charconv>

namespace bw::jts {

namespace {

std::string_view name(Side side) {
    return side == Side::Buy ? "buy" : "sell";
}

std::string_view name(OrderType type) {
    return type == OrderType::Market ? "market" : "limit";
}

std::string_view name(OrderStatus status) {
    switch (status) {
    case OrderStatus::Accepted:
        return "accepted";
    case OrderStatus::Filled:
        return "filled";
    case OrderStatus::Cancelled:
        return "cancelled";
    }
    return {};
}

} // namespace

void appendOrderFields(JsonWriter& json, const Order& order, OrderStatus status) {
    std::array<char, 32> id;
    std::copy(orderIdPrefix.begin(), orderIdPrefix.end(), id.begin());
    const auto end = std::to_chars(id.data() + orderIdPrefix.size(), id.data() + id.size(), order.id).ptr;
    json.text("orderId", std::string_view(id.data(), static_cast<std::size_t>(end - id.data())));
    json.text("status", name(status));
    json.text("symbol", order.symbol);
    json.text("side", name(order.side));
    json.text("type", name(order.type));
    json.number("quantity", order.quantity);
    json.number("price", order.price);
    json.text("userId", order.userId);
    json.integer("timestamp", order.placedAt.nanoseconds / 1'000'000);
}

} // namespace bw::jts
