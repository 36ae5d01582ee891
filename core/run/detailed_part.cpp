#include "core/run/detailed_part.h"

#include "core/metrics/metric.h"
#include "core/report/second_rows.h"
#include "core/run/stored_frames.h"
#include "core/run/stretch_level.h"

#include <utility>

namespace bw::run {
namespace {

using history::HistoryResult;

void take(const report::SecondRows& made, const std::vector<metrics::SeriesDefinition>& series,
          DetailedPart& part) {
    for (const metrics::SeriesDefinition& one : series) {
        const std::string* name = one.series.tags.find("name");
        if (name != nullptr && one.series.metric == metrics::id(metrics::Builtin::HttpReqs)) {
            part.curves.try_emplace(*name, made.curve(*name));
        }
    }
    part.rows = made.rows();
    part.processes = made.processes();
    part.failures = made.failures();
    part.heat = made.heat();
}

} // namespace

HistoryResult<DetailedPart> loadDetail(const history::HistoryStore& store, const DetailQuestion& question) {
    auto opened = openRun(store, question.run);
    if (!opened) {
        return std::unexpected(std::move(opened.error()));
    }
    auto& [reader, detail, frames] = *opened;
    const auto series = frames.define(report::SecondRows::isDrawn);
    DetailedPart part;
    part.window = within(question.window, detail.summary.seconds);
    StoredFrames::Stretches stretches{.window = part.window, .isWanted = question.isWanted};
    stretches.level = levelFor(part.window.end - part.window.begin, series.size(), kMostDetail);
    part.width = stretches.level ? static_cast<std::int64_t>(*stretches.level) : 1;
    if (part.width >= question.finerThan) {
        return part;
    }
    report::SecondRows rows(part.window.begin / part.width * part.width);
    for (const metrics::SeriesDefinition& one : series) {
        rows.define(one);
        stretches.series.push_back(one.id);
    }
    const auto done =
        frames.forEach(reader, stretches, [&](const metrics::Frame& frame) { rows.add(frame); });
    if (!done) {
        return std::unexpected(done.error());
    }
    take(rows, series, part);
    return part;
}

} // namespace bw::run
