#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace bw::observe {

// Why something of a process cannot be read.
enum class ProcError : std::uint8_t {
    Gone,   // no such process any more, or none such file
    Denied, // another user's
    Failed,
};

// Files below /proc. Tests stand one up in a folder of theirs. Stateless; any thread.
class ProcFolder {
public:
    explicit ProcFolder(std::string root = "/proc")
        : m_root(std::move(root)) {}

    // The numbers of all processes, ascending.
    [[nodiscard]] std::vector<pid_t> pids() const;

    // Of a process's folder, or of this process's for pid 0. At most `limit` bytes: the file's beginning.
    [[nodiscard]] Result<std::string, ProcError> read(pid_t pid, std::string_view file,
                                                      std::size_t limit) const;
    [[nodiscard]] Result<std::string, ProcError> link(pid_t pid, std::string_view file) const;
    // How many descriptors the process has open.
    [[nodiscard]] Result<std::size_t, ProcError> descriptors(pid_t pid) const;
    // Whether one of them is a socket with one of these inodes. Sorted.
    [[nodiscard]] bool hasSocket(pid_t pid, const std::vector<std::uint64_t>& inodes) const;

private:
    [[nodiscard]] std::string path(pid_t pid, std::string_view file) const;

    std::string m_root;
};

} // namespace bw::observe
