#include "core/base/random.h"

#include <gtest/gtest.h>
#include <set>

using bw::Random;

TEST(Random, sameSeedAndStreamGiveTheSameNumbers) {
    Random a(42, 7);
    Random b(42, 7);
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(a.next(), b.next());
    }
}

TEST(Random, streamsAndSeedsDiffer) {
    std::set<std::uint64_t> seen;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        for (std::uint64_t stream = 0; stream < 30; ++stream) {
            seen.insert(Random(seed, stream).next());
        }
    }
    EXPECT_EQ(seen.size(), 900U);
}

TEST(Random, staysWithinItsBounds) {
    Random random(1);
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto value = random.between(-2, 2);
        EXPECT_GE(value, -2);
        EXPECT_LE(value, 2);
        seen.insert(value);
        const double unit = random.unit();
        EXPECT_GE(unit, 0.0);
        EXPECT_LT(unit, 1.0);
    }
    EXPECT_EQ(seen.size(), 5U);
    EXPECT_EQ(random.between(5, 5), 5);
    static_cast<void>(random.between(INT64_MIN, INT64_MAX));
}

TEST(Random, momentsAreTheDistributions) {
    Random random(3);
    double sum = 0;
    double squares = 0;
    double exponentials = 0;
    constexpr int kCount = 200'000;
    for (int i = 0; i < kCount; ++i) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
        exponentials += random.exponential();
    }
    EXPECT_NEAR(sum / kCount, 0.0, 0.01);
    EXPECT_NEAR(squares / kCount, 1.0, 0.02);
    EXPECT_NEAR(exponentials / kCount, 1.0, 0.01);
}
