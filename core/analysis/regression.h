#pragma once

#include "core/analysis/comparison.h"
#include "core/analysis/trend.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bw::analysis {

// How far a figure may move from its baseline to the worse: a ratio − 1, of a share a difference.
class Tolerances {
public:
    Tolerances() = default;
    // By metric; what is not named has a default: times 10 %, what is done in a second 5 %, shares 0.5
    // points.
    explicit Tolerances(std::map<std::string, double> byMetric)
        : m_byMetric(std::move(byMetric)) {}

    [[nodiscard]] double of(const Subject& subject, Statistic statistic) const;

private:
    std::map<std::string, double> m_byMetric;
};

// By how many tolerances: above 3 critical, above 2 high, above 1.5 medium, else low.
enum class Severity : std::uint8_t { Low, Medium, High, Critical };
[[nodiscard]] Severity severityOf(double deviation, double tolerance);

// A figure that moved to the worse by more than its tolerance.
struct Regression {
    ComparedRow row;
    double deviation = 0; // to the worse, as the tolerance is
    double tolerance = 0;
    Severity severity = Severity::Low;
    bool isSure = false; // the comparison found it worse; else only more runs can tell
    Trend trend = Trend::Unknown;
};

// Of a comparison with the baseline as its before, the severest first, the sure ones before the others.
[[nodiscard]] std::vector<Regression> regressionsOf(const Comparison& comparison,
                                                    const Tolerances& tolerances);

} // namespace bw::analysis
