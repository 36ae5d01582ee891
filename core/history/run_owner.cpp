#include "core/history/run_owner.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <unistd.h>

namespace bw::history {

namespace {

constexpr std::int64_t kSilence = 120'000'000'000;

// Field 22 of /proc/PID/stat; empty when there is no such process. The name in field 2 may hold anything, so
// fields are counted from its last bracket.
std::string startOf(std::int64_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(file, text, '\0');
    const std::size_t bracket = text.rfind(')');
    if (bracket == std::string::npos)
        return {};
    std::istringstream fields(text.substr(bracket + 1));
    std::string field;
    for (int number = 3; number <= 22; ++number)
        fields >> field;
    return fields ? field : std::string();
}

std::string place() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string boot;
    std::getline(file, boot);
    std::error_code error;
    return boot + " " + std::filesystem::read_symlink("/proc/self/ns/pid", error).string();
}

} // namespace

RunOwner currentOwner() {
    const std::int64_t pid = ::getpid();
    return {.pid = pid, .start = startOf(pid), .place = place()};
}

OwnerState ownerState(const RunOwner& owner, WallTime heartbeat, WallTime now) {
    if (owner.place == place())
        return !owner.start.empty() && startOf(owner.pid) == owner.start ? OwnerState::Lives
                                                                         : OwnerState::Gone;
    return now.nanoseconds - heartbeat.nanoseconds > kSilence ? OwnerState::Gone : OwnerState::Lives;
}

} // namespace bw::history
