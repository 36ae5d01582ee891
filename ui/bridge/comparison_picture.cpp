#include "ui/bridge/comparison_picture.h"

#include "core/run/measured_run.h"
#include "core/run/stored_comparison.h"

#include <map>
#include <variant>

namespace bw::bridge {
namespace {

using history::HistoryResult;
using history::RunSummary;

using Sums = std::map<analysis::Subject, metrics::Histogram>;

HistoryResult<Sums> sumsOf(history::HistoryReader& reader, const std::vector<RunSummary>& runs) {
    Sums sums;
    for (const RunSummary& run : runs) {
        auto measured = run::measureRun(reader, run, {}, run::MeasureDetail::Whole);
        if (!measured) {
            return std::unexpected(std::move(measured.error()));
        }
        for (const analysis::MeasuredSeries& series : measured->series) {
            if (const auto* times = std::get_if<metrics::Histogram>(&series.whole)) {
                sums[series.subject].merge(*times);
            }
        }
    }
    return sums;
}

HistoryResult<std::vector<RunPreviewPtr>> curvesOf(const history::HistoryStore& store,
                                                   const std::vector<RunSummary>& runs) {
    std::vector<RunPreviewPtr> curves;
    for (const RunSummary& run : runs) {
        auto preview = loadPreview(store, run.id);
        if (!preview) {
            return std::unexpected(std::move(preview.error()));
        }
        curves.push_back(std::move(*preview));
    }
    return curves;
}

HistoryResult<std::vector<ComparedSpectrum>> spectraOf(const history::HistoryStore& store,
                                                       const report::ComparisonModel& model) {
    auto reader = store.reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    auto before = sumsOf(*reader, model.before);
    if (!before) {
        return std::unexpected(std::move(before.error()));
    }
    auto after = sumsOf(*reader, model.after);
    if (!after) {
        return std::unexpected(std::move(after.error()));
    }
    std::vector<ComparedSpectrum> spectra;
    for (const auto& [subject, times] : *before) {
        spectra.push_back({subject, spectrumOf(times), spectrumOf((*after)[subject])});
    }
    for (const auto& [subject, times] : *after) {
        if (!before->contains(subject)) {
            spectra.push_back({subject, {}, spectrumOf(times)});
        }
    }
    return spectra;
}

} // namespace

HistoryResult<ComparisonPicturePtr> loadComparison(const history::HistoryStore& store,
                                                   const std::vector<history::RunId>& before,
                                                   const std::vector<history::RunId>& after) {
    auto picture = std::make_shared<ComparisonPicture>();
    auto model = run::compareRuns(store, {.before = before, .after = after});
    if (!model) {
        return std::unexpected(std::move(model.error()));
    }
    picture->model = std::move(*model);
    for (const auto& [runs, curves] : {std::pair(&picture->model.before, &picture->before),
                                       std::pair(&picture->model.after, &picture->after)}) {
        auto read = curvesOf(store, *runs);
        if (!read) {
            return std::unexpected(std::move(read.error()));
        }
        *curves = std::move(*read);
    }
    auto spectra = spectraOf(store, picture->model);
    if (!spectra) {
        return std::unexpected(std::move(spectra.error()));
    }
    picture->spectra = std::move(*spectra);
    return picture;
}

} // namespace bw::bridge
