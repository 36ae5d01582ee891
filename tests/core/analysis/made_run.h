#pragma once

#include "core/analysis/measured_run.h"
#include "core/base/random.h"

#include <cmath>

namespace bw::analysis {

// How a made-up run is: log-normal times whose level wanders from second to second and from run to run.
struct Making {
    double median = 20;       // ms
    double sigma = 0.4;       // of a sample's logarithm
    double wander = 0.05;     // of a second's level, correlated with the one before
    double runToRun = 0.02;   // of the whole run's level
    double failedShare = 0.0; // of the requests
    int seconds = 120;
    int perSecond = 200;
    std::string build{};
};

inline constexpr int kMadeBlock = 4; // seconds

inline MeasuredSeries madeSeries(const char* metric, const char* name, metrics::MetricType type,
                                 std::size_t blocks) {
    MeasuredSeries series;
    series.subject = {metric, name};
    series.whole = metrics::emptyValue(type);
    series.blocks.assign(blocks, metrics::emptyValue(type));
    return series;
}

inline MeasuredRun madeRun(const Making& making, Random& random) {
    const auto blocks = static_cast<std::size_t>(making.seconds / kMadeBlock);
    MeasuredSeries times = madeSeries("http_req_duration", "orders", metrics::MetricType::Trend, blocks);
    MeasuredSeries failed = madeSeries("http_req_failed", "orders", metrics::MetricType::Rate, blocks);
    MeasuredSeries requests = madeSeries("http_reqs", "", metrics::MetricType::Counter, blocks);
    requests.better = Better::Higher;
    const double run = making.runToRun * random.normal();
    double level = 0;
    for (int second = 0; second < making.seconds; ++second) {
        level = 0.8 * level + 0.6 * making.wander * random.normal();
        const auto block = static_cast<std::size_t>(second / kMadeBlock);
        for (int i = 0; i < making.perSecond; ++i) {
            const bool isFailed = random.unit() < making.failedShare;
            std::get<metrics::RateValue>(failed.blocks[block]).add(isFailed);
            const double ms = making.median * std::exp(run + level + making.sigma * random.normal());
            std::get<metrics::Histogram>(times.blocks[block])
                .record(std::chrono::nanoseconds(static_cast<std::int64_t>(ms * 1e6)));
        }
        std::get<metrics::CounterValue>(requests.blocks[block]).add(making.perSecond);
    }
    MeasuredRun made;
    made.seconds = making.seconds;
    made.build = making.build;
    for (MeasuredSeries* series : {&times, &failed, &requests}) {
        for (const metrics::SeriesValue& block : series->blocks) {
            metrics::mergeInto(series->whole, block);
        }
        made.series.push_back(std::move(*series));
    }
    return made;
}

inline std::vector<MeasuredRun> madeRuns(const Making& making, int count, Random& random) {
    std::vector<MeasuredRun> runs;
    for (int i = 0; i < count; ++i) {
        runs.push_back(madeRun(making, random));
    }
    return runs;
}

} // namespace bw::analysis
