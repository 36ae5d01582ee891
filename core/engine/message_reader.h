#pragma once

#include "core/engine/far_clock.h"
#include "core/engine/vu_state.h"
#include "core/engine/web_socket_series.h"
#include "core/expr/context.h"
#include "core/runplan/run_plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace bw::engine {

// What is asked of each message that a session receives: how long it was under way, whether one before it is
// missing, the checks, what is extracted. Belongs to one session; not thread-safe.
class MessageReader {
public:
    // All outlive the reader.
    MessageReader(VuState& user, const runplan::WebSocketStep& step, std::string_view group);

    // Before the first message: where its measures go, and whom it comes from.
    void begin(WebSocketSeries::OfStep& series, const std::string& host);

    void look(std::string_view message, Instant at);

    // The clock that messages have their time from; null: ours.
    [[nodiscard]] FarClock* farClock() const { return m_farClock; }

private:
    void readTime(expr::Context& context, Instant at);
    void readSequence(expr::Context& context);
    void check(expr::Context& context, std::string_view message, Instant at);
    void extract(expr::Context& context);

    struct Channel {
        std::string name;
        double last = 0;
    };

    VuState& m_user;
    WorkerContext& m_worker;
    const runplan::WebSocketStep& m_step;
    std::string_view m_group;
    WebSocketSeries::OfStep* m_series = nullptr;
    FarClock* m_farClock = nullptr;
    std::vector<Channel> m_channels; // the last number of each
};

} // namespace bw::engine
