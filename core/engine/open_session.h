#pragma once

#include "core/client/web_socket_session.h"
#include "core/engine/http_runner.h"
#include "core/engine/vu_state.h"
#include "core/engine/web_socket_series.h"
#include "core/net/task.h"
#include "core/net/timer.h"
#include "core/runplan/run_plan.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::engine {

// One run of a WebSocket step: opens the session, sends, looks at what comes, closes. Lives in the
// coroutine's frame that runs the step; destroyed in the middle, it counts the session as cut off.
class OpenSession final : private client::WebSocketHandler {
public:
    // Listed with the user while it lives, so that expect steps find it.
    OpenSession(VuState& user, const runplan::WebSocketStep& step, std::string_view group);
    OpenSession(const OpenSession&) = delete;
    OpenSession& operator=(const OpenSession&) = delete;
    ~OpenSession() override;

    [[nodiscard]] std::string_view name() const { return m_step.name; }

    // Whether the session stands. When a template failed, `end` says how the step ends.
    [[nodiscard]] net::Task<bool> open(Branch& branch, StepEnd& end);
    // Sends what the step sends when the session opens; how the step goes on.
    [[nodiscard]] StepEnd sendAll();
    // Until a message of the session fulfils the condition, one that came since the last such step included.
    // False: too late, or the session is over.
    [[nodiscard]] static net::Task<bool> expect(OpenSession& session, const runplan::ExpectStep& step,
                                                Instant due, std::string_view group);
    // Stays open as long as the step says, then closes.
    [[nodiscard]] net::Task<void> finish();

private:
    // Somebody who waits for a message.
    struct Waiter {
        const runplan::ExpectStep& step;
        std::vector<Waiter*>* line; // it stands in; null: the session is gone
        net::OneShot<bool> turn{};  // whether the message came
        Instant came{};
        void onDeadline(Instant /*now*/) { turn.give(false); }
        net::MemberTimer<&Waiter::onDeadline> deadline{*this};
    };

    void onMessage(codec::WsMessageKind kind, std::string_view message, Instant at) override;
    void onPong(Duration roundTrip, Instant at) override;
    void onEnded(const client::WebSocketEnd& end, Instant at) override;
    void onDurationOver(Instant now);

    [[nodiscard]] bool render(Branch& branch, StepEnd& end);
    void record(const client::Exchange& exchange);
    void look(std::string_view message, Instant at);
    void readTime(expr::Context& context, Instant at);
    void readSequence(expr::Context& context);
    void check(expr::Context& context, std::string_view message, Instant at);
    void extract(expr::Context& context);
    void offer(std::string_view message, Instant at);
    [[nodiscard]] bool findRecent(const runplan::ExpectStep& step);
    [[nodiscard]] bool fulfils(const runplan::ExpectStep& step, std::string_view message, Instant at);
    [[nodiscard]] StepEnd failure(std::string_view part, const expr::EvalError& error);
    void tell(std::string_view part, const expr::EvalError& error);
    void tellFailure(metrics::Outcome outcome, int systemError, std::string_view detail);
    void settleBytes();
    void advance(Instant at) { m_worker.writer.advanceTo(m_worker.runTime(at)); }

    VuState& m_user;
    WorkerContext& m_worker;
    const runplan::WebSocketStep& m_step;
    std::string_view m_group;
    WebSocketSeries::OfStep& m_series;
    client::WebSocketSession m_session;
    net::Traffic m_settled;
    std::string m_url;
    codec::Url m_target;
    std::string m_fieldText;
    std::vector<codec::HeaderField> m_fields;
    std::vector<Waiter*> m_waiters;
    std::deque<std::string> m_recent; // messages that no expect step has looked behind yet; bounded
    std::size_t m_recentBytes = 0;
    struct Channel {
        std::string name;
        double last = 0;
    };
    std::vector<Channel> m_channels; // the last number of each
    net::OneShot<bool> m_wake;       // the session ended, or its time is over
    net::MemberTimer<&OpenSession::onDurationOver> m_durationOver{*this};
    Instant m_openedAt{};
    bool m_stands = false;
    bool m_hasEnded = false;
};

} // namespace bw::engine
