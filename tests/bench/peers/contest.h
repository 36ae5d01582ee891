#pragma once

#include "tests/bench/peers/contenders.h"

#include <string>
#include <vector>

namespace bw::bench {

struct Standing {
    std::string name;
    double perCpuSecond = 0; // requests answered per second of the client's processor time; median
    double perSecond = 0;    // median
    double peakMegabytes = 0;
    double ratio = 0; // of perCpuSecond to the first contender's of the same round; median
};

struct Rules {
    int rounds = 10;
    int processor = 1; // the client's
};

// All contenders in turn, round after round, so that a slow minute of the machine meets them all alike.
[[nodiscard]] std::vector<Standing> hold(const std::vector<Contender>& contenders, const Load& load,
                                         const Rules& rules);

[[nodiscard]] double median(std::vector<double> values);

} // namespace bw::bench
