#pragma once

#include "core/base/clock.h"
#include "core/runplan/segment_share.h"
#include "core/testplan/scenario.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace bw::runplan {

// From `offset` on (from the scenario's own start) `count` VUs.
struct VuStep {
    Duration offset{};
    std::uint32_t count = 0;

    friend bool operator==(const VuStep&, const VuStep&) = default;
};

// How many VUs a scenario wants at any time: a pure function, with k6's rounding to the nanosecond but in
// 128-bit arithmetic. Memory and time depend on the number of stages, never on the number of VUs. A value;
// immutable, usable from any thread.
//
// The VU with local index i (0-based) is active while i < active.count(t), finishing its last iteration while
// active.count(t) <= i < reserved.count(t), and stopped hard when i >= reserved.count(t): VUs stop last in,
// first out.
class VuSchedule {
public:
    // VUs that start iterations. Zero from the scenario's regular end on; zero throughout for arrival-rate
    // executors.
    [[nodiscard]] static VuSchedule active(const testplan::Scenario& scenario, SegmentShare share = {});

    // VUs that start or still finish iterations: gracefulRampDown and gracefulStop included. gracefulRampDown
    // counts for VUs dropped by a ramp, gracefulStop for those active at the end, and nothing outlives it.
    [[nodiscard]] static VuSchedule reserved(const testplan::Scenario& scenario, SegmentShare share = {});

    // The share's VUs at `at`; 0 before 0. O(log stages) for active(), O(stages) for reserved().
    [[nodiscard]] std::uint32_t count(Duration at) const;

    // The first change later than `after`, which may be negative: the step at 0 is a change when it is not to
    // 0. Equal to walking count() nanosecond by nanosecond. O(stages).
    [[nodiscard]] std::optional<VuStep> nextChange(Duration after) const;

    // The largest count() there will ever be.
    [[nodiscard]] std::uint32_t peak() const;

    // From here on count() is 0.
    [[nodiscard]] Duration end() const { return m_end; }

    // All changes, the first at 0, at most `limit` of them. Where a ramp reaches its target in the moment in
    // which the scenario ends or the next stage jumps, both steps are listed, at the same offset, as k6 lists
    // them: the last one counts.
    [[nodiscard]] std::vector<VuStep> steps(std::size_t limit) const;

private:
    // One stage: from `start` to `end` the total goes linearly `from` … `to`.
    struct Piece {
        Duration start{};
        Duration end{};
        std::int64_t from = 0;
        std::int64_t to = 0;
    };

    explicit VuSchedule(SegmentShare share)
        : m_share(std::move(share)) {}

    void build(const testplan::Scenario& scenario);
    void addStage(Duration length, std::int64_t target);
    [[nodiscard]] std::size_t pieceAt(Duration at) const;
    [[nodiscard]] static std::int64_t totalWithin(const Piece& piece, Duration at);
    [[nodiscard]] std::int64_t totalAt(Duration at) const;
    [[nodiscard]] std::int64_t heldTotalAt(Duration at) const;
    [[nodiscard]] std::optional<Duration> firstOutside(std::int64_t low, std::int64_t high,
                                                       Duration from) const;
    [[nodiscard]] std::optional<std::uint32_t> momentaryCount(Duration at) const;
    [[nodiscard]] Duration changeAfter(Duration after, std::uint64_t mine) const;

    std::vector<Piece>
        m_pieces; // adjoining, in order of time; a jump is where one's `to` is not the next one's `from`
    std::int64_t m_final = 0; // the total after the last piece
    Duration m_regularEnd{};  // of the last piece
    Duration m_hold{};        // how long a drop is delayed
    Duration m_end{};
    SegmentShare m_share;
};

// The materialised steps, for output and for tests: at most `limit` of them.
[[nodiscard]] std::vector<VuStep> plannedVus(const testplan::Scenario& scenario, std::size_t limit = 100'000);
[[nodiscard]] std::vector<VuStep> reservedVus(const testplan::Scenario& scenario,
                                              std::size_t limit = 100'000);

} // namespace bw::runplan
