#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <optional>
#include <utility>

namespace bw::metrics {

// A bounded queue between one pushing and one popping thread, wait-free on both sides.
template <class T, std::size_t Capacity>
class SpscRing {
    static_assert(std::has_single_bit(Capacity));

public:
    // False, and value untouched, when full.
    [[nodiscard]] bool push(T& value) {
        const std::size_t tail = m_tail.load(std::memory_order_relaxed);
        if (tail - m_head.load(std::memory_order_acquire) == Capacity)
            return false;
        m_items[tail % Capacity] = std::move(value);
        m_tail.store(tail + 1, std::memory_order_release);
        return true;
    }

    [[nodiscard]] std::optional<T> pop() {
        const std::size_t head = m_head.load(std::memory_order_relaxed);
        if (head == m_tail.load(std::memory_order_acquire))
            return std::nullopt;
        std::optional<T> value(std::move(m_items[head % Capacity]));
        m_head.store(head + 1, std::memory_order_release);
        return value;
    }

private:
    // Apart by two cache lines, so that the two threads do not fight for one (and its prefetched neighbour).
    alignas(128) std::atomic<std::size_t> m_head{0};
    alignas(128) std::atomic<std::size_t> m_tail{0};
    std::array<T, Capacity> m_items{};
};

} // namespace bw::metrics
