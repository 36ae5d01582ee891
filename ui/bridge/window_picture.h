#pragma once

#include "core/history/history_store.h"
#include "core/report/report_model.h"
#include "ui/bridge/spectrum.h"

#include <QMetaType>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bw::bridge {

// Response times of one request name, or of all.
struct NamedTimes {
    std::string name; // empty: of all
    std::uint64_t count = 0;
    std::vector<SpectrumPoint> spectrum;
    std::vector<double> percentiles; // beside kShares, milliseconds
    double max = 0;
};

// The shares whose percentiles are told in figures.
inline constexpr double kShares[] = {0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999};

// A part of a stored run, or all of it, as views show it: an immutable value, shared between threads.
struct WindowPicture {
    history::RunId run;
    history::Window window;        // within the run
    report::ReportModel model;     // figures and tables of these seconds
    std::vector<NamedTimes> times; // all together first, then by name; empty when nothing was answered
};
using WindowPicturePtr = std::shared_ptr<const WindowPicture>;

// Milliseconds, but not on the user's thread.
[[nodiscard]] history::HistoryResult<WindowPicturePtr>
loadWindowPicture(const history::HistoryStore& store, history::RunId run, history::Window window);

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::WindowPicturePtr)
