#include "tests/core/history/child_writer.h"
#include "tests/core/history/history_fixture.h"

#include <atomic>
#include <csignal>
#include <gmock/gmock.h>
#include <map>
#include <sys/resource.h>
#include <thread>

namespace bw::history {
namespace {

using metrics::CounterValue;
using metrics::SeriesValue;

class HistoryFaults : public HistoryTest {
protected:
    static void waitForSeconds(const HistoryStore& store, RunId run, std::int64_t seconds) {
        auto reader = store.reader();
        ASSERT_TRUE(reader);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (reader->run(run)->summary.seconds < seconds)
            ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "a frame was never stored";
    }
};

TEST_F(HistoryFaults, AKilledProcessLosesAtMostTwoFramesAndShowsAsInterrupted) {
    for (const int frames : {1, 5, 70, 130}) {
        ChildWriter writer(path);
        const HistoryStore during = open(OpenMode::Existing);
        for (int i = 0; i < frames; ++i)
            writer.writeFrame();
        waitForSeconds(during, writer.run(), frames);
        EXPECT_EQ(during.reader()->run(writer.run())->summary.state, RunState::Running) << "it lives";
        writer.tellFrame();
        writer.tellFrame();
        writer.kill();

        const HistoryStore after = open(OpenMode::Existing);
        auto reader = after.reader();
        ASSERT_TRUE(reader);
        const auto run = reader->run(writer.run());
        ASSERT_TRUE(run);
        EXPECT_EQ(run->summary.state, RunState::Interrupted);
        EXPECT_GE(run->summary.seconds, frames);
        EXPECT_EQ(
            reader->sum(writer.run(), {0}),
            SeriesValue(CounterValue{double(run->summary.seconds), std::uint64_t(run->summary.seconds)}));
        ASSERT_TRUE(run->summary.ended);
        EXPECT_EQ(run->summary.ended->nanoseconds - run->summary.started.nanoseconds,
                  run->summary.seconds * 1'000'000'000);
        EXPECT_TRUE(reader->check());
    }
}

// Killed wherever it is: before a frame, within one, while it packs. What was finished stays as it was to the
// last byte of its export, what was cut off is said to be, and the file is sound.
TEST_F(HistoryFaults, AHundredKillsLoseAndChangeNothing) {
    const auto text = [](HistoryReader& reader, RunId run) {
        std::string whole;
        EXPECT_TRUE(reader.exportJson(run, [&](std::string_view piece) {
            whole += piece;
            return true;
        }));
        return whole;
    };
    Random random(9);
    std::map<RunId, std::string> finished;
    for (int round = 0; round < 100; ++round) {
        ChildWriter writer(path);
        for (std::uint64_t frames = random.below(140); frames > 0; --frames)
            writer.tellFrame();
        writer.flush();
        const bool isFinished = round % 10 == 0;
        if (isFinished)
            EXPECT_EQ(writer.finish(), 0);
        else
            writer.kill();
        const HistoryStore after = open(OpenMode::Existing);
        auto reader = after.reader();
        ASSERT_TRUE(reader);
        const auto run = reader->run(writer.run());
        ASSERT_TRUE(run) << "round " << round;
        EXPECT_EQ(run->summary.state, isFinished ? RunState::Finished : RunState::Interrupted);
        for (const auto& [id, was] : finished)
            ASSERT_EQ(text(*reader, id), was) << "run " << id.value << " after round " << round;
        if (isFinished)
            finished[writer.run()] = text(*reader, writer.run());
        ASSERT_TRUE(reader->check(writer.run())->empty()) << "round " << round;
    }
    EXPECT_EQ(finished.size(), 10u);
    EXPECT_TRUE(open(OpenMode::Existing).reader()->check());
}

TEST_F(HistoryFaults, TwoProcessesAndThisOneWriteAtOnceWithoutLoss) {
    constexpr int kFrames = 150;
    ChildWriter first(path);
    ChildWriter second(path);
    const HistoryStore store = open(OpenMode::Existing);
    auto writer = begin(store);
    const auto frames = randomFrames(kFrames, 1);
    for (int i = 0; i < kFrames; ++i) {
        first.tellFrame();
        second.tellFrame();
        while (writer->queued() >= FrameQueue::kLimit)
            std::this_thread::yield();
        writer->append(frames[i]);
    }
    EXPECT_TRUE(writer->finish(testOutcome(), std::chrono::seconds(60)));
    EXPECT_EQ(first.finish(), 0);
    EXPECT_EQ(second.finish(), 0);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    for (const RunId run : {first.run(), second.run()}) {
        EXPECT_EQ(reader->run(run)->summary.state, RunState::Finished);
        EXPECT_EQ(reader->sum(run, {0}), SeriesValue(CounterValue{kFrames, kFrames}));
    }
    EXPECT_EQ(reader->run(writer->id())->summary.seconds, kFrames);
    EXPECT_TRUE(reader->check());
}

TEST_F(HistoryFaults, ManyOpenAMissingHistoryAtOnce) {
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            if (HistoryStore::open(path, OpenMode::Create))
                good.fetch_add(1);
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good.load(), 8);
    EXPECT_TRUE(open().reader()->check());
}

// Writes beyond a size fail for a while, as on a full disk.
class FileSizeLimit {
public:
    FileSizeLimit() {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FileSizeLimit() { lift(); }
    void set(rlim_t bytes) const {
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    void lift() const { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

TEST_F(HistoryFaults, AFullDiskIsToldAndNothingIsLostWhenSpaceComesBack) {
    const auto frames = randomFrames(100, 21);
    const HistoryStore store = open();
    const FileSizeLimit limit;
    std::atomic<int> troubles{0};
    std::atomic<WriterState> last{WriterState::Writing};
    auto writer = store.beginRun(testStart(), metrics, [&](WriterState state) {
        troubles += state != WriterState::Writing;
        last = state;
        last.notify_all();
    });
    ASSERT_TRUE(writer);
    for (int i = 0; i < 10; ++i)
        (*writer)->append(frames[i]);
    waitForSeconds(store, (*writer)->id(), 10);
    limit.set(std::filesystem::file_size(path + "-wal"));
    for (int i = 10; i < 100; ++i)
        (*writer)->append(frames[i]);
    last.wait(WriterState::Writing);
    EXPECT_EQ((*writer)->state(), WriterState::DiskFull);
    limit.lift();
    ASSERT_TRUE((*writer)->finish(testOutcome(), std::chrono::seconds(60)));
    EXPECT_EQ(troubles.load(), 1) << "told once, not at every try";
    EXPECT_EQ(last.load(), WriterState::Writing);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->run((*writer)->id())->summary.seconds, 100);
    EXPECT_EQ(reader->seconds((*writer)->id(), {3})->size(), 100u);
    EXPECT_TRUE(reader->check());
}

TEST_F(HistoryFaults, ADiskThatStaysFullEndsTheWaitAndDamagesNothing) {
    const auto frames = randomFrames(3000, 22);
    const HistoryStore store = open();
    const FileSizeLimit limit;
    auto writer = begin(store);
    writer->append(frames[0]);
    waitForSeconds(store, writer->id(), 1);
    limit.set(std::filesystem::file_size(path + "-wal"));
    for (int i = 1; i < 3000; ++i)
        writer->append(frames[i]); // far more than may queue: the run goes on
    const auto done = writer->finish(testOutcome(), std::chrono::milliseconds(100));
    ASSERT_FALSE(done);
    EXPECT_TRUE(done.error().kind == HistoryErrorKind::DiskFull ||
                done.error().kind == HistoryErrorKind::Failed);
    limit.lift();
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_GE(reader->run(writer->id())->summary.seconds, 1);
    EXPECT_TRUE(reader->check());
}

TEST(FrameQueueTest, NeighboursMergeWhenTheDiskStallsAndNothingIsLost) {
    FrameQueue queue;
    const auto frames = randomFrames(5000, 23);
    for (const auto& frame : frames) {
        queue.push(frame);
        ASSERT_LE(queue.size(), FrameQueue::kLimit);
    }
    std::int64_t next = 0;
    double sum = 0;
    std::int64_t widest = 0;
    while (const auto frame = queue.pop()) {
        EXPECT_EQ(frame->second, next);
        next = frame->end();
        widest = std::max(widest, frame->width);
        if (const SeriesValue* value = frame->find({0}))
            sum += std::get<CounterValue>(*value).sum;
    }
    double expected = 0;
    for (const auto& frame : frames)
        if (const SeriesValue* value = frame->find({0}))
            expected += std::get<CounterValue>(*value).sum;
    EXPECT_EQ(next, 5000);
    EXPECT_EQ(sum, expected);
    EXPECT_EQ(widest, 100);
}

// Whoever hands a frame over pays for ten others at the most, and the newest stay as they are.
TEST(FrameQueueTest, NoMoreMergeThanItTakes) {
    FrameQueue queue;
    const auto frames = randomFrames(121, 5);
    for (const auto& frame : frames)
        queue.push(frame);
    EXPECT_EQ(queue.size(), 112u);
    const auto merged = queue.pop();
    EXPECT_EQ(merged->width, 10);
    metrics::Frame expected = *frames[0];
    for (std::size_t second = 1; second < 10; ++second)
        expected = metrics::mergeFrames(expected, *frames[second]);
    EXPECT_EQ(*merged, expected);
    EXPECT_EQ(*frames[0], *randomFrames(1, 5)[0]) << "others have it, too";
    for (std::size_t second = 10; second < 121; ++second)
        EXPECT_EQ(queue.pop(), frames[second]);
}

TEST(FrameQueueTest, AFrameThatWasPutBackIsNotTouchedAnyMore) {
    FrameQueue queue;
    for (const auto& frame : randomFrames(121, 6))
        queue.push(frame);
    const auto writing = queue.pop();
    const metrics::Frame before = *writing;
    queue.putBack(writing);
    for (const auto& frame : randomFrames(300, 7))
        queue.push(frame);
    EXPECT_EQ(*writing, before);
}

TEST(FrameQueueTest, TwoMinutesQueueUnmerged) {
    FrameQueue queue;
    for (const auto& frame : randomFrames(120, 1))
        queue.push(frame);
    EXPECT_EQ(queue.size(), 120u);
    const auto first = queue.pop();
    EXPECT_EQ(first->width, 1);
    queue.putBack(first);
    EXPECT_EQ(queue.pop(), first);
}

} // namespace
} // namespace bw::history
