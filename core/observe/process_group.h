#pragma once

#include "core/base/clock.h"
#include "core/observe/proc_folder.h"
#include "core/observe/process_sample.h"
#include "core/observe/process_selection.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace bw::observe {

// The processes of one watch from sample to sample. A process is known by its number and its start, so that a
// later one with the same number is not taken for it. Not thread-safe.
class ProcessGroup {
public:
    // Both must outlive it.
    ProcessGroup(ProcessSelection selection, const ProcFolder& folder, const Clock& clock);

    [[nodiscard]] const ProcessSelection& selection() const { return m_selection; }
    // The processes of the last sample.
    [[nodiscard]] std::vector<pid_t> members() const;

    // `matching` are the processes that the selection fits now. Events lack the watch's index.
    [[nodiscard]] ProcessReading read(std::span<const pid_t> matching, std::vector<ProcessEvent>& events);

private:
    struct Member {
        pid_t pid = 0;
        ProcessStat stat;
        Instant at;                // of `stat`
        std::optional<double> cpu; // cores, between the last two
        bool isRead = true;        // `stat` is of this sample
        bool isDenialTold = false;
    };

    void meet(pid_t pid, std::vector<Member>& present, std::vector<ProcessEvent>& events);
    [[nodiscard]] bool isOwn(pid_t pid, const ProcessStat& stat, std::vector<ProcessEvent>& events);
    void tellMissing(const std::vector<Member>& present, std::vector<ProcessEvent>& events);
    void tell(ProcessEvent::Kind kind, pid_t pid, const std::string& name, std::vector<ProcessEvent>& events);
    void noteDenial(Member& member, ProcError error, std::vector<ProcessEvent>& events);
    void readFigures(ProcessReading& reading) const;
    void readDescriptors(ProcessReading& reading, std::vector<ProcessEvent>& events);
    void readNetwork(ProcessReading& reading, std::vector<ProcessEvent>& events);
    // By namespace; none when it is not theirs alone.
    [[nodiscard]] std::optional<std::map<std::string, NetworkBytes>>
    namespaceBytes(std::vector<ProcessEvent>& events);

    ProcessSelection m_selection;
    const ProcFolder& m_folder;
    const Clock& m_clock;
    double m_ticksPerSecond;
    std::uint64_t m_pageBytes;
    std::vector<Member> m_members;
    std::map<std::string, NetworkBytes> m_network; // at the sample before
    Instant m_nextCount;                           // of descriptors
    std::optional<std::uint64_t> m_start;          // of the one process that a number meant at first
    std::optional<std::uint64_t> m_replacement;    // the start of the last one that was told
    bool m_isFirst = true;
    std::size_t m_told = 0;
};

} // namespace bw::observe
