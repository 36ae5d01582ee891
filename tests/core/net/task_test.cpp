#include "core/net/task.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace bw::net {
namespace {

// Tells how many of its kind live.
class Counted {
public:
    explicit Counted(int& alive)
        : m_alive(alive) {
        ++m_alive;
    }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() { --m_alive; }

private:
    int& m_alive;
};

Task<int> one() {
    co_return 1;
}

Task<void> addOnes(int times, int& sum) {
    for (int i = 0; i < times; ++i) {
        sum += co_await one();
    }
}

Task<int> waitFor(OneShot<int>& place) {
    const int value = co_await place;
    co_return value;
}

Task<void> addAll(OneShot<int>& place, int times, int& sum) {
    for (int i = 0; i < times; ++i) {
        sum += co_await waitFor(place);
    }
}

Task<void> hold(OneShot<int>& place, int& alive) {
    const Counted here(alive);
    co_await waitFor(place);
}

Task<void> holdDeep(OneShot<int>& place, int& alive, int depth) {
    const Counted here(alive);
    if (depth == 0) {
        co_await place;
    } else {
        co_await holdDeep(place, alive, depth - 1);
    }
}

Task<std::unique_ptr<std::string>> makeText() {
    co_return std::make_unique<std::string>("moved, not copied");
}

Task<void> takeText(std::string& out) {
    const auto text = co_await makeText();
    out = *text;
}

void ignoreEnd(void* /*context*/) {}

} // namespace

TEST(Task, AMillionTasksThatEndAtOnceNeedNoStack) {
    int sum = 0;
    TaskRunner runner;
    runner.start(addOnes(1'000'000, sum), ignoreEnd, nullptr);
    EXPECT_TRUE(runner.hasEnded());
    EXPECT_EQ(sum, 1'000'000);
}

TEST(Task, AMillionResumptionsNeedNoStack) {
    int sum = 0;
    OneShot<int> place;
    TaskRunner runner;
    runner.start(addAll(place, 1'000'000, sum), ignoreEnd, nullptr);
    for (int i = 0; i < 1'000'000; ++i) {
        ASSERT_FALSE(runner.hasEnded());
        place.give(1);
    }
    EXPECT_TRUE(runner.hasEnded());
    EXPECT_EQ(sum, 1'000'000);
}

TEST(Task, AValueGivenBeforehandIsTakenWithoutWaiting) {
    int sum = 0;
    OneShot<int> place;
    place.give(7);
    TaskRunner runner;
    runner.start(addAll(place, 1, sum), ignoreEnd, nullptr);
    EXPECT_TRUE(runner.hasEnded());
    EXPECT_EQ(sum, 7);
}

TEST(Task, GivesValuesThatCannotBeCopied) {
    std::string text;
    TaskRunner runner;
    runner.start(takeText(text), ignoreEnd, nullptr);
    EXPECT_EQ(text, "moved, not copied");
}

TEST(Task, NeverStartedItDoesNothing) {
    int sum = 0;
    {
        const Task<void> task = addOnes(3, sum);
    }
    EXPECT_EQ(sum, 0);
}

TEST(TaskRunner, CuttingOffGivesBackAllThatIsHeld) {
    int alive = 0;
    OneShot<int> place;
    TaskRunner runner;
    runner.start(holdDeep(place, alive, 10), ignoreEnd, nullptr);
    EXPECT_EQ(alive, 11);
    EXPECT_TRUE(place.isAwaited());
    runner.reset();
    EXPECT_EQ(alive, 0);
    EXPECT_FALSE(place.isAwaited());
    EXPECT_TRUE(runner.hasEnded());
    place.give(1); // nobody is resumed
}

TEST(TaskRunner, DestroyingItCutsOff) {
    int alive = 0;
    OneShot<int> place;
    {
        TaskRunner runner;
        runner.start(hold(place, alive), ignoreEnd, nullptr);
        EXPECT_EQ(alive, 1);
    }
    EXPECT_EQ(alive, 0);
    EXPECT_FALSE(place.isAwaited());
}

TEST(TaskRunner, TellsTheEndOnlyWhenItComesLater) {
    int ends = 0;
    const auto count = [](void* context) { ++*static_cast<int*>(context); };
    int sum = 0;
    OneShot<int> place;
    TaskRunner runner;
    runner.start(addOnes(1, sum), count, &ends);
    EXPECT_EQ(ends, 0);
    runner.start(addAll(place, 1, sum), count, &ends);
    EXPECT_FALSE(runner.hasEnded());
    place.give(1);
    EXPECT_TRUE(runner.hasEnded());
    EXPECT_EQ(ends, 1);
}

TEST(TaskRunner, MayBeStartedAnewFromItsEnd) {
    struct Again {
        OneShot<int> place;
        TaskRunner runner;
        int alive = 0;
        int starts = 0;

        void start() {
            ++starts;
            runner.start(hold(place, alive), [](void* self) { static_cast<Again*>(self)->start(); }, this);
        }
    } again;
    again.start();
    for (int i = 0; i < 10'000; ++i) {
        again.place.give(i);
    }
    EXPECT_EQ(again.starts, 10'001);
    EXPECT_EQ(again.alive, 1);
}

TEST(TaskRunner, MayBeDestroyedByItsEnd) {
    struct Owner {
        OneShot<int> place;
        std::unique_ptr<TaskRunner> runner = std::make_unique<TaskRunner>();
        int alive = 0;
    } owner;
    owner.runner->start(
        hold(owner.place, owner.alive), [](void* self) { static_cast<Owner*>(self)->runner.reset(); },
        &owner);
    EXPECT_EQ(owner.alive, 1);
    owner.place.give(1);
    EXPECT_EQ(owner.runner, nullptr);
    EXPECT_EQ(owner.alive, 0);
}

} // namespace bw::net
