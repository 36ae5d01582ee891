#include "app/jts-sim/sim/risk_api.h"

#include <cmath>

namespace bw::jts {

namespace {

constexpr std::size_t maxPositions = 500;
constexpr double largest = 1e12;

// The list of positions: "positions", "portfolio", or "portfolio.positions".
std::optional<simdjson::dom::array> positionsIn(const simdjson::dom::object& body) {
    simdjson::dom::array list;
    for (const std::string_view name : {"positions", "portfolio"}) {
        if (body.at_key(name).get(list) == simdjson::SUCCESS) {
            return list;
        }
    }
    simdjson::dom::object portfolio;
    if (body.at_key("portfolio").get(portfolio) == simdjson::SUCCESS &&
        portfolio.at_key("positions").get(list) == simdjson::SUCCESS) {
        return list;
    }
    return std::nullopt;
}

} // namespace

bool RiskApi::readHolding(server::Exchange& exchange, const simdjson::dom::element& element) {
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) {
        refuse(exchange, 400, "a position must be an object", "positions");
        return false;
    }
    const auto symbol = textMember(object, "symbol");
    if (!symbol || !Market::isSymbol(*symbol)) {
        refuse(exchange, 400, "symbol must be 1 to 20 of A-Z, 0-9 and \"-._/\"", "positions.symbol");
        return false;
    }
    const auto quantity = numberMember(object, "quantity");
    if (!quantity || std::abs(*quantity) > largest) {
        refuse(exchange, 400, "quantity must be a number", "positions.quantity");
        return false;
    }
    const auto price = numberMember(object, "price");
    if (hasMember(object, "price") && (!price || *price <= 0 || *price > largest)) {
        refuse(exchange, 400, "price must be a number over 0", "positions.price");
        return false;
    }
    m_context.holdings.push_back({std::string(*symbol), *quantity, price.value_or(0)});
    return true;
}

bool RiskApi::readHoldings(server::Exchange& exchange, const simdjson::dom::object& body) {
    const auto list = positionsIn(body);
    if (!list) {
        const auto user = textMember(body, "userId");
        if (!user || !isUserId(*user)) {
            refuse(exchange, 400, "positions, portfolio or userId is needed", "positions");
            return false;
        }
        holdingsOf(*user);
        return true;
    }
    if (list->size() > maxPositions) {
        refuse(exchange, 400, "at most 500 positions", "positions");
        return false;
    }
    m_context.holdings.clear();
    for (const simdjson::dom::element element : *list) {
        if (!readHolding(exchange, element)) {
            return false;
        }
    }
    return true;
}

void RiskApi::holdingsOf(std::string_view user) {
    m_context.state.trading.positions(user, m_context.positions);
    m_context.holdings.clear();
    for (const Position& position : m_context.positions) {
        m_context.holdings.push_back({position.symbol, position.quantity, 0});
    }
}

void RiskApi::calculate(server::Exchange& exchange) {
    simdjson::dom::object body;
    if (m_context.readObject(exchange, body) != simdjson::SUCCESS || !readHoldings(exchange, body)) {
        return;
    }
    RiskResult& risk = m_context.risk;
    calculateRisk(m_context.state.market, m_context.now, m_context.holdings, risk);
    const auto user = textMember(body, "userId");
    const std::string_view session = m_context.sessionUser.empty() ? anonymous : m_context.sessionUser;
    const std::uint64_t id =
        m_context.state.risks.add({.id = 0,
                                   .userId = std::string(user && isUserId(*user) ? *user : session),
                                   .at = m_context.now,
                                   .positions = risk.positions.size(),
                                   .totalRisk = risk.totalRisk,
                                   .var95 = risk.var95,
                                   .portfolioValue = risk.portfolioValue});
    JsonWriter json = answer(exchange, 200);
    json.beginObject().integer("calculationId", static_cast<std::int64_t>(id));
    json.number("totalRisk", risk.totalRisk).number("var95", risk.var95);
    json.number("portfolioValue", risk.portfolioValue).key("positionRisk").beginArray();
    for (const PositionRisk& position : risk.positions) {
        json.beginObject().text("symbol", position.symbol).number("value", position.value);
        json.number("risk", position.risk).endObject();
    }
    json.endArray().integer("timestamp", milliseconds(m_context.now)).endObject();
}

void RiskApi::last(server::Exchange& exchange) {
    const std::size_t limit = m_context.countOf(exchange.request(), "limit", 20, 200);
    if (limit == 0) {
        refuse(exchange, 400, "limit must be a number from 1 to 200", "limit");
        return;
    }
    JsonWriter json = answer(exchange, 200);
    json.beginObject().key("calculations").beginArray();
    for (const RiskRecord& record : m_context.state.risks.last(limit)) {
        json.beginObject().integer("calculationId", static_cast<std::int64_t>(record.id));
        json.text("userId", record.userId).integer("positions", static_cast<std::int64_t>(record.positions));
        json.number("totalRisk", record.totalRisk).number("var95", record.var95);
        json.number("portfolioValue", record.portfolioValue).integer("timestamp", milliseconds(record.at));
        json.endObject();
    }
    json.endArray().endObject();
}

} // namespace bw::jts
