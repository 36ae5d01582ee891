#pragma once

#include "core/history/run_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bw::history {

enum class FindingKind : std::uint8_t {
    Pages,   // SQLite's pages or indexes
    Strays,  // rows of a run that is not there
    Records, // what is known of a run, its series, examples, log or marks cannot be read
    Values,  // what a series was in some second cannot be read, or is there twice
    Extent,  // runs.packed_until or runs.seconds leaves out values that are there
    Sums,    // levels are not the sums of packs
};

enum class Remedy : std::uint8_t {
    None,       // what is lost is nowhere else in the file
    Later,      // the run goes on: its process is writing it
    Repairable, // by HistoryStore::repair()
    Repaired,
};

struct Finding {
    FindingKind kind = FindingKind::Pages;
    std::optional<RunId> run{}; // none: the whole file
    std::string details{};      // table and column, or SQLite's own words: for the log
    Remedy remedy = Remedy::None;
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct HistoryCheck {
    std::vector<RunId> runs; // all that are there, ascending
    std::vector<Finding> findings;
};

} // namespace bw::history
