#pragma once

namespace bw::history {

// resources/history/schema-1.sql, embedded by the build: statements, each ended by ";" at a line's end.
extern const char* const kSchema1;

} // namespace bw::history
