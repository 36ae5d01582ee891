#pragma once

#include "core/base/result.h"
#include "core/testplan/duration_value.h"
#include "core/testplan/plain_value.h"
#include "core/testplan/threshold_spec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace bw::testplan {

// At least `share` (0 to 1) of the requests within `time`.
struct WithinLimit {
    DurationText time;
    NumberText share;
    friend bool operator==(const WithinLimit&, const WithinLimit&) = default;
};

// Limits of a category of requests. Latencies and the error rate must be below their limit.
struct RequestRow {
    std::string select;                                    // "name:order_placement", several tags with commas
    std::vector<std::pair<std::string, std::string>> tags; // parsed from select
    std::optional<DurationText> p50;
    std::optional<DurationText> p95;
    std::optional<DurationText> p99;
    std::optional<NumberText> errorRate; // 0 to 1
    std::optional<NumberText>
        throughput; // requests per second at least; judged only when that much was offered
    std::vector<WithinLimit> within;
    WrittenKeys written{};
    friend bool operator==(const RequestRow&, const RequestRow&) = default;
};

enum class LimitUnit : std::uint8_t {
    PerSecond,      // "<500/s"
    BytesPerSecond, // "<200MB/s"
    Cores,          // "<80%" is 0.8 of a core
    Bytes,          // "<2GB"
};

// A bound with its unit: k is 1,000, Ki is 1,024.
struct UnitLimit {
    Comparison op = Comparison::Less;
    double value = 0; // in the unit
    LimitUnit unit = LimitUnit::PerSecond;
    std::string text; // as written
    friend bool operator==(const UnitLimit&, const UnitLimit&) = default;
};

// Empty when the text is no such bound.
[[nodiscard]] std::optional<UnitLimit> parseUnitLimit(std::string_view text);

struct MetricRow {
    std::string metric; // a counter
    UnitLimit rate;
    friend bool operator==(const MetricRow&, const MetricRow&) = default;
};

struct ProcessRow {
    std::string process;
    std::optional<UnitLimit> cpu;
    std::optional<UnitLimit> memory;
    friend bool operator==(const ProcessRow&, const ProcessRow&) = default;
};

using BudgetRow = std::variant<RequestRow, MetricRow, ProcessRow>;

// A named table of limits, or a reference to one that stands in a file of its own.
struct BudgetSpec {
    std::string use; // "jts-api": resources/budgets/jts-api.budgets.json; then the rest is empty
    std::string name;
    std::vector<BudgetRow> rows;
    WrittenKeys written{};
    friend bool operator==(const BudgetSpec&, const BudgetSpec&) = default;
};

} // namespace bw::testplan
