#pragma once

#include "core/history/history_reader.h"
#include "core/metrics/frame.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bw::run {

// Makes the frames of a stored run again, as the engine made them: in order, without gaps, series numbered as
// they appear. Goes through the run window by window, so that memory stays small however long the run was.
class StoredFrames {
public:
    // The run's series among the built-in metrics and its own. A metric that the file has with two types, or
    // another than the built-in one's, is damage.
    [[nodiscard]] static history::HistoryResult<StoredFrames>
    open(history::HistoryReader& reader, const history::RunSummary& run, const std::string& path);

    [[nodiscard]] const metrics::MetricRegistry& metrics() const { return m_metrics; }

    // Once.
    using Visit = std::function<void(const metrics::Frame&)>;
    [[nodiscard]] history::HistoryResult<void> forEach(history::HistoryReader& reader, const Visit& visit);

    // The window as one frame that brings all its series, out of the kept sums. Takes nothing from forEach().
    [[nodiscard]] history::HistoryResult<metrics::Frame> sum(history::HistoryReader& reader,
                                                             history::Window window) const;

private:
    struct Known {
        metrics::SeriesId stored; // its number in the file
        metrics::Series series;
        std::optional<metrics::SeriesId> number; // once it appeared
    };

    StoredFrames(const history::RunSummary& run, std::string path)
        : m_run(run.id)
        , m_seconds(run.seconds)
        , m_path(std::move(path)) {}

    [[nodiscard]] history::HistoryError damaged(const char* details) const;
    [[nodiscard]] history::HistoryResult<void> window(history::HistoryReader& reader, history::Window window,
                                                      const Visit& visit);
    // By its place in m_series.
    using Moved = std::vector<std::pair<std::size_t, history::TimedValue>>;
    [[nodiscard]] history::HistoryResult<void> emit(std::int64_t second, Moved moved, const Visit& visit);
    void emitEmptyUpTo(std::int64_t second, const Visit& visit);

    history::RunId m_run;
    std::int64_t m_seconds;
    std::string m_path;
    metrics::MetricRegistry m_metrics;
    std::vector<Known> m_series;
    std::uint32_t m_appeared = 0;
    std::int64_t m_next = 0; // the second after the last frame
};

} // namespace bw::run
