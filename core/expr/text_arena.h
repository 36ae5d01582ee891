#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace bw::expr {

// Temporary texts of one evaluation: handed out in order, all given back at once by reset().
class TextArena {
public:
    // What all texts of one evaluation may take together.
    static constexpr std::size_t kMaxTotal = 32 * 1024 * 1024;

    // Room for `size` characters, or null when the limit is reached.
    [[nodiscard]] char* allocate(std::size_t size);

    // `first` with `second` behind it. When `first` is what was handed out last, it grows in place. Null data
    // when the limit is reached.
    [[nodiscard]] std::string_view join(std::string_view first, std::string_view second);

    // Forgets every text, and gives memory back beyond kKept.
    void reset();

private:
    static constexpr std::size_t kBlock = 16 * 1024;
    static constexpr std::size_t kKept = 1024 * 1024;

    struct Block {
        std::unique_ptr<char[]> characters;
        std::size_t size = 0;
    };

    std::vector<Block> m_blocks;
    std::size_t m_current = 0; // the block in use; those behind it are free
    std::size_t m_used = 0;    // of the current block
    std::size_t m_total = 0;   // handed out since reset
};

} // namespace bw::expr
