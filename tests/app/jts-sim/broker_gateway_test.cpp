#include "app/jts-sim/sim/broker_gateway.h"
#include "core/base/random.h"

#include <gmock/gmock.h>

namespace bw::jts {
namespace {

using std::chrono::milliseconds;

Instant at(int ms) {
    return Instant(std::chrono::hours(1)) + milliseconds(ms);
}

TEST(BrokerGateway, GivesABurstAndThenItsRate) {
    BrokerGateway gateway({.interval = milliseconds(100), .burst = 3});
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(gateway.take("a", at(0)), Duration(0));
    }
    EXPECT_EQ(gateway.take("a", at(0)), milliseconds(100));
    EXPECT_EQ(gateway.take("a", at(60)), milliseconds(40));
    EXPECT_EQ(gateway.take("a", at(100)), Duration(0));
    EXPECT_EQ(gateway.take("a", at(100)), milliseconds(100));
    EXPECT_EQ(gateway.take("a", at(400)), Duration(0));
    EXPECT_EQ(gateway.take("a", at(400)), Duration(0));
    EXPECT_EQ(gateway.take("a", at(400)), Duration(0));
    EXPECT_NE(gateway.take("a", at(400)), Duration(0)); // no more than the burst is saved up
}

TEST(BrokerGateway, EachKeyHasItsOwnBucketAndThoseWithoutShareOne) {
    BrokerGateway gateway({.interval = milliseconds(100), .burst = 1});
    EXPECT_EQ(gateway.take("a", at(0)), Duration(0));
    EXPECT_EQ(gateway.take("b", at(0)), Duration(0));
    EXPECT_NE(gateway.take("a", at(0)), Duration(0));
    EXPECT_EQ(gateway.take("", at(0)), Duration(0));
    const std::string tooLong(BrokerGateway::kLongestKey + 1, 'k');
    EXPECT_NE(gateway.take(tooLong, at(0)), Duration(0));
    EXPECT_EQ(gateway.take(tooLong.substr(1), at(0)), Duration(0));
    EXPECT_EQ(gateway.keys(), 3U);
}

TEST(BrokerGateway, WhoWaitsAsToldIsServed) {
    Random random(3);
    for (int round = 0; round < 200; ++round) {
        const Duration interval(1 + static_cast<std::int64_t>(random.unit() * 3e9));
        BrokerGateway gateway(
            {.interval = interval, .burst = 1 + static_cast<std::size_t>(random.unit() * 4)});
        Instant now = at(0);
        for (int i = 0; i < 50; ++i) {
            now += Duration(static_cast<std::int64_t>(random.unit() * static_cast<double>(interval.count())));
            const Duration wait = gateway.take("a", now);
            if (wait > Duration(0)) {
                ASSERT_NE(gateway.take("a", now + wait - Duration(1)), Duration(0));
                now += wait;
                ASSERT_EQ(gateway.take("a", now), Duration(0));
            }
        }
    }
}

TEST(BrokerGateway, ManyKeysTakeNoMoreMemory) {
    BrokerGateway gateway({.interval = milliseconds(100), .burst = 2});
    for (std::size_t i = 0; i < BrokerGateway::kMostKeys; ++i) {
        ASSERT_EQ(gateway.take(std::to_string(i), at(0)), Duration(0));
    }
    EXPECT_EQ(gateway.take("new", at(0)), Duration(0)); // from the shared bucket, as all that follow
    EXPECT_EQ(gateway.take("newer", at(0)), Duration(0));
    EXPECT_NE(gateway.take("newest", at(0)), Duration(0));
    EXPECT_EQ(gateway.take("7", at(0)), Duration(0)); // the others keep theirs
    EXPECT_NE(gateway.take("7", at(0)), Duration(0));
    EXPECT_EQ(gateway.keys(), BrokerGateway::kMostKeys);
    EXPECT_EQ(gateway.take("newest", at(100)), Duration(0)); // the oldest is full again and makes room
    EXPECT_EQ(gateway.take("newest", at(100)), Duration(0));
    EXPECT_EQ(gateway.take("7", at(100)), Duration(0)); // which is not the one that was used last
    EXPECT_NE(gateway.take("7", at(100)), Duration(0));
    EXPECT_EQ(gateway.keys(), BrokerGateway::kMostKeys);
}

} // namespace
} // namespace bw::jts
