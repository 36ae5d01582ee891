#pragma once

#include "core/history/history_reader.h"
#include "core/history/history_store.h"
#include "core/metrics/frame.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <functional>
#include <map>
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

    // The run's series of the metrics that are wanted, numbered without being read.
    using IsWantedMetric = std::function<bool(metrics::MetricId)>;
    [[nodiscard]] std::vector<metrics::SeriesDefinition> define(const IsWantedMetric& isWanted);

    struct Stretches {
        std::optional<history::Level> level{}; // none: as recorded
        std::vector<metrics::SeriesId> series{};
        history::Window window{};         // widened to whole blocks
        std::function<bool()> isWanted{}; // asked again and again; false: give up, with Cancelled
    };
    // After whole() or define(); as often as wanted. The last stretch ends with the run. A part that begins
    // later than the run begins with the first second in which something moved: what is before may belong to
    // a frame from outside of it.
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

    static constexpr std::int64_t kNotYet = -1;

    StoredFrames(const history::RunSummary& run, std::string path)
        : m_run(run.id)
        , m_seconds(run.seconds)
        , m_path(std::move(path)) {}

    [[nodiscard]] history::HistoryError damaged(const char* details) const;
    // Places in m_series.
    using Places = std::vector<std::size_t>;
    [[nodiscard]] history::HistoryResult<void> read(history::HistoryReader& reader, const Places& places,
                                                    const Stretches& stretches, const Visit& visit);
    using Moved = std::vector<std::pair<std::size_t, history::TimedValue>>; // by places
    using MovedIn = std::map<std::int64_t, Moved>;                          // by seconds
    [[nodiscard]] history::HistoryResult<MovedIn> movedIn(history::HistoryReader& reader,
                                                          const Places& places, history::Window window,
                                                          const std::function<bool()>& isWanted) const;
    [[nodiscard]] history::HistoryResult<void> emitAll(MovedIn moved, const Visit& visit);
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
    std::int64_t m_next = 0;               // the second after the last frame; kNotYet: there is none
};

// The part of it that lies within a run of so many seconds.
[[nodiscard]] history::Window within(history::Window window, std::int64_t seconds);

// A run that is about to be read, with the reader that does it.
struct OpenedRun {
    history::HistoryReader reader;
    history::RunDetail detail;
    StoredFrames frames;
};
[[nodiscard]] history::HistoryResult<OpenedRun> openRun(const history::HistoryStore& store,
                                                        history::RunId run);

} // namespace bw::run
