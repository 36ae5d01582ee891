#pragma once

#include "core/history/run_record.h"
#include "core/net/reactor.h"
#include "core/report/report_model.h"
#include "core/run/run_prepare.h"
#include "core/run/sample_output.h"
#include "core/run/surroundings.h"

#include <map>
#include <string>

namespace bw::run {

// What is kept and reported of how a run was made. Texts are masked: no secret's value leaves the process.

[[nodiscard]] history::RunStart runStart(const PreparedRun& prepared, const Surroundings& surroundings,
                                         unsigned workers, net::ReactorKind reactor, WallTime started);

[[nodiscard]] report::RunInfo runInfo(const PreparedRun& prepared, const Surroundings& surroundings,
                                      unsigned workers, net::ReactorKind reactor, WallTime started,
                                      Duration duration);

// Whether a person added load or took it away while the run went: then it is like no other run.
enum class LoadChange : std::uint8_t { None, ByHand };

// The figures a list of runs shows: {"requests", "rate", "failedShare", "p50", "p95", "p99", …}; times in ms.
[[nodiscard]] std::string keyFiguresJson(const report::KeyFigures& figures, LoadChange load);

// The thresholds and sub-metrics that k6's JSON output names with each metric.
[[nodiscard]] std::map<std::string, MetricNote> metricNotes(const testplan::TestPlan& plan);

// "epoll", "io_uring"
[[nodiscard]] std::string reactorName(net::ReactorKind kind);

} // namespace bw::run
