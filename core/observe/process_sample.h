#pragma once

#include "core/base/clock.h"
#include "core/observe/proc_text.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bw::observe {

// What the processes of one watch used, together. What could not be measured of one of them is absent for
// all: a sum without it would be a lie, and 0 is a figure.
struct ProcessReading {
    std::optional<double> cpu;           // in cores, since the sample before
    std::optional<std::uint64_t> memory; // resident, bytes
    std::optional<std::uint64_t> threads;
    std::optional<std::uint64_t> descriptors;
    std::optional<NetworkBytes> network; // since the sample before; see the README for whose it is
    friend bool operator==(const ProcessReading&, const ProcessReading&) = default;
};

struct ProcessEvent {
    enum class Kind : std::uint8_t {
        NotFound, // at the first sample
        Found,
        Gone,     // has ended
        Left,     // goes on under another name, or without the port
        Replaced, // the number is another process's now
        Denied,   // some of it may not be read
        Silenced, // the last event of this watch
    };
    std::size_t watch = 0; // index of the selection
    Kind kind = Kind::NotFound;
    pid_t pid = 0;
    std::string name;
    friend bool operator==(const ProcessEvent&, const ProcessEvent&) = default;
};

struct ProcessSample {
    Instant at;
    std::vector<ProcessReading> readings; // one for each selection
    std::vector<ProcessEvent> events;
};

} // namespace bw::observe
