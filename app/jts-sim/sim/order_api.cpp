#include "app/jts-sim/sim/order_api.h"

#include "app/jts-sim/sim/order_json.h"

#include <charconv>
#include <cmath>

namespace bw::jts {

namespace {

constexpr double largest = 1e12;

// "ord-12" is 12; anything else is 0, which no order has.
std::uint64_t readId(std::string_view text) {
    if (!text.starts_with(orderIdPrefix)) {
        return 0;
    }
    text.remove_prefix(orderIdPrefix.size());
    std::uint64_t id = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), id);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? id : 0;
}

void appendOrder(JsonWriter& json, const Order& order, OrderStatus status) {
    json.beginObject();
    appendOrderFields(json, order, status);
    json.endObject();
}

} // namespace

bool OrderApi::readPrice(server::Exchange& exchange, const simdjson::dom::object& body, Order& order) {
    const double market = m_context.state.market.price(order.symbol, m_context.now);
    const auto price = numberMember(body, "price");
    if ((hasMember(body, "price") || order.type == OrderType::Limit) &&
        !(price && *price > 0 && *price <= largest)) {
        refuse(exchange, 400, "price must be a number over 0", "price");
        return false;
    }
    if (order.type == OrderType::Market) {
        order.price = market;
        order.status = OrderStatus::Filled;
        return true;
    }
    const bool crosses = order.side == Side::Buy ? *price >= market : *price <= market;
    order.price = crosses ? market : *price;
    order.status = crosses ? OrderStatus::Filled : OrderStatus::Accepted;
    return true;
}

bool OrderApi::readOrder(server::Exchange& exchange, Order& order) {
    simdjson::dom::object body;
    if (m_context.readObject(exchange, body) != simdjson::SUCCESS) {
        return false;
    }
    const auto symbol = textMember(body, "symbol");
    if (!symbol || !Market::isSymbol(*symbol)) {
        refuse(exchange, 400, "symbol must be 1 to 20 of A-Z, 0-9 and \"-._/\"", "symbol");
        return false;
    }
    const auto side = textMember(body, "side");
    if (side != "buy" && side != "sell") {
        refuse(exchange, 400, "side must be buy or sell", "side");
        return false;
    }
    const auto type = textMember(body, "type");
    if (type != "market" && type != "limit") {
        refuse(exchange, 400, "type must be market or limit", "type");
        return false;
    }
    const auto quantity = numberMember(body, "quantity");
    if (!quantity || !(*quantity > 0) || *quantity > largest) {
        refuse(exchange, 400, "quantity must be a number over 0", "quantity");
        return false;
    }
    const auto user = textMember(body, "userId");
    if ((hasMember(body, "userId") && !user) || (user && !isUserId(*user))) {
        refuse(exchange, 400, "userId must be text of 1 to 64 characters", "userId");
        return false;
    }
    order.symbol = *symbol;
    order.side = *side == "buy" ? Side::Buy : Side::Sell;
    order.type = *type == "market" ? OrderType::Market : OrderType::Limit;
    order.quantity = *quantity;
    order.userId = user ? *user : m_context.sessionUser.empty() ? anonymous : m_context.sessionUser;
    order.placedAt = m_context.now;
    return readPrice(exchange, body, order);
}

void OrderApi::place(server::Exchange& exchange) {
    Order order;
    if (!readOrder(exchange, order)) {
        return;
    }
    const auto id = m_context.state.trading.place(order);
    if (!id) {
        refuse(exchange, 409, "the user holds too many symbols");
        return;
    }
    order.id = *id;
    JsonWriter json = answer(exchange, 201);
    appendOrder(json, order, order.status);
    m_feed.publish(order);
}

void OrderApi::find(server::Exchange& exchange) {
    const auto order = m_context.state.trading.find(readId(exchange.request().pathParameter(0)));
    if (!order) {
        refuse(exchange, 404, "no such order");
        return;
    }
    JsonWriter json = answer(exchange, 200);
    appendOrder(json, *order, order->status);
}

void OrderApi::cancel(server::Exchange& exchange) {
    const auto order = m_context.state.trading.cancel(readId(exchange.request().pathParameter(0)));
    if (!order) {
        refuse(exchange, 404, "no such order");
        return;
    }
    JsonWriter json = answer(exchange, 200);
    appendOrder(json, *order, OrderStatus::Cancelled);
}

void OrderApi::list(server::Exchange& exchange) {
    const std::size_t limit = m_context.countOf(exchange.request(), "limit", 50, 500);
    if (limit == 0) {
        refuse(exchange, 400, "limit must be a number from 1 to 500", "limit");
        return;
    }
    std::string_view user;
    if (exchange.request().queryValue("userId", m_context.text)) {
        user = m_context.text;
    }
    m_context.state.trading.history(user, limit, m_context.orders);
    JsonWriter json = answer(exchange, 200);
    json.beginObject().integer("count", static_cast<std::int64_t>(m_context.orders.size()));
    json.key("orders").beginArray();
    for (const Order& order : m_context.orders) {
        appendOrder(json, order, order.status);
    }
    json.endArray().endObject();
}

void OrderApi::positions(server::Exchange& exchange) {
    const std::string_view user = m_context.userOf(exchange.request());
    m_context.state.trading.positions(user, m_context.positions);
    JsonWriter json = answer(exchange, 200);
    json.beginObject().text("userId", user).key("positions").beginArray();
    double total = 0;
    for (const Position& position : m_context.positions) {
        const double price = m_context.state.market.price(position.symbol, m_context.now);
        const double value = position.quantity * price;
        total += value;
        json.beginObject().text("symbol", position.symbol).number("quantity", position.quantity);
        json.number("averagePrice", position.averagePrice)
            .number("marketPrice", price)
            .number("value", value);
        json.number("unrealizedPnl", position.quantity * (price - position.averagePrice)).endObject();
    }
    json.endArray().number("totalValue", total).integer("timestamp", milliseconds(m_context.now)).endObject();
}

} // namespace bw::jts
