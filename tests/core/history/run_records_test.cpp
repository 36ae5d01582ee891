#include "tests/core/history/history_fixture.h"

#include <gmock/gmock.h>

namespace bw::history {
namespace {

using namespace std::chrono_literals;

TEST_F(HistoryTest, ARunShowsWhileItGoesOnAndAsItEnded) {
    const HistoryStore store = open();
    auto writer = begin(store);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    auto runs = reader->runs();
    ASSERT_TRUE(runs);
    ASSERT_EQ(runs->size(), 1u);
    EXPECT_EQ(runs->front().state, RunState::Running);
    EXPECT_EQ(runs->front().ended, std::nullopt);

    ASSERT_TRUE(writer->finish(testOutcome()));
    const auto run = reader->run(writer->id());
    ASSERT_TRUE(run);
    const RunStart start = testStart();
    EXPECT_EQ(run->summary.state, RunState::Finished);
    EXPECT_EQ(run->summary.verdict, RunVerdict::Pass);
    EXPECT_EQ(run->summary.planName, start.planName);
    EXPECT_EQ(run->summary.note, start.note);
    EXPECT_EQ(run->summary.tags, start.tags);
    EXPECT_EQ(run->summary.started, start.started);
    EXPECT_EQ(run->summary.ended, testOutcome().ended);
    EXPECT_EQ(run->summary.keyFiguresJson, testOutcome().keyFiguresJson);
    EXPECT_EQ(run->planText, start.planText);
    EXPECT_EQ(run->seed, start.seed);
    EXPECT_EQ(run->kernel, start.kernel);
    EXPECT_EQ(run->cores, start.cores);
    EXPECT_EQ(run->workers, start.workers);
    EXPECT_EQ(run->reactor, start.reactor);
    EXPECT_EQ(run->host, start.host);
    EXPECT_EQ(run->program, start.program);
    EXPECT_EQ(run->verdictJson, testOutcome().verdictJson);
}

TEST_F(HistoryTest, RunsAreListedInTheOrderAskedFor) {
    const HistoryStore store = open();
    const auto add = [&](std::string plan, std::int64_t started, std::int64_t seconds, RunVerdict verdict) {
        RunStart start = testStart();
        start.planName = std::move(plan);
        start.started = {started};
        auto writer = store.beginRun(start, metrics);
        ASSERT_TRUE(writer);
        for (const auto& frame : randomFrames(seconds, 1))
            (*writer)->append(frame);
        RunOutcome outcome = testOutcome();
        outcome.verdict = verdict;
        ASSERT_TRUE((*writer)->finish(outcome));
    };
    add("b", 300, 1, RunVerdict::Pass);
    add("a", 200, 3, RunVerdict::Fail);
    add("b", 100, 2, RunVerdict::Inconclusive);
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    const auto order = [&](RunOrder by, std::int64_t limit = 10) {
        std::vector<std::int64_t> ids;
        for (const RunSummary& run : reader->runs(by, limit).value())
            ids.push_back(run.id.value);
        return ids;
    };
    EXPECT_THAT(order(RunOrder::NewestFirst), testing::ElementsAre(1, 2, 3));
    EXPECT_THAT(order(RunOrder::OldestFirst), testing::ElementsAre(3, 2, 1));
    EXPECT_THAT(order(RunOrder::ByPlan), testing::ElementsAre(2, 1, 3));
    EXPECT_THAT(order(RunOrder::ByVerdict), testing::ElementsAre(1, 2, 3));
    EXPECT_THAT(order(RunOrder::LongestFirst, 2), testing::ElementsAre(2, 3));
}

TEST_F(HistoryTest, ExamplesMessagesAndMarksComeBackInOrder) {
    const HistoryStore store = open();
    auto writer = begin(store);
    const ExampleRecord example{1500ms, "place order", "status", "POST / HTTP/1.1\r\n\r\n",
                                std::string("\x00\xff\x80", 3)};
    const LogRecord message{2s, LogLevel::Warning, "market_open", "late"};
    const MarkRecord mark{3s, "abort", "threshold"};
    for (int i = 0; i < 3; ++i) {
        writer->addExample(example);
        writer->addLog(message);
        writer->addMark(mark);
    }
    ASSERT_TRUE(writer->finish(testOutcome()));
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->examples(writer->id()), (std::vector<ExampleRecord>(3, example)));
    EXPECT_EQ(reader->messages(writer->id()), (std::vector<LogRecord>(3, message)));
    EXPECT_EQ(reader->marks(writer->id()), (std::vector<MarkRecord>(3, mark)));
    EXPECT_EQ(reader->run(writer->id())->recordsDropped, 0);
}

TEST_F(HistoryTest, RecordsAreBoundedAndTheRestIsCounted) {
    const HistoryStore store = open();
    auto writer = begin(store);
    ExampleRecord example{0s, "n", "k", std::string(100'000, 'x'), ""};
    for (int i = 0; i < 1003; ++i) {
        example.request.resize(i == 0 ? 100'000 : 1);
        writer->addExample(example);
    }
    ASSERT_TRUE(writer->finish(testOutcome()));
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    const auto examples = reader->examples(writer->id());
    ASSERT_TRUE(examples);
    EXPECT_EQ(examples->size(), 1000u);
    EXPECT_EQ(examples->front().request.size(), 64u * 1024);
    EXPECT_EQ(reader->run(writer->id())->recordsDropped, 3);
}

TEST_F(HistoryTest, UnknownRunsAreNamedAsSuch) {
    const HistoryStore store = open();
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->run({7}).error().kind, HistoryErrorKind::NoSuchRun);
    EXPECT_EQ(reader->sums({7}).error().kind, HistoryErrorKind::NoSuchRun);
    EXPECT_EQ(reader->exportJson({7}, [](std::string_view) { return true; }).error().kind,
              HistoryErrorKind::NoSuchRun);
    EXPECT_EQ(store.remove({7}).error().kind, HistoryErrorKind::NoSuchRun);
}

TEST_F(HistoryTest, ARemovedRunIsGoneAndItsNumberIsNotUsedAgain) {
    const HistoryStore store = open();
    const RunId first = writeRun(store, randomFrames(200, 1));
    const RunId second = writeRun(store, randomFrames(70, 2));
    ASSERT_TRUE(store.remove(second));
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->run(second).error().kind, HistoryErrorKind::NoSuchRun);
    EXPECT_EQ(reader->series(second)->size(), 0u);
    EXPECT_EQ(reader->seconds(first, {3})->size(), 200u);
    EXPECT_GT(writeRun(store, {}).value, second.value);
    EXPECT_TRUE(reader->check());
}

TEST_F(HistoryTest, ARunningRunIsNotRemoved) {
    const HistoryStore store = open();
    auto writer = begin(store);
    EXPECT_EQ(store.remove(writer->id()).error().kind, HistoryErrorKind::RunIsRunning);
    ASSERT_TRUE(writer->finish(testOutcome()));
    EXPECT_TRUE(store.remove(writer->id()));
}

TEST_F(HistoryTest, AWriterThatIsDroppedLeavesAnInterruptedRun) {
    const HistoryStore store = open();
    RunId run;
    {
        auto writer = begin(store);
        run = writer->id();
        for (const auto& frame : randomFrames(5, 1))
            writer->append(frame);
    }
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->run(run)->summary.state, RunState::Interrupted);
    EXPECT_EQ(reader->run(run)->summary.seconds, 5);
}

TEST_F(HistoryTest, ExportIsJsonOfTheWholeRun) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(3, 1));
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    std::string json;
    ASSERT_TRUE(reader->exportJson(run, [&](std::string_view piece) {
        json += piece;
        return true;
    }));
    EXPECT_THAT(json, testing::StartsWith("{\"bellwetherRun\":1,"));
    EXPECT_THAT(json, testing::HasSubstr(R"("seed":"18446744073709551615")"));
    EXPECT_THAT(json, testing::HasSubstr(R"("keyFigures":{"p95":12.5})"));
    EXPECT_THAT(json, testing::HasSubstr(R"("metric":"vus","type":"gauge","kind":"default","tags":{})"));
    EXPECT_THAT(json, testing::EndsWith("\"marks\":[]}\n"));
    int pieces = 0;
    EXPECT_EQ(reader->exportJson(run, [&](std::string_view) { return ++pieces < 2; }).error().kind,
              HistoryErrorKind::Cancelled);
    EXPECT_EQ(pieces, 2);
}

