#include "core/run/mark_rows.h"

#include <gtest/gtest.h>

namespace bw::run {
namespace {

using namespace std::chrono_literals;
using Kind = report::MarkKind;

TEST(MarkRows, SayWhatHappenedAndWhetherTheRunStoodStill) {
    const std::vector<history::MarkRecord> records{{7s, "suspend", "240000"},
                                                   {8s, "clock_jump", "-3600000"},
                                                   {9s, "abort", "http_req_failed: rate<0.1"},
                                                   {10s, "note", "deployed"},
                                                   {11s, "load", "browsing +10 vus"}};
    const auto rows = markRows(records, 20s);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].kind, Kind::Gap);
    EXPECT_EQ(rows[1].kind, Kind::Happening);
    EXPECT_EQ(rows[2].kind, Kind::Happening);
    EXPECT_EQ(rows[3].kind, Kind::Note);
    EXPECT_EQ(rows[4].kind, Kind::Happening);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].record, records[i]);
        EXPECT_EQ(rows[i].length, Duration::zero());
    }
}

TEST(MarkRows, APauseAndItsEndAreOne) {
    const std::vector<history::MarkRecord> records{
        {2s, "pause", ""}, {3s, "note", "inside"}, {5s, "resume", ""}, {9s, "pause", ""}};
    const auto rows = markRows(records, 12s);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].kind, Kind::Pause);
    EXPECT_EQ(rows[0].length, Duration(3s));
    EXPECT_EQ(rows[1].kind, Kind::Note);
    EXPECT_EQ(rows[2].record.at, Duration(9s));
    EXPECT_EQ(rows[2].length, Duration(3s)); // it goes on
}

} // namespace
} // namespace bw::run
