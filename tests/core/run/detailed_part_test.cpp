#include "core/run/detailed_part.h"
#include "core/run/stored_run.h"
#include "tests/core/run/stored_runs.h"

#include <gmock/gmock.h>

namespace bw::run {
namespace {

using history::Window;

class DetailedPartTest : public StoredRunsTest {
protected:
    DetailedPart partOf(history::RunId run, Window window, std::int64_t finerThan = 4096) {
        auto part = loadDetail(m_store, {.run = run, .window = window, .finerThan = finerThan});
        EXPECT_TRUE(part);
        return part ? std::move(*part) : DetailedPart();
    }

    static void expectAdjoining(const report::Column<report::SecondRow>& rows) {
        for (std::size_t i = 1; i < rows.size(); ++i) {
            EXPECT_EQ(rows[i].second, rows[i - 1].second + rows[i - 1].width);
        }
    }
};

TEST_F(DetailedPartTest, HasEverySecondAsTheWholeRunHas) {
    const history::RunId run = store({.seconds = 400});
    const auto whole = loadRun(m_store, run);
    ASSERT_TRUE(whole);
    const DetailedPart part = partOf(run, {130, 290});
    EXPECT_EQ(part.width, 1);
    ASSERT_EQ(part.rows.size(), 160u);
    for (std::size_t i = 0; i < part.rows.size(); ++i) {
        const report::SecondRow& expected = whole->model.seconds[130 + i];
        EXPECT_EQ(part.rows[i].second, expected.second);
        EXPECT_EQ(part.rows[i].requests, expected.requests);
        EXPECT_EQ(part.rows[i].latency, expected.latency);
    }
    ASSERT_THAT(part.curves, testing::SizeIs(2));
    for (const report::RequestRow& request : whole->model.requests) {
        report::Column<report::RequestMoment> expected;
        std::copy(request.curve.begin() + 130, request.curve.begin() + 290, std::back_inserter(expected));
        EXPECT_EQ(part.curves.at(request.name), expected);
    }
    EXPECT_EQ(part.heat.begin(), 130);
    EXPECT_EQ(part.heat.columnSeconds(), 1);
    EXPECT_THAT(part.heat.columns(), testing::SizeIs(160));
}

TEST_F(DetailedPartTest, OfALongStretchHasBlocks) {
    const history::RunId run = store({.seconds = 7005});
    const DetailedPart part = partOf(run, {20, 7005});
    EXPECT_EQ(part.width, 16);
    ASSERT_FALSE(part.rows.empty());
    EXPECT_EQ(part.rows[0].second, 16); // whole blocks
    EXPECT_EQ(part.rows.back().second + part.rows.back().width, 7005);
    expectAdjoining(part.rows);
    EXPECT_DOUBLE_EQ(part.rows[7].requests, 60);
    EXPECT_EQ(part.heat.begin(), 16);
    EXPECT_EQ(part.heat.columnSeconds(), 16);
}

TEST_F(DetailedPartTest, IsNoneWhenWhatIsThereIsAsFine) {
    const history::RunId run = store({.seconds = 100});
    const DetailedPart part = partOf(run, {0, 100}, 1);
    EXPECT_TRUE(part.rows.empty());
    EXPECT_EQ(part.width, 1);
}

TEST_F(DetailedPartTest, IsKeptWithinTheRun) {
    const history::RunId run = store({.seconds = 100});
    const DetailedPart beyond = partOf(run, {90, 1'000'000});
    EXPECT_EQ(beyond.window.end, 100);
    EXPECT_THAT(beyond.rows, testing::SizeIs(10));
    EXPECT_TRUE(partOf(run, {-50, -10}).rows.empty());
    EXPECT_TRUE(partOf(run, {60, 50}).rows.empty());
    EXPECT_TRUE(partOf(run, {INT64_MIN, INT64_MIN}).rows.empty());
    EXPECT_FALSE(loadDetail(m_store, {.run = history::RunId{404}, .window = {}}));
}

// The disk was slow and seconds were merged: which of the first frame's requests came within the window is
// not known, so that the part begins after it, and what lasts beyond the end is there as a whole.
TEST_F(DetailedPartTest, BeginsAfterAFrameThatReachesIntoIt) {
    auto writer = m_store.beginRun(history::testStart(), metrics);
    ASSERT_TRUE(writer);
    std::vector<metrics::FramePtr> frames;
    report::FrameSource source;
    for (std::int64_t second = 0; second < 100; second += 10) {
        source.request("place", 1, 1);
        auto frame = std::make_shared<metrics::Frame>(source.take());
        frame->second = second;
        frame->width = 10;
        frames.push_back(frame);
    }
    appendAll(**writer, frames);
    ASSERT_TRUE((*writer)->finish(history::testOutcome(), std::chrono::seconds(60)));
    const DetailedPart part = partOf((*writer)->id(), {25, 55});
    ASSERT_EQ(part.rows.size(), 3u);
    EXPECT_EQ(part.rows[0].second, 30);
    EXPECT_EQ(part.rows.back().second, 50);
    EXPECT_EQ(part.rows.back().width, 10);
    expectAdjoining(part.rows);
}

TEST_F(DetailedPartTest, IsGivenUpWhenItIsWantedNoMore) {
    const history::RunId run = store({.seconds = 100});
    int asked = 0;
    const auto part = loadDetail(
        m_store, {.run = run, .window = {0, 100}, .finerThan = 16, .isWanted = [&] { return ++asked < 3; }});
    ASSERT_FALSE(part);
    EXPECT_EQ(part.error().kind, history::HistoryErrorKind::Cancelled);
    EXPECT_EQ(asked, 3);
}

} // namespace
} // namespace bw::run
