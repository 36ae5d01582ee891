#include "core/run/run_window.h"
#include "core/run/stored_run.h"
#include "tests/core/run/stored_runs.h"

#include <gmock/gmock.h>

namespace bw::run {
namespace {

using history::Window;

class RunWindowTest : public StoredRunsTest {
protected:
    RunWindow windowOf(history::RunId run, Window window) {
        auto part = loadWindow(m_store, run, window);
        EXPECT_TRUE(part);
        return part ? std::move(*part) : RunWindow();
    }
};

TEST_F(RunWindowTest, TheWholeWindowSaysWhatTheRunSays) {
    const history::RunId run = store({.seconds = 100});
    const auto whole = loadRun(m_store, run);
    ASSERT_TRUE(whole);

    const RunWindow window = windowOf(run, {});
    EXPECT_EQ(window.window.begin, 0);
    EXPECT_EQ(window.window.end, 100);
    EXPECT_EQ(window.model.figures.requests, whole->model.figures.requests);
    ASSERT_EQ(window.model.requests.size(), 2u);
    for (std::size_t row = 0; row < 2; ++row) {
        EXPECT_EQ(window.model.requests[row].name, whole->model.requests[row].name);
        EXPECT_EQ(window.model.requests[row].latency.service, whole->model.requests[row].latency.service);
    }
}

TEST_F(RunWindowTest, NeighboursComeToTheWindowOverBoth) {
    const history::RunId run = store({.seconds = 400});
    const RunWindow left = windowOf(run, {7, 131});
    const RunWindow right = windowOf(run, {131, 397});
    const RunWindow both = windowOf(run, {7, 397});

    EXPECT_EQ(left.model.figures.requests, 60u * 124);
    EXPECT_DOUBLE_EQ(left.model.figures.requestRate, 60);
    EXPECT_EQ(left.model.figures.requests + right.model.figures.requests, both.model.figures.requests);
    ASSERT_THAT(both.times, testing::SizeIs(3)); // all, cancel, place
    for (const auto& [name, times] : both.times) {
        metrics::Histogram merged = left.times.at(name);
        merged.merge(right.times.at(name));
        EXPECT_EQ(merged, times) << name;
    }
}

TEST_F(RunWindowTest, IsKeptWithinTheRun) {
    const history::RunId run = store({.seconds = 20});
    const RunWindow beyond = windowOf(run, {15, 1'000'000});
    EXPECT_EQ(beyond.window.end, 20);
    EXPECT_EQ(beyond.model.figures.requests, 60u * 5);
    const RunWindow before = windowOf(run, {-50, -10});
    EXPECT_EQ(before.window.begin, 0);
    EXPECT_EQ(before.window.end, 0);
    EXPECT_EQ(before.model.figures.requests, 0u);
    EXPECT_TRUE(before.times.empty());
    const RunWindow reversed = windowOf(run, {10, 5});
    EXPECT_EQ(reversed.model.figures.requests, 0u);
}

TEST_F(RunWindowTest, OfARunThatIsNotThereThereIsNone) {
    EXPECT_FALSE(loadWindow(m_store, history::RunId{404}, {}));
}

} // namespace
} // namespace bw::run
