#include "app/jts-sim/sim/latency_leak.h"

#include <gmock/gmock.h>

namespace bw::jts {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

TEST(LatencyLeak, EachRequestAddsALittleThatTheNextOnePays) {
    LatencyLeak leak({.perThousand = milliseconds(5), .most = milliseconds(8)});
    EXPECT_EQ(leak.grow(), Duration(0));
    EXPECT_EQ(leak.grow(), microseconds(5));
    EXPECT_EQ(leak.grow(), microseconds(10));
    for (int i = 3; i < 1000; ++i) {
        (void)leak.grow();
    }
    EXPECT_EQ(leak.delay(), milliseconds(5));
    for (int i = 0; i < 1000; ++i) {
        (void)leak.grow();
    }
    EXPECT_EQ(leak.delay(), milliseconds(8)); // no further
}

TEST(LatencyLeak, DoesNotOverflow) {
    LatencyLeak leak({.perThousand = std::chrono::hours(1), .most = std::chrono::hours(1)});
    for (int i = 0; i < 10'000'000; ++i) {
        (void)leak.grow();
    }
    EXPECT_EQ(leak.delay(), std::chrono::hours(1));
}

} // namespace
} // namespace bw::jts
