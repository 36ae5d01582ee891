#pragma once

#include "core/base/result.h"
#include "core/expr/value.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bw::runplan {

// Which row a virtual user reads.
enum class FeedOrder {
    Sequential, // each iteration that reads the feed takes the next row, over all VUs of the run
    Random,     // each iteration that reads the feed takes any row
    Unique,     // each VU has a row of its own and keeps it
};

// What happens to a reader for whom no row is left.
enum class FeedEnd {
    Repeat, // begins again at the first row
    Stop,   // its VU starts no further iteration
};

// The rows of one data feed, in memory, row by row. Immutable while a run goes; read by all workers.
struct FeedData {
    std::string name;
    FeedOrder order = FeedOrder::Sequential;
    FeedEnd atEnd = FeedEnd::Repeat;
    std::vector<std::string> columns;
    std::vector<expr::Value> cells; // rowCount() × columns.size()

    [[nodiscard]] std::size_t rowCount() const { return columns.empty() ? 0 : cells.size() / columns.size(); }
    [[nodiscard]] const expr::Value& cell(std::size_t row, std::size_t column) const {
        return cells[row * columns.size() + column];
    }
};

enum class FeedErrorKind {
    Empty,           // no row
    NoColumns,       // the first CSV row is blank
    DuplicateColumn, // subject: the column
    UnevenRow,       // a CSV row has more or fewer cells than the first
    UnclosedQuote,   // a quoted CSV cell does not end
    TextAfterQuote,  // something other than a comma follows a quoted cell
    NotUtf8,
    BadJson,
    NotAnArray,  // the JSON is not an array of objects
    TooManyRows, // over kMaxFeedCells cells
};

struct FeedError {
    FeedErrorKind kind = FeedErrorKind::Empty;
    std::size_t line = 0; // from 1; for JSON the element's number
    std::string subject;
};

inline constexpr std::size_t kMaxFeedBytes = 512U * 1024 * 1024;
inline constexpr std::size_t kMaxFeedCells = 50'000'000;

// RFC 4180 with any line end; the first row names the columns; every cell is a string.
[[nodiscard]] Result<FeedData, FeedError> readCsvFeed(std::string_view text);

// An array of objects; the columns are all keys in the order of their first appearance, a missing one is
// undefined.
[[nodiscard]] Result<FeedData, FeedError> readJsonFeed(std::string_view text);

} // namespace bw::runplan
