#pragma once

#include "app/jts-sim/sim/api_context.h"

namespace bw::jts {

// Prices, candles and what can be read from them.
class MarketApi {
public:
    explicit MarketApi(ApiContext& context)
        : m_context(context) {}

    void prices(server::Exchange& exchange);
    void candles(server::Exchange& exchange);
    void analysis(server::Exchange& exchange);

private:
    ApiContext& m_context;
};

} // namespace bw::jts
