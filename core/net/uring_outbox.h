#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace bw::net {

// Memory for what is sent with one submission; all of it is given back at once. Pieces stay where they are
// until then. Not thread-safe.
class UringOutbox {
public:
    static constexpr std::size_t kLargest = 64 * 1024;

    // Precondition: bytes <= kLargest.
    [[nodiscard]] std::span<char> take(std::size_t bytes) {
        if (m_blocks.empty() || kBlock - m_used < bytes) {
            nextBlock();
        }
        char* const at = m_blocks[m_block].get() + m_used;
        m_used += bytes;
        return {at, bytes};
    }

    void clear() {
        m_block = 0;
        m_used = 0;
        if (m_blocks.size() > kKept) {
            m_blocks.resize(kKept); // after a burst
        }
    }

private:
    static constexpr std::size_t kBlock = 256 * 1024;
    static constexpr std::size_t kKept = 4;

    void nextBlock() {
        if (!m_blocks.empty()) {
            ++m_block;
        }
        if (m_block == m_blocks.size()) {
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(kBlock));
        }
        m_used = 0;
    }

    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_block = 0;
    std::size_t m_used = 0;
};

} // namespace bw::net
