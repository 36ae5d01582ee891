#include "core/base/random.h"
#include "core/net/timer.h"

#include <algorithm>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace bw::net {
namespace {

using std::chrono::nanoseconds;
using testing::ElementsAre;

Instant at(std::int64_t n) {
    return Instant(nanoseconds(n));
}

// Writes down when it fired.
class Recorded {
public:
    explicit Recorded(std::vector<std::int64_t>& fired)
        : m_fired(fired) {}
    void onDue(Instant now) {
        m_fired.push_back(timer.due().time_since_epoch().count());
        EXPECT_LE(timer.due(), now);
    }
    MemberTimer<&Recorded::onDue> timer{*this};

private:
    std::vector<std::int64_t>& m_fired;
};

// Calls what it is told when it is due.
class Calling {
public:
    void onDue(Instant now) {
        ++calls;
        if (then) {
            then(now);
        }
    }
    std::function<void(Instant)> then;
    int calls = 0;
    MemberTimer<&Calling::onDue> timer{*this};
};

} // namespace

TEST(TimerQueue, FiresInTheOrderOfTheMomentsAndNothingEarly) {
    Random random(7);
    TimerQueue queue;
    std::vector<std::int64_t> fired;
    std::vector<std::unique_ptr<Recorded>> timers;
    for (int i = 0; i < 5000; ++i) {
        timers.push_back(std::make_unique<Recorded>(fired));
        queue.arm(timers.back()->timer, at(static_cast<std::int64_t>(random.below(10'000))));
    }
    for (std::size_t i = 0; i < timers.size(); i += 3) {
        queue.arm(timers[i]->timer, at(static_cast<std::int64_t>(random.below(10'000))));
    }
    for (std::size_t i = 1; i < timers.size(); i += 3) {
        timers[i]->timer.cancel();
    }
    for (std::int64_t now = 0; now < 10'000; now += 97) {
        queue.fire(at(now));
        EXPECT_TRUE(queue.empty() || queue.next() > at(now));
    }
    queue.fire(at(10'000));
    EXPECT_TRUE(queue.empty());
    EXPECT_TRUE(std::ranges::is_sorted(fired));
    EXPECT_EQ(fired.size(), timers.size() - (timers.size() + 1) / 3);
}

TEST(TimerQueue, KeepsTheExactNanosecond) {
    TimerQueue queue;
    Calling calling;
    queue.arm(calling.timer, at(1'000'000'001));
    queue.fire(at(1'000'000'000));
    EXPECT_EQ(calling.calls, 0);
    EXPECT_TRUE(calling.timer.isArmed());
    queue.fire(at(1'000'000'001));
    EXPECT_EQ(calling.calls, 1);
    EXPECT_FALSE(calling.timer.isArmed());
}

// As deadlines are that were kept: thousands come and go while a few stay.
TEST(TimerQueue, WhatIsCancelledLeavesTheOthersInTheirOrder) {
    TimerQueue queue;
    std::vector<std::unique_ptr<Calling>> all;
    std::vector<int> fired;
    Random random(5);
    for (int i = 0; i < 5000; ++i) {
        all.push_back(std::make_unique<Calling>());
        const int due = static_cast<int>(random.between(1, 1'000'000));
        all.back()->then = [&fired, due](Instant) { fired.push_back(due); };
        queue.arm(all.back()->timer, at(due));
        if (i % 10 != 0) {
            const auto victim = static_cast<std::size_t>(random.between(0, i));
            all[victim]->timer.cancel();
        }
    }
    const auto armed = std::ranges::count_if(all, [](const auto& one) { return one->timer.isArmed(); });
    for (int now = 0; now <= 1'000'000 && !queue.empty(); now += 1000) {
        EXPECT_GT(queue.next(), at(now - 1000));
        queue.fire(at(now));
    }
    EXPECT_TRUE(queue.empty());
    EXPECT_EQ(static_cast<std::ptrdiff_t>(fired.size()), armed);
    EXPECT_TRUE(std::ranges::is_sorted(fired));
}

TEST(TimerQueue, ATimerMayArmItselfForThePastWithoutHoldingTheLoop) {
    TimerQueue queue;
    Calling calling;
    calling.then = [&](Instant) { queue.arm(calling.timer, at(0)); };
    queue.arm(calling.timer, at(5));
    queue.fire(at(10));
    EXPECT_EQ(calling.calls, 1);
    queue.fire(at(10));
    EXPECT_EQ(calling.calls, 2);
}

TEST(TimerQueue, WhatACallbackCancelsOrDestroysDoesNotFire) {
    TimerQueue queue;
    Calling first;
    Calling second;
    auto third = std::make_unique<Calling>();
    Calling fourth;
    first.then = [&](Instant) {
        second.timer.cancel();
        third.reset();
        queue.arm(fourth.timer, at(100));
    };
    queue.arm(first.timer, at(1));
    queue.arm(second.timer, at(2));
    queue.arm(third->timer, at(3));
    queue.arm(fourth.timer, at(4));
    queue.fire(at(10));
    EXPECT_EQ(first.calls, 1);
    EXPECT_EQ(second.calls, 0);
    EXPECT_EQ(fourth.calls, 0);
    EXPECT_FALSE(second.timer.isArmed());
    queue.fire(at(100));
    EXPECT_EQ(fourth.calls, 1);
    EXPECT_TRUE(queue.empty());
}

TEST(TimerQueue, ATimerMayDestroyItself) {
    TimerQueue queue;
    auto calling = std::make_unique<Calling>();
    calling->then = [&](Instant) {
        std::function<void(Instant)> keep = std::move(calling->then); // outlives its owner
        calling.reset();
    };
    queue.arm(calling->timer, at(1));
    queue.fire(at(1));
    EXPECT_EQ(calling, nullptr);
    EXPECT_TRUE(queue.empty());
}

TEST(TimerQueue, ArmedInAnotherQueueATimerLeavesTheFirst) {
    TimerQueue one;
    TimerQueue other;
    Calling calling;
    one.arm(calling.timer, at(1));
    other.arm(calling.timer, at(2));
    EXPECT_TRUE(one.empty());
    other.fire(at(2));
    EXPECT_EQ(calling.calls, 1);
}

TEST(TimerQueue, MayGoBeforeItsTimers) {
    Calling calling;
    {
        TimerQueue queue;
        queue.arm(calling.timer, at(1));
    }
    EXPECT_FALSE(calling.timer.isArmed());
}

} // namespace bw::net
