#include "app/jts-sim/sim/service_line.h"
#include "core/base/random.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace bw::jts {
namespace {

using std::chrono::milliseconds;

const Instant start{std::chrono::hours(1)};

Instant at(int ms) {
    return start + milliseconds(ms);
}

TEST(ServiceLine, ServesInTheOrderOfArrivalWithAllItsServers) {
    ServiceLine line(2);
    const auto come = [&](int arrival, int work) {
        const Instant begin = line.startOf(at(arrival));
        line.serve(at(arrival), begin, begin + milliseconds(work));
        return begin;
    };
    EXPECT_EQ(come(0, 10), at(0));
    EXPECT_EQ(come(1, 20), at(1));
    EXPECT_EQ(come(2, 10), at(10));
    EXPECT_EQ(come(3, 10), at(20));
    EXPECT_EQ(come(50, 10), at(50));
}

TEST(ServiceLine, CountsWhoWorksAndWhoWaits) {
    ServiceLine line(1);
    line.serve(at(0), at(0), at(10));
    line.serve(at(1), at(10), at(20));
    line.giveUp(at(2), at(5));
    line.serve(at(30), at(30), at(40)); // noted ahead: it comes later from another line
    auto now = line.occupancy(at(2));
    EXPECT_EQ(now.working, 1U);
    EXPECT_EQ(now.waiting, 2U);
    EXPECT_EQ(line.nextEnd(at(2)), at(10));
    now = line.occupancy(at(5));
    EXPECT_EQ(now.waiting, 1U);
    now = line.occupancy(at(20));
    EXPECT_EQ(now.working, 0U);
    EXPECT_EQ(now.waiting, 0U);
    EXPECT_EQ(line.occupancy(at(30)).working, 1U);
    EXPECT_EQ(line.occupancy(at(40)).working, 0U);
}

TEST(ServiceLine, IsFullBeforeItTakesAllMemory) {
    ServiceLine line(1);
    line.serve(at(0), at(0), at(1'000'000));
    (void)line.occupancy(at(0));
    for (std::size_t i = 0; i < ServiceLine::kMostAhead; ++i) {
        ASSERT_FALSE(line.isFull());
        line.giveUp(at(0), at(1));
    }
    EXPECT_TRUE(line.isFull());
    (void)line.occupancy(at(1));
    EXPECT_FALSE(line.isFull());
}

// Against a simulation that steps through time.
TEST(ServiceLine, AgreesWithAStepwiseSimulation) {
    Random random(5);
    for (int round = 0; round < 20; ++round) {
        const std::size_t servers = 1 + static_cast<std::size_t>(random.unit() * 5);
        ServiceLine line(servers);
        std::vector<int> busyUntil(servers, 0);
        int arrival = 0;
        for (int i = 0; i < 200; ++i) {
            arrival += static_cast<int>(random.unit() * 10);
            const int work = static_cast<int>(random.unit() * 30);
            int begin = arrival;
            while (std::ranges::none_of(busyUntil, [&](int until) { return until <= begin; })) {
                ++begin;
            }
            *std::ranges::find_if(busyUntil, [&](int until) { return until <= begin; }) = begin + work;
            ASSERT_EQ(line.startOf(at(arrival)), at(begin));
            line.serve(at(arrival), at(begin), at(begin + work));
            ASSERT_LE(line.occupancy(at(arrival)).working, servers);
        }
    }
}

} // namespace
} // namespace bw::jts
