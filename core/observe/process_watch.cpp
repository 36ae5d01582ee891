#include "core/observe/process_watch.h"

#include <utility>

namespace bw::observe {

ProcessWatch::ProcessWatch(const std::vector<ProcessSelection>& watched, ProcFolder folder,
                           const Clock& clock)
    : m_sampler(watched, std::move(folder), clock)
    , m_thread([this](const std::stop_token& stop) { loop(stop); }) {}

ProcessWatch::~ProcessWatch() = default;

void ProcessWatch::request() {
    {
        const std::lock_guard lock(m_mutex);
        m_isAsked = true;
    }
    m_changed.notify_all();
}

void ProcessWatch::wait() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_isAsked; });
}

std::vector<ProcessSample> ProcessWatch::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_samples, {});
}

void ProcessWatch::loop(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_isAsked; })) {
        lock.unlock();
        ProcessSample sample = m_sampler.sample();
        lock.lock();
        m_samples.push_back(std::move(sample));
        m_isAsked = false;
        m_changed.notify_all();
    }
}

} // namespace bw::observe
