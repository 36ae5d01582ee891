#pragma once

#include "core/base/clock.h"
#include "core/testplan/duration_value.h"
#include "core/testplan/written_keys.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace bw::testplan {

// One piece of a ramp: from the current level to `target`, linearly, within `duration`. A duration of 0 is a
// jump.
struct Stage {
    DurationText duration;
    std::int64_t target = 0; // VUs, or iterations per timeUnit

    friend bool operator==(const Stage&, const Stage&) = default;
};

enum class Arrivals {
    Uniform, // evenly spaced
    Poisson, // exponential gaps of the same mean
};

// The executors, with k6's option names, defaults and meaning. Rates are iterations per timeUnit.

struct ConstantVus {
    std::int64_t vus = 1;
    DurationText duration;
    friend bool operator==(const ConstantVus&, const ConstantVus&) = default;
};

struct RampingVus {
    std::int64_t startVUs = 1;
    std::vector<Stage> stages;
    DurationText gracefulRampDown{std::chrono::seconds(30), {}};
    friend bool operator==(const RampingVus&, const RampingVus&) = default;
};

struct ConstantArrivalRate {
    std::int64_t rate = 0;
    DurationText timeUnit{std::chrono::seconds(1), {}};
    DurationText duration;
    std::int64_t preAllocatedVUs = 0;
    std::int64_t maxVUs = 0; // resolved: preAllocatedVUs when the plan does not say
    bool maxVUsWritten = false;
    Arrivals arrivals = Arrivals::Uniform;
    bool arrivalsWritten = false;
    friend bool operator==(const ConstantArrivalRate&, const ConstantArrivalRate&) = default;
};

struct RampingArrivalRate {
    std::int64_t startRate = 0;
    DurationText timeUnit{std::chrono::seconds(1), {}};
    std::vector<Stage> stages;
    std::int64_t preAllocatedVUs = 0;
    std::int64_t maxVUs = 0;
    bool maxVUsWritten = false;
    Arrivals arrivals = Arrivals::Uniform;
    bool arrivalsWritten = false;
    friend bool operator==(const RampingArrivalRate&, const RampingArrivalRate&) = default;
};

struct PerVuIterations {
    std::int64_t vus = 1;
    std::int64_t iterations = 1;
    DurationText maxDuration{std::chrono::minutes(10), {}};
    friend bool operator==(const PerVuIterations&, const PerVuIterations&) = default;
};

struct SharedIterations {
    std::int64_t vus = 1;
    std::int64_t iterations = 1;
    DurationText maxDuration{std::chrono::minutes(10), {}};
    friend bool operator==(const SharedIterations&, const SharedIterations&) = default;
};

struct ExternallyControlled {
    std::int64_t vus = 0;
    std::int64_t maxVUs = 0;
    DurationText duration;
    friend bool operator==(const ExternallyControlled&, const ExternallyControlled&) = default;
};

using Executor = std::variant<ConstantVus, RampingVus, ConstantArrivalRate, RampingArrivalRate,
                              PerVuIterations, SharedIterations, ExternallyControlled>;

// How much load, when, and of which flow.
struct Scenario {
    std::string name; // ^[0-9a-zA-Z_-]+$
    Executor executor;
    std::string flow;
    DurationText startTime{};
    DurationText gracefulStop{std::chrono::seconds(30), {}};
    std::vector<std::pair<std::string, std::string>> env;  // variables of this scenario alone
    std::vector<std::pair<std::string, std::string>> tags; // on every sample of the scenario
    WrittenKeys written{};                                 // the executor's keys, too
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

// The executor's name as plans and k6 write it ("ramping-vus").
[[nodiscard]] const char* executorName(const Executor& executor);

} // namespace bw::testplan
