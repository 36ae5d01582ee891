#include "core/base/random.h"
#include "core/metrics/histogram.h"

#include <benchmark/benchmark.h>
#include <cmath>
#include <vector>

namespace bw::metrics {
namespace {

// Latencies around 5 ms, as a target shows them.
std::vector<Duration> latencies() {
    Random random(1);
    std::vector<Duration> times;
    for (int i = 0; i < 4096; ++i) {
        times.emplace_back(static_cast<std::int64_t>(5e6 * std::exp(0.5 * random.normal())));
    }
    return times;
}

void histogramRecord(benchmark::State& state) {
    const auto times = latencies();
    Histogram histogram;
    std::size_t next = 0;
    for (auto _ : state) {
        histogram.record(times[next++ % times.size()]);
    }
    benchmark::DoNotOptimize(histogram.count());
}
BENCHMARK(histogramRecord);

void histogramMerge(benchmark::State& state) {
    Histogram second;
    for (const Duration time : latencies()) {
        second.record(time);
    }
    Histogram all;
    for (auto _ : state) {
        all.merge(second);
    }
    benchmark::DoNotOptimize(all.count());
}
BENCHMARK(histogramMerge);

void histogramPercentile(benchmark::State& state) {
    Histogram histogram;
    for (const Duration time : latencies()) {
        histogram.record(time);
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(histogram.percentile(0.99));
    }
}
BENCHMARK(histogramPercentile);

} // namespace
} // namespace bw::metrics
