#pragma once

#include "app/jts-sim/sim/admin_api.h"
#include "app/jts-sim/sim/fault_dice.h"
#include "app/jts-sim/sim/feed.h"
#include "app/jts-sim/sim/market_api.h"
#include "app/jts-sim/sim/order_api.h"
#include "app/jts-sim/sim/risk_api.h"
#include "app/jts-sim/sim/user_api.h"
#include "core/server/app.h"
#include "core/server/router.h"

namespace bw::jts {

// The simulated trading system on one server thread: who may do what, which fault strikes, what is noted as
// truth. The state outlives it.
class SimApp final : public server::App {
public:
    // `thread` picks the random stream of its faults.
    SimApp(SimState& state, unsigned thread);

    void attach(net::Reactor& reactor) override { m_feed.attach(reactor); }
    void handle(server::Exchange& exchange) override;
    void beforeSend(server::Exchange& exchange, Instant now) override;
    void onSent(const server::SentAnswer& answer) override;

private:
    enum class Access : std::uint8_t {
        Open,    // a token is not looked at
        Session, // without a valid token 401
        Either,  // a token must be valid, none is fine
        Local,   // from this machine only, never a fault, not part of the truth
    };
    using Endpoint = std::function<void(server::Exchange&)>;

    void addTradingRoutes();
    void addUserRoutes();
    void addAdminRoutes();
    void add(server::Method method, std::string_view pattern, Category category, Access access,
             Endpoint endpoint);
    void serve(server::Exchange& exchange, Access access, const Endpoint& endpoint);
    [[nodiscard]] bool admit(server::Exchange& exchange, Access access);
    // What the bottlenecks make of it.
    [[nodiscard]] Passage pass(server::Exchange& exchange, Duration latency);
    void strike(server::Exchange& exchange, const Fate& fate);
    void standStill() const;

    SimState& m_state;
    ApiContext m_context;
    Feed m_feed{m_state};
    OrderApi m_orders{m_context, m_feed};
    RiskApi m_risks{m_context};
    MarketApi m_markets{m_context};
    UserApi m_users{m_context};
    AdminApi m_admin{m_context};
    FaultDice m_dice;
    TruthRecorder& m_truth;
    server::Router m_router;
};

} // namespace bw::jts
