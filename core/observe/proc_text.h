#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The files of /proc (proc(5)) as values. Nothing is trusted: a process chooses its name itself.
namespace bw::observe {

// /proc/PID/stat
struct ProcessStat {
    std::string name;             // what the process calls itself; may hold blanks and brackets
    char state = '?';             // Z: ended, and not yet taken note of by its parent
    std::uint64_t ticks = 0;      // of processor time, the kernel's and its own
    std::uint64_t threads = 0;    // while it ends, 0
    std::uint64_t startTicks = 0; // since the machine's start; tells it from a later one with its number
    std::uint64_t residentPages = 0;

    [[nodiscard]] bool hasEnded() const {
        return (state == 'Z' || state == 'X' || state == 'x') && threads <= 1;
    }
};
[[nodiscard]] std::optional<ProcessStat> parseProcessStat(std::string_view text);

// The inodes of the sockets in /proc/net/tcp or tcp6 that listen on the port, appended.
void listeningSockets(std::string_view table, std::uint16_t port, std::vector<std::uint64_t>& inodes);

struct NetworkBytes {
    std::uint64_t received = 0;
    std::uint64_t sent = 0;
    friend bool operator==(const NetworkBytes&, const NetworkBytes&) = default;
};
// The sum over the interfaces of /proc/PID/net/dev, without the loopback.
[[nodiscard]] std::optional<NetworkBytes> parseNetworkBytes(std::string_view text);

} // namespace bw::observe
