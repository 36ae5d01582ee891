// The thread sanitizer brings an operator new of its own, which cannot be replaced.
#if !__has_feature(thread_sanitizer)

#include "core/metrics/recorder.h"

#include <cstdlib>
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

namespace bw::metrics {
namespace {

// What a worker does for a request, second after second, with a taker that keeps up.
TEST(Allocations, AWarmRecorderMakesNone) {
    MetricRegistry metrics;
    Recorder recorder(metrics);
    std::uint64_t inWriter = 0;
    for (int second = 0; second < 30; ++second) {
        const std::uint64_t before = allocations;
        for (int i = 0; i < 200; ++i) {
            recorder.advanceTo(std::chrono::seconds(second) + std::chrono::milliseconds(i * 5));
            const TagView tags[] = {{"status", i % 3 == 0 ? "500" : "200"},
                                    {"name", "a request of a longer name"}};
            recorder.add(recorder.series(id(Builtin::HttpReqs), tags));
            recorder.trend(recorder.series(id(Builtin::HttpReqDuration), tags),
                           std::chrono::microseconds(i * i));
            recorder.rate(recorder.series(Builtin::HttpReqFailed), i % 3 == 0);
            recorder.set(recorder.series(Builtin::Vus), i);
        }
        recorder.advanceTo(std::chrono::seconds(second + 1));
        inWriter = allocations - before;
        auto delta = recorder.take();
        ASSERT_NE(delta, nullptr);
        recorder.recycle(std::move(delta));
        if (second > 3)
            ASSERT_EQ(inWriter, 0u) << "in second " << second;
    }
}

} // namespace
} // namespace bw::metrics

#endif
