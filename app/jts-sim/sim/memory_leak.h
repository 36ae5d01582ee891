#pragma once

#include <cstddef>
#include <cstdint>

namespace bw::jts {

class JsonWriter;

// Memory that every request takes and none gives back, written to, so that the process's resident memory
// grows with the requests, up to a limit. Its end gives all of it back to the system at once. Not
// thread-safe.
class MemoryLeak {
public:
    struct Limits {
        std::size_t each = 0; // bytes a request
        std::size_t most = 0; // bytes altogether
    };

    explicit MemoryLeak(const Limits& limits);
    ~MemoryLeak();
    MemoryLeak(const MemoryLeak&) = delete;
    MemoryLeak& operator=(const MemoryLeak&) = delete;

    // A request. Beyond the limit, or when the system gives no memory, nothing more is taken.
    void grow();

    [[nodiscard]] std::size_t kept() const { return m_kept; }

    // {"requests", "kept_bytes", "most_bytes"}; the last is 0 when the system gave none.
    void appendJson(JsonWriter& json) const;

private:
    Limits m_limits;
    void* m_memory = nullptr;
    std::size_t m_kept = 0;
    std::int64_t m_requests = 0;
};

} // namespace bw::jts
