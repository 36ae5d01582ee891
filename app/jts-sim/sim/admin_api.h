#pragma once

#include "app/jts-sim/sim/api_context.h"

namespace bw::jts {

// Faults and truth, for clients on this machine alone.
class AdminApi {
public:
    explicit AdminApi(ApiContext& context)
        : m_context(context) {}

    void showFaults(server::Exchange& exchange);
    void setFaults(server::Exchange& exchange); // changes what the body names, keeps the rest
    void clearFaults(server::Exchange& exchange);
    void showBottlenecks(server::Exchange& exchange);
    void showTruth(server::Exchange& exchange);
    void clearTruth(server::Exchange& exchange);
    void showFeed(server::Exchange& exchange);

private:
    ApiContext& m_context;
};

// Why a fault was not set, in words.
[[nodiscard]] std::string reasonOf(const FaultError& error);

} // namespace bw::jts
