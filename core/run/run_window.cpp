#include "core/run/run_window.h"

#include "core/metrics/metric.h"
#include "core/report/report_builder.h"
#include "core/run/pauses.h"
#include "core/run/stored_frames.h"

#include <utility>
#include <variant>

namespace bw::run {
namespace {

using history::HistoryResult;
using history::Window;

std::map<std::string, metrics::Histogram> timesOf(const metrics::Totals& totals) {
    std::map<std::string, metrics::Histogram> times;
    for (std::uint32_t index = 0; index < totals.seriesCount(); ++index) {
        const metrics::SeriesId id{index};
        const metrics::Series& series = totals.series(id);
        const auto* histogram = std::get_if<metrics::Histogram>(&totals.value(id));
        if (histogram == nullptr || histogram->empty() ||
            series.metric != metrics::id(metrics::Builtin::HttpReqResponseTime)) {
            continue;
        }
        times[""].merge(*histogram);
        if (const std::string* name = series.tags.find("name"); name != nullptr && !name->empty()) {
            times[*name].merge(*histogram);
        }
    }
    return times;
}

} // namespace

HistoryResult<RunWindow> loadWindow(const history::HistoryStore& store, history::RunId id, Window window) {
    auto opened = openRun(store, id);
    if (!opened) {
        return std::unexpected(std::move(opened.error()));
    }
    auto& [reader, detail, frames] = *opened;
    RunWindow part;
    part.window = within(window, detail.summary.seconds);
    auto sum = frames.whole(reader, part.window);
    if (!sum) {
        return std::unexpected(std::move(sum.error()));
    }
    report::ReportBuilder builder;
    builder.addSums(*sum);
    for (const metrics::SeriesId failure : builder.failures()) {
        builder.addFailureTimes(failure, part.window.begin, part.window.end - 1); // as far as sums can tell
    }
    auto marks = reader.marks(id);
    if (!marks) {
        return std::unexpected(std::move(marks.error()));
    }
    report::RunInfo info;
    info.id = std::to_string(id.value);
    info.planName = detail.summary.planName;
    info.started = detail.summary.started;
    info.duration = std::chrono::seconds(part.window.end - part.window.begin);
    info.paused =
        Pauses(*marks).total(std::chrono::seconds(part.window.begin), std::chrono::seconds(part.window.end));
    part.model = builder.build(std::move(info), {});
    part.times = timesOf(builder.totals());
    return part;
}

} // namespace bw::run
