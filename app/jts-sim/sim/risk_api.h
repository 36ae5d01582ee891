#pragma once

#include "app/jts-sim/sim/api_context.h"

namespace bw::jts {

// Risk of a portfolio that is sent, or of the positions that a user holds.
class RiskApi {
public:
    explicit RiskApi(ApiContext& context)
        : m_context(context) {}

    void calculate(server::Exchange& exchange);
    void last(server::Exchange& exchange);

private:
    [[nodiscard]] bool readHoldings(server::Exchange& exchange, const simdjson::dom::object& body);
    [[nodiscard]] bool readHolding(server::Exchange& exchange, const simdjson::dom::element& element);
    void holdingsOf(std::string_view user);

    ApiContext& m_context;
};

} // namespace bw::jts
