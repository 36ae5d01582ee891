// The thread sanitizer brings an operator new of its own, which cannot be replaced.
#if !__has_feature(thread_sanitizer)

#include "core/base/block_lists.h"
#include "core/net/reactor.h"
#include "core/net/sleep.h"
#include "core/net/task.h"

#include <array>
#include <cstdlib>
#include <cstring>
#include <gtest/gtest.h>
#include <new>

namespace {

thread_local std::uint64_t allocations = 0;

} // namespace

// Counted for this whole program; only this file asks.
void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    std::abort();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace bw::net {
namespace {

Task<int> leaf(int value) {
    co_return value;
}

Task<int> branch(int value) {
    const int left = co_await leaf(value);
    const int right = co_await leaf(value);
    co_return left + right;
}

Task<void> work(int& sum) {
    for (int i = 0; i < 100; ++i) {
        sum += co_await branch(1);
    }
}

Task<void> sleepOften(Reactor& reactor, int times) {
    for (int i = 0; i < times; ++i) {
        co_await Sleep(reactor, reactor.now() + std::chrono::microseconds(20));
    }
}

} // namespace

TEST(Allocations, WarmCoroutinesMakeNone) {
    int sum = 0;
    TaskRunner runner;
    const auto run = [&](int times) {
        for (int i = 0; i < times; ++i) {
            runner.start(work(sum), [](void*) {}, nullptr);
        }
    };
    run(2); // the second is made before the first is given back
    const std::uint64_t before = allocations;
    run(10);
    EXPECT_EQ(allocations - before, 0U);
    EXPECT_EQ(sum, 2400);
}

TEST(Allocations, WarmTimersMakeNone) {
    TimerQueue queue;
    const auto ignore = [](void*, Instant) {};
    std::array<Timer, 4> timers{Timer(ignore, nullptr), Timer(ignore, nullptr), Timer(ignore, nullptr),
                                Timer(ignore, nullptr)};
    const auto use = [&] {
        for (std::size_t i = 0; i < timers.size(); ++i) {
            queue.arm(timers[i], Instant(Duration(i)));
        }
        timers[1].cancel();
        queue.fire(Instant(Duration(10)));
    };
    use();
    const std::uint64_t before = allocations;
    for (int i = 0; i < 100; ++i) {
        use();
    }
    EXPECT_EQ(allocations - before, 0U);
}

TEST(Allocations, AWarmLoopMakesNone) {
    const auto reactor = std::move(*Reactor::create(ReactorKind::Auto));
    TaskRunner runner;
    const auto sleep = [&] {
        runner.start(sleepOften(*reactor, 50), [](void*) {}, nullptr);
        while (!runner.hasEnded()) {
            reactor->runOnce(Instant::max());
        }
        runner.reset();
    };
    sleep();
    const std::uint64_t before = allocations;
    sleep();
    EXPECT_EQ(allocations - before, 0U);
}

TEST(BlockLists, GivesAFreedBlockAgain) {
    for (const std::size_t size : {1U, 64U, 65U, 4096U}) {
        void* block = BlockLists::take(size);
        std::memset(block, 0xab, size);
        BlockLists::give(block, size);
        const std::uint64_t before = allocations;
        void* again = BlockLists::take(size);
        EXPECT_EQ(again, block);
        EXPECT_EQ(allocations, before);
        BlockLists::give(again, size);
    }
}

TEST(BlockLists, BlocksOfOneClassDoNotOverlap) {
    std::array<char*, 100> blocks{};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        blocks[i] = static_cast<char*>(BlockLists::take(100));
        std::memset(blocks[i], static_cast<int>(i), 100);
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        EXPECT_EQ(blocks[i][0], static_cast<char>(i));
        EXPECT_EQ(blocks[i][99], static_cast<char>(i));
        BlockLists::give(blocks[i], 100);
    }
}

TEST(BlockLists, KeepsNoLargeBlocks) {
    void* block = BlockLists::take(5000);
    BlockLists::give(block, 5000);
    const std::uint64_t before = allocations;
    BlockLists::give(BlockLists::take(5000), 5000);
    EXPECT_EQ(allocations - before, 1U);
}

} // namespace bw::net

#endif
