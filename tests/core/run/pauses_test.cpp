#include "core/run/pauses.h"

#include <gtest/gtest.h>

namespace bw::run {
namespace {

using namespace std::chrono_literals;

TEST(Pauses, touchEverySecondThatWasPausedForAnyPart) {
    Pauses pauses;
    pauses.begin(3500ms);
    pauses.end(5200ms);
    EXPECT_FALSE(pauses.touch(2, 1));
    EXPECT_TRUE(pauses.touch(3, 1));
    EXPECT_TRUE(pauses.touch(4, 1));
    EXPECT_TRUE(pauses.touch(5, 1));
    EXPECT_FALSE(pauses.touch(6, 1));
    EXPECT_TRUE(pauses.touch(0, 10)); // a frame that is wider than a second
    EXPECT_EQ(pauses.total(10s), 1700ms);
    EXPECT_EQ(pauses.total(4s, 5s), 1s);
    EXPECT_EQ(pauses.total(6s, 9s), 0s);
}

TEST(Pauses, goOnUntilTheyAreEnded) {
    Pauses pauses;
    pauses.begin(3s);
    pauses.begin(4s); // twice is once
    EXPECT_TRUE(pauses.touch(1000, 1));
    EXPECT_EQ(pauses.total(7s), 4s);
    pauses.end(8s);
    pauses.end(9s);
    EXPECT_FALSE(pauses.touch(8, 1));
    EXPECT_EQ(pauses.total(20s), 5s);
}

TEST(Pauses, areReadFromMarksWhateverElseWasMarked) {
    const std::vector<history::MarkRecord> marks{
        {1s, "resume", ""}, {2s, "pause", ""}, {3s, "note", "pause"}, {4s, "resume", ""}, {6s, "pause", ""}};
    const Pauses pauses(marks);
    ASSERT_EQ(pauses.spans().size(), 2U);
    EXPECT_EQ(pauses.total(10s), 6s);
}

} // namespace
} // namespace bw::run
