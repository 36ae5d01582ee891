#include "core/report/generator_figures.h"

#include "core/report/series_figures.h"

#include <algorithm>
#include <tuple>

namespace bw::report {
namespace {

using metrics::Builtin;

Times trendTimes(const metrics::Totals& totals, Builtin metric) {
    return timesOf(std::get<metrics::Histogram>(totals.sum(metrics::id(metric), metrics::MetricType::Trend)));
}

} // namespace

GeneratorFigures generatorFigures(const metrics::Totals& totals) {
    GeneratorFigures figures;
    for (std::uint32_t index = 0; index < totals.seriesCount(); ++index) {
        const metrics::Series& series = totals.series(metrics::SeriesId{index});
        const auto* busy = std::get_if<metrics::GaugeValue>(&totals.value(metrics::SeriesId{index}));
        if (series.metric == metrics::id(Builtin::WorkerBusy) && busy != nullptr && busy->count > 0) {
            figures.workers.push_back({tagOf(series, "worker"), busy->last, busy->mean(), busy->max});
        }
    }
    // Numbers in words: the shorter one is the smaller one.
    std::ranges::sort(figures.workers, {}, [](const WorkerFigures& each) {
        return std::tuple(each.worker.size(), std::string_view(each.worker));
    });
    figures.startDelay = trendTimes(totals, Builtin::IterationStartDelay);
    figures.lateness = trendTimes(totals, Builtin::GeneratorLateness);
    return figures;
}

} // namespace bw::report
