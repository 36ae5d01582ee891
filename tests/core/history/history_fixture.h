#pragma once

#include "core/base/random.h"
#include "core/history/history_store.h"
#include "core/metrics/frame.h"
#include "core/metrics/metric.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

namespace bw::history {

// A folder of its own that is gone after the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "bw-history-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

inline const std::vector<metrics::Series>& testSeries() {
    using metrics::Builtin;
    static const std::vector<metrics::Series> series{
        {metrics::id(Builtin::HttpReqs), {{"name", "orders"}, {"status", "200"}}},
        {metrics::id(Builtin::HttpReqDuration), {{"name", "orders"}}},
        {metrics::id(Builtin::HttpReqFailed), {{"name", "orders"}}},
        {metrics::id(Builtin::Vus), {}},
        {metrics::id(Builtin::HttpReqDuration), {{"name", "rare"}}},
    };
    return series;
}

// Frames of all kinds of series, of which each moves in some seconds only; the same seed gives the same
// frames.
inline std::vector<metrics::FramePtr> randomFrames(std::int64_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<metrics::FramePtr> frames;
    for (std::int64_t second = 0; second < count; ++second) {
        auto frame = std::make_shared<metrics::Frame>();
        frame->second = second;
        for (std::uint32_t i = 0; second == 0 && i < testSeries().size(); ++i)
            frame->newSeries.push_back({{i}, testSeries()[i]});
        if (random.below(4) != 0)
            frame->entries.push_back(
                {{0}, metrics::CounterValue{double(random.below(100)), random.below(9) + 1}});
        if (random.below(4) != 0) {
            metrics::Histogram histogram;
            for (std::uint64_t i = random.below(5) + 1; i > 0; --i)
                histogram.record(Duration(std::int64_t(random.below(50'000'000))));
            frame->entries.push_back({{1}, std::move(histogram)});
        }
        if (random.below(4) != 0)
            frame->entries.push_back({{2}, metrics::RateValue{random.below(3), 3}});
        metrics::GaugeValue gauge;
        gauge.set(double(random.below(50)), std::chrono::seconds(second));
        frame->entries.push_back({{3}, gauge});
        if (second % 97 == 5) {
            metrics::Histogram histogram;
            histogram.record(std::chrono::seconds(second % 50));
            frame->entries.push_back({{4}, std::move(histogram)});
        }
        frames.push_back(std::move(frame));
    }
    return frames;
}

inline RunStart testStart() {
    RunStart start;
    start.planName = "orders";
    start.planText = "{\"bellwether\": 1}\n";
    start.environment = "staging";
    start.build = "1.2.3";
    start.note = "with \"quotes\"\nand \xEB\x9D\xBC\xEC\x9D\xB8";
    start.tags = {{"branch", "main"}, {"who", "me"}};
    start.seed = UINT64_MAX;
    start.kernel = "6.18";
    start.cores = 2;
    start.workers = 1;
    start.reactor = "epoll";
    start.host = "here";
    start.program = "bellwether 0.1.0";
    start.started = {1'700'000'000'000'000'000};
    return start;
}

inline RunOutcome testOutcome() {
    RunOutcome outcome;
    outcome.verdict = RunVerdict::Pass;
    outcome.verdictJson = R"({"sentence":"pass"})";
    outcome.keyFiguresJson = R"({"p95":12.5})";
    outcome.ended = {1'700'000'300'000'000'000};
    return outcome;
}

class HistoryTest : public testing::Test {
protected:
    [[nodiscard]] HistoryStore open(OpenMode mode = OpenMode::Create) const {
        auto store = HistoryStore::open(path, mode);
        EXPECT_TRUE(store) << int(store.error().kind) << " " << store.error().details;
        return std::move(*store);
    }
    [[nodiscard]] std::unique_ptr<RunWriter> begin(const HistoryStore& store) const {
        auto writer = store.beginRun(testStart(), metrics);
        EXPECT_TRUE(writer) << writer.error().details;
        return std::move(*writer);
    }
    // As fast as the disk takes them, so that none merge.
    static void appendAll(RunWriter& writer, const std::vector<metrics::FramePtr>& frames) {
        for (const auto& frame : frames) {
            while (writer.queued() >= FrameQueue::kLimit)
                std::this_thread::yield();
            writer.append(frame);
        }
    }
    // A finished run of these frames.
    RunId writeRun(const HistoryStore& store, const std::vector<metrics::FramePtr>& frames) const {
        const auto writer = begin(store);
        appendAll(*writer, frames);
        const auto done = writer->finish(testOutcome(), std::chrono::seconds(60));
        EXPECT_TRUE(done) << done.error().details;
        return writer->id();
    }

    Folder folder;
    std::string path = folder.file("history.sqlite");
    metrics::MetricRegistry metrics;
};

} // namespace bw::history
