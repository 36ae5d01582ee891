#include "core/net/posted_work.h"

#include <cerrno>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace bw::net {

int PostedWork::open() {
    m_wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return m_wake < 0 ? errno : 0;
}

PostedWork::~PostedWork() {
    if (m_wake >= 0) {
        ::close(m_wake);
    }
}

void PostedWork::add(std::function<void()> work) {
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_posted.empty();
        m_posted.push_back(std::move(work));
    }
    if (first) {
        const std::uint64_t one = 1;
        // Cannot fail but for a full counter, which wakes the loop just as well.
        static_cast<void>(!::write(m_wake, &one, sizeof one));
    }
}

void PostedWork::run() {
    std::uint64_t count = 0;
    static_cast<void>(!::read(m_wake, &count, sizeof count));
    {
        const std::lock_guard lock(m_mutex);
        m_running.swap(m_posted);
    }
    for (auto& work : m_running) {
        work();
    }
    m_running.clear();
}

} // namespace bw::net
