#pragma once

#include "app/jts-sim/sim/fine_histogram.h"
#include "core/net/reactor.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace bw::jts {

class Feed;

// What the feeds of all threads share: how often channels tick, who tells whom, and what was counted.
// Thread-safe.
class FeedBoard {
public:
    static constexpr std::int64_t kMostTicks = 1'000'000;

    // Of each channel, a second.
    void setTicks(std::int64_t perSecond) { m_ticks.store(perSecond, std::memory_order_relaxed); }
    [[nodiscard]] std::int64_t ticks() const { return m_ticks.load(std::memory_order_relaxed); }

    void add(Feed& feed, net::Reactor& reactor);
    void remove(const Feed& feed);
    // To the listeners of the channel on every thread.
    void publish(const std::string& channel, const std::string& message);

    // How long messages took from their timestamp to the kernel, on all threads.
    [[nodiscard]] FineHistogram truth() const;
    void clearTruth();

    std::atomic<std::int64_t> listeners{0}; // open sockets
    std::atomic<std::uint64_t> sent{0};     // messages
    std::atomic<std::uint64_t> left{0};     // that slow readers were not sent
    std::atomic<std::int64_t> orderListeners{
        0}; // subscriptions to orders: nobody is told where there are none

private:
    struct Member {
        Feed* feed;
        net::Reactor* reactor;
    };
    std::atomic<std::int64_t> m_ticks{10};
    mutable std::mutex m_lock;
    std::vector<Member> m_members;
};

} // namespace bw::jts
