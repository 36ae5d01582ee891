#include "tests/bench/peers/contest.h"

#include <algorithm>
#include <cstdio>

namespace bw::bench {

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::vector<Standing> hold(const std::vector<Contender>& contenders, const Load& load, const Rules& rules) {
    struct Figures {
        std::vector<double> perCpuSecond;
        std::vector<double> perSecond;
        std::vector<double> peak;
        std::vector<double> ratio;
    };
    std::vector<Figures> figures(contenders.size());
    for (int round = 0; round < rules.rounds; ++round) {
        double first = 0;
        for (std::size_t i = 0; i < contenders.size(); ++i) {
            const Outcome outcome = run(contenders[i].command(load), rules.processor);
            const double requests = answered(contenders[i], outcome);
            const double perCpuSecond = outcome.cpuSeconds > 0 ? requests / outcome.cpuSeconds : 0;
            first = i == 0 ? perCpuSecond : first;
            figures[i].perCpuSecond.push_back(perCpuSecond);
            figures[i].perSecond.push_back(requests / load.seconds);
            figures[i].peak.push_back(outcome.peakMegabytes);
            figures[i].ratio.push_back(first > 0 ? perCpuSecond / first : 0);
            std::fprintf(stderr, "round %d %-28s %9.0f requests per CPU second %9.0f /s %6.1f MB\n",
                         round + 1, contenders[i].name.c_str(), perCpuSecond, requests / load.seconds,
                         outcome.peakMegabytes);
        }
    }
    std::vector<Standing> standings;
    for (std::size_t i = 0; i < contenders.size(); ++i) {
        standings.push_back({contenders[i].name, median(figures[i].perCpuSecond),
                             median(figures[i].perSecond), median(figures[i].peak),
                             median(figures[i].ratio)});
    }
    return standings;
}

} // namespace bw::bench
