#pragma once

#include "core/base/id.h"
#include "core/metrics/frame.h"
#include "core/metrics/tag_set.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bw::verdict {

using ThroughputRow = Id<struct ThroughputRowTag>;

// How a run answered a demanded throughput, in requests a second.
struct Throughput {
    double offered = 0;           // the most that was offered
    std::optional<double> served; // while at least the limit was offered; empty when it never was
};

// Sets the requests that were served against those that were due. In an open model due are the iterations
// that started or found no VU, times the requests that an iteration of the scenario makes; a closed model
// offers what it gets answered. Both are compared in blocks of ten seconds, so that a ramp is judged where it
// is high enough; a run of more than half a day has longer blocks. Not thread-safe.
class ThroughputMeter {
public:
    // What is served or offered within half a percent of a limit reaches it: requests straddle the blocks'
    // ends.
    static constexpr double kTolerance = 0.005;

    // Before the first frame.
    [[nodiscard]] ThroughputRow watch(metrics::TagSet tags);

    void add(const metrics::Frame& frame);

    // `judged` is the run time so far.
    [[nodiscard]] Throughput judge(ThroughputRow row, double limit, Duration judged) const;

private:
    enum class Part : std::uint8_t { None, Start, Drop, Iteration, Request };

    struct Role { // of a series
        Part part = Part::None;
        std::uint32_t scenario = 0;
        std::vector<std::uint32_t> rows; // of requests
    };
    struct Scenario {
        std::string name;            // empty: setup and teardown
        std::vector<double> due;     // by block: started or dropped
        std::vector<double> dropped; // by block
        double started = 0;
        double done = 0;
        bool open = false;
    };
    struct Row {
        metrics::TagSet tags;
        std::vector<double> served;     // by block
        std::vector<double> fromClosed; // by block, those of closed models
        std::vector<double> ofScenario; // by scenario
    };

    void define(const metrics::SeriesDefinition& added);
    std::uint32_t scenarioOf(const metrics::Series& series);
    void addEntry(const Role& role, std::size_t block, const metrics::SeriesValue& value);
    void coarsen();
    [[nodiscard]] double offeredIn(const Row& row, std::size_t block) const;

    std::int64_t m_width = 10; // of a block, seconds
    std::vector<Role> m_roles; // by series
    std::vector<Scenario> m_scenarios;
    std::vector<Row> m_rows;
};

} // namespace bw::verdict
