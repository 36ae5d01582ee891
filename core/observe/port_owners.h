#pragma once

#include "core/observe/proc_folder.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace bw::observe {

// Which processes listen on a TCP port of this machine. The kernel takes milliseconds to write down its
// sockets, and finding whose they are means going through every process's descriptors: both is done when an
// owner has let go of its socket, and else every sixteenth time. Not thread-safe.
class PortOwners {
public:
    explicit PortOwners(const ProcFolder& folder)
        : m_folder(folder) {}

    // To be called once a sample. Ascending; nobody when those who listen may not be seen.
    [[nodiscard]] std::vector<pid_t> owning(std::uint16_t port);

private:
    struct Known {
        std::vector<std::uint64_t> sockets; // ascending
        std::vector<pid_t> owners;
        unsigned round = 0;
    };

    // None when it cannot be read.
    [[nodiscard]] std::optional<std::vector<std::uint64_t>> socketsOf(std::uint16_t port) const;

    const ProcFolder& m_folder;
    std::map<std::uint16_t, Known> m_known;
};

} // namespace bw::observe
