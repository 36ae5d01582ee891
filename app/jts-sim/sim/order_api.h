#pragma once

#include "app/jts-sim/sim/api_context.h"
#include "app/jts-sim/sim/feed.h"

namespace bw::jts {

// Orders, the history they make and the positions they move.
class OrderApi {
public:
    // Tells `feed` of the orders.
    OrderApi(ApiContext& context, Feed& feed)
        : m_context(context)
        , m_feed(feed) {}

    void place(server::Exchange& exchange);
    void find(server::Exchange& exchange);
    void cancel(server::Exchange& exchange);
    void list(server::Exchange& exchange); // also the trading history
    void positions(server::Exchange& exchange);

private:
    // Fills `order` from the body, or answers 400.
    [[nodiscard]] bool readOrder(server::Exchange& exchange, Order& order);
    [[nodiscard]] bool readPrice(server::Exchange& exchange, const simdjson::dom::object& body, Order& order);

    ApiContext& m_context;
    Feed& m_feed;
};

} // namespace bw::jts
