#include "core/analysis/regression.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace bw::analysis {

double Tolerances::of(const Subject& subject, Statistic statistic) const {
    if (const auto own = m_byMetric.find(subject.metric); own != m_byMetric.end()) {
        return own->second;
    }
    switch (statistic) {
    case Statistic::Share:
        return 0.005;
    case Statistic::PerSecond:
        return 0.05;
    case Statistic::P50:
    case Statistic::P95:
    case Statistic::P99:
        break;
    }
    return 0.1;
}

Severity severityOf(double deviation, double tolerance) {
    const double ratio = tolerance > 0 ? deviation / tolerance : deviation > 0 ? INFINITY : 0;
    if (ratio > 3) {
        return Severity::Critical;
    }
    if (ratio > 2) {
        return Severity::High;
    }
    return ratio > 1.5 ? Severity::Medium : Severity::Low;
}

std::vector<Regression> regressionsOf(const Comparison& comparison, const Tolerances& tolerances) {
    std::vector<Regression> found;
    for (const ComparedRow& row : comparison.rows) {
        Regression regression;
        regression.row = row;
        regression.deviation = row.better == Better::Lower ? row.effect : -row.effect;
        regression.tolerance = tolerances.of(row.subject, row.statistic);
        if (row.finding == Finding::NotComparable || regression.deviation <= regression.tolerance) {
            continue;
        }
        regression.severity = severityOf(regression.deviation, regression.tolerance);
        regression.isSure = row.finding == Finding::Worse;
        found.push_back(std::move(regression));
    }
    std::ranges::sort(found, {}, [](const Regression& one) {
        return std::tuple(!one.isSure, -static_cast<int>(one.severity), -one.deviation / one.tolerance,
                          one.row.subject, one.row.statistic);
    });
    return found;
}

} // namespace bw::analysis
