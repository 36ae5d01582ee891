#pragma once

#include "core/metrics/frame.h"
#include "core/verdict/evaluation.h"

#include <cstdint>
#include <vector>

namespace bw::verdict {

// How often each check passed and failed, over all scenarios. Not thread-safe.
class CheckCounts {
public:
    void add(const metrics::Frame& frame);

    [[nodiscard]] const std::vector<CheckResult>& results() const { return m_results; }

private:
    void define(const metrics::SeriesDefinition& added);

    std::vector<CheckResult> m_results;
    std::vector<std::uint32_t> m_places; // by series: place in m_results + 1, 0 for what is no check
};

} // namespace bw::verdict
