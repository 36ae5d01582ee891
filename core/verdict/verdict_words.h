#pragma once

#include "core/testplan/word.h"
#include "core/verdict/verdict.h"

#include <array>

// How the enumerators of a verdict are written to files.
namespace bw::verdict {

using testplan::Word;

inline constexpr int kVerdictVersion = 1;

inline constexpr std::array kReasonWords{
    Word{"noLoad", ReasonKind::NoLoad},
    Word{"generatorBusy", ReasonKind::GeneratorBusy},
    Word{"generatorLate", ReasonKind::GeneratorLate},
    Word{"thresholdFailed", ReasonKind::ThresholdFailed},
    Word{"limitFailed", ReasonKind::LimitFailed},
    Word{"thresholdNoSamples", ReasonKind::ThresholdNoSamples},
    Word{"budgetNoSamples", ReasonKind::BudgetNoSamples},
};

inline constexpr std::array kThresholdStateWords{
    Word{"notYet", ThresholdState::NotYet},
    Word{"pass", ThresholdState::Pass},
    Word{"fail", ThresholdState::Fail},
    Word{"noSamples", ThresholdState::NoSamples},
};

inline constexpr std::array kAbortWords{
    Word{"none", AbortState::None},
    Word{"due", AbortState::Due},
};

inline constexpr std::array kBudgetStateWords{
    Word{"notYet", BudgetState::NotYet},
    Word{"pass", BudgetState::Pass},
    Word{"fail", BudgetState::Fail},
    Word{"notExercised", BudgetState::NotExercised},
    Word{"notMeasured", BudgetState::NotMeasured},
    Word{"noSamples", BudgetState::NoSamples},
};

inline constexpr std::array kLimitWords{
    Word{"p50", LimitKind::P50},
    Word{"p95", LimitKind::P95},
    Word{"p99", LimitKind::P99},
    Word{"errorRate", LimitKind::ErrorRate},
    Word{"throughput", LimitKind::Throughput},
    Word{"within", LimitKind::Within},
    Word{"metricRate", LimitKind::MetricRate},
    Word{"cpu", LimitKind::Cpu},
    Word{"memory", LimitKind::Memory},
};

inline constexpr std::array kMethodWords{
    Word{"count", testplan::Aggregation::Count}, Word{"rate", testplan::Aggregation::Rate},
    Word{"value", testplan::Aggregation::Value}, Word{"avg", testplan::Aggregation::Average},
    Word{"min", testplan::Aggregation::Minimum}, Word{"max", testplan::Aggregation::Maximum},
    Word{"med", testplan::Aggregation::Median},  Word{"p", testplan::Aggregation::Percentile},
};

inline constexpr std::array kComparisonWords{
    Word{"<", testplan::Comparison::Less},    Word{"<=", testplan::Comparison::LessOrEqual},
    Word{">", testplan::Comparison::Greater}, Word{">=", testplan::Comparison::GreaterOrEqual},
    Word{"==", testplan::Comparison::Equal},  Word{"!=", testplan::Comparison::NotEqual},
};

inline constexpr std::array kTypeWords{
    Word{"counter", metrics::MetricType::Counter},
    Word{"gauge", metrics::MetricType::Gauge},
    Word{"rate", metrics::MetricType::Rate},
    Word{"trend", metrics::MetricType::Trend},
};

inline constexpr std::array kKindWords{
    Word{"default", metrics::MetricKind::Default},
    Word{"time", metrics::MetricKind::Time},
    Word{"data", metrics::MetricKind::Data},
};

} // namespace bw::verdict
