#include "tests/core/history/history_fixture.h"
#include "ui/bridge/run_preview.h"

namespace bw::bridge {
namespace {

constexpr std::uint32_t kRequests = 0;
constexpr std::uint32_t kTimes = 1;

// A request of 20 ms in every second, ten of them in every second from `busyFrom`; nothing in `silent`.
std::vector<metrics::FramePtr> framesOf(std::int64_t seconds, std::int64_t busyFrom, std::int64_t silent) {
    std::vector<metrics::FramePtr> frames;
    for (std::int64_t second = 0; second < seconds; ++second) {
        auto frame = std::make_shared<metrics::Frame>();
        frame->second = second;
        if (second == 0) {
            frame->newSeries = {
                {{kRequests}, {metrics::id(metrics::Builtin::HttpReqs), {{"name", "ask"}}}},
                {{kTimes}, {metrics::id(metrics::Builtin::HttpReqResponseTime), {{"name", "ask"}}}}};
        }
        if (second != silent) {
            const std::uint64_t requests = second >= busyFrom ? 10 : 1;
            metrics::Histogram times;
            for (std::uint64_t i = 0; i < requests; ++i) {
                times.record(std::chrono::milliseconds(20));
            }
            frame->entries = {{{kRequests}, metrics::CounterValue{static_cast<double>(requests), requests}},
                              {{kTimes}, std::move(times)}};
        }
        frames.push_back(std::move(frame));
    }
    return frames;
}

class ARunPreview : public history::HistoryTest {
protected:
    [[nodiscard]] RunPreviewPtr of(const std::vector<metrics::FramePtr>& frames) const {
        const history::HistoryStore store = open();
        const auto preview = loadPreview(store, writeRun(store, frames));
        EXPECT_TRUE(preview.has_value());
        return preview ? *preview : nullptr;
    }
};

TEST_F(ARunPreview, OfAShortRunIsItsSeconds) {
    const RunPreviewPtr preview = of(framesOf(20, 10, 5));
    ASSERT_EQ(preview->points.size(), 20U);
    EXPECT_EQ(preview->points[0].rate, 1);
    EXPECT_EQ(preview->points[12].rate, 10);
    EXPECT_EQ(preview->points[12].second, 12);
    ASSERT_TRUE(preview->points[12].p95.has_value());
    EXPECT_NEAR(*preview->points[12].p95, 20, 0.2);
    EXPECT_EQ(preview->points[5].rate, 0);
    EXPECT_FALSE(preview->points[5].p95.has_value());
}

TEST_F(ARunPreview, OfALongRunHasFewPointsAndTheSameRates) {
    const RunPreviewPtr preview = of(framesOf(1000, 500, -1));
    EXPECT_EQ(preview->points.size(), 63U); // of 16 s
    EXPECT_EQ(preview->points.front().rate, 1);
    EXPECT_EQ(preview->points.back().second, 992);
    EXPECT_EQ(preview->points.back().rate, 10); // eight seconds of sixteen
}

TEST_F(ARunPreview, OfARunWithoutRequestsHasNoCurve) {
    std::vector<metrics::FramePtr> frames;
    for (std::int64_t second = 0; second < 3; ++second) {
        auto frame = std::make_shared<metrics::Frame>();
        frame->second = second;
        frames.push_back(std::move(frame));
    }
    const RunPreviewPtr preview = of(frames);
    EXPECT_TRUE(preview->points.empty());
    EXPECT_TRUE(preview->sentence.isEmpty()); // its verdict is none of ours
}

TEST_F(ARunPreview, OfARunThatIsGoneIsAnError) {
    const auto preview = loadPreview(open(), history::RunId(9));
    ASSERT_FALSE(preview.has_value());
    EXPECT_EQ(preview.error().kind, history::HistoryErrorKind::NoSuchRun);
}

} // namespace
} // namespace bw::bridge
