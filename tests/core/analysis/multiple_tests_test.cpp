#include "core/analysis/multiple_tests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace bw::analysis {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

// As the tables in textbooks have them.
TEST(StudentsT, KnowsItsTables) {
    EXPECT_NEAR(tQuantile(0.95, 3), 3.182, 0.001);
    EXPECT_NEAR(tQuantile(0.95, 1), 12.706, 0.001);
    EXPECT_NEAR(tQuantile(0.95, std::numeric_limits<double>::infinity()), 1.95996, 0.00001);
    EXPECT_NEAR(tTest(2.228, 10), 0.05, 0.0001);
    EXPECT_NEAR(tTest(-2.228, 10), 0.05, 0.0001);
    EXPECT_EQ(tTest(0, 4), 1);
    EXPECT_EQ(tTest(std::numeric_limits<double>::quiet_NaN(), 4), 1);
}

// The example in Holm's words: the smallest is held against α / n, the next against α / (n − 1).
TEST(Holm, AdjustsStepByStep) {
    const auto near = [](double value) { return DoubleNear(value, 1e-12); };
    EXPECT_THAT(holm({0.01, 0.04, 0.03, 0.005}), ElementsAre(near(0.03), near(0.06), near(0.06), near(0.02)));
    EXPECT_THAT(holm({0.5, 0.9}), ElementsAre(near(1), near(1)));
    EXPECT_TRUE(holm({}).empty());
}

} // namespace
} // namespace bw::analysis
