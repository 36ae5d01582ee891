#include "core/engine/load_engine.h"

#include "core/engine/connection_room.h"
#include "core/net/descriptor_limit.h"

#include <algorithm>

namespace bw::engine {
namespace {

// A session with many messages fills them; then the rest is not shown.
constexpr std::size_t kMostTraces = 20'000;

// Time for all workers to hear of the start before it comes.
constexpr Duration kStartAhead = std::chrono::milliseconds(5);

std::vector<PhaseTags> phasesOf(const runplan::RunPlan& plan) {
    std::vector<PhaseTags> phases;
    for (const runplan::Scenario& scenario : plan.scenarios) {
        phases.push_back({scenario.name, {}, scenario.tags});
    }
    phases.push_back({{}, "::setup", {}});
    phases.push_back({{}, "::teardown", {}});
    return phases;
}

std::unique_ptr<net::TlsContext> tlsOf(const runplan::TlsFiles& files) {
    const auto verify = files.verify == runplan::TlsFiles::Verify::No ? net::TlsSettings::Verify::No
                                                                      : net::TlsSettings::Verify::Yes;
    return std::make_unique<net::TlsContext>(
        net::TlsContext::Side::Client,
        net::TlsSettings{verify, files.authorities, files.certificate, files.key});
}

} // namespace

Result<std::unique_ptr<LoadEngine>, net::NetError>
LoadEngine::create(std::shared_ptr<const runplan::RunPlan> plan, const EngineOptions& options,
                   const Clock& clock) {
    std::unique_ptr<LoadEngine> engine(new LoadEngine(std::move(plan), options, clock));
    const runplan::HttpDefaults& http = engine->m_run.plan->http;
    const bool namesFiles =
        !http.tls.authorities.empty() || !http.tls.certificate.empty() || !http.tls.key.empty();
    if (http.needsTls || namesFiles) {
        if (const auto ready = engine->m_run.tls->prepare(); !ready) {
            return std::unexpected(ready.error());
        }
    }
    auto resolver = net::Resolver::create();
    if (!resolver) {
        return std::unexpected(resolver.error());
    }
    engine->m_resolver = std::move(*resolver);
    if (const auto error = engine->addWorkers(options)) {
        return std::unexpected(*error);
    }
    return engine;
}

std::optional<net::NetError> LoadEngine::addWorkers(const EngineOptions& options) {
    ConnectionRoom room{.descriptors = net::raiseDescriptorLimit()};
    auto reactor = net::Reactor::create(options.reactor);
    if (!reactor) {
        return reactor.error();
    }
    room.perLoop = (*reactor)->ownSockets();
    const std::uint64_t wanted = connectionsWanted(*m_run.plan);
    const unsigned count = options.more == EngineOptions::MoreWorkers::Yes
                               ? room.workersFor(wanted, options.workers)
                               : options.workers;
    if (const std::uint64_t possible = room.of(count); possible < wanted) {
        m_run.events.put({{}, TooFewConnections{wanted, possible}});
    }
    for (unsigned number = 0; number < count; ++number) {
        if (number > 0) {
            reactor = net::Reactor::create(options.reactor);
        }
        if (!reactor) {
            return reactor.error();
        }
        if (options.points == EngineOptions::Points::Yes) {
            m_points.push_back(std::make_unique<PointQueue>());
        }
        m_workers.push_back(std::make_unique<Worker>(m_run, m_team, number, count, std::move(*reactor),
                                                     *m_resolver,
                                                     m_points.empty() ? nullptr : m_points.back().get()));
        Worker& worker = *m_workers.back();
        m_team.workers.push_back(&worker);
        m_recorders.push_back(&worker.recorder());
        m_counters.push_back(&worker.counters());
    }
    return std::nullopt;
}

LoadEngine::LoadEngine(std::shared_ptr<const runplan::RunPlan> plan, const EngineOptions& options,
                       const Clock& clock)
    : m_clock(clock)
    , m_run{.plan = plan,
            .phases = phasesOf(*plan),
            .policy = client::HostPolicy(plan->allowed.names),
            .tls = tlsOf(plan->http.tls),
            .feeds = FeedCursors(plan->feeds),
            .debug = options.debug,
            .traces = options.traces == EngineOptions::Traces::Yes ? std::make_unique<TraceBox>(kMostTraces)
                                                                   : nullptr}
    , m_added(plan->scenarios.size()) {
    m_team.sharedIterations = std::make_unique<std::atomic<std::uint64_t>[]>(plan->scenarios.size());
}

LoadEngine::~LoadEngine() {
    join();
}

void LoadEngine::join() {
    for (const auto& worker : m_workers) {
        worker->stopThread();
    }
    m_resolver.reset();
}

void LoadEngine::start() {
    m_run.start = m_clock.now();
    m_run.wallStart = m_clock.wallNow();
    for (const auto& worker : m_workers) {
        worker->startThread();
    }
    if (!m_run.plan->setup) {
        m_setupSlots = m_run.plan->initialSlots;
        beginLoad();
        return;
    }
    m_workers.front()->runOnce(*m_run.plan->setup, m_run.setupPhase(), [this](VuState& user) {
        {
            const std::lock_guard lock(m_mutex);
            m_failures = user.failures;
            m_setupSlots = user.slots;
            ++m_ready;
        }
        signal();
    });
}

void LoadEngine::signal() {
    const std::lock_guard lock(m_mutex);
    ++m_signals;
    m_changed.notify_all();
}

void LoadEngine::wait(Duration atMost) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, atMost, [this] { return m_signals > 0; });
    m_signals = 0;
}

