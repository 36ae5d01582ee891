#pragma once

#include "core/base/clock.h"
#include "core/observe/port_owners.h"
#include "core/observe/proc_folder.h"
#include "core/observe/process_group.h"
#include "core/observe/process_names.h"
#include "core/observe/process_sample.h"
#include "core/observe/process_selection.h"

#include <vector>

namespace bw::observe {

// Samples processes of this machine, made for once a second. Reads files of /proc and nothing else; the
// README says what that costs. One thread at a time.
class ProcessSampler {
public:
    // The clock must outlive it.
    ProcessSampler(const std::vector<ProcessSelection>& watched, ProcFolder folder, const Clock& clock);
    ProcessSampler(const ProcessSampler&) = delete;
    ProcessSampler& operator=(const ProcessSampler&) = delete;

    // The first one has neither CPU nor network: both are measured between two.
    [[nodiscard]] ProcessSample sample();

private:
    void lookAtNames();
    [[nodiscard]] std::vector<pid_t> matching(const ProcessSelection& selection);

    ProcFolder m_folder;
    const Clock& m_clock;
    ProcessNames m_names;
    PortOwners m_ports;
    std::vector<ProcessGroup> m_groups;
};

} // namespace bw::observe
