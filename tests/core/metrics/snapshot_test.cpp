#include "core/metrics/sample.h"
#include "core/metrics/snapshot.h"

#include <gtest/gtest.h>
#include <set>

namespace bw::metrics {
namespace {

using namespace std::chrono_literals;

TEST(Snapshot, SumsWorkersAndScenarios) {
    WorkerCounters a(2);
    WorkerCounters b(2);
    a.requests.add(5);
    b.requests.add();
    b.requestsFailed.add();
    a.scenario(0).activeVus.set(3);
    b.scenario(0).activeVus.set(4);
    b.scenario(1).activeVus.set(10);
    b.scenario(1).iterationsDropped.add(2);
    const WorkerCounters* workers[] = {&a, &b};
    const Snapshot snapshot = takeSnapshot(workers, 1500ms);
    EXPECT_EQ(snapshot.runTime, 1500ms);
    EXPECT_EQ(snapshot.requests, 6);
    EXPECT_EQ(snapshot.requestsFailed, 1);
    ASSERT_EQ(snapshot.scenarios.size(), 2u);
    EXPECT_EQ(snapshot.scenarios[0].activeVus, 7);
    EXPECT_EQ(snapshot.total.activeVus, 17);
    EXPECT_EQ(snapshot.total.iterationsDropped, 2);
    EXPECT_EQ(takeSnapshot({}, 0s), Snapshot());
}

TEST(Sample, ResponseTimeCountsFromWhenItWasDue) {
    Sample sample;
    sample.intended = Instant(1s);
    sample.sent = Instant(3s);
    sample.done = Instant(4s);
    sample.phases.waiting = 900ms;
    sample.phases.receiving = 100ms;
    EXPECT_EQ(sample.responseTime(), 3s);
    EXPECT_EQ(sample.serviceTime(), 1s);
}

TEST(Outcome, WordsAreUnique) {
    std::set<std::string_view> words;
    for (int i = 0; i <= int(Outcome::Interrupted); ++i)
        EXPECT_TRUE(words.insert(outcomeName(Outcome(i))).second);
    EXPECT_EQ(outcomeName(Outcome::TooLarge), "too_large");
    EXPECT_EQ(outcomeName(Outcome::Timeout), "timeout");
}

} // namespace
} // namespace bw::metrics
