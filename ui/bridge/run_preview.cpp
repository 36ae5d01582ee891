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
    double vus = 0;
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
    const std::string_view vus = metrics::builtinMetric(metrics::Builtin::Vus).name;
    std::erase_if(all, [&](const StoredSeries& series) {
        return series.metric != requests && series.metric != times && series.metric != vus;
    });
    return all;
}

void add(const TimedValue& value, Sums& sums) {
    Sum& sum = sums[value.second];
    sum.width = std::max(sum.width, value.width);
    if (const auto* counter = std::get_if<metrics::CounterValue>(&value.value)) {
        sum.requests += counter->sum;
    } else if (const auto* vus = std::get_if<metrics::GaugeValue>(&value.value)) {
        sum.vus = std::max(sum.vus, vus->max);
    } else if (const auto* times = std::get_if<metrics::Histogram>(&value.value)) {
        sum.times.merge(*times);
    }
}

double loadBegins(const Sums& sums) {
    const auto first = std::ranges::find_if(sums, [](const auto& sum) { return sum.second.vus > 0; });
    return first == sums.end() ? 0 : static_cast<double>(first->first);
}

PreviewPoint pointOf(std::int64_t second, std::int64_t width, const Sum& sum) {
    PreviewPoint point{
        .second = static_cast<double>(second), .rate = sum.requests / static_cast<double>(width), .p95 = {}};
    if (!sum.times.empty()) {
        point.p95 = sum.times.percentile(0.95) / 1e6;
    }
    return point;
}

// One point per stretch; nothing was asked in those without a sum.
std::vector<PreviewPoint> pointsOf(const Sums& sums, std::int64_t seconds, std::int64_t step) {
    static const Sum kNothing;
    std::vector<PreviewPoint> points;
    for (std::int64_t second = 0; second < seconds;) {
        const auto found = sums.find(second);
        const Sum& sum = found == sums.end() ? kNothing : found->second;
        // Wider than a step when the disk was slow; the last stretch ends with the run.
        const std::int64_t width = std::min(std::max(sum.width, step), seconds - second);
        points.push_back(pointOf(second, width, sum));
        second += width;
    }
    return points;
}

HistoryResult<void> readPoints(HistoryReader& reader, const history::RunSummary& run, RunPreview& preview) {
    auto all = reader.series(run.id);
    if (!all) {
        return std::unexpected(std::move(all.error()));
    }
    const std::vector<StoredSeries> wanted = seriesToRead(std::move(*all));
    if (wanted.empty() || wanted.size() > kMostSeries) {
        return {};
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
    preview.points = pointsOf(sums, run.seconds, level ? static_cast<std::int64_t>(*level) : 1);
    preview.loadBegins = loadBegins(sums);
    return {};
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
    auto preview = std::make_shared<RunPreview>();
    preview->run = run;
    if (auto read = readPoints(*reader, detail->summary, *preview); !read) {
        return std::unexpected(std::move(read.error()));
    }
    if (const auto verdict = verdict::verdictFromJson(detail->verdictJson)) {
        preview->sentence = format::verdictSentence(*verdict);
    }
    return preview;
}

} // namespace bw::bridge
