#pragma once

#include "app/jts-sim/sim/feed_channel.h"
#include "app/jts-sim/sim/order.h"
#include "app/jts-sim/sim/sim_state.h"
#include "core/net/reactor.h"
#include "core/net/timer.h"
#include "core/server/web_socket.h"

#include <memory>
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
    [[nodiscard]] SimState& state() { return m_state; }

private:
    friend class FeedBoard;
    [[nodiscard]] FeedChannel* find(std::string_view name) const;
    void deliver(const std::string& channel, const std::string& message);
    void onDue(Instant now);
    void serve(FeedChannel& channel);

    SimState& m_state;
    net::Reactor* m_reactor = nullptr;
    std::vector<std::unique_ptr<FeedChannel>> m_channels;
    net::MemberTimer<&Feed::onDue> m_timer{*this};
    Instant m_due{};
    std::string m_frames; // scratch
};

} // namespace bw::jts
