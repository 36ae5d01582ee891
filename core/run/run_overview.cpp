#include "core/run/run_overview.h"

#include "core/report/second_rows.h"
#include "core/run/stretch_level.h"

#include <variant>
#include <vector>

namespace bw::run {
namespace {

using history::HistoryReader;
using history::HistoryResult;
using metrics::SeriesId;

template <class IsWanted>
std::vector<SeriesId> seriesOf(const metrics::Frame& whole, const IsWanted& isWanted) {
    std::vector<SeriesId> wanted;
    for (const metrics::SeriesDefinition& series : whole.newSeries) {
        if (isWanted(series.series.metric)) {
            wanted.push_back(series.id);
        }
    }
    return wanted;
}

// The most sessions that were opened in one second: what stretches do not tell.
HistoryResult<void> addOpened(StoredFrames& frames, HistoryReader& reader, const metrics::Frame& whole,
                              report::ReportBuilder& builder) {
    const StoredFrames::Stretches sessions{.series = seriesOf(whole, [](metrics::MetricId metric) {
                                               return metric == metrics::id(metrics::Builtin::WsSessions);
                                           })};
    if (sessions.series.empty()) {
        return {};
    }
    return frames.forEach(reader, sessions, [&](const metrics::Frame& frame) {
        double opened = 0;
        for (const metrics::FrameEntry& entry : frame.entries) {
            if (const auto* counter = std::get_if<metrics::CounterValue>(&entry.value)) {
                opened += counter->sum;
            }
        }
        builder.addOpened(opened / static_cast<double>(frame.width));
    });
}

HistoryResult<void> addFailureTimes(StoredFrames& frames, HistoryReader& reader,
                                    report::ReportBuilder& builder) {
    for (const SeriesId failure : builder.failures()) {
        const auto span = frames.spanOf(reader, failure);
        if (!span) {
            return std::unexpected(span.error());
        }
        if (*span) {
            builder.addFailureTimes(failure, (*span)->first, (*span)->second);
        }
    }
    return {};
}

} // namespace

HistoryResult<void> readOverview(StoredFrames& frames, HistoryReader& reader, std::int64_t seconds,
                                 report::ReportBuilder& builder) {
    const auto whole = frames.whole(reader);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    builder.addSums(*whole);
    StoredFrames::Stretches stretches{.series = seriesOf(*whole, report::SecondRows::isDrawn)};
    stretches.level = levelFor(seconds, stretches.series.size());
    auto done =
        frames.forEach(reader, stretches, [&](const metrics::Frame& frame) { builder.addStretch(frame); });
    if (done && stretches.level) {
        done = addOpened(frames, reader, *whole, builder);
    }
    return done ? addFailureTimes(frames, reader, builder) : done;
}

} // namespace bw::run
