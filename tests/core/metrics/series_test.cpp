#include "core/metrics/series.h"

#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace bw::metrics {
namespace {

constexpr MetricId kReqs = id(Builtin::HttpReqs);
constexpr MetricId kData = id(Builtin::DataSent);

std::uint32_t intern(SeriesTable& table, MetricId metric, std::initializer_list<TagView> tags) {
    return table.intern(metric, std::span(tags.begin(), tags.size()));
}

TEST(TagSet, SortsAndLastOfEqualKeysCounts) {
    const TagSet tags{{"b", "1"}, {"a", "2"}, {"b", "3"}};
    EXPECT_THAT(tags.tags(), testing::ElementsAre(testing::Pair("a", "2"), testing::Pair("b", "3")));
    EXPECT_EQ(*tags.find("b"), "3");
    EXPECT_EQ(tags.find("c"), nullptr);
}

TEST(TagSet, MatchesWhenAllFilterTagsAreEqual) {
    const TagSet tags{{"name", "order"}, {"status", "200"}, {"method", "POST"}};
    EXPECT_TRUE(tags.matches({}));
    EXPECT_TRUE(tags.matches({{"status", "200"}}));
    EXPECT_TRUE(tags.matches({{"status", "200"}, {"name", "order"}}));
    EXPECT_FALSE(tags.matches({{"status", "201"}}));
    EXPECT_FALSE(tags.matches({{"status", "200"}, {"proto", "h2"}}));
}

TEST(SeriesTable, OrderOfTagsDoesNotMatter) {
    SeriesTable table;
    const auto first = intern(table, kReqs, {{"name", "a"}, {"status", "200"}});
    EXPECT_EQ(intern(table, kReqs, {{"status", "200"}, {"name", "a"}}), first);
    EXPECT_NE(intern(table, kData, {{"name", "a"}, {"status", "200"}}), first);
    EXPECT_NE(intern(table, kReqs, {{"name", "a"}}), first);
    EXPECT_EQ(table.size(), 3u);
    EXPECT_EQ(table[first], (Series{kReqs, {{"name", "a"}, {"status", "200"}}}));
    EXPECT_EQ(table.intern(Series{kReqs, {{"name", "a"}}}), 2u);
}

TEST(SeriesTable, TagTextsAreNotConfusedAtTheirBorders) {
    SeriesTable table;
    EXPECT_NE(intern(table, kReqs, {{"ab", "c"}}), intern(table, kReqs, {{"a", "bc"}}));
    EXPECT_NE(intern(table, kReqs, {{"a", ""}}), intern(table, kReqs, {{"", "a"}}));
}

TEST(SeriesTable, ManyTagsInAnyOrder) {
    std::vector<std::string> keys;
    for (int i = 0; i < 60; ++i)
        keys.push_back("key" + std::to_string(i));
    std::vector<TagView> tags;
    for (const auto& key : keys)
        tags.push_back({key, "v"});
    SeriesTable table;
    const auto first = table.intern(kReqs, tags);
    std::ranges::reverse(tags);
    EXPECT_EQ(table.intern(kReqs, tags), first);
}

TEST(SeriesTable, BeyondTheLimitEachMetricHasOneOverflowSeries) {
    SeriesTable table(3);
    std::array<std::string, 10> names;
    for (int i = 0; i < 10; ++i)
        names[i] = "n" + std::to_string(i);
    for (const auto& name : names)
        (void)intern(table, kReqs, {{"name", name}});
    const auto other = intern(table, kReqs, {{"name", "n7"}});
    EXPECT_EQ(table[other], (Series{kReqs, TagSet{kOtherTag}}));
    EXPECT_EQ(table.overflowed(), 8u);
    EXPECT_EQ(intern(table, kReqs, {{"name", "n1"}}), 1u) << "known series stay themselves";
    EXPECT_EQ(table.overflowed(), 8u);
    EXPECT_EQ(table[intern(table, kData, {{"name", "x"}})].metric, kData);
    EXPECT_EQ(table.size(), 5u);
}

TEST(SeriesTable, OverflowSeriesOfAWriterIsTheOneOfTheRun) {
    SeriesTable table(1);
    (void)intern(table, kReqs, {{"name", "a"}});
    const auto asked = table.intern(Series{kReqs, TagSet{kOtherTag}});
    EXPECT_EQ(intern(table, kReqs, {{"name", "b"}}), asked);
    EXPECT_EQ(table.overflowed(), 1u) << "asking for it by name is no overflow";
}

TEST(SeriesTable, ManySeriesKeepTheirNumbers) {
    SeriesTable table;
    for (int round = 0; round < 2; ++round)
        for (std::uint32_t i = 0; i < kMaxSeries; ++i) {
            const std::string name = std::to_string(i);
            ASSERT_EQ(intern(table, kReqs, {{"name", name}}), i);
        }
    EXPECT_EQ(table.overflowed(), 0u);
}

} // namespace
} // namespace bw::metrics
