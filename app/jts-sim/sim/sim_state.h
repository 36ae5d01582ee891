#pragma once

#include "app/jts-sim/sim/fault_board.h"
#include "app/jts-sim/sim/feed_board.h"
#include "app/jts-sim/sim/market.h"
#include "app/jts-sim/sim/risk_log.h"
#include "app/jts-sim/sim/sessions.h"
#include "app/jts-sim/sim/trading_state.h"
#include "app/jts-sim/sim/truth.h"
#include "app/jts-sim/sim/user_documents.h"

namespace bw::jts {

// Everything that the simulator remembers, shared by its threads; each part guards itself.
struct SimState {
    SimState(std::uint64_t seedOfAll, const Clock& theClock, const TradingLimits& limits = {})
        : seed(seedOfAll)
        , clock(theClock)
        , market(seedOfAll)
        , trading(limits)
        , sessions(seedOfAll) {}

    const std::uint64_t seed;
    const Clock& clock;
    const Market market;
    TradingState trading;
    Sessions sessions;
    UserDocuments documents;
    RiskLog risks;
    FaultBoard faults;
    FeedBoard feeds;
    Truth truth;
};

} // namespace bw::jts
