#include "core/codec/nghttp2_memory.h"

#include "core/base/block_lists.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace bw::codec {
namespace {

// Stands before each block, whose alignment it keeps.
struct alignas(std::max_align_t) Header {
    std::size_t size; // of the block behind it
};

Header* headerOf(void* block) {
    return static_cast<Header*>(block) - 1;
}

void* take(std::size_t size, void* /*context*/) {
    auto* header = static_cast<Header*>(BlockLists::take(sizeof(Header) + size));
    header->size = size;
    return header + 1;
}

void give(void* block, void* /*context*/) {
    if (block != nullptr) {
        Header* header = headerOf(block);
        BlockLists::give(header, sizeof(Header) + header->size);
    }
}

void* takeZeroed(std::size_t count, std::size_t size, void* context) {
    void* block = take(count * size, context); // nghttp2's own counts, all small
    std::memset(block, 0, count * size);
    return block;
}

void* resize(void* block, std::size_t size, void* context) {
    void* moved = take(size, context);
    if (block != nullptr) {
        std::memcpy(moved, block, std::min(size, headerOf(block)->size));
        give(block, context);
    }
    return moved;
}

} // namespace

nghttp2_mem* nghttp2Memory() {
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
    return nullptr;
#endif
#endif
    static nghttp2_mem memory{nullptr, &take, &give, &takeZeroed, &resize};
    return &memory;
}

} // namespace bw::codec
