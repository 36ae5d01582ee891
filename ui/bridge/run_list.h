#pragma once

#include "core/history/baseline.h"
#include "core/history/run_record.h"

#include <QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace bw::bridge {

// One kept run as a list shows it. What the run did not measure is absent; times are milliseconds.
struct RunListEntry {
    history::RunSummary run;
    std::optional<double> requests;
    std::optional<double> rate;
    std::optional<double> failedShare;
    std::optional<double> p50;
    std::optional<double> p95;
    std::optional<double> p99;
    bool isBaseline = false; // later runs of its plan and environment are held against it
    // What runs of its plan and environment are held against; nullptr: nothing.
    std::shared_ptr<const history::Baseline> baseline;

    // Until now when it still runs.
    [[nodiscard]] Duration duration() const;
};

using RunList = std::vector<RunListEntry>;
using RunListPtr = std::shared_ptr<const RunList>;

[[nodiscard]] RunListEntry listEntryOf(history::RunSummary run);

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::RunListPtr)
