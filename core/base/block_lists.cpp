#include "core/base/block_lists.h"

#include <array>
#include <cstdint>
#include <new>

namespace bw {
namespace {

constexpr std::size_t kStep = 64;
constexpr std::size_t kLargest = 4096;
constexpr std::size_t kClasses = kLargest / kStep;

struct FreeBlock {
    FreeBlock* next;
};

// The lists of one thread; what is left when it ends goes back to the heap.
struct FreeLists {
    std::array<FreeBlock*, kClasses> heads{};

    FreeLists() = default;
    FreeLists(const FreeLists&) = delete;
    FreeLists& operator=(const FreeLists&) = delete;
    ~FreeLists() {
        for (FreeBlock*& head : heads) {
            while (head != nullptr) {
                FreeBlock* next = head->next;
                ::operator delete(head);
                head = next;
            }
        }
    }
};

FreeLists& lists() {
    thread_local FreeLists mine;
    return mine;
}

std::size_t classOf(std::size_t size) {
    return (size + kStep - 1) / kStep - 1;
}

} // namespace

void* BlockLists::take(std::size_t size) {
    if (size > kLargest) {
        return ::operator new(size);
    }
    FreeBlock*& head = lists().heads[classOf(size)];
    if (head == nullptr) {
        return ::operator new((classOf(size) + 1) * kStep);
    }
    FreeBlock* block = head;
    head = block->next;
    return block;
}

void BlockLists::give(void* block, std::size_t size) noexcept {
    if (size > kLargest) {
        ::operator delete(block);
        return;
    }
    FreeBlock*& head = lists().heads[classOf(size)];
    auto* freed = ::new (block) FreeBlock{head};
    head = freed;
}

} // namespace bw
