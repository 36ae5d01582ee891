#pragma once

#include "core/base/clock.h"
#include "core/runplan/schedule_poisson.h"
#include "core/runplan/schedule_ramp.h"
#include "core/runplan/segment_share.h"
#include "core/testplan/scenario.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace bw::runplan {

// One start of an iteration: the `index`-th of the whole scenario (from 0), due `offset` after the scenario's
// start.
struct Arrival {
    std::uint64_t index = 0;
    Duration offset{};

    friend bool operator==(const Arrival&, const Arrival&) = default;
};

// The starts of one segment in order of time. next() is a pure computation of some tens of nanoseconds and
// allocates nothing. Keeps the schedule's data alive. Not thread-safe: one per worker.
class ArrivalCursor {
public:
    // An empty cursor.
    ArrivalCursor() = default;

    [[nodiscard]] std::optional<Arrival> next();

private:
    friend class ArrivalSchedule;

    [[nodiscard]] Duration poissonOffset(std::uint64_t index);

    std::shared_ptr<const RateCurve> m_curve; // null: empty
    SegmentShare m_share;
    std::uint64_t m_count = 0;
    std::uint64_t m_taken = 0;
    RateCurve::Cursor m_place;
    std::optional<PoissonPlaces> m_places; // Poisson only
    std::uint64_t m_placesMade = 0;
};

// When the iterations of an arrival-rate scenario start: a pure function of the plan and the seed.
//
// constant-arrival-rate, uniform: start k is due at floor(k · timeUnit / rate), exactly, so that precisely
// ceil(rate · duration / timeUnit) starts lie in [0, duration). k6 truncates the period first and therefore
// drifts early by less than k ns; where the period is a whole number of nanoseconds both are the same.
// ramping-arrival-rate, uniform: start k is due when the integral of the rate reaches k + 1, as in k6,
// rounded down to a nanosecond; the last one may be due at the very end of the scenario. Poisson: a Poisson
// process of the same rate over [0, duration): its number of starts is drawn once, their places are uniform
// order statistics in cumulative load, mapped to time through the rate curve. Every segment makes the same
// sequence and takes its own share of it.
//
// Immutable, cheap to copy, usable from any thread.
class ArrivalSchedule {
public:
    // `seed` matters for Poisson arrivals only; the scenario's name selects the stream.
    // A scenario without arrivals has an empty schedule.
    ArrivalSchedule(const testplan::Scenario& scenario, std::uint64_t seed);

    // Starts of the whole scenario.
    [[nodiscard]] std::uint64_t count() const { return m_count; }

    // Uniform arrivals only: when start `index` < count() is due.
    [[nodiscard]] Duration startOf(std::uint64_t index) const;

    [[nodiscard]] ArrivalCursor cursor(SegmentShare share = {}) const;

    // Iterations per second that the plan wants at `at`; for progress and the judgement of offered load.
    [[nodiscard]] double rateAt(Duration at) const;

    [[nodiscard]] testplan::Arrivals arrivals() const { return m_arrivals; }

private:
    std::shared_ptr<const RateCurve> m_curve;
    testplan::Arrivals m_arrivals = testplan::Arrivals::Uniform;
    Random m_placeRandom{0}; // for the places of Poisson arrivals
    std::uint64_t m_count = 0;
};

} // namespace bw::runplan
