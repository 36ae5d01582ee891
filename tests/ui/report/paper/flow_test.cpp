#include "ui/report/paper/flow.h"

#include <gtest/gtest.h>

namespace bw::ui_report::paper {
namespace {

Strip strip(double height, bool keepsWithNext = false) {
    return {.height = height, .keepsWithNext = keepsWithNext};
}

// How many strips stand on each page.
std::vector<std::size_t> counts(const Strips& strips, double height) {
    std::vector<std::size_t> result;
    for (const Page& page : flowed(strips, height)) {
        result.push_back(page.size());
    }
    return result;
}

using Counts = std::vector<std::size_t>;

TEST(Flow, NothingIsOneEmptyPage) {
    EXPECT_EQ(counts({}, 100), Counts{0});
}

TEST(Flow, StripsStandBelowEachOtherUntilThePageIsFull) {
    const Strips strips{strip(40), strip(60), strip(1)};
    const std::vector<Page> pages = flowed(strips, 100);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0][1].top, 40);
    EXPECT_EQ(pages[1][0].strip, &strips[2]);
    EXPECT_EQ(pages[1][0].top, 0);
}

TEST(Flow, TheSpaceBeforeIsLeftOutAtTheTopOfAPage) {
    Strips strips{strip(50), strip(50), strip(50)};
    for (Strip& one : strips) {
        one.spaceBefore = 10;
    }
    const std::vector<Page> pages = flowed(strips, 110);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0][0].top, 0);
    EXPECT_EQ(pages[0][1].top, 60);
    EXPECT_EQ(pages[1][0].top, 0);
}

TEST(Flow, AHeadingGoesWithWhatItHeads) {
    EXPECT_EQ(counts({strip(80), strip(10, true), strip(20)}, 100), (Counts{1, 2}));
    EXPECT_EQ(counts({strip(60), strip(10, true), strip(10, true), strip(30)}, 100), (Counts{1, 3}));
}

TEST(Flow, AChainThatNoPageHoldsIsCut) {
    EXPECT_EQ(counts({strip(60, true), strip(60, true), strip(60)}, 100), (Counts{1, 1, 1}));
    EXPECT_EQ(counts({strip(500, true), strip(10)}, 100), (Counts{1, 1})) << "higher than a page";
}

TEST(Flow, AHeadingAtTheVeryEndStands) {
    EXPECT_EQ(counts({strip(10), strip(10, true)}, 100), Counts{2});
}

TEST(Flow, TheHeadOfATableStandsAgainOnTheNextPage) {
    const auto head = std::make_shared<const Strip>(strip(20, true));
    Strips strips{*head};
    for (int row = 0; row < 6; ++row) {
        strips.push_back(strip(30));
        strips.back().repeated = head;
    }
    const std::vector<Page> pages = flowed(strips, 100);
    ASSERT_EQ(pages.size(), 3U);
    EXPECT_EQ(pages[0][0].strip, &strips[0]);
    EXPECT_EQ(pages[1][0].strip, head.get());
    EXPECT_EQ(pages[1][1].top, 20);
    EXPECT_EQ(pages[2].size(), 3U);
}

} // namespace
} // namespace bw::ui_report::paper
