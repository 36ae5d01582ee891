#pragma once

#include "core/runplan/segment_share.h"
#include "core/testplan/scenario.h"

#include <cstdint>
#include <span>
#include <string>

namespace bw::runplan {

struct ScheduleOutputOptions {
    std::uint64_t maxStarts = 100'000; // the longest any of the lists gets
    std::uint64_t seed = 0;
    SegmentShare share; // whose starts and VUs to list
};

// What the executors will do, as one JSON document (UTF-8, ends with a newline); its form is the plan
// format's. "starts" counts all starts of the share, also those beyond maxStarts.
[[nodiscard]] std::string scheduleJson(std::span<const testplan::Scenario> scenarios,
                                       const ScheduleOutputOptions& options = {});

} // namespace bw::runplan
