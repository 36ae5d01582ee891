#pragma once

#include "app/jts-sim/sim/feed_channel.h"
#include "app/jts-sim/sim/fine_histogram.h"
#include "app/jts-sim/sim/order.h"
#include "app/jts-sim/sim/sim_state.h"
#include "core/net/reactor.h"
#include "core/net/timer.h"
#include "core/server/web_socket.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace bw::jts {

class FeedSocket;

// The market data feed of one server thread: who listens to which channel, and when its next messages are
// due. A channel ticks as often as the simulator was told; a message is made once and goes to many. Where a
// channel ticks slower than every few milliseconds, its listeners are served in slices over that time, so
// that the last of fifty thousand is not told old news. A listener who does not read is left out until it
// does, and what it missed is counted.
class Feed {
public:
    explicit Feed(SimState& state);
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;
    ~Feed();

    // Before the first listener comes.
    void attach(net::Reactor& reactor);

    // What a new connection to the feed is given.
    [[nodiscard]] std::unique_ptr<server::WebSocketPeer> join();

    // Tells the listeners of the user's orders, on all threads.
    void publish(const Order& order);

    // For its sockets: adds, or takes away; false when the channel's name is none.
    [[nodiscard]] bool subscribe(std::string_view channel, FeedSocket& socket);
    void unsubscribe(std::string_view channel, FeedSocket& socket);
    void leave(FeedSocket& socket);
    // For its sockets: messages went to the kernel, so long after they were made.
    void noteSent(Duration since, std::size_t messages);
    [[nodiscard]] SimState& state() { return m_state; }

    // Any thread: how long messages took from their timestamp to the kernel.
    void addTruth(FineHistogram& to) const;
    void clearTruth();

private:
    friend class FeedBoard;
    [[nodiscard]] FeedChannel* find(std::string_view name) const;
    void deliver(const std::string& channel, const std::string& message);
    // How often something is sent, and to how many at a time.
    struct Pace {
        Duration beat;
        std::size_t messages; // of a channel at a time
        std::size_t slices;   // of its listeners
    };
    [[nodiscard]] static Pace paceOf(std::int64_t ticksPerSecond);
    void onDue(Instant now);
    void serve(FeedChannel& channel);

    SimState& m_state;
    net::Reactor* m_reactor = nullptr;
    std::vector<std::unique_ptr<FeedChannel>> m_channels;
    net::MemberTimer<&Feed::onDue> m_timer{*this};
    Instant m_due{};
    Pace m_pace{};           // of the present round
    std::size_t m_slice = 0; // that is served next
    std::string m_frames;    // scratch
    mutable std::mutex m_truthLock;
    FineHistogram m_truth; // guarded
};

} // namespace bw::jts
