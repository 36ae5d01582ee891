#pragma once

#include "core/history/history_store.h"
#include "core/report/comparison_model.h"
#include "ui/bridge/run_preview.h"
#include "ui/bridge/spectrum.h"

#include <QMetaType>

#include <memory>
#include <vector>

namespace bw::bridge {

// Times of one subject on both sides, all runs of a side together; points by share, ascending, none where
// nothing was measured.
struct ComparedSpectrum {
    analysis::Subject subject;
    std::vector<SpectrumPoint> before;
    std::vector<SpectrumPoint> after;
};

// What views show of a comparison: an immutable value, shared between threads.
struct ComparisonPicture {
    report::ComparisonModel model;
    // Curves of each run, beside model.before and model.after.
    std::vector<RunPreviewPtr> before;
    std::vector<RunPreviewPtr> after;
    std::vector<ComparedSpectrum> spectra; // of every trend that is compared
};
using ComparisonPicturePtr = std::shared_ptr<const ComparisonPicture>;

// Reads and compares: up to a second. Not on the user's thread.
[[nodiscard]] history::HistoryResult<ComparisonPicturePtr>
loadComparison(const history::HistoryStore& store, const std::vector<history::RunId>& before,
               const std::vector<history::RunId>& after);

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::ComparisonPicturePtr)
