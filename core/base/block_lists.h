#pragma once

#include <cstddef>

namespace bw {

// Memory for what comes and goes all the time, as coroutine frames do: free lists by size class, one set a
// thread, so that a warm loop allocates nothing. A block must be freed by the thread that took it. Blocks
// over 4 KB go to the general heap.
class BlockLists {
public:
    [[nodiscard]] static void* take(std::size_t size);
    static void give(void* block, std::size_t size) noexcept;
};

} // namespace bw
