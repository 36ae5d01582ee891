#pragma once

#include "core/report/percentiles.h"

#include <limits>
#include <optional>

// One moment of a curve that a run has several of: compact, for there may be 86,400 of each.
namespace bw::report {

// What was not measured.
inline constexpr float kNotMeasured = std::numeric_limits<float>::quiet_NaN();

// Of some times, when there were any.
struct CompactPercentiles {
    float p50 = kNotMeasured;
    float p95 = kNotMeasured;
    float p99 = kNotMeasured;

    CompactPercentiles() = default;
    explicit CompactPercentiles(const Percentiles& of)
        : p50(static_cast<float>(of.p50))
        , p95(static_cast<float>(of.p95))
        , p99(static_cast<float>(of.p99)) {}

    [[nodiscard]] std::optional<Percentiles> value() const {
        return p50 == p50 ? std::optional(Percentiles{p50, p95, p99}) : std::nullopt;
    }
    friend bool operator==(const CompactPercentiles& a, const CompactPercentiles& b) {
        return a.value() == b.value();
    }
};

// The requests of one name.
struct RequestMoment {
    float requests = 0; // a second
    float failed = 0;   // a second
    CompactPercentiles response;
    CompactPercentiles service;
    friend bool operator==(const RequestMoment&, const RequestMoment&) = default;
};

// What the processes use that are watched by one name; kNotMeasured where there was none.
struct ProcessMoment {
    float cpu = kNotMeasured;    // cores
    float memory = kNotMeasured; // bytes
    float threads = kNotMeasured;
    float descriptors = kNotMeasured;
    float received = kNotMeasured; // bytes a second
    float sent = kNotMeasured;
};

// Failures of one kind.
struct FailureMoment {
    float failed = 0; // a second
    friend bool operator==(const FailureMoment&, const FailureMoment&) = default;
};

} // namespace bw::report
