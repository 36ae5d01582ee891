#include "ui/bridge/run_preview.h"

#include "core/metrics/metric.h"
#include "core/verdict/verdict_json.h"
#include "ui/format/verdict_text.h"

#include <algorithm>
#include <map>
#include <variant>

namespace bw::bridge {
namespace {

using history::HistoryReader;
using history::HistoryResult;
using history::Level;
using history::StoredSeries;
using history::TimedValue;

constexpr std::size_t kMostSeries = 128;
constexpr std::int64_t kMostPoints = 256;

// What happened in one stretch, over all requests.
struct Sum {
    std::int64_t width = 1;
    double requests = 0;
    metrics::Histogram times;
};
using Sums = std::map<std::int64_t, Sum>; // by the second of the beginning

// As recorded, or the finest sums that are few enough; empty: as recorded.
std::optional<Level> levelFor(std::int64_t seconds) {
    if (seconds <= kMostPoints) {
        return std::nullopt;
    }
    for (const Level level : {Level::Seconds16, Level::Seconds256}) {
        if (seconds / static_cast<std::int64_t>(level) <= kMostPoints) {
            return level;
        }
    }
    return Level::Seconds4096;
}

std::vector<StoredSeries> seriesToRead(std::vector<StoredSeries> all) {
    const std::string_view requests = metrics::builtinMetric(metrics::Builtin::HttpReqs).name;
    const std::string_view times = metrics::builtinMetric(metrics::Builtin::HttpReqResponseTime).name;
    std::erase_if(
        all, [&](const StoredSeries& series) { return series.metric != requests && series.metric != times; });
    return all;
}

void add(const TimedValue& value, Sums& sums) {
    Sum& sum = sums[value.second];
    sum.width = std::max(sum.width, value.width);
    if (const auto* counter = std::get_if<metrics::CounterValue>(&value.value)) {
        sum.requests += counter->sum;
    } else if (const auto* times = std::get_if<metrics::Histogram>(&value.value)) {
        sum.times.merge(*times);
    }
}

std::vector<PreviewPoint> pointsOf(const Sums& sums, std::int64_t seconds) {
    std::vector<PreviewPoint> points;
    for (const auto& [second, sum] : sums) {
        // The last stretch ends with the run.
        const std::int64_t width = std::clamp<std::int64_t>(seconds - second, 1, sum.width);
        PreviewPoint point{.second = static_cast<double>(second),
                           .rate = sum.requests / static_cast<double>(width),
                           .p95 = {}};
        if (!sum.times.empty()) {
            point.p95 = sum.times.percentile(0.95) / 1e6;
        }
        points.push_back(point);
    }
    return points;
}

HistoryResult<std::vector<PreviewPoint>> readPoints(HistoryReader& reader, const history::RunSummary& run) {
    auto all = reader.series(run.id);
    if (!all) {
        return std::unexpected(std::move(all.error()));
    }
    const std::vector<StoredSeries> wanted = seriesToRead(std::move(*all));
    if (wanted.size() > kMostSeries) {
        return std::vector<PreviewPoint>();
    }
    const std::optional<Level> level = levelFor(run.seconds);
    Sums sums;
    for (const StoredSeries& series : wanted) {
        const auto values =
            level ? reader.blocks(run.id, series.id, *level) : reader.seconds(run.id, series.id);
        if (!values) {
            return std::unexpected(values.error());
        }
        std::ranges::for_each(*values, [&](const TimedValue& value) { add(value, sums); });
    }
    return pointsOf(sums, run.seconds);
}

} // namespace

HistoryResult<RunPreviewPtr> loadPreview(const history::HistoryStore& store, history::RunId run) {
    auto reader = store.reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    const auto detail = reader->run(run);
    if (!detail) {
        return std::unexpected(detail.error());
    }
    auto points = readPoints(*reader, detail->summary);
    if (!points) {
        return std::unexpected(std::move(points.error()));
    }
    auto preview = std::make_shared<RunPreview>();
    preview->run = run;
    if (const auto verdict = verdict::verdictFromJson(detail->verdictJson)) {
        preview->sentence = format::verdictSentence(*verdict);
    }
    preview->points = std::move(*points);
    return preview;
}

} // namespace bw::bridge
