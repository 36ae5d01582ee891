#include "core/observe/process_sampler.h"

#include <algorithm>
#include <utility>

namespace bw::observe {

ProcessSampler::ProcessSampler(const std::vector<ProcessSelection>& watched, ProcFolder folder,
                               const Clock& clock)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_names(m_folder)
    , m_ports(m_folder) {
    m_groups.reserve(watched.size());
    for (const ProcessSelection& selection : watched) {
        m_groups.emplace_back(selection, m_folder, m_clock);
    }
}

// What several watches need is read once.
void ProcessSampler::lookAtNames() {
    std::vector<pid_t> known;
    bool isWanted = false;
    for (const ProcessGroup& group : m_groups) {
        if (group.selection().kind == ProcessSelection::Kind::Name) {
            isWanted = true;
            const std::vector<pid_t> members = group.members();
            known.insert(known.end(), members.begin(), members.end());
        }
    }
    if (isWanted) {
        std::ranges::sort(known);
        m_names.update(known);
    }
}

std::vector<pid_t> ProcessSampler::matching(const ProcessSelection& selection) {
    switch (selection.kind) {
    case ProcessSelection::Kind::Pid:
        return {selection.pid};
    case ProcessSelection::Kind::Port:
        return m_ports.owning(selection.port);
    case ProcessSelection::Kind::Name:
        break;
    }
    return m_names.matching(selection.text);
}

ProcessSample ProcessSampler::sample() {
    lookAtNames();
    ProcessSample sample{.at = m_clock.now(), .readings = {}, .events = {}};
    sample.readings.reserve(m_groups.size());
    for (std::size_t watch = 0; watch < m_groups.size(); ++watch) {
        const std::size_t had = sample.events.size();
        sample.readings.push_back(m_groups[watch].read(matching(m_groups[watch].selection()), sample.events));
        for (std::size_t i = had; i < sample.events.size(); ++i) {
            sample.events[i].watch = watch;
        }
    }
    return sample;
}

} // namespace bw::observe
