#pragma once

#include "core/base/clock.h"
#include "core/client/client_context.h"
#include "core/client/connection_pool.h"
#include "core/engine/event.h"
#include "core/engine/far_clock.h"
#include "core/engine/feed_cursors.h"
#include "core/engine/http_series.h"
#include "core/engine/http_work.h"
#include "core/engine/outbox.h"
#include "core/engine/sample_writer.h"
#include "core/engine/step_series.h"
#include "core/engine/trace.h"
#include "core/engine/web_socket_series.h"
#include "core/expr/context.h"
#include "core/expr/scratch.h"
#include "core/metrics/snapshot.h"
#include "core/runplan/run_plan.h"

#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>

namespace bw::engine {

// What the run gives to all its workers. Immutable, or safe for all of them.
struct RunContext {
    std::shared_ptr<const runplan::RunPlan> plan;
    std::vector<PhaseTags> phases; // the scenarios in order, then setup and teardown
    client::HostPolicy policy;
    std::unique_ptr<net::TlsContext> tls;
    FeedCursors feeds;
    Outbox<Event> events{10'000};
    Outbox<Example> examples{1'000};
    Instant start{};      // run time 0
    WallTime wallStart{}; // the same moment
    enum class Debug { Off, On } debug = Debug::Off;
    std::unique_ptr<TraceBox> traces; // null: nobody looks

    [[nodiscard]] std::uint32_t setupPhase() const {
        return static_cast<std::uint32_t>(plan->scenarios.size());
    }
    [[nodiscard]] std::uint32_t teardownPhase() const { return setupPhase() + 1; }
};

[[nodiscard]] inline client::Speaks speaksOf(runplan::HttpVersion version) {
    return version == runplan::HttpVersion::Http1   ? client::Speaks::Http1
           : version == runplan::HttpVersion::Http2 ? client::Speaks::Http2
                                                    : client::Speaks::Best;
}

[[nodiscard]] inline client::NameChoice nameChoiceOf(const runplan::RunPlan& plan) {
    return {static_cast<client::NameChoice::Select>(plan.http.dnsSelect),
            static_cast<client::NameChoice::Policy>(plan.http.dnsPolicy), plan.seed};
}

// What the virtual users of one worker share. Lives on the worker's thread.
struct WorkerContext final : expr::WallClock {
    WorkerContext(RunContext& run_, net::Reactor& reactor_, net::Resolver& resolver,
                  metrics::Recorder& recorder, PointQueue* points, metrics::WorkerCounters& counters_)
        : run(run_)
        , plan(*run_.plan)
        , reactor(reactor_)
        , client(reactor_, resolver, run_.policy, run_.plan->http.dnsTtl, nameChoiceOf(*run_.plan))
        , writer(recorder, points)
        , http(plan, run_.phases, writer)
        , steps(plan, run_.phases, writer)
        , webSockets(plan, run_.phases, writer)
        , counters(counters_)
        , known(run_.plan->siteCount) {
        if (!plan.http.proxy.empty()) {
            client.proxyFor = [&rules = plan.http.proxy](const codec::Url& url) {
                return rules.proxyFor(url);
            };
        }
        if (plan.http.proxy.source == runplan::ProxyRules::Source::Environment) {
            client.proxyTrust = client::ClientContext::ProxyTrust::Trusted;
        }
        client.tls = run_.tls.get();
        client.speaks = speaksOf(plan.http.version);
    }

    RunContext& run;
    const runplan::RunPlan& plan;
    net::Reactor& reactor;
    client::ClientContext client;
    SampleWriter writer;
    HttpSeries http;
    StepSeries steps;
    WebSocketSeries webSockets;
    metrics::WorkerCounters& counters;
    expr::Scratch scratch;
    std::uint64_t responses = 0; // that expressions looked at
    HttpWorkPool works;
    std::vector<KnownRequest> known;                    // by the step's site
    std::unique_ptr<client::ConnectionPool> sharedPool; // null: each virtual user has its own
    std::vector<expr::Value> slots; // what a virtual user begins with: setup's results included

    [[nodiscard]] Duration runTime(Instant at) const { return at - run.start; }
    [[nodiscard]] double wallMs(Instant at) const {
        return static_cast<double>(run.wallStart.nanoseconds + (at - run.start).count()) / 1e6;
    }

    [[nodiscard]] double nowMs() const override { return std::floor(wallMs(reactor.now())); }

    // Tells once per place; the run is not slowed down by a flow that fails in every iteration.
    template <class What>
    void tellOnce(const std::string& place, What what) {
        if (m_told.size() < kMaxTold && m_told.insert(place).second) {
            run.events.put({runTime(reactor.now()), std::move(what)});
        }
    }

    void tellFailed(const std::string& step, std::string_view part, const expr::EvalError& error) {
        tellOnce(step + "\n" + std::string(part), ExpressionFailed{step, std::string(part), error});
    }

    // For whoever looks at what iterations do.
    [[nodiscard]] bool isTraced() const { return run.traces != nullptr; }
    template <class What>
    void trace(Instant at, std::uint32_t site, const std::string& name, What what) {
        run.traces->put({runTime(at), site, name, std::move(what)});
    }

    // The clock of another machine, by its name.
    [[nodiscard]] FarClock& farClock(const std::string& host) {
        const bool hasRoom = m_farClocks.size() < kMaxFarClocks || m_farClocks.contains(host);
        return m_farClocks[hasRoom ? host : std::string()];
    }

    // Whether another example of this kind is wanted; the first five are.
    [[nodiscard]] bool wantsExample(const std::string& name, const std::string& kind) {
        constexpr int kWanted = 5;
        int& count = m_examples[{name, kind}];
        return count < kWanted && ++count > 0;
    }

private:
    static constexpr std::size_t kMaxTold = 1000;
    static constexpr std::size_t kMaxFarClocks = 1000;
    std::set<std::string> m_told;
    std::map<std::string, FarClock> m_farClocks;
    std::map<std::pair<std::string, std::string>, int> m_examples;
};

} // namespace bw::engine