EngineStage LoadEngine::advance() {
    std::size_t ready = 0;
    {
        const std::lock_guard lock(m_mutex);
        ready = m_ready;
    }
    switch (m_stage) {
    case EngineStage::Setup:
        if (ready == 1) {
            m_setupFailed = m_failures > 0;
            if (m_setupFailed) {
                m_stage = EngineStage::Ended; // teardown would miss what setup makes; k6 leaves it out, too
            } else if (m_stopRequested) {
                beginTeardown();
            } else {
                beginLoad();
            }
        }
        break;
    case EngineStage::Load:
        // An arrival on its way to a neighbour is not yet counted anywhere.
        if (ready == m_workers.size() && m_team.offers.load(std::memory_order_acquire) == 0) {
            beginTeardown();
        }
        break;
    case EngineStage::Teardown:
        if (ready == 1) {
            m_stage = EngineStage::Ended;
        }
        break;
    case EngineStage::Ended:
        break;
    }
    return m_stage;
}

void LoadEngine::beginLoad() {
    m_stage = EngineStage::Load;
    std::vector<expr::Value> slots;
    {
        const std::lock_guard lock(m_mutex);
        m_ready = 0;
        slots = m_setupSlots;
    }
    m_loadStart = m_clock.now() + kStartAhead;
    for (const auto& worker : m_workers) {
        worker->begin(m_loadStart, slots, [this] {
            {
                const std::lock_guard lock(m_mutex);
                ++m_ready;
            }
            signal();
        });
    }
}

void LoadEngine::beginTeardown() {
    {
        const std::lock_guard lock(m_mutex);
        m_ready = 0;
    }
    if (!m_run.plan->teardown || m_abortRequested) {
        m_stage = EngineStage::Ended;
        return;
    }
    m_stage = EngineStage::Teardown;
    m_workers.front()->runOnce(*m_run.plan->teardown, m_run.teardownPhase(), [this](VuState&) {
        {
            const std::lock_guard lock(m_mutex);
            ++m_ready;
        }
        signal();
    });
}

bool LoadEngine::pause() {
    if (m_stage != EngineStage::Load || m_stopRequested || isPaused()) {
        return false;
    }
    m_pausedAt = m_clock.now();
    for (const auto& worker : m_workers) {
        worker->pause(*m_pausedAt);
    }
    return true;
}

bool LoadEngine::resume() {
    if (!isPaused()) {
        return false;
    }
    const Instant at = m_clock.now();
    for (const auto& worker : m_workers) {
        worker->resume(at);
    }
    endPause(at);
    return true;
}

void LoadEngine::endPause(Instant at) {
    if (m_pausedAt) {
        m_paused += at - *m_pausedAt;
        m_pausedAt.reset();
    }
}

Duration LoadEngine::scheduleTime() const {
    return m_pausedAt.value_or(m_clock.now()) - m_loadStart - m_paused;
}

bool LoadEngine::setAdded(std::uint32_t scenario, double amount) {
    if (m_stage != EngineStage::Load || m_stopRequested || scenario >= m_added.size()) {
        return false;
    }
    const runplan::LoadShape::ByHand bounds = m_run.plan->scenarios[scenario].load.byHand();
    m_added[scenario] = std::clamp(amount, bounds.least, bounds.most);
    const Instant at = m_clock.now();
    for (const auto& worker : m_workers) {
        worker->setAdded(scenario, m_added[scenario], at);
    }
    return true;
}

void LoadEngine::stopGracefully() {
    m_stopRequested = true;
    endPause(m_clock.now());
    for (const auto& worker : m_workers) {
        worker->stopGracefully();
    }
}

void LoadEngine::stopNow() {
    m_stopRequested = true;
    endPause(m_clock.now());
    if (m_stage == EngineStage::Load || m_stage == EngineStage::Setup) {
        for (const auto& worker : m_workers) {
            worker->abort();
        }
    }
}

void LoadEngine::abort() {
    m_stopRequested = true;
    m_abortRequested = true;
    endPause(m_clock.now());
    for (const auto& worker : m_workers) {
        worker->abort();
    }
}

std::vector<double> LoadEngine::takeBusyShares() {
    std::vector<double> shares;
    for (const auto& worker : m_workers) {
        shares.push_back(worker->takeBusyShare());
    }
    return shares;
}

} // namespace bw::engine
