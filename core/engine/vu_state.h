#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/client/connection_pool.h"
#include "core/client/cookie_jar.h"
#include "core/engine/worker_context.h"
#include "core/expr/context.h"
#include "core/expr/value.h"
#include "core/runplan/run_plan.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace bw::engine {

// How a step ended.
enum class StepEnd {
    Next,   // go on
    GiveUp, // an expression failed or a request could not be made: the iteration is over
    NoRows, // a feed is used up: the iteration is over, and no other begins
};

class OpenSession;

// What one virtual user carries from step to step. Small: ten thousand of them fit where a browser tab would
// not.
class VuState final : public expr::FeedRows {
public:
    VuState(WorkerContext& worker, std::uint32_t number, std::uint32_t phase);

    WorkerContext& worker;
    const std::uint32_t number; // unique over the run, from 1; 0 for setup and teardown
    const std::uint32_t phase;  // index of the scenario; behind the last one setup, then teardown
    std::uint64_t iteration = 0;
    std::vector<expr::Value> slots;
    Random random;
    client::CookieJar cookies;
    Instant iterationStart{};
    std::uint64_t bytesSent = 0; // since they were last recorded
    std::uint64_t bytesReceived = 0;
    std::vector<OpenSession*> sessions; // that are open, the latest last
    std::uint64_t failures = 0; // requests without the expected response, failed checks, failed expressions

    [[nodiscard]] client::ConnectionPool& connections() {
        return worker.sharedPool ? *worker.sharedPool : m_connections;
    }

    // What its WebSockets resume; outlives them.
    [[nodiscard]] net::TlsSessions& tlsSessions() { return m_tlsSessions; }

    // Forgets what belongs to one iteration.
    void beginIteration();

    // What an expression sees now.
    [[nodiscard]] expr::Context context(const expr::ResponseView* response);

    [[nodiscard]] const expr::Value& cell(expr::FeedId feed, std::uint32_t column) override;
    [[nodiscard]] bool ranOutOfRows() const { return m_ranOut; }

private:
    client::ConnectionPool m_connections;
    net::TlsSessions m_tlsSessions;
    std::vector<std::optional<std::size_t>>
        m_rows; // by feed: the row of this iteration, drawn when first read
    bool m_ranOut = false;
};

} // namespace bw::engine
