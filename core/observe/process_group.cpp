#include "core/observe/process_group.h"

#include <algorithm>
#include <unistd.h>
#include <utility>

namespace bw::observe {
namespace {

using Kind = ProcessEvent::Kind;

constexpr std::size_t kMostEvents = 100;
constexpr std::size_t kStatBytes = 4096;
constexpr std::size_t kNetworkBytes = 64 * 1024;
// Counting the descriptors of a process that has very many takes at most a fiftieth of the time.
constexpr int kCountingShare = 50;

Result<ProcessStat, ProcError> statOf(const ProcFolder& folder, pid_t pid) {
    const auto text = folder.read(pid, "stat", kStatBytes);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto stat = parseProcessStat(*text);
    if (!stat) {
        return std::unexpected(ProcError::Failed);
    }
    if (stat->hasEnded()) {
        return std::unexpected(ProcError::Gone);
    }
    return std::move(*stat);
}

} // namespace

ProcessGroup::ProcessGroup(ProcessSelection selection, const ProcFolder& folder, const Clock& clock)
    : m_selection(std::move(selection))
    , m_folder(folder)
    , m_clock(clock)
    , m_ticksPerSecond(static_cast<double>(::sysconf(_SC_CLK_TCK)))
    , m_pageBytes(static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE))) {}

std::vector<pid_t> ProcessGroup::members() const {
    std::vector<pid_t> pids;
    pids.reserve(m_members.size());
    for (const Member& member : m_members) {
        pids.push_back(member.pid);
    }
    return pids;
}

ProcessReading ProcessGroup::read(std::span<const pid_t> matching, std::vector<ProcessEvent>& events) {
    std::vector<Member> present;
    present.reserve(matching.size());
    for (const pid_t pid : matching) {
        meet(pid, present, events);
    }
    tellMissing(present, events);
    m_members = std::move(present);
    if (m_isFirst && m_members.empty()) {
        tell(Kind::NotFound, 0, {}, events);
    }
    m_isFirst = false;
    ProcessReading reading;
    if (!m_members.empty()) {
        readFigures(reading);
        readDescriptors(reading, events);
    }
    readNetwork(reading, events);
    return reading;
}

void ProcessGroup::meet(pid_t pid, std::vector<Member>& present, std::vector<ProcessEvent>& events) {
    const auto known = std::ranges::find(m_members, pid, &Member::pid);
    auto stat = statOf(m_folder, pid);
    const Instant now = m_clock.now();
    if (!stat) {
        // Not its end: this program has no descriptor left, say.
        if (stat.error() != ProcError::Gone && known != m_members.end()) {
            present.push_back(*known);
            present.back().isRead = false;
        }
        return;
    }
    if (!isOwn(pid, *stat, events)) {
        return;
    }
    Member member{.pid = pid, .stat = std::move(*stat), .at = now, .cpu = {}};
    if (known != m_members.end() && known->stat.startTicks == member.stat.startTicks) {
        member.isDenialTold = known->isDenialTold;
        if (now > known->at && member.stat.ticks >= known->stat.ticks) {
            const double ticks = static_cast<double>(member.stat.ticks - known->stat.ticks);
            member.cpu = ticks / m_ticksPerSecond / std::chrono::duration<double>(now - known->at).count();
        }
    } else {
        tell(Kind::Found, pid, member.stat.name, events);
    }
    present.push_back(std::move(member));
}

bool ProcessGroup::isOwn(pid_t pid, const ProcessStat& stat, std::vector<ProcessEvent>& events) {
    if (m_selection.kind != ProcessSelection::Kind::Pid) {
        return true;
    }
    if (m_isFirst) {
        m_start = stat.startTicks;
    }
    if (m_start == stat.startTicks) {
        return true;
    }
    if (m_replacement != stat.startTicks) {
        m_replacement = stat.startTicks;
        tell(Kind::Replaced, pid, stat.name, events);
    }
    return false;
}

