#pragma once

#include "tests/bench/peers/child.h"
#include "tests/bench/peers/workplace.h"

#include <functional>
#include <string>
#include <vector>

namespace bw::bench {

enum class Wire { Plain, Tls, Http2 }; // HTTP/2 over TLS

struct Load {
    std::string url;
    int seconds = 5;
    int connections = 64;
    Wire wire = Wire::Plain;
    int streams = 10; // of each HTTP/2 connection
};

// One program in the contest.
struct Contender {
    std::string name;
    std::function<std::vector<std::string>(const Load&)> command;
    std::string count; // a regular expression whose first group is how many requests were answered
};

// The peers that are on this machine and speak that; those that are not are told with the package that has
// them. `place` outlives them.
[[nodiscard]] std::vector<Contender> peersHere(Wire wire, const Workplace& place);

// How many requests a contender answered; 0 when its output does not say.
[[nodiscard]] double answered(const Contender& contender, const Outcome& outcome);

} // namespace bw::bench
