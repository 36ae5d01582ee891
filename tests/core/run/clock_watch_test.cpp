#include "core/run/clock_watch.h"

#include <gtest/gtest.h>

namespace bw::run {
namespace {

using namespace std::chrono_literals;

TEST(ClockWatch, SaysNothingWhileAllClocksGoTogether) {
    ClockWatch watch({10s, 20s, 1000s});
    EXPECT_FALSE(watch.take({11s, 21s, 1001s}));
    EXPECT_FALSE(watch.take({12s, 22s, 1002s + 30ms})); // a time server's small correction
}

TEST(ClockWatch, NoticesThatTheComputerSlept) {
    ClockWatch watch({10s, 20s, 1000s});
    const auto event = watch.take({11s, 261s, 1241s});
    ASSERT_TRUE(event);
    EXPECT_EQ(event->kind, ClockEvent::Kind::Suspend);
    EXPECT_EQ(event->amount, 240s);
    EXPECT_FALSE(watch.take({12s, 262s, 1242s}));
}

TEST(ClockWatch, NoticesASetClockInBothDirections) {
    ClockWatch watch({10s, 20s, 1000s});
    const auto forward = watch.take({11s, 21s, 4601s});
    ASSERT_TRUE(forward);
    EXPECT_EQ(forward->kind, ClockEvent::Kind::Jump);
    EXPECT_EQ(forward->amount, 3600s);
    const auto back = watch.take({12s, 22s, 1002s});
    ASSERT_TRUE(back);
    EXPECT_EQ(back->amount, -3600s);
}

TEST(ClockWatch, ReadsClocksThatGoOn) {
    const ClockReadings first = readClocks();
    const ClockReadings second = readClocks();
    EXPECT_GE(second.monotonic, first.monotonic);
    EXPECT_GE(second.boot, second.monotonic);
    EXPECT_GT(second.wall, 365 * 24h);
}

} // namespace
} // namespace bw::run
