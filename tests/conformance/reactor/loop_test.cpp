#include "core/net/sleep.h"
#include "core/net/task.h"
#include "tests/conformance/reactor/reactor_suite.h"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <thread>

namespace bw::net {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

class Loop : public ReactorSuite {};

Task<void> sleepInTurn(Reactor& reactor, int times, std::vector<Duration>& lateness) {
    for (int i = 0; i < times; ++i) {
        const Instant due = reactor.now() + microseconds(300 + i * 7);
        co_await Sleep(reactor, due);
        lateness.push_back(reactor.now() - due);
    }
}

// Fires once and remembers when.
struct Alarm {
    explicit Alarm(Reactor& reactor_)
        : reactor(reactor_) {}
    void onDue(Instant now) {
        ++count;
        at = now;
        if (then) {
            then();
        }
    }
    Reactor& reactor;
    int count = 0;
    Instant at{};
    std::function<void()> then;
    MemberTimer<&Alarm::onDue> timer{*this};
};

} // namespace

TEST_P(Loop, SleepsAreNeverShortAndRarelyLate) {
    std::vector<Duration> lateness;
    TaskRunner runner;
    runner.start(
        sleepInTurn(*reactor, 101, lateness), [](void* loop) { static_cast<Reactor*>(loop)->stop(); },
        reactor.get());
    reactor->run();
    ASSERT_EQ(lateness.size(), 101U);
    std::ranges::sort(lateness);
    EXPECT_GE(lateness.front(), Duration(0));
    EXPECT_LT(lateness[50], milliseconds(1));
}

TEST_P(Loop, ManyTimersFireInTheirOrder) {
    constexpr int kMany = 500;
    std::vector<std::unique_ptr<Alarm>> alarms;
    std::vector<int> fired;
    const Instant start = reactor->now();
    for (int i = 0; i < kMany; ++i) {
        alarms.push_back(std::make_unique<Alarm>(*reactor));
        alarms.back()->then = [&, i] { fired.push_back(i); };
    }
    for (int n = 0; n < kMany; ++n) {
        const int i = n * 7 % kMany; // armed out of their order
        reactor->arm(alarms[static_cast<std::size_t>(i)]->timer, start + microseconds(20 * i));
    }
    ASSERT_TRUE(runUntil([&] { return fired.size() == kMany; }));
    EXPECT_TRUE(std::ranges::is_sorted(fired));
    for (const auto& alarm : alarms) {
        EXPECT_GE(alarm->at, alarm->timer.due());
    }
}

TEST_P(Loop, TimersMayBeArmedAndCancelledWithinCallbacks) {
    Alarm repeated(*reactor);
    Alarm cancelled(*reactor);
    repeated.then = [&] {
        cancelled.timer.cancel();
        if (repeated.count < 10) {
            reactor->arm(repeated.timer, reactor->now() + microseconds(100));
        }
    };
    reactor->arm(repeated.timer, reactor->now() - milliseconds(1)); // the past is due at once
    reactor->arm(cancelled.timer, reactor->now() + milliseconds(5));
    ASSERT_TRUE(runUntil([&] { return repeated.count == 10; }));
    EXPECT_FALSE(repeated.timer.isArmed());
    Alarm last(*reactor);
    reactor->arm(last.timer, reactor->now() + milliseconds(6));
    ASSERT_TRUE(runUntil([&] { return last.count == 1; }));
    EXPECT_EQ(cancelled.count, 0);
}

TEST_P(Loop, ATimerThatIsAlwaysDueDoesNotStarveTheStreams) {
    Alarm busy(*reactor);
    busy.then = [&] { reactor->arm(busy.timer, Instant::min()); };
    reactor->arm(busy.timer, Instant::min());
    const auto [client, server] = connectedPair();
    static_cast<void>(client->send("through"));
    EXPECT_TRUE(runUntil([&] { return server->received == "through"; }));
}

