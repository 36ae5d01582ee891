#include "tests/bench/history/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace bw::bench {
namespace {

double millisecondsOf(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

Stopwatch::Stopwatch()
    : m_wall(std::chrono::steady_clock::now())
    , m_thread(millisecondsOf(CLOCK_THREAD_CPUTIME_ID))
    , m_process(millisecondsOf(CLOCK_PROCESS_CPUTIME_ID)) {}

double Stopwatch::wallMs() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_wall).count();
}

double Stopwatch::threadMs() const {
    return millisecondsOf(CLOCK_THREAD_CPUTIME_ID) - m_thread;
}

double Stopwatch::processMs() const {
    return millisecondsOf(CLOCK_PROCESS_CPUTIME_ID) - m_process;
}

double quantileOf(std::vector<double> values, double share) {
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

std::string spreadOf(std::vector<double> values) {
    char text[96];
    std::snprintf(text, sizeof text, "median %.1f, %.1f to %.1f", quantileOf(values, 0.5),
                  quantileOf(values, 0), quantileOf(values, 1));
    return text;
}

} // namespace bw::bench
