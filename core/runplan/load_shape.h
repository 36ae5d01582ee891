#pragma once

#include "core/base/clock.h"
#include "core/runplan/schedule_arrivals.h"
#include "core/runplan/schedule_vus.h"
#include "core/runplan/segment_share.h"
#include "core/testplan/scenario.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace bw::runplan {

// What makes an iteration start.
enum class LoadModel {
    Vus,              // an active VU begins the next one when it is free
    PerVuIterations,  // the same, a fixed number for each VU
    SharedIterations, // the same, a fixed number for all together
    Arrivals,         // the clock
};

// How much load a scenario makes and when: the scenario's executor with its schedules, as the engine asks for
// them. A value, cheap to copy, immutable, usable from any thread. All times count from the scenario's own
// start.
class LoadShape {
public:
    // What a person may add to the plan's load by hand, in VUs or iterations a second: from `least` (all of
    // it taken away, negative) to `most`.
    struct ByHand {
        double least = 0;
        double most = 0;
    };
    static constexpr std::uint32_t kMostVusByHand = 100'000; // far beyond what a machine has for them

    // `scenario` with time scale and overrides applied; `seed` matters for Poisson arrivals only; `share` is
    // this process's segment of the whole.
    LoadShape(testplan::Scenario scenario, std::uint64_t seed, SegmentShare share = {});

    [[nodiscard]] LoadModel model() const;
    [[nodiscard]] std::string_view executor() const;
    // How many VUs there are is said while the run goes, see byHand(); the plan says the first number.
    [[nodiscard]] bool isExternal() const;

    // The VUs of one of `workers` workers over time; for the open model none (they follow from the arrivals).
    [[nodiscard]] VuSchedule active(unsigned worker, unsigned workers) const;
    [[nodiscard]] VuSchedule reserved(unsigned worker, unsigned workers) const;

    // VUs wanted by the whole share at `at`; for the open model 0.
    [[nodiscard]] std::uint32_t vusAt(Duration at) const;

    // Arrivals of one worker; empty for the closed models.
    [[nodiscard]] ArrivalCursor arrivals(unsigned worker, unsigned workers) const;
    [[nodiscard]] std::uint64_t arrivalCount() const;
    // Iterations a second that the plan wants at `at`; for the closed models 0.
    [[nodiscard]] double arrivalRateAt(Duration at) const;

    // The most VUs of this share, and how many of them one worker carries: VU i belongs to worker i mod
    // workers.
    [[nodiscard]] std::uint32_t maxVus() const;
    [[nodiscard]] std::uint32_t maxVus(unsigned worker, unsigned workers) const;

    // Of each VU, or of all together, as the model says; 0 for the others. Shared ones are the share's.
    [[nodiscard]] std::uint64_t iterations() const;

    [[nodiscard]] ByHand byHand() const;

    // No iteration starts after this.
    [[nodiscard]] Duration duration() const;
    // How long the last iterations may take beyond it.
    [[nodiscard]] Duration gracefulStop() const;

private:
    std::shared_ptr<const testplan::Scenario> m_scenario;
    ArrivalSchedule m_arrivals;
    VuSchedule m_active;
    SegmentShare m_share;
    std::uint64_t m_arrivalCount = 0;
};

} // namespace bw::runplan
