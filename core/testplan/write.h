#pragma once

#include <string>

namespace bw::testplan {

struct TestPlan;
struct JsonValue;

// The canonical text of a plan, ending in a line feed: two blanks an indent, fixed keys in the format's
// order, named parts in the author's order, and only what the author wrote or what differs from a default.
// Reading a canonical text and writing it again gives the same bytes.
[[nodiscard]] std::string write(const TestPlan& plan);

} // namespace bw::testplan
