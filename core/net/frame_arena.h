#pragma once

#include <cstddef>

namespace bw::net {

// Memory for coroutine frames: free lists by size class, one set a thread, so that a warm virtual user
// allocates nothing. A block must be freed by the thread that took it. Blocks over 4 KB go to the general
// heap.
class FrameArena {
public:
    [[nodiscard]] static void* take(std::size_t size);
    static void give(void* block, std::size_t size) noexcept;
};

} // namespace bw::net
