#pragma once

namespace bw::report {

// Of some times, in milliseconds.
struct Percentiles {
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
    friend bool operator==(const Percentiles&, const Percentiles&) = default;
};

} // namespace bw::report
