#include "core/report/column.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iterator>
#include <numeric>
#include <vector>

namespace bw::report {
namespace {

static_assert(std::random_access_iterator<Column<int>::Iterator>);

Column<int> columnOf(int count) {
    Column<int> column;
    for (int i = 0; i < count; ++i) {
        column.push_back(i);
    }
    return column;
}

TEST(AColumn, GivesBackWhatWasPutIn) {
    const Column<int> none;
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.begin(), none.end());
    const Column<int> column = columnOf(100'000);
    ASSERT_EQ(column.size(), 100'000u);
    std::vector<int> expected(100'000);
    std::iota(expected.begin(), expected.end(), 0);
    EXPECT_TRUE(std::equal(column.begin(), column.end(), expected.begin(), expected.end()));
    EXPECT_EQ(column.back(), 99'999);
    EXPECT_EQ(column[70'001], 70'001);
    EXPECT_EQ(*std::ranges::lower_bound(column, 54'321), 54'321);
}

TEST(AColumn, ACopyStaysAsItWasWhileTheColumnGrows) {
    Column<int> column = columnOf(20'000);
    const Column<int> copy = column;
    column.last() = -1;
    for (int i = 0; i < 20'000; ++i) {
        column.push_back(i);
    }
    EXPECT_EQ(copy.size(), 20'000u);
    EXPECT_EQ(copy.back(), 19'999);
    EXPECT_EQ(copy, columnOf(20'000));
    EXPECT_EQ(&copy[0], &column[0]) << "what both have is there once";
}

TEST(AColumn, HalvesByJoiningNeighbours) {
    Column<int> column = columnOf(50'001);
    std::size_t last = 0;
    column.halve([&](int& value, int next, std::size_t index) {
        last = index;
        value += next;
    });
    ASSERT_EQ(column.size(), 25'001u);
    EXPECT_EQ(column[0], 1);
    EXPECT_EQ(column[20'000], 80'001);
    EXPECT_EQ(column.back(), 50'000) << "one without a neighbour stays";
    EXPECT_EQ(last, 49'998u);
}

} // namespace
} // namespace bw::report
