#include "core/base/nearest.h"

#include <array>
#include <gtest/gtest.h>

using namespace std::string_view_literals;

TEST(Nearest, findsWhatWasMeant) {
    constexpr std::array names = {"duration"sv, "stages"sv, "startVUs"sv, "executor"sv};
    EXPECT_EQ(bw::nearest("duraton", names), "duration");
    EXPECT_EQ(bw::nearest("startVus", names), "startVUs");
    EXPECT_EQ(bw::nearest("stagse", names), "stages");
}

TEST(Nearest, saysNothingWhenNothingIsClose) {
    constexpr std::array names = {"duration"sv, "stages"sv};
    EXPECT_EQ(bw::nearest("flow", names), "");
    EXPECT_EQ(bw::nearest("", names), "");
    EXPECT_EQ(bw::nearest(std::string(100'000, 'x'), names), "");
}
