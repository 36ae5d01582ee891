#pragma once

#include "core/base/clock.h"
#include "core/metrics/metric.h"
#include "core/testplan/threshold_spec.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What thresholds, budgets and checks say of a run at one moment: values, made to be shown, stored and
// reported. Figures are in the units of the plan: milliseconds for times, shares from 0 to 1, bytes, numbers
// a second, cores.
namespace bw::verdict {

enum class ThresholdState : std::uint8_t {
    NotYet, // the run goes on and nothing was measured so far
    Pass,
    Fail,
    NoSamples, // the run is over and nothing was measured: neither pass nor fail
};

enum class AbortState : std::uint8_t {
    None,
    Due, // the expression fails, and the plan wants the run aborted for that
};

struct ThresholdResult {
    std::size_t group = 0; // the plan's thresholds[group]
    std::size_t index = 0; // the group's thresholds[index]
    std::string selector;  // "http_req_duration{name:order_placement}"
    std::string source;    // "p(99)<10"
    testplan::ThresholdExpression expression;
    metrics::MetricType type = metrics::MetricType::Counter;
    metrics::MetricKind kind = metrics::MetricKind::Default;
    ThresholdState state = ThresholdState::NotYet;
    std::optional<double> value; // what was compared with expression.number
    AbortState abort = AbortState::None;

    friend bool operator==(const ThresholdResult&, const ThresholdResult&) = default;
};

enum class BudgetState : std::uint8_t {
    NotYet,
    Pass,
    Fail,
    NotExercised, // the run did not offer the load, or made no such request at all
    NotMeasured,  // nothing in this run measures that
    NoSamples,    // a row of the plan's own table that met no request: perhaps a mistyped tag
};

enum class LimitKind : std::uint8_t {
    P50,
    P95,
    P99,
    ErrorRate,
    Throughput, // at least the limit
    Within,     // the share of requests done within `time`, at least the limit
    MetricRate,
    Cpu,
    Memory,
};

// One limit of a row.
struct LimitResult {
    LimitKind kind = LimitKind::P50;
    testplan::Comparison op = testplan::Comparison::Less; // value op limit
    double limit = 0;
    Duration time{}; // Within only
    BudgetState state = BudgetState::NotYet;
    std::optional<double> value;
    std::optional<double> offered; // Throughput only: the most that the run offered

    friend bool operator==(const LimitResult&, const LimitResult&) = default;
};

struct BudgetRowResult {
    std::string subject; // what the row selects: "name:order_placement", a metric, or a process
    BudgetState state = BudgetState::NotYet;
    std::uint64_t requests = 0; // of a row on requests, failed ones included
    std::vector<LimitResult> limits;

    friend bool operator==(const BudgetRowResult&, const BudgetRowResult&) = default;
};

struct BudgetResult {
    std::string name;
    BudgetState state = BudgetState::NotYet;
    std::vector<BudgetRowResult> rows;

    friend bool operator==(const BudgetResult&, const BudgetResult&) = default;
};

struct CheckResult {
    std::string group; // k6's path, "::outer::inner"; empty outside any
    std::string name;
    std::uint64_t passes = 0;
    std::uint64_t fails = 0;

    friend bool operator==(const CheckResult&, const CheckResult&) = default;
};

// A worker that was busy for more than 95 % of a second, in more than 5 % of its seconds.
struct BusyWorker {
    std::string worker;
    std::uint64_t busySeconds = 0;
    std::uint64_t seconds = 0;

    friend bool operator==(const BusyWorker&, const BusyWorker&) = default;
};

// Iterations of open models started too late for the run's limits.
struct LateStarts {
    double p99 = 0;   // ms, of iteration_start_delay
    double bound = 0; // ms, the larger of 1 ms and 5 % of the tightest time limit

    friend bool operator==(const LateStarts&, const LateStarts&) = default;
};

// Why the generator's figures may be its own and not the target's. Empty: no doubt.
struct GeneratorDoubt {
    std::vector<BusyWorker> busy;
    std::optional<LateStarts> late;

    [[nodiscard]] bool exists() const { return !busy.empty() || late.has_value(); }
    friend bool operator==(const GeneratorDoubt&, const GeneratorDoubt&) = default;
};

struct Evaluation {
    Duration elapsed{};
    Duration leftOut{}; // of it: seconds that nothing here is about, since the run was paused
    std::vector<ThresholdResult> thresholds; // in the plan's order
    std::vector<BudgetResult> budgets;
    std::vector<CheckResult> checks; // in the order in which they first ran
    GeneratorDoubt doubt;

    // The first threshold that wants the run aborted; nullptr when none does.
    [[nodiscard]] const ThresholdResult* abort() const;

    friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

} // namespace bw::verdict
