#pragma once

#include "core/history/history_store.h"

#include <QMetaType>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace bw::bridge {

// A stretch of a run, as its curve in a list shows it.
struct PreviewPoint {
    double second = 0;         // of run time, where it begins
    double rate = 0;           // requests a second
    std::optional<double> p95; // response time, ms; none without an answer
};

// What is shown of a run while one goes through a list: little, so that it comes at once.
struct RunPreview {
    history::RunId run;
    QString sentence;      // the verdict's; empty when there is none
    double loadBegins = 0; // run time at which the first virtual user is at work, as fine as the points
    std::vector<PreviewPoint> points; // at most about 260; none when they would take long
};
using RunPreviewPtr = std::shared_ptr<const RunPreview>;

// Reads at most about 260 values of at most 128 series, however long the run: milliseconds.
[[nodiscard]] history::HistoryResult<RunPreviewPtr> loadPreview(const history::HistoryStore& store,
                                                                history::RunId run);

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::RunPreviewPtr)
