#pragma once

#include "core/client/web_socket_session.h"
#include "core/engine/expectations.h"
#include "core/engine/http_runner.h"
#include "core/engine/message_reader.h"
#include "core/engine/trace.h"
#include "core/engine/vu_state.h"
#include "core/engine/web_socket_series.h"
#include "core/net/task.h"
#include "core/net/timer.h"
#include "core/runplan/run_plan.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::engine {

// One run of a WebSocket step: opens the session, sends, looks at what comes, opens it anew when it breaks
// and the plan says so, closes. Lives in the coroutine's frame that runs the step; destroyed in the middle,
// it counts the session as cut off.
class OpenSession final : private client::WebSocketHandler {
public:
    // Listed with the user while it lives, so that expect steps find it.
    OpenSession(VuState& user, const runplan::WebSocketStep& step, std::string_view group);
    OpenSession(const OpenSession&) = delete;
    OpenSession& operator=(const OpenSession&) = delete;
    ~OpenSession() override;

    [[nodiscard]] std::string_view name() const { return m_step.name; }
    // Null when no step expects a message of it.
    [[nodiscard]] Expectations* expectations() { return m_expectations.get(); }

    // Whether the session stands. When a template failed, `end` says how the step ends.
    [[nodiscard]] net::Task<bool> open(Branch& branch, StepEnd& end);
    // Sends what the step sends when the session opens; how the step goes on.
    [[nodiscard]] StepEnd sendAll();
    // Stays open as long as the step says, unless the flow was given up, then closes.
    [[nodiscard]] net::Task<void> finish(StepEnd soFar);

private:
    // A message that is sent again and again; null: a ping.
    struct Beat {
        Beat(OpenSession& of, const runplan::WebSocketMessage* what, Duration how)
            : session(of)
            , message(what)
            , every(how) {}
        OpenSession& session;
        const runplan::WebSocketMessage* message;
        Duration every;
        Instant due{};
        void onDue(Instant now) { session.onBeat(*this, now); }
        net::MemberTimer<&Beat::onDue> timer{*this};
    };

    void onMessage(codec::WsMessageKind kind, std::string_view message, Instant at) override;
    void onPong(Duration roundTrip, Instant at) override;
    void onEnded(const client::WebSocketEnd& end, Instant at) override;
    void onWake(Instant now);
    void onDropped(Instant now);
    void onBeat(Beat& beat, Instant now);

    [[nodiscard]] net::Task<bool> connect(Branch& branch, StepEnd& end);
    [[nodiscard]] net::Task<bool> tryAgain(Branch& branch, StepEnd& end);
    [[nodiscard]] net::Task<void> keepOpen();
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] Instant overAt() const;
    [[nodiscard]] Duration pause();

    [[nodiscard]] bool render(Branch& branch, StepEnd& end);
    [[nodiscard]] StepEnd send(const runplan::WebSocketMessage& message);
    void pingFarClock(Instant at);
    void endForGood();
    void startBeats();
    void stopBeats();
    void record(const client::Exchange& exchange);
    [[nodiscard]] bool fulfilsUntil(std::string_view message);
    [[nodiscard]] StepEnd failure(std::string_view part, const expr::EvalError& error);
    void traceMessage(TracedMessage::Way way, std::string_view text, Instant at);
    void tellFailure(metrics::Outcome outcome, int systemError, std::string_view detail);
    void settleBytes(Instant at);
    void countBytes(std::uint64_t sent, std::uint64_t received);
    void advance(Instant at) { m_worker.writer.advanceTo(m_worker.runTime(at)); }

    // What is only there while the session is being opened.
    struct Request {
        std::string url;
        codec::Url target;
        std::string fieldText;
        std::vector<codec::HeaderField> fields;
    };

    VuState& m_user;
    WorkerContext& m_worker;
    const runplan::WebSocketStep& m_step;
    std::string_view m_group;
    WebSocketSeries::OfStep* m_series = nullptr;
    MessageReader m_reader;
    std::unique_ptr<Expectations> m_expectations;
    std::optional<client::WebSocketSession> m_session; // of reconnects the latest
    net::Traffic m_settled;                            // counted already
    Instant m_settledAt{};
    std::unique_ptr<Request> m_request;
    std::vector<std::unique_ptr<Beat>> m_beats;
    // For who finishes: the session ended, or its time is over. And for who keeps it open.
    net::OneShot<bool> m_wake;
    net::MemberTimer<&OpenSession::onWake> m_wakeTimer{*this};
    net::OneShot<bool> m_dropped;
    net::MemberTimer<&OpenSession::onDropped> m_dropTimer{*this};
    std::unique_ptr<net::TaskRunner> m_keeper; // only when the step reconnects
    Instant m_since{};                         // when it first stood
    Instant m_openedAt{};
    std::int64_t m_attempts = 0; // to reconnect, in a row
    bool m_stands = false;
    bool m_hasEnded = false;
    bool m_isFulfilled = false; // the step's condition
    bool m_isGone = false;      // it will not be opened anew
};

} // namespace bw::engine
