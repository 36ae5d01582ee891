#pragma once

#include "core/observe/process_sampler.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace bw::observe {

// A sampler on a thread of its own, so that whoever asks never waits for /proc. Its functions may be called
// from any thread.
class ProcessWatch {
public:
    // The clock must outlive it.
    ProcessWatch(const std::vector<ProcessSelection>& watched, ProcFolder folder, const Clock& clock);
    ProcessWatch(const ProcessWatch&) = delete;
    ProcessWatch& operator=(const ProcessWatch&) = delete;
    // Waits for a sample that is being taken.
    ~ProcessWatch();

    // Asks for a sample. While one is being taken nothing happens: the slow one is a gap.
    void request();

    // Waits until the sample that was asked for is there.
    void wait();

    // The samples since the last call, oldest first.
    [[nodiscard]] std::vector<ProcessSample> take();

private:
    void loop(const std::stop_token& stop);

    ProcessSampler m_sampler;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isAsked = false; // until its sample is there
    std::vector<ProcessSample> m_samples;
    std::jthread m_thread; // last: it starts when everything else is there
};

} // namespace bw::observe
