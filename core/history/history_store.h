#pragma once

#include "core/history/baseline.h"
#include "core/history/history_error.h"
#include "core/history/history_reader.h"
#include "core/history/run_record.h"
#include "core/history/run_writer.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bw::history {

enum class OpenMode : std::uint8_t {
    Create,   // the person's own history: made when it is missing, brought up to date, dead runs marked
    Existing, // the same, but a missing file is an error
    ReadOnly, // anybody's file: nothing is written, nothing in it is trusted
};

// A history file that was found good. Holds no connection: each writer and reader opens its own, so a store
// may be shared between threads. Needs a QCoreApplication for the database driver.
//
// Two processes may write at the same time; each waits for the other's transaction (milliseconds).
class HistoryStore {
public:
    // Checks that the file is a history of this or an older version, migrates it and marks runs whose process
    // is gone as interrupted (not when ReadOnly).
    [[nodiscard]] static HistoryResult<HistoryStore> open(const std::string& path, OpenMode mode);

    [[nodiscard]] const std::string& path() const { return m_path; }

    // Begins a run; it shows in the history at once. Not when ReadOnly.
    [[nodiscard]] HistoryResult<std::unique_ptr<RunWriter>> beginRun(const RunStart& start,
                                                                     const metrics::MetricRegistry& metrics,
                                                                     RunWriter::OnState onState = {}) const;

    // A reader for the calling thread.
    [[nodiscard]] HistoryResult<HistoryReader> reader() const;

    // Takes a run out of the history for good. RunIsRunning while its process lives.
    [[nodiscard]] HistoryResult<void> remove(RunId run) const;

    // A run in a file of its own: a history with nothing else in it, which importRuns() takes and any command
    // reads. The file stands whole or not at all, and takes the place of one that was there.
    [[nodiscard]] HistoryResult<void> exportRun(RunId run, const std::string& path) const;
    // Takes the runs of another file in under new numbers, oldest first; what is still running stays there.
    // Everything in it is verified before: a file in which anything is wrong is refused as a whole.
    [[nodiscard]] HistoryResult<std::vector<RunId>> importRuns(const std::string& path) const;
    // All of it as it is at this moment, also while runs are written, into a file of its own.
    [[nodiscard]] HistoryResult<void> backup(const std::string& path) const;

    // HistoryReader::checkAll(), and mends what can be mended: sums are made again from the seconds, rows of
    // runs that are not there go, indexes are made again. A run is mended as a whole, in one transaction, or
    // stays as it is to the last byte; sound runs are only read. What it lacked is in `remedy`.
    [[nodiscard]] HistoryResult<HistoryCheck> repair() const;

    // What a person says of a run; takes the place of what was said. NoSuchRun when it is not there.
    [[nodiscard]] HistoryResult<void> annotate(RunId run, const RunNotes& notes) const;

    // A mark on a moment of a run that is over; a run that is written gets its marks by its RunWriter.
    // NoSuchRun when it is not there.
    [[nodiscard]] HistoryResult<void> addMark(RunId run, const MarkRecord& mark) const;
    // One that is equal; that there is none is no error.
    [[nodiscard]] HistoryResult<void> removeMark(RunId run, const MarkRecord& mark) const;

    // One for each plan and environment; a new one takes the place of the old one. NoSuchRun when its run is
    // not there. It goes with its run.
    [[nodiscard]] HistoryResult<void> setBaseline(const Baseline& baseline) const;
    [[nodiscard]] HistoryResult<void> clearBaseline(const std::string& planName,
                                                    const std::string& environment) const;

private:
    // With a connection that may write; NotAllowed when ReadOnly.
    template <class Change>
    [[nodiscard]] HistoryResult<void> change(const Change& what) const;

    HistoryStore(std::string path, OpenMode mode)
        : m_path(std::move(path))
        , m_mode(mode) {}

    std::string m_path;
    OpenMode m_mode;
};

// Where a person's history lies: $XDG_DATA_HOME/bellwether/history.sqlite, XDG_DATA_HOME being ~/.local/share
// unless set to an absolute path. Empty when neither it nor HOME is set. The folder is made by open(Create).
[[nodiscard]] std::string defaultHistoryPath();

} // namespace bw::history
