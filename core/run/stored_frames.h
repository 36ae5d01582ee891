#pragma once

#include "core/history/history_reader.h"
#include "core/history/history_store.h"
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
// they appear. Goes through the run window by window, so that memory stays small however long the run was. Or
// makes fewer frames of it: one of the whole, or one for each of the history's blocks.
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

    // The window as one frame: the sums of all series that moved in it, with their definitions. Their numbers
    // are those of everything that follows.
    [[nodiscard]] history::HistoryResult<metrics::Frame> whole(history::HistoryReader& reader,
                                                               history::Window window = {});

    struct Stretches {
        std::optional<history::Level> level; // none: as recorded
        std::vector<metrics::SeriesId> series;
    };
    // After whole(); as often as wanted. The last stretch ends with the run.
    [[nodiscard]] history::HistoryResult<void> forEach(history::HistoryReader& reader,
                                                       const Stretches& stretches, const Visit& visit);

    // The first and the last second in which a series moved, found through the sums; none when it did not.
    using Span = std::pair<std::int64_t, std::int64_t>;
    [[nodiscard]] history::HistoryResult<std::optional<Span>> spanOf(history::HistoryReader& reader,
                                                                     metrics::SeriesId series) const;

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
    // Places in m_series.
    using Places = std::vector<std::size_t>;
    [[nodiscard]] history::HistoryResult<void> read(history::HistoryReader& reader, const Places& places,
                                                    std::optional<history::Level> level, const Visit& visit);
    [[nodiscard]] history::HistoryResult<void> window(history::HistoryReader& reader, const Places& places,
                                                      history::Window window, const Visit& visit);
    using Moved = std::vector<std::pair<std::size_t, history::TimedValue>>; // by places
    [[nodiscard]] history::HistoryResult<void> emit(std::int64_t second, Moved moved, const Visit& visit);
    void emitEmptyUpTo(std::int64_t second, const Visit& visit);
    [[nodiscard]] std::size_t placeOf(metrics::SeriesId series) const;
    void number(Known& known, metrics::Frame& frame);

    history::RunId m_run;
    std::int64_t m_seconds;
    std::string m_path;
    metrics::MetricRegistry m_metrics;
    std::vector<Known> m_series;
    std::uint32_t m_appeared = 0;
    std::optional<history::Level> m_level; // of the frames that are being made; none: as recorded
    std::int64_t m_next = 0;               // the second after the last frame
};

// A run that is about to be read, with the reader that does it.
struct OpenedRun {
    history::HistoryReader reader;
    history::RunDetail detail;
    StoredFrames frames;
};
[[nodiscard]] history::HistoryResult<OpenedRun> openRun(const history::HistoryStore& store,
                                                        history::RunId run);

} // namespace bw::run
