#pragma once

#include "core/observe/proc_folder.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bw::observe {

// What the processes of this machine are called. Looking at each of thousands every second would cost more
// than it is worth: a process is looked at when it is new (it may be about to become another program), when
// it matched before, and else every sixteenth time. Not thread-safe.
class ProcessNames {
public:
    explicit ProcessNames(const ProcFolder& folder)
        : m_folder(folder) {}

    // `known` are looked at in any case; ascending.
    void update(std::span<const pid_t> known);

    // By what they call themselves, or by their executable's file name.
    [[nodiscard]] std::vector<pid_t> matching(std::string_view name) const;

private:
    struct Entry {
        std::string own;        // at most 15 characters
        std::string executable; // empty when it may not be seen
        unsigned sightings = 0;
    };

    void look(pid_t pid, Entry& entry) const;

    const ProcFolder& m_folder;
    std::map<pid_t, Entry> m_entries;
    unsigned m_round = 0;
};

} // namespace bw::observe