TEST_P(Loop, AFloodDoesNotStarveTheTimers) {
    prepare = [](Peer& peer) { peer.whenReceived = [](std::string_view) {}; };
    const auto [client, server] = connectedPair();
    const std::string text(1'000'000, 'x');
    const std::function<void()> flood = [&] {
        while (client->send(text) == Stream::Sent::All) {
        }
    };
    client->whenSent = flood;
    flood();
    Alarm alarm(*reactor);
    reactor->arm(alarm.timer, reactor->now() + milliseconds(20));
    ASSERT_TRUE(runUntil([&] { return alarm.count == 1; }));
    EXPECT_LT(alarm.at - alarm.timer.due(), milliseconds(500));
}

TEST_P(Loop, OneTurnWaitsNoLongerThanItMay) {
    const Instant until = reactor->now() + milliseconds(2);
    while (reactor->now() < until) {
        reactor->runOnce(until);
    }
    EXPECT_LT(reactor->now() - until, milliseconds(500));
}

TEST_P(Loop, PostedWorkRunsInItsOrder) {
    std::vector<int> order;
    for (int i = 0; i < 100; ++i) {
        reactor->post([&, i] { order.push_back(i); });
    }
    ASSERT_TRUE(runUntil([&] { return order.size() == 100; }));
    EXPECT_TRUE(std::ranges::is_sorted(order));
}

TEST_P(Loop, WorkMayPostMoreWork) {
    int left = 1000;
    const std::function<void()> again = [&] {
        if (--left > 0) {
            reactor->post(again);
        }
    };
    reactor->post(again);
    EXPECT_TRUE(runUntil([&] { return left == 0; }));
}

TEST_P(Loop, TakesWorkFromManyThreads) {
    constexpr int kThreads = 8;
    constexpr int kEach = 2000;
    std::vector<int> last(kThreads, -1);
    int done = 0;
    bool inOrder = true;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < kEach; ++i) {
                reactor->post([&, thread, i] {
                    inOrder = inOrder && std::exchange(last[static_cast<std::size_t>(thread)], i) == i - 1;
                    ++done;
                });
            }
        });
    }
    ASSERT_TRUE(runUntil([&] { return done == kThreads * kEach; }));
    EXPECT_TRUE(inOrder);
}

TEST_P(Loop, StopsFromAnotherThread) {
    std::atomic<bool> isRunning{false};
    std::jthread other([&] {
        isRunning.wait(false);
        reactor->stop();
    });
    reactor->post([&] {
        isRunning = true;
        isRunning.notify_one();
    });
    reactor->run();
    SUCCEED();
}

TEST_P(Loop, StoppedBeforeItRunsItReturnsAtOnceAndCanRunAgain) {
    reactor->stop();
    reactor->run();
    bool hasRun = false;
    reactor->post([&] {
        hasRun = true;
        reactor->stop();
    });
    reactor->run();
    EXPECT_TRUE(hasRun);
}

TEST_P(Loop, CountsTheTimeItDidNotWait) {
    Alarm worker(*reactor);
    worker.then = [&] {
        const std::clock_t start = std::clock();
        while (std::clock() - start < CLOCKS_PER_SEC / 200) {
        }
    };
    const Instant start = reactor->now();
    reactor->arm(worker.timer, start + milliseconds(1));
    Alarm idle(*reactor);
    reactor->arm(idle.timer, start + milliseconds(60));
    ASSERT_TRUE(runUntil([&] { return worker.count == 1 && idle.count == 1; }));
    reactor->runOnce(Instant::min());
    EXPECT_GE(reactor->busyTime(), milliseconds(5));
    EXPECT_LT(reactor->busyTime(), reactor->now() - start - milliseconds(5));
}

INSTANTIATE_TEST_SUITE_P(Reactors, Loop, testing::ValuesIn(availableReactors()), reactorName);

} // namespace bw::net
