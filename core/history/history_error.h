#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace bw::history {

enum class HistoryErrorKind : std::uint8_t {
    NotFound,    // no such file
    NotAllowed,  // the file or its folder may not be read or written
    NotAHistory, // a database of somebody else, or no database at all
    TooNew,      // written by a newer program
    Damaged,     // the file or a record in it contradicts itself
    Busy,        // another process kept it locked for longer than we waited
    DiskFull,    // no space, or over a limit on the file's size
    Failed,      // the system refused otherwise; sqliteCode tells
    NoSuchRun,
    RunIsRunning, // what was asked for cannot be done while the run goes on
    Cancelled,    // the receiver of an export wanted no more
};

struct HistoryError {
    HistoryErrorKind kind = HistoryErrorKind::Failed;
    std::string path;
    int sqliteCode = 0;  // SQLite's (extended) result code, 0 when it was not to blame
    std::string details; // SQLite's own English words, for the log
};

template <class T>
using HistoryResult = Result<T, HistoryError>;

} // namespace bw::history
