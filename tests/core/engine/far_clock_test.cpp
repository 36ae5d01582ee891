#include "core/engine/far_clock.h"

#include <gtest/gtest.h>

namespace bw::engine {
namespace {

using namespace std::chrono_literals;

constexpr Instant kStart{1h};

} // namespace

TEST(FarClock, SaysNothingBeforeARoundTrip) {
    FarClock clock;
    EXPECT_FALSE(clock.underWay(5ms, kStart));
    clock.noteRoundTrip(2ms, kStart);
    EXPECT_TRUE(clock.underWay(5ms, kStart));
}

TEST(FarClock, TheQuickestMessageTookHalfOfTheQuickestRoundTrip) {
    FarClock clock; // ours is 100 ms ahead; a way takes 1 ms
    clock.noteRoundTrip(9ms, kStart);
    clock.noteRoundTrip(2ms, kStart);
    EXPECT_EQ(*clock.underWay(101ms, kStart), Duration(1ms));
    EXPECT_EQ(*clock.underWay(107ms, kStart), Duration(7ms)) << "six of them it waited";
    EXPECT_EQ(clock.ahead(), Duration(100ms));
    EXPECT_EQ(*clock.underWay(-20ms, kStart), Duration(1ms)) << "a clock that is set anew";
}

TEST(FarClock, ForgetsWhatIsOld) {
    FarClock clock;
    clock.noteRoundTrip(2ms, kStart);
    EXPECT_EQ(*clock.underWay(10ms, kStart), Duration(1ms));
    for (int i = 1; i <= 9; ++i) { // the clocks drift apart
        clock.noteRoundTrip(2ms, kStart + i * 10s);
        static_cast<void>(clock.underWay(Duration(10ms) + i * 1ms, kStart + i * 10s));
    }
    EXPECT_GE(clock.ahead(), Duration(12ms));
}

TEST(FarClock, WantsARoundTripNowAndThen) {
    FarClock clock;
    EXPECT_TRUE(clock.wantsRoundTrip(kStart));
    EXPECT_FALSE(clock.wantsRoundTrip(kStart + 1s)) << "one is under way";
    EXPECT_TRUE(clock.wantsRoundTrip(kStart + FarClock::kEvery));
}

} // namespace bw::engine
