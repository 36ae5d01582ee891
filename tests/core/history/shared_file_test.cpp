#include "core/history/database.h"
#include "tests/core/history/child_writer.h"
#include "tests/core/history/history_fixture.h"

#include <gmock/gmock.h>

// Two Bellwethers on one file: another process writes a run, this one reads along and changes other runs.
namespace bw::history {
namespace {

using metrics::CounterValue;
using metrics::SeriesValue;

class SharedFile : public HistoryTest {
protected:
    // The answer, which came before anybody would have given up waiting for the other process.
    template <class Ask>
    auto prompt(const Ask& ask) const {
        const auto begin = std::chrono::steady_clock::now();
        auto answer = ask();
        EXPECT_TRUE(answer) << answer.error().details;
        EXPECT_LT(std::chrono::steady_clock::now() - begin,
                  std::chrono::milliseconds(Database::kBusyMilliseconds));
        return answer;
    }
};

TEST_F(SharedFile, OneWritesWhileTheOtherReadsAnnotatesAndRemoves) {
    constexpr int kFrames = 200; // three packs and what is behind them
    const HistoryStore store = open();
    const RunId kept = writeRun(store, randomFrames(130, 1));
    std::vector<RunId> others;
    for (int i = 0; i < 10; ++i)
        others.push_back(writeRun(store, randomFrames(3, 2)));
    const auto before = *store.reader()->sums(kept);

    ChildWriter writer(path);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    double written = 0;
    for (int i = 0; i < kFrames; ++i) {
        writer.tellFrame();
        if (i % 20 != 7)
            continue;
        // What was told before has arrived, or is on its way: never half of it.
        const auto seen = prompt([&] { return reader->run(writer.run()); });
        EXPECT_EQ(seen->summary.state, RunState::Running);
        const auto sum = prompt([&] { return reader->sums(writer.run()); });
        if (!sum->empty()) {
            const auto& counter = std::get<CounterValue>(sum->front().value);
            EXPECT_EQ(counter.sum, static_cast<double>(counter.count));
            EXPECT_GE(counter.sum, std::max(written, static_cast<double>(seen->summary.seconds)));
            written = counter.sum;
        }
        (void)prompt([&] { return store.annotate(kept, {"note " + std::to_string(i), {}, true}); });
        (void)prompt([&] { return store.remove(others.back()); });
        others.pop_back();
        EXPECT_EQ(prompt([&] { return reader->runs(); })->size(), others.size() + 2);
        EXPECT_TRUE(prompt([&] { return reader->check(writer.run()); })->empty());
        EXPECT_EQ(store.remove(writer.run()).error().kind, HistoryErrorKind::RunIsRunning);
    }
    EXPECT_EQ(writer.finish(), 0);

    EXPECT_EQ(reader->run(writer.run())->summary.state, RunState::Finished);
    EXPECT_EQ(reader->run(writer.run())->summary.seconds, kFrames);
    EXPECT_EQ(reader->sum(writer.run(), {0}), SeriesValue(CounterValue{kFrames, kFrames}));
    EXPECT_EQ(*reader->sums(kept), before);
    EXPECT_EQ(reader->run(kept)->summary.note, "note 187");
    EXPECT_TRUE(reader->run(kept)->summary.isStarred);
    EXPECT_EQ(reader->runs()->size(), 2U);
    EXPECT_TRUE(reader->checkAll()->findings.empty());
}

} // namespace
} // namespace bw::history
