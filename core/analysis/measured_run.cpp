#include "core/analysis/measured_run.h"

#include <variant>

namespace bw::analysis {
namespace {

constexpr double kNanosPerMilli = 1e6;

} // namespace

double percentileShare(Statistic statistic) {
    return statistic == Statistic::P50 ? 0.50 : statistic == Statistic::P95 ? 0.95 : 0.99;
}

std::vector<Statistic> statisticsOf(const metrics::SeriesValue& value) {
    switch (metrics::typeOf(value)) {
    case metrics::MetricType::Trend:
        return {Statistic::P50, Statistic::P95, Statistic::P99};
    case metrics::MetricType::Rate:
        return {Statistic::Share};
    case metrics::MetricType::Counter:
        return {Statistic::PerSecond};
    case metrics::MetricType::Gauge:
        break;
    }
    return {};
}

double valueOf(const metrics::SeriesValue& value, Statistic statistic, double seconds) {
    if (const auto* times = std::get_if<metrics::Histogram>(&value)) {
        return times->percentile(percentileShare(statistic)) / kNanosPerMilli;
    }
    if (const auto* rate = std::get_if<metrics::RateValue>(&value)) {
        return rate->share();
    }
    const auto* counter = std::get_if<metrics::CounterValue>(&value);
    return counter != nullptr && seconds > 0 ? counter->sum / seconds : 0;
}

} // namespace bw::analysis
