#pragma once

namespace bw::history {

// resources/history/schema-N.sql, embedded by the build: statements, each ended by ";" at a line's end.
extern const char* const kSchema1;
extern const char* const kSchema2;

} // namespace bw::history
