#pragma once

#include "core/testplan/written_keys.h"

#include <cstdint>
#include <string>

namespace bw::testplan {

enum class FeedOrder : std::uint8_t { Sequential, Random, Unique };
enum class FeedEnd : std::uint8_t { Repeat, Stop };

// A data file whose rows the virtual users read as feed.<name>.<column>: CSV, whose first row names the
// columns, or a JSON array of objects.
struct FeedSpec {
    std::string name;
    std::string file; // relative to the plan's folder, and inside it
    FeedOrder order = FeedOrder::Sequential;
    FeedEnd atEnd = FeedEnd::Repeat;
    WrittenKeys written{};
    friend bool operator==(const FeedSpec&, const FeedSpec&) = default;
};

} // namespace bw::testplan