void ProcessGroup::tellMissing(const std::vector<Member>& present, std::vector<ProcessEvent>& events) {
    for (const Member& member : m_members) {
        const bool isPresent = std::ranges::any_of(present, [&](const Member& other) {
            return other.pid == member.pid && other.stat.startTicks == member.stat.startTicks;
        });
        if (!isPresent) {
            const auto now = statOf(m_folder, member.pid);
            const bool goesOn = now && now->startTicks == member.stat.startTicks;
            tell(goesOn ? Kind::Left : Kind::Gone, member.pid, member.stat.name, events);
        }
    }
}

void ProcessGroup::tell(Kind kind, pid_t pid, const std::string& name, std::vector<ProcessEvent>& events) {
    if (m_told > kMostEvents) {
        return;
    }
    if (++m_told > kMostEvents) {
        events.push_back({.kind = Kind::Silenced, .name = {}});
        return;
    }
    events.push_back({.kind = kind, .pid = pid, .name = name});
}

void ProcessGroup::noteDenial(Member& member, ProcError error, std::vector<ProcessEvent>& events) {
    if (error == ProcError::Denied && !std::exchange(member.isDenialTold, true)) {
        tell(Kind::Denied, member.pid, member.stat.name, events);
    }
}

void ProcessGroup::readFigures(ProcessReading& reading) const {
    if (!std::ranges::all_of(m_members, &Member::isRead)) {
        return;
    }
    std::uint64_t pages = 0;
    std::uint64_t threads = 0;
    bool hasMemory = true; // none is the kernel's own, or about to end
    for (const Member& member : m_members) {
        pages += member.stat.residentPages;
        threads += member.stat.threads;
        hasMemory = hasMemory && member.stat.residentPages > 0;
        if (member.cpu) { // one that has just come is counted from the next sample on
            reading.cpu = reading.cpu.value_or(0) + *member.cpu;
        }
    }
    if (hasMemory) {
        reading.memory = pages * m_pageBytes;
    }
    if (threads > 0) {
        reading.threads = threads;
    }
}

void ProcessGroup::readDescriptors(ProcessReading& reading, std::vector<ProcessEvent>& events) {
    const Instant begin = m_clock.now();
    if (begin < m_nextCount) {
        return;
    }
    std::uint64_t sum = 0;
    bool isWhole = true;
    for (Member& member : m_members) {
        const auto count = m_folder.descriptors(member.pid);
        isWhole = isWhole && count;
        if (count) {
            sum += *count;
        } else {
            noteDenial(member, count.error(), events);
        }
    }
    const Instant end = m_clock.now();
    m_nextCount = end + kCountingShare * (end - begin) - std::chrono::seconds(1);
    if (isWhole) {
        reading.descriptors = sum;
    }
}

std::optional<std::map<std::string, NetworkBytes>>
ProcessGroup::namespaceBytes(std::vector<ProcessEvent>& events) {
    std::map<std::string, NetworkBytes> found;
    const auto own = m_folder.link(0, "ns/net");
    for (Member& member : m_members) {
        auto space = m_folder.link(member.pid, "ns/net");
        if (!space) {
            noteDenial(member, space.error(), events);
        }
        if (!own || !space || *space == *own) {
            return std::nullopt;
        }
        if (found.contains(*space)) {
            continue;
        }
        const auto text = m_folder.read(member.pid, "net/dev", kNetworkBytes);
        const auto bytes = text ? parseNetworkBytes(*text) : std::nullopt;
        if (!bytes) {
            return std::nullopt;
        }
        found.emplace(std::move(*space), *bytes);
    }
    return found;
}

void ProcessGroup::readNetwork(ProcessReading& reading, std::vector<ProcessEvent>& events) {
    auto now = namespaceBytes(events).value_or(std::map<std::string, NetworkBytes>());
    for (const auto& [space, bytes] : now) {
        const auto before = m_network.find(space);
        // Counters that went back are another interface's.
        if (before != m_network.end() && bytes.received >= before->second.received &&
            bytes.sent >= before->second.sent) {
            NetworkBytes sum = reading.network.value_or(NetworkBytes());
            sum.received += bytes.received - before->second.received;
            sum.sent += bytes.sent - before->second.sent;
            reading.network = sum;
        }
    }
    m_network = std::move(now);
}

} // namespace bw::observe
