#pragma once

#include "core/history/history_error.h"
#include "core/history/history_reader.h"
#include "core/history/run_record.h"
#include "core/history/run_writer.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <memory>
#include <string>

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

private:
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
