#include "core/engine/worker.h"

#include "core/engine/arrival_runner.h"
#include "core/engine/closed_runner.h"

#include <algorithm>

namespace bw::engine {
namespace {

// A scenario with fewer users lives on one worker: splitting it would cost more than it gives.
constexpr std::uint32_t kStripeFrom = 64;
// A divisor of the second, so that each second is sealed as it ends.
constexpr Duration kBeat = std::chrono::milliseconds(100);
// Arrivals on their way between workers, over the whole run.
constexpr std::int64_t kMaxOffers = 1024;

} // namespace

Worker::Worker(RunContext& run, Team& team, unsigned number, unsigned count,
               std::unique_ptr<net::Reactor> reactor, net::Resolver& resolver, PointQueue* points)
    : m_run(run)
    , m_team(team)
    , m_number(number)
    , m_count(count)
    , m_reactor(std::move(reactor))
    , m_recorder(run.plan->metrics)
    , m_counters(run.plan->scenarios.size())
    , m_context(run, *m_reactor, resolver, m_recorder, points, m_counters) {
    const runplan::HttpDefaults& http = run.plan->http;
    if (http.connections.kind == runplan::Connections::Kind::Shared) {
        const std::uint32_t share =
            http.connections.shared / count + (number < http.connections.shared % count ? 1 : 0);
        m_context.sharedPool =
            std::make_unique<client::ConnectionPool>(m_context.client, std::max(1U, share));
    }
    for (const std::string& address : http.localAddresses) {
        if (const auto parsed = net::Address::parse(address, 0)) {
            m_context.client.sources.add(*parsed);
        }
    }
    m_context.client.sources.shareAmong(count);
    m_context.slots = run.plan->initialSlots;
    m_lateness = m_context.writer.series(metrics::id(metrics::Builtin::GeneratorLateness), {});
}

Worker::~Worker() = default;

void Worker::startThread() {
    m_thread = std::thread([this] {
        m_nextBeat = m_run.start;
        m_reactor->arm(m_beat, m_nextBeat);
        m_reactor->run();
        // What is left belongs to this thread: frames and timers go back where they came from.
        m_once.user.reset();
        m_runners.clear();
        m_context.sharedPool.reset();
        m_beat.cancel();
    });
}

void Worker::stopThread() {
    if (m_thread.joinable()) {
        m_reactor->stop();
        m_thread.join();
    }
}

// Seals the seconds that passed, also when nothing happens, and measures how late the loop gets to its
// timers.
void Worker::onBeat(Instant /*now*/) {
    const Instant now = m_reactor->now();
    m_context.writer.advanceTo(now - m_run.start);
    m_context.writer.trend(m_lateness, std::max(Duration::zero(), now - m_nextBeat));
    m_nextBeat = m_run.start + ((now - m_run.start) / kBeat + 1) * kBeat;
    m_reactor->arm(m_beat, m_nextBeat);
}

void Worker::runOnce(runplan::FlowIndex flow, std::uint32_t phase, std::function<void(VuState&)> onEnd) {
    m_reactor->post([this, flow, phase, onEnd = std::move(onEnd)] {
        m_once.onEnd = onEnd;
        m_once.user = std::make_unique<VirtualUser>(m_context, m_run.plan->flows[flow], m_once, 0, phase);
        m_once.user->start(m_reactor->now());
    });
}

void Worker::Once::onUserFree(VirtualUser& ended, IterationEnd end) {
    if (end != IterationEnd::Retired) {
        ended.retire(); // the flow's `after` steps belong to it
        return;
    }
    onEnd(ended.state());
}

bool Worker::isStriped(std::uint32_t phase) const {
    return m_count > 1 && m_run.plan->scenarios[phase].load.maxVus() >= kStripeFrom;
}

bool Worker::isMine(std::uint32_t phase) const {
    return isStriped(phase) || phase % m_count == m_number;
}

void Worker::buildRunners() {
    const auto& scenarios = m_run.plan->scenarios;
    for (std::uint32_t phase = 0; phase < scenarios.size(); ++phase) {
        if (!isMine(phase)) {
            m_runners.push_back(nullptr);
            continue;
        }
        const unsigned part = isStriped(phase) ? m_number : 0;
        const unsigned parts = isStriped(phase) ? m_count : 1;
        const auto onDone = [this] { onRunnerDone(); };
        if (scenarios[phase].load.model() == runplan::LoadModel::Arrivals) {
            m_runners.push_back(std::make_unique<ArrivalRunner>(
                m_context, phase, part, parts,
                [this, phase](Instant intended) { return passOn(phase, intended, 0); }, onDone));
        } else {
            m_runners.push_back(std::make_unique<ClosedRunner>(m_context, phase, part, parts,
                                                               &m_team.sharedIterations[phase], onDone));
        }
        ++m_running;
    }
}

void Worker::begin(Instant start, std::vector<expr::Value> slots, std::function<void()> onDone) {
    m_reactor->post([this, start, slots = std::move(slots), onDone = std::move(onDone)] {
        m_context.slots = slots;
        m_onDone = onDone;
        buildRunners();
        if (m_running == 0) {
            m_onDone();
            return;
        }
        for (std::uint32_t phase = 0; phase < m_runners.size(); ++phase) {
            if (m_runners[phase]) {
                m_runners[phase]->begin(start + m_run.plan->scenarios[phase].startTime);
            }
        }
    });
}

void Worker::onRunnerDone() {
    if (--m_running == 0) {
        m_onDone();
    }
}

template <class Call>
void Worker::postToRunners(Call call) {
    m_reactor->post([this, call] {
        for (const auto& runner : m_runners) {
            if (runner && !runner->isDone()) {
                call(*runner);
            }
        }
    });
}

void Worker::stopGracefully() {
    postToRunners([](ScenarioRunner& runner) { runner.stop(); });
}

void Worker::pause(Instant at) {
    postToRunners([at](ScenarioRunner& runner) { runner.pause(at); });
}

void Worker::resume(Instant at) {
    postToRunners([at](ScenarioRunner& runner) { runner.resume(at); });
}

void Worker::setAdded(std::uint32_t phase, double amount, Instant at) {
    m_reactor->post([this, phase, amount, at] {
        if (m_runners[phase] && !m_runners[phase]->isDone()) {
            m_runners[phase]->setAdded(amount, at);
        }
    });
}

void Worker::abort() {
    m_reactor->post([this] {
        if (m_once.user && m_once.user->isBusy()) {
            m_once.user->interrupt();
            m_once.user->state().failures++;
            m_once.onEnd(m_once.user->state());
        }
        for (const auto& runner : m_runners) {
            if (runner && !runner->isDone()) {
                runner->abort();
            }
        }
    });
}

bool Worker::passOn(std::uint32_t phase, Instant intended, unsigned hops) {
    if (!isStriped(phase) || hops + 1 >= m_count ||
        m_team.offers.load(std::memory_order_relaxed) >= kMaxOffers) {
        return false;
    }
    m_team.offers.fetch_add(1, std::memory_order_relaxed);
    m_team.workers[(m_number + 1) % m_count]->offer(phase, intended, hops + 1);
    return true;
}

void Worker::offer(std::uint32_t phase, Instant intended, unsigned hops) {
    m_reactor->post([this, phase, intended, hops] {
        ScenarioRunner& runner = *m_runners[phase];
        if (!runner.takeOver(intended) && !passOn(phase, intended, hops)) {
            runner.drop();
        }
        m_team.offers.fetch_sub(1, std::memory_order_release);
    });
}

double Worker::takeBusyShare() {
    const Duration busy = m_reactor->busyTime();
    const Instant now = m_reactor->now();
    const Duration passed = now - m_lastBusyAt;
    const Duration worked = busy - m_lastBusy;
    const bool isFirst = m_lastBusyAt == Instant{};
    m_lastBusy = busy;
    m_lastBusyAt = now;
    if (isFirst || passed <= Duration::zero()) {
        return 0;
    }
    return std::clamp(static_cast<double>(worked.count()) / static_cast<double>(passed.count()), 0.0, 1.0);
}

} // namespace bw::engine
