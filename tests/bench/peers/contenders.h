#pragma once

#include "tests/bench/peers/child.h"

#include <functional>
#include <string>
#include <vector>

namespace bw::bench {

struct Load {
    std::string url;
    int seconds = 5;
    int connections = 64;
};

// One program in the contest.
struct Contender {
    std::string name;
    std::function<std::vector<std::string>(const Load&)> command;
    std::string count; // a regular expression whose first group is how many requests were answered
};

// The peers that are on this machine; those that are not are told with the package that has them.
[[nodiscard]] std::vector<Contender> peersHere();

// How many requests a contender answered; 0 when its output does not say.
[[nodiscard]] double answered(const Contender& contender, const Outcome& outcome);

} // namespace bw::bench
