#pragma once

#include "core/base/clock.h"
#include "core/history/run_record.h"

#include <map>
#include <optional>
#include <string>

namespace bw::history {

// What the runs of a plan in an environment are held against: one run, or the median of the last good ones.
struct Baseline {
    std::string planName;
    std::string environment;
    std::optional<RunId> run; // none: the last good runs
    int goodRuns = 0;         // how many; of a baseline without a run
    // How far a metric may move without being a regression, as a share; others have a default.
    std::map<std::string, double> tolerances;
    WallTime set;
    friend bool operator==(const Baseline&, const Baseline&) = default;
};

// What a person says of a run after the fact.
struct RunNotes {
    std::string note;
    std::map<std::string, std::string> tags;
    bool isStarred = false;
    friend bool operator==(const RunNotes&, const RunNotes&) = default;
};

} // namespace bw::history
