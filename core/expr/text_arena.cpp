#include "core/expr/text_arena.h"

#include <algorithm>

namespace bw::expr {

char* TextArena::allocate(std::size_t size) {
    if (size > kMaxTotal - m_total) {
        return nullptr;
    }
    m_total += size;
    while (m_current < m_blocks.size() && m_blocks[m_current].size - m_used < size) {
        ++m_current;
        m_used = 0;
    }
    if (m_current == m_blocks.size()) {
        const std::size_t wanted = std::max(kBlock, size);
        m_blocks.push_back({std::make_unique_for_overwrite<char[]>(wanted), wanted});
    }
    char* const room = m_blocks[m_current].characters.get() + m_used;
    m_used += size;
    return room;
}

std::string_view TextArena::join(std::string_view first, std::string_view second) {
    if (m_current < m_blocks.size() && !first.empty()) {
        Block& block = m_blocks[m_current];
        const bool isLast = first.data() + first.size() == block.characters.get() + m_used;
        if (isLast && block.size - m_used >= second.size() && kMaxTotal - m_total >= second.size()) {
            second.copy(block.characters.get() + m_used, second.size());
            m_used += second.size();
            m_total += second.size();
            return {first.data(), first.size() + second.size()};
        }
    }
    char* const room = allocate(first.size() + second.size());
    if (room == nullptr) {
        return {};
    }
    first.copy(room, first.size());
    second.copy(room + first.size(), second.size());
    return {room, first.size() + second.size()};
}

void TextArena::reset() {
    if (m_total == 0) {
        return;
    }
    m_current = 0;
    m_used = 0;
    m_total = 0;
    std::size_t kept = 0;
    std::erase_if(m_blocks, [&](const Block& block) {
        kept += block.size;
        return kept > kKept;
    });
}

} // namespace bw::expr
