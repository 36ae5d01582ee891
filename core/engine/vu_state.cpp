#include "core/engine/vu_state.h"

#include <cmath>

namespace bw::engine {

VuState::VuState(WorkerContext& worker_, std::uint32_t number_, std::uint32_t phase_)
    : worker(worker_)
    , number(number_)
    , phase(phase_)
    , slots(worker_.slots)
    , random(worker_.plan.seed, number_)
    , m_connections(worker_.client)
    , m_rows(worker_.plan.feeds.size()) {
    if (phase < worker.plan.scenarios.size()) {
        for (const runplan::SlotValue& variable : worker.plan.scenarios[phase].variables) {
            slots[variable.slot.value] = variable.value;
        }
    }
}

void VuState::beginIteration() {
    for (std::size_t feed = 0; feed < m_rows.size(); ++feed) {
        if (worker.plan.feeds[feed].order != runplan::FeedOrder::Unique) {
            m_rows[feed].reset();
        }
    }
    m_ranOut = false;
    if (worker.plan.http.cookies == runplan::CookieReset::EachIteration) {
        cookies.clear();
    }
}

expr::Context VuState::context(const expr::ResponseView* response) {
    expr::Context context(worker.scratch, random);
    context.slots = slots;
    context.response = response;
    context.responseNumber = ++worker.responses;
    context.feeds = this;
    context.secrets = worker.plan.secrets;
    context.vu = number;
    context.iteration = iteration;
    context.scenario = worker.run.phases[phase].scenario;
    context.clock = &worker;
    return context;
}

const expr::Value& VuState::cell(expr::FeedId feed, std::uint32_t column) {
    static const expr::Value kNothing;
    std::optional<std::size_t>& row = m_rows[feed.value];
    if (!row) {
        row = worker.run.feeds.draw(feed.value, number, random);
    }
    if (!row) {
        m_ranOut = true;
        worker.tellOnce("feed " + worker.plan.feeds[feed.value].name,
                        FeedEnded{worker.plan.feeds[feed.value].name});
        return kNothing;
    }
    return worker.plan.feeds[feed.value].cell(*row, column);
}

} // namespace bw::engine
