#pragma once

#include "core/history/baseline.h"
#include "core/history/history_check.h"
#include "core/history/history_error.h"
#include "core/history/run_record.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace bw::history {

class Database;

enum class RunOrder : std::uint8_t { NewestFirst, OldestFirst, ByPlan, ByVerdict, LongestFirst };

// Which sums to read: one value per block of so many seconds, blocks counted from 0.
enum class Level : std::uint16_t { Seconds16 = 16, Seconds256 = 256, Seconds4096 = 4096 };

// Reads runs, also those that are still being written. Has a connection of its own: to be made, used and
// destroyed in one thread. Everything it reads is checked as if it came from a stranger.
class HistoryReader {
public:
    ~HistoryReader();
    HistoryReader(HistoryReader&&) noexcept;
    HistoryReader& operator=(HistoryReader&&) noexcept;

    // A run whose row is damaged is there with what can be read of it; run() tells of the damage.
    [[nodiscard]] HistoryResult<std::vector<RunSummary>> runs(RunOrder order = RunOrder::NewestFirst,
                                                              std::int64_t limit = INT64_MAX);
    // Runs that have all the words, in upper or lower case, in any of: plan, its name, environment, build,
    // host, note, values of tags ("key=value", too), names and other tags of their series, log messages,
    // failing exchanges. Parts of words count. Without a word all runs. Ascending.
    [[nodiscard]] HistoryResult<std::vector<RunId>> search(std::string_view words);
    [[nodiscard]] HistoryResult<RunDetail> run(RunId run);
    // By plan and environment.
    [[nodiscard]] HistoryResult<std::vector<Baseline>> baselines();
    // By id; empty when the run brought none.
    [[nodiscard]] HistoryResult<std::vector<StoredSeries>> series(RunId run);

    // The merge over a window: at most about 100 values are read, however long the run.
    [[nodiscard]] HistoryResult<metrics::SeriesValue> sum(RunId run, metrics::SeriesId series,
                                                          Window window = {});
    // Of all series that moved in the window, ascending.
    [[nodiscard]] HistoryResult<std::vector<SeriesSum>> sums(RunId run, Window window = {});

    // The values as they were recorded, ascending; seconds in which the series did not move are left out.
    [[nodiscard]] HistoryResult<std::vector<TimedValue>> seconds(RunId run, metrics::SeriesId series,
                                                                 Window window = {});
    // Sums per block for the blocks that touch the window, ascending (TimedValue::width is the level's): a
    // heat map.
    [[nodiscard]] HistoryResult<std::vector<TimedValue>> blocks(RunId run, metrics::SeriesId series,
                                                                Level level, Window window = {});

    [[nodiscard]] HistoryResult<std::vector<ExampleRecord>> examples(RunId run);
    [[nodiscard]] HistoryResult<std::vector<LogRecord>> messages(RunId run);
    [[nodiscard]] HistoryResult<std::vector<MarkRecord>> marks(RunId run);

    // Gets the text piece by piece; false stops the export.
    using Sink = std::function<bool(std::string_view)>;
    // The whole run as JSON (the README has its form), a series at a time, so that memory stays small.
    [[nodiscard]] HistoryResult<void> exportJson(RunId run, const Sink& sink);

    // Every page and index checked. Damaged when something is wrong; `details` says what.
    [[nodiscard]] HistoryResult<void> check();
    // Everything of a run read, and its sums held against what they are sums of. A day of 30 series takes
    // seconds. NoSuchRun when it is not there.
    [[nodiscard]] HistoryResult<std::vector<Finding>> check(RunId run);
    // Pages and indexes, rows that belong to nobody, then every run.
    [[nodiscard]] HistoryResult<HistoryCheck> checkAll();

private:
    friend class HistoryStore;
    explicit HistoryReader(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
};

} // namespace bw::history
