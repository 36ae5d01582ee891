#include "core/base/random.h"
#include "core/net/timer.h"

#include <benchmark/benchmark.h>
#include <memory>
#include <vector>

namespace bw::net {
namespace {

// A deadline that is armed and cancelled while as many others wait.
void timerArmAndCancel(benchmark::State& state) {
    TimerQueue queue;
    Random random(1);
    std::vector<std::unique_ptr<Timer>> others;
    const Instant start{};
    const auto inAWhile = [&] {
        return start + Duration(static_cast<std::int64_t>(random.below(60'000'000'000)));
    };
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        others.push_back(std::make_unique<Timer>([](void*, Instant) {}, nullptr));
        queue.arm(*others.back(), inAWhile());
    }
    Timer timer([](void*, Instant) {}, nullptr);
    for (auto _ : state) {
        queue.arm(timer, inAWhile());
        queue.cancel(timer);
    }
}
BENCHMARK(timerArmAndCancel)->Arg(64)->Arg(10'000);

} // namespace
} // namespace bw::net
