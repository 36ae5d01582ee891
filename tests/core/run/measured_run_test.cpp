#include "core/run/measured_run.h"
#include "tests/core/run/stored_runs.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace bw::run {
namespace {

class MeasuredRunTest : public StoredRunsTest {
protected:
    // All of a run with a pause, in blocks.
    analysis::MeasuredRun measure(std::int64_t seconds, history::Window paused) {
        const history::RunId id = store({.seconds = seconds, .paused = paused});
        auto reader = m_store.reader();
        EXPECT_TRUE(reader);
        const auto run = reader->run(id);
        EXPECT_TRUE(run);
        auto measured = measureRun(*reader, run->summary, {0, seconds}, MeasureDetail::Blocks);
        EXPECT_TRUE(measured);
        return std::move(*measured);
    }
    static const analysis::MeasuredSeries& requestsOf(const analysis::MeasuredRun& run) {
        const auto at = std::ranges::find_if(run.series, [](const analysis::MeasuredSeries& series) {
            return series.subject.metric == "http_req_duration" && series.subject.name.empty();
        });
        EXPECT_NE(at, run.series.end());
        return *at;
    }
    static std::vector<std::uint64_t> countsOf(const analysis::MeasuredSeries& series) {
        std::vector<std::uint64_t> counts;
        for (const auto& block : series.blocks) {
            counts.push_back(metrics::sampleCount(block));
        }
        return counts;
    }
};

TEST_F(MeasuredRunTest, PausedSecondsAreInNoBlock) {
    const analysis::MeasuredRun run = measure(47, {11, 31}); // 27 seconds are left: three a block

    EXPECT_DOUBLE_EQ(run.seconds, 27);
    EXPECT_EQ(countsOf(requestsOf(run)), std::vector<std::uint64_t>(9, 3 * 60));
}

TEST_F(MeasuredRunTest, OfALongRunBlocksThatTouchAPauseAreLeftOut) {
    const analysis::MeasuredRun run =
        measure(1280, {100, 200}); // 80 blocks of 16 s, of which it touches seven

    EXPECT_DOUBLE_EQ(run.seconds, 1180);
    EXPECT_EQ(countsOf(requestsOf(run)), std::vector<std::uint64_t>(73, 16 * 60));
}

TEST_F(MeasuredRunTest, ARunThatWasPausedThroughoutHasNoBlocks) {
    const analysis::MeasuredRun run = measure(20, {0, 20});

    EXPECT_DOUBLE_EQ(run.seconds, 0);
    EXPECT_TRUE(std::ranges::all_of(run.series, [](const auto& series) { return series.blocks.empty(); }));
}

} // namespace
} // namespace bw::run
