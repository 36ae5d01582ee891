#include "core/history/window_cover.h"
#include "tests/core/history/history_fixture.h"

#include <gmock/gmock.h>
#include <map>

namespace bw::history {
namespace {

using metrics::SeriesId;
using metrics::SeriesValue;

// What the windows must give: every frame that begins in the window, merged one after the other.
std::map<SeriesId, SeriesValue> bruteForce(const std::vector<metrics::FramePtr>& frames, Window window) {
    std::map<SeriesId, SeriesValue> sums;
    for (const auto& frame : frames)
        if (frame->second >= window.begin && frame->second < window.end)
            for (const auto& entry : frame->entries) {
                const auto [place, isNew] = sums.try_emplace(entry.series, entry.value);
                if (!isNew)
                    metrics::mergeInto(place->second, entry.value);
            }
    return sums;
}

void expectWindows(HistoryReader& reader, RunId run, const std::vector<metrics::FramePtr>& frames,
                   const std::vector<Window>& windows) {
    for (const Window& window : windows) {
        const auto expected = bruteForce(frames, window);
        const auto sums = reader.sums(run, window);
        ASSERT_TRUE(sums) << sums.error().details;
        std::map<SeriesId, SeriesValue> found;
        for (const SeriesSum& sum : *sums)
            found.emplace(sum.series, sum.value);
        EXPECT_EQ(found, expected) << window.begin << " to " << window.end;
        for (const auto& [series, value] : expected)
            EXPECT_EQ(reader.sum(run, series, window), value);
    }
}

std::vector<Window> someWindows(std::int64_t seconds) {
    std::vector<Window> windows{{},
                                {0, 0},
                                {0, 1},
                                {seconds - 1, seconds},
                                {seconds, seconds + 99},
                                {5, 3},
                                {-10, 20},
                                {16, 64},
                                {64, 128},
                                {0, 256},
                                {1, 257},
                                {63, 65}};
    Random random(11);
    for (int i = 0; i < 60; ++i) {
        const auto begin = std::int64_t(random.below(seconds));
        windows.push_back({begin, begin + std::int64_t(random.below(seconds))});
    }
    return windows;
}

class WindowSums : public HistoryTest, public testing::WithParamInterface<std::int64_t> {};

TEST_P(WindowSums, EqualTheMergeOfTheirFrames) {
    const auto frames = randomFrames(GetParam(), 3);
    const HistoryStore store = open();
    const RunId run = writeRun(store, frames);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->run(run)->summary.seconds, GetParam());
    expectWindows(*reader, run, frames, someWindows(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Lengths, WindowSums, testing::Values(1, 63, 64, 65, 300, 4200));

TEST_F(HistoryTest, WindowsOfARunThatGoesOnAreWhole) {
    const auto frames = randomFrames(200, 5);
    const HistoryStore store = open();
    auto writer = begin(store);
    appendAll(*writer, frames);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (reader->run(writer->id())->summary.seconds < 200)
        ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    // 192 seconds are packed now, 8 are not.
    expectWindows(*reader, writer->id(), frames, someWindows(200));
    ASSERT_TRUE(writer->finish(testOutcome()));
    expectWindows(*reader, writer->id(), frames, someWindows(200));
}

TEST_F(HistoryTest, SecondsComeBackAsTheyWere) {
    const auto frames = randomFrames(150, 9);
    const HistoryStore store = open();
    const RunId run = writeRun(store, frames);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    for (std::uint32_t id = 0; id < testSeries().size(); ++id) {
        std::vector<TimedValue> expected;
        for (const auto& frame : frames)
            if (const SeriesValue* value = frame->find({id});
                value && frame->second >= 20 && frame->second < 130)
                expected.push_back({frame->second, 1, *value});
        EXPECT_EQ(reader->seconds(run, {id}, {20, 130}), expected);
    }
}

TEST_F(HistoryTest, SeriesComeBackAsTheyWere) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(1, 1));
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    const auto series = reader->series(run);
    ASSERT_TRUE(series);
    ASSERT_EQ(series->size(), testSeries().size());
    EXPECT_EQ(series->at(1), (StoredSeries{{1},
                                           "http_req_duration",
                                           metrics::MetricType::Trend,
                                           metrics::MetricKind::Time,
                                           {{"name", "orders"}}}));
}

TEST_F(HistoryTest, BlocksAreTheSumsOfTheirSeconds) {
    const auto frames = randomFrames(600, 13);
    const HistoryStore store = open();
    auto writer = begin(store);
    appendAll(*writer, frames);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    const auto check = [&] {
        for (const Level level : {Level::Seconds16, Level::Seconds256, Level::Seconds4096}) {
            const auto width = std::int64_t(level);
            const auto blocks = reader->blocks(writer->id(), {1}, level, {20, 400});
            ASSERT_TRUE(blocks);
            std::vector<TimedValue> expected;
            for (std::int64_t block = 20 / width; block * width < 400; ++block)
                expected.push_back({block * width, width,
                                    bruteForce(frames, {block * width, (block + 1) * width})[SeriesId{1}]});
            EXPECT_EQ(*blocks, expected);
        }
    };
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (reader->run(writer->id())->summary.seconds < 600)
        ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    check();
    ASSERT_TRUE(writer->finish(testOutcome()));
    check();
}

TEST_F(HistoryTest, WideFramesCountWhereTheyBeginAndAreMarked) {
    auto frames = randomFrames(130, 17);
    std::vector<metrics::FramePtr> stored(frames.begin(), frames.begin() + 60);
    metrics::Frame wide = *frames[60];
    for (int second = 61; second < 70; ++second)
        wide = metrics::mergeFrames(wide, *frames[second]);
    stored.push_back(std::make_shared<const metrics::Frame>(wide));
    stored.insert(stored.end(), frames.begin() + 70, frames.end());
    const HistoryStore store = open();
    const RunId run = writeRun(store, stored);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->run(run)->summary.wideFrames, 1);
    EXPECT_EQ(reader->run(run)->summary.seconds, 130);
    const auto values = reader->seconds(run, {3}, {60, 71});
    ASSERT_TRUE(values);
    ASSERT_EQ(values->size(), 2u);
    EXPECT_EQ(values->front().width, 10);
    expectWindows(*reader, run, stored, {{}, {0, 61}, {61, 130}, {60, 64}, {64, 128}});
}

TEST(CoverWindow, IsExactAndShort) {
    Random random(1);
    for (int round = 0; round < 2000; ++round) {
        const auto begin = std::int64_t(random.below(90'000));
        const auto end = begin + std::int64_t(random.below(90'000));
        std::int64_t next = begin;
        std::int64_t small = 0;
        for (const BlockRange& range : coverWindow(begin, end)) {
            ASSERT_EQ(range.first * range.width, next);
            next = (range.last + 1) * range.width;
            if (range.width < 4096)
                small += range.last - range.first + 1;
        }
        ASSERT_EQ(next, end);
        ASSERT_LE(small, 90);
    }
    EXPECT_THAT(coverWindow(7, 7), testing::IsEmpty());
    EXPECT_EQ(coverWindow(0, 4096), (std::vector<BlockRange>{{4096, 0, 0}}));
}

} // namespace
} // namespace bw::history
