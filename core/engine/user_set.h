#pragma once

#include "core/engine/virtual_user.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace bw::engine {

// One worker's virtual users of one scenario, made when they are first needed: local number i is the run's VU
// firstVu + worker + i · workers. Users beyond the plan's, added by hand, are numbered behind all of the
// plan's.
class UserSet {
public:
    UserSet(WorkerContext& worker, UserOwner& owner, std::uint32_t phase, unsigned part, unsigned parts)
        : m_worker(worker)
        , m_owner(owner)
        , m_phase(phase)
        , m_part(part)
        , m_parts(parts) {}

    [[nodiscard]] VirtualUser& operator[](std::uint32_t local) {
        while (m_users.size() <= local) {
            m_users.emplace_back();
        }
        if (!m_users[local]) {
            const runplan::Scenario& scenario = m_worker.plan.scenarios[m_phase];
            m_users[local] =
                std::make_unique<VirtualUser>(m_worker, m_worker.plan.flows[scenario.flow], m_owner,
                                              numberOf(scenario, m_part + local * m_parts), m_phase);
            m_users[local]->local = local;
            ++m_made;
            m_worker.counters.scenario(m_phase).initializedVus.set(m_made);
        }
        return *m_users[local];
    }

    // Made so far; may hold gaps.
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_users.size()); }
    [[nodiscard]] VirtualUser* find(std::uint32_t local) const {
        return local < m_users.size() ? m_users[local].get() : nullptr;
    }

private:
    [[nodiscard]] std::uint32_t numberOf(const runplan::Scenario& scenario, std::uint32_t place) const {
        const std::uint32_t planned = scenario.load.maxVus();
        if (place < planned) {
            return scenario.firstVu + place;
        }
        return m_worker.plan.maxVus + 1 + m_phase * runplan::LoadShape::kMostVusByHand + (place - planned);
    }

    WorkerContext& m_worker;
    UserOwner& m_owner;
    std::uint32_t m_phase;
    unsigned m_part;
    unsigned m_parts;
    std::uint32_t m_made = 0;
    std::vector<std::unique_ptr<VirtualUser>> m_users;
};

} // namespace bw::engine
