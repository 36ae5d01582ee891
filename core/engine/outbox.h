#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

namespace bw::engine {

// Carries rare things (events, examples) from the workers to the controller. Bounded: what finds no room is
// counted. Thread-safe; never on the request path.
template <class T>
class Outbox {
public:
    explicit Outbox(std::size_t capacity)
        : m_capacity(capacity) {}

    void put(T item) {
        const std::lock_guard lock(m_mutex);
        if (m_items.size() < m_capacity) {
            m_items.push_back(std::move(item));
        } else {
            ++m_lost;
        }
    }

    [[nodiscard]] std::vector<T> take() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_items, {});
    }

    [[nodiscard]] std::uint64_t lost() const {
        const std::lock_guard lock(m_mutex);
        return m_lost;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<T> m_items;
    std::size_t m_capacity;
    std::uint64_t m_lost = 0;
};

} // namespace bw::engine
