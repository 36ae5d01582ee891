#include "core/run/surroundings.h"

#include "core/base/file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <sched.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace bw::run {
namespace {

std::optional<double> firstNumber(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end != text.data() ? std::optional(value) : std::nullopt;
}

std::optional<double> numberIn(const std::string& path) {
    const auto text = readFile(path, 4096);
    return text ? firstNumber(*text) : std::nullopt;
}

// Where this process's control group stands: the line "0::/path" for version 2.
std::string cgroupPath() {
    const auto text = readFile("/proc/self/cgroup", 64 * 1024);
    if (!text) {
        return {};
    }
    const auto at = text->find("0::/");
    if (at == std::string::npos) {
        return {};
    }
    return text->substr(at + 3, text->find('\n', at) - at - 3);
}

// Processors that the quota pays for; none when it is unlimited. A group's ancestors bound it, too.
std::optional<double> cgroupQuota() {
    std::optional<double> least;
    std::string group = cgroupPath();
    for (;;) {
        if (const auto text = readFile("/sys/fs/cgroup" + group + "/cpu.max", 4096)) {
            const auto quota = firstNumber(*text);
            const auto space = text->find(' ');
            const auto period = space == std::string::npos
                                    ? std::nullopt
                                    : firstNumber(std::string_view(*text).substr(space + 1));
            if (quota && period && *period > 0) {
                least = std::min(least.value_or(1e9), *quota / *period);
            }
        }
        const auto slash = group.rfind('/');
        if (slash == std::string::npos) {
            break;
        }
        group.resize(slash);
    }
    const auto quota = numberIn("/sys/fs/cgroup/cpu/cpu.cfs_quota_us");
    const auto period = numberIn("/sys/fs/cgroup/cpu/cpu.cfs_period_us");
    if (quota && period && *quota > 0 && *period > 0) {
        least = std::min(least.value_or(1e9), *quota / *period);
    }
    return least;
}

std::string cpuModel() {
    const auto text = readFile("/proc/cpuinfo", 4 * 1024 * 1024);
    if (!text) {
        return {};
    }
    const auto at = text->find("model name");
    const auto colon = at == std::string::npos ? at : text->find(": ", at);
    if (colon == std::string::npos) {
        return {};
    }
    return text->substr(colon + 2, text->find('\n', colon) - colon - 2);
}

Duration cpuTime() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto time = [](const timeval& t) {
        return std::chrono::seconds(t.tv_sec) + std::chrono::microseconds(t.tv_usec);
    };
    return time(usage.ru_utime) + time(usage.ru_stime);
}

std::uint64_t residentMemory() {
    const auto text = readFile("/proc/self/statm", 4096);
    const auto space = text ? text->find(' ') : std::string::npos;
    if (space == std::string::npos) {
        return 0;
    }
    const auto pages = firstNumber(std::string_view(*text).substr(space + 1));
    return static_cast<std::uint64_t>(pages.value_or(0)) *
           static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

unsigned usableProcessors() {
    cpu_set_t set;
    CPU_ZERO(&set);
    unsigned count = 1;
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        count = static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
    }
    if (const auto quota = cgroupQuota()) {
        count = std::min(count, static_cast<unsigned>(std::max(1.0, std::ceil(*quota))));
    }
    return count;
}

Surroundings readSurroundings() {
    Surroundings found;
    utsname name{};
    if (::uname(&name) == 0) {
        found.host = name.nodename;
        found.kernel = std::string(name.sysname) + " " + name.release;
    }
    found.cpu = cpuModel();
    found.processors = usableProcessors();
    found.memory = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
                   static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return found;
}

GeneratorHealth::GeneratorHealth(const Clock& clock)
    : m_clock(clock)
    , m_lastAt(clock.now())
    , m_lastCpu(cpuTime()) {}

GeneratorHealth::Reading GeneratorHealth::read() {
    const Instant now = m_clock.now();
    const Duration cpu = cpuTime();
    Reading reading;
    if (now > m_lastAt) {
        reading.cores =
            static_cast<double>((cpu - m_lastCpu).count()) / static_cast<double>((now - m_lastAt).count());
    }
    reading.memory = residentMemory();
    m_lastAt = now;
    m_lastCpu = cpu;
    return reading;
}

} // namespace bw::run
