#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <string>

namespace bw::history {

// The process that writes a run, described so that another process can see whether it still lives.
struct RunOwner {
    std::int64_t pid = 0;
    std::string start; // its start time, since numbers are used again
    std::string place; // the boot and the namespace in which pid means something
};

[[nodiscard]] RunOwner currentOwner();

enum class OwnerState { Lives, Gone };

// In our own place the process itself is looked for. Elsewhere (another machine, container, or boot) a run
// counts as given up when nothing was written for two minutes.
[[nodiscard]] OwnerState ownerState(const RunOwner& owner, WallTime heartbeat, WallTime now);

} // namespace bw::history
