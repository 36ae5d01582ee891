#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <string>

namespace bw::run {

// What the run stood on, recorded with it.
struct Surroundings {
    std::string host;
    std::string kernel;       // "Linux 6.1.0-18-amd64"
    std::string cpu;          // the processor's model name, empty when the system does not say
    unsigned processors = 1;  // that this process may use: affinity mask and cgroup quota
    std::uint64_t memory = 0; // bytes in the machine
};

[[nodiscard]] Surroundings readSurroundings();

// Processors in the affinity mask, bounded by the cgroup's quota (v2 and v1) rounded up; at least 1.
[[nodiscard]] unsigned usableProcessors();

// What this process uses. CPU is measured between two calls.
class GeneratorHealth {
public:
    struct Reading {
        double cores = 0;         // processor time per time since the last reading
        std::uint64_t memory = 0; // resident, bytes
    };

    explicit GeneratorHealth(const Clock& clock);

    [[nodiscard]] Reading read();

private:
    const Clock& m_clock;
    Instant m_lastAt;
    Duration m_lastCpu;
};

} // namespace bw::run
