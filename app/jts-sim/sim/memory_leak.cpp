#include "app/jts-sim/sim/memory_leak.h"

#include "app/jts-sim/sim/json_writer.h"

#include <algorithm>
#include <cstring>
#include <sys/mman.h>

namespace bw::jts {

// A mapping of its own: what malloc() is given back need not leave the process, and then the end of the leak
// could not be seen. It costs no memory before it is written to.
MemoryLeak::MemoryLeak(const Limits& limits)
    : m_limits(limits) {
    m_memory = ::mmap(nullptr, limits.most, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (m_memory == MAP_FAILED) {
        m_memory = nullptr;
        m_limits.most = 0;
    }
}

MemoryLeak::~MemoryLeak() {
    if (m_memory != nullptr) {
        ::munmap(m_memory, m_limits.most);
    }
}

void MemoryLeak::grow() {
    ++m_requests;
    const std::size_t size = std::min(m_limits.each, m_limits.most - m_kept);
    if (size > 0) {
        std::memset(static_cast<std::byte*>(m_memory) + m_kept, 1, size);
        m_kept += size;
    }
}

void MemoryLeak::appendJson(JsonWriter& json) const {
    json.beginObject()
        .integer("requests", m_requests)
        .integer("kept_bytes", static_cast<std::int64_t>(m_kept))
        .integer("most_bytes", static_cast<std::int64_t>(m_limits.most))
        .endObject();
}

} // namespace bw::jts
