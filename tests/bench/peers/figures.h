#pragma once

#include <cstdio>
#include <string>

namespace bw::bench {

// A figure of a metric's line in the summary, "p(99)" of "http_req_duration", in microseconds; negative: not
// there.
[[nodiscard]] double microseconds(const std::string& summary, const std::string& metric,
                                  const std::string& figure);
// The value that a threshold was judged by, in microseconds; negative: not there.
[[nodiscard]] double judged(const std::string& summary, const std::string& threshold);
// P99.9 of http_req_duration, in microseconds; negative: not there.
[[nodiscard]] double tail(const std::string& summary);
// The first number of a metric's line; 0 when there is none.
[[nodiscard]] double countOf(const std::string& summary, const std::string& metric);

// How many requests failed.
[[nodiscard]] double failedOf(const std::string& summary);

// A line as printf writes it.
template <class... Values>
[[nodiscard]] std::string row(const char* format, Values... values) {
    char line[512];
    std::snprintf(line, sizeof line, format, values...);
    return line;
}

} // namespace bw::bench
