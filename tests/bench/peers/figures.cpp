#include "tests/bench/peers/figures.h"

#include <cstdlib>
#include <regex>
#include <string_view>

namespace bw::bench {
namespace {

// A time as the summary writes it: "12.3µs", "1.4ms".
double microsecondsAt(const std::string& summary, std::size_t at) {
    char* unit = nullptr;
    const double value = std::strtod(summary.c_str() + at, &unit);
    const std::string_view name(unit, 3);
    return name.starts_with("ns")        ? value / 1e3
           : name.starts_with("\u00b5s") ? value
           : name.starts_with("ms")      ? value * 1e3
                                         : value * 1e6;
}

} // namespace

double microseconds(const std::string& summary, const std::string& metric, const std::string& figure) {
    const auto line = summary.find("    " + metric + ".");
    const auto end = summary.find('\n', line);
    const auto at = line == std::string::npos ? line : summary.find(' ' + figure + '=', line);
    if (at == std::string::npos || at > end) {
        return -1;
    }
    return microsecondsAt(summary, at + figure.size() + 2);
}

double judged(const std::string& summary, const std::string& threshold) {
    const auto at = summary.find('\'' + threshold + "' ");
    const auto value = summary.find('=', at);
    return at == std::string::npos || value == std::string::npos ? -1 : microsecondsAt(summary, value + 1);
}

double tail(const std::string& summary) {
    const std::string sign = " p(99.9)=";
    const auto at = summary.find(sign);
    return at == std::string::npos ? -1 : microsecondsAt(summary, at + sign.size());
}

double countOf(const std::string& summary, const std::string& metric) {
    std::smatch match;
    return std::regex_search(summary, match, std::regex("    " + metric + R"(\.*: (\d+))"))
               ? std::stod(match[1])
               : 0;
}

double failedOf(const std::string& summary) {
    std::smatch match;
    return std::regex_search(summary, match, std::regex(R"(http_req_failed\.*: \S+\s+(\d+) out of)"))
               ? std::stod(match[1])
               : 0;
}

} // namespace bw::bench
