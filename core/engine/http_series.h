#pragma once

#include "core/engine/sample_writer.h"
#include "core/metrics/sample.h"
#include "core/runplan/run_plan.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace bw::engine {

// What of an exchange, beside the step, decides its series.
struct HttpFacts {
    runplan::Method method = runplan::Method::Get;
    std::int32_t status = 0; // 0 without a response
    metrics::Outcome outcome = metrics::Outcome::Ok;
    bool expected = true; // the status is one the step expects
    std::string_view proto = "HTTP/1.1";

    friend bool operator==(const HttpFacts&, const HttpFacts&) = default;
};

// The tags that come from where an iteration runs: a scenario, or setup and teardown, which have none.
struct PhaseTags {
    std::string scenario; // empty for setup and teardown
    std::string group;    // "::setup", "::teardown", or empty
    std::vector<std::pair<std::string, std::string>> tags;
};

// The series an HTTP exchange moves.
struct HttpSeriesIds {
    metrics::LocalSeriesId requests;
    metrics::LocalSeriesId failed;
    metrics::LocalSeriesId duration;
    metrics::LocalSeriesId responseTime;
    metrics::LocalSeriesId blocked;
    metrics::LocalSeriesId lookingUp;
    metrics::LocalSeriesId connecting;
    metrics::LocalSeriesId tlsHandshaking;
    metrics::LocalSeriesId sending;
    metrics::LocalSeriesId waiting;
    metrics::LocalSeriesId receiving;
};

// Writes HTTP samples into a worker's recorder. The series of a step with plain tags are looked up once for
// each combination of facts and found by number afterwards. One per worker; not thread-safe.
class HttpSeries {
public:
    // `phases` are the scenarios in order, then setup and teardown. All arguments outlive the object.
    HttpSeries(const runplan::RunPlan& plan, std::span<const PhaseTags> phases, SampleWriter& writer);

    // A finished exchange of `step`, run in `phase`, inside `group`. `dynamicTags` are the rendered values of
    // those of the step's tags that are no literals, in the step's order.
    void record(std::uint32_t phase, const runplan::HttpStep& step, std::string_view group,
                const HttpFacts& facts, std::span<const metrics::TagView> dynamicTags,
                const metrics::Sample& sample);

private:
    struct Known {
        HttpFacts facts;
        HttpSeriesIds ids;
    };

    const HttpSeriesIds& find(std::uint32_t phase, const runplan::HttpStep& step, std::string_view group,
                              const HttpFacts& facts, std::span<const metrics::TagView> dynamicTags);
    HttpSeriesIds intern(std::uint32_t phase, const runplan::HttpStep& step, std::string_view group,
                         const HttpFacts& facts, std::span<const metrics::TagView> dynamicTags);

    std::span<const PhaseTags> m_phases;
    SampleWriter& m_writer;
    std::uint32_t m_sites;
    std::vector<std::vector<Known>> m_known; // by phase × site
    std::vector<metrics::TagView> m_tags;    // scratch
    HttpSeriesIds m_dynamic{};
};

// Appends what every series of a phase carries: the scenario, the group (the phase's own around the step's),
// its tags.
void appendPhaseTags(std::vector<metrics::TagView>& tags, const PhaseTags& phase, std::string_view group);

} // namespace bw::engine
