#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace bw::bench {

// What passed since it was made: on the wall, of the calling thread's processor time and of the process's.
class Stopwatch {
public:
    Stopwatch();

    [[nodiscard]] double wallMs() const;
    [[nodiscard]] double threadMs() const;
    [[nodiscard]] double processMs() const;

private:
    std::chrono::steady_clock::time_point m_wall;
    double m_thread;
    double m_process;
};

// "median 12.3, 10.1 to 20.4"
[[nodiscard]] std::string spreadOf(std::vector<double> values);
// The value that `share` of the values do not exceed.
[[nodiscard]] double quantileOf(std::vector<double> values, double share);

} // namespace bw::bench
