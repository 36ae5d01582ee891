#include "ui/bridge/run_marks.h"

#include <gtest/gtest.h>

namespace bw::bridge {
namespace {

using namespace std::chrono_literals;
using Kind = RunMark::Kind;

TEST(RunMarks, SayWhatHappenedAndWhetherTheRunStoodStill) {
    const std::vector<history::MarkRecord> records{{7s, "suspend", "240000"},
                                                   {8s, "clock_jump", "-3600000"},
                                                   {9s, "abort", "http_req_failed: rate<0.1"},
                                                   {10s, "note", "deployed"},
                                                   {11s, "load", "browsing +10 vus"}};
    const auto marks = marksOf(records, 20s);
    ASSERT_EQ(marks.size(), 5U);
    EXPECT_EQ(marks[0].at, Duration(7s));
    EXPECT_TRUE(marks[0].text.contains(QStringLiteral("slept")));
    EXPECT_EQ(marks[0].kind, Kind::Gap);
    EXPECT_EQ(marks[1].kind, Kind::Happening);
    EXPECT_EQ(marks[2].kind, Kind::Happening);
    EXPECT_EQ(marks[3].kind, Kind::Note);
    EXPECT_EQ(marks[3].text, QStringLiteral("deployed"));
    EXPECT_TRUE(marks[4].text.contains(QStringLiteral("+10 VUs")));
    EXPECT_EQ(levelOf(records[0]), LogLevel::Warning);
    EXPECT_EQ(levelOf(records[3]), LogLevel::Info);
}

TEST(RunMarks, APauseAndItsEndAreOneBand) {
    const std::vector<history::MarkRecord> records{
        {2s, "pause", ""}, {3s, "note", "inside"}, {5s, "resume", ""}, {9s, "pause", ""}};
    const auto marks = marksOf(records, 12s);
    ASSERT_EQ(marks.size(), 3U);
    EXPECT_EQ(marks[0].kind, Kind::Pause);
    EXPECT_EQ(marks[0].length, Duration(3s));
    EXPECT_EQ(marks[1].kind, Kind::Note);
    EXPECT_EQ(marks[2].length, Duration(3s)); // it goes on
}

} // namespace
} // namespace bw::bridge