TEST(DefaultHistoryPath, FollowsXdg) {
    ::setenv("HOME", "/home/somebody", 1);
    ::setenv("XDG_DATA_HOME", "/data", 1);
    EXPECT_EQ(defaultHistoryPath(), "/data/bellwether/history.sqlite");
    ::setenv("XDG_DATA_HOME", "relative", 1);
    EXPECT_EQ(defaultHistoryPath(), "/home/somebody/.local/share/bellwether/history.sqlite");
    ::unsetenv("XDG_DATA_HOME");
    EXPECT_EQ(defaultHistoryPath(), "/home/somebody/.local/share/bellwether/history.sqlite");
    ::unsetenv("HOME");
    EXPECT_EQ(defaultHistoryPath(), "");
}

TEST_F(HistoryTest, ARunThatIsOverGetsMarksAndLosesThemAgain) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(3, 1));
    const MarkRecord note{1s, "note", "deployed"};
    const MarkRecord other{1s, "note", "restarted"};
    for (const MarkRecord& mark : {note, other, note}) {
        ASSERT_TRUE(store.addMark(run, mark));
    }
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    ASSERT_TRUE(store.removeMark(run, note));
    EXPECT_EQ(reader->marks(run), (std::vector{other, note})); // one of the two
    ASSERT_TRUE(store.removeMark(run, {2s, "note", "deployed"}));
    EXPECT_EQ(reader->marks(run)->size(), 2U);
    EXPECT_EQ(store.addMark({7}, note).error().kind, HistoryErrorKind::NoSuchRun);
}

} // namespace
} // namespace bw::history
