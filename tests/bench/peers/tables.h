#pragma once

#include "tests/bench/peers/contest.h"
#include "tests/bench/peers/own.h"

#include <optional>
#include <string>
#include <vector>

namespace bw::bench {

// What all tables need. The server runs on `serverProcessor`, the client on the rules' one.
struct Setting {
    const Workplace& place;
    const Own& own;
    std::string jtsSim; // the program
    Load load;
    Rules rules;
    int serverProcessor = 0;
    std::vector<std::string> clients{}; // how the names of those who take part begin; empty: all
    std::optional<Wire> wire{};         // of the throughput's tables; empty: all
};

// Each measures, and writes what came of it as Markdown; empty with a word on stderr when it could not.
[[nodiscard]] std::string throughputTable(const Setting& setting);
[[nodiscard]] std::string latencyTable(const Setting& setting);
[[nodiscard]] std::string scaleTable(const Setting& setting);
[[nodiscard]] std::string feedsTable(const Setting& setting);

// Processor, cores, kernel.
[[nodiscard]] std::string machine();

} // namespace bw::bench
