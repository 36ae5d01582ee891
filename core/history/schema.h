#pragma once

#include "core/history/database.h"
#include "core/history/history_error.h"

#include <cstdint>
#include <span>

namespace bw::history {

// "BWHS": how a file says that it is a history.
inline constexpr std::int32_t kApplicationId = 0x42574853;

// schema-1.sql, schema-2.sql, ...: the file's user_version is how many of them it has.
[[nodiscard]] std::span<const char* const> schemaScripts();

enum class SchemaState { Empty, Older, Current };

// Whether the file is a history that this program understands. Changes nothing. NotAHistory, TooNew or
// Damaged if not.
[[nodiscard]] HistoryResult<SchemaState> checkSchema(Database& database,
                                                     std::span<const char* const> scripts);

// Runs the scripts that the file lacks, in one transaction; turns an empty file into a history. Two processes
// may do so at once.
[[nodiscard]] HistoryResult<void> migrate(Database& database, std::span<const char* const> scripts);

// For reading a file that may not be brought up to date: what its version lacks is there and empty, for this
// connection alone.
[[nodiscard]] HistoryResult<void> addMissingTables(Database& database);

} // namespace bw::history
