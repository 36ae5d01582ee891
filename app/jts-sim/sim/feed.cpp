#include "app/jts-sim/sim/feed.h"

#include "app/jts-sim/sim/feed_socket.h"
#include "app/jts-sim/sim/order_json.h"

#include <algorithm>

namespace bw::jts {
namespace {

// The timer's beat: faster channels send several messages at a time, slower ones serve their listeners in
// slices.
constexpr Duration kBeat = std::chrono::milliseconds(5);
constexpr std::int64_t kMostSlices = 200;

struct Pace {
    Duration beat;
    std::size_t messages; // of a channel at a time
    std::size_t slices;   // of its listeners
};

Pace paceOf(std::int64_t ticksPerSecond) {
    const Duration period = Duration(std::chrono::seconds(1)) / ticksPerSecond;
    if (period < kBeat) {
        return {kBeat,
                static_cast<std::size_t>(std::max<std::int64_t>(1, kBeat / std::max(period, Duration(1)))),
                1};
    }
    const std::int64_t slices = std::clamp<std::int64_t>(period / kBeat, 1, kMostSlices);
    return {period / slices, 1, static_cast<std::size_t>(slices)};
}

} // namespace

Feed::Feed(SimState& state)
    : m_state(state) {}

Feed::~Feed() {
    m_state.feeds.remove(*this);
}

void Feed::attach(net::Reactor& reactor) {
    m_reactor = &reactor;
    m_state.feeds.add(*this, reactor);
}

std::unique_ptr<server::WebSocketPeer> Feed::join() {
    return std::make_unique<FeedSocket>(*this);
}

FeedChannel* Feed::find(std::string_view name) const {
    const auto found =
        std::ranges::find_if(m_channels, [&](const auto& channel) { return channel->name() == name; });
    return found == m_channels.end() ? nullptr : found->get();
}

bool Feed::subscribe(std::string_view name, FeedSocket& socket) {
    if (std::ranges::find(socket.channels, name) != socket.channels.end()) {
        return true;
    }
    FeedChannel* found = find(name);
    if (found == nullptr) {
        auto made = FeedChannel::parse(name);
        if (!made) {
            return false;
        }
        found = m_channels.emplace_back(std::make_unique<FeedChannel>(std::move(*made))).get();
    }
    FeedChannel& channel = *found;
    channel.listeners.push_back(&socket);
    socket.channels.emplace_back(name);
    if (!channel.ticks()) {
        m_state.feeds.orderListeners.fetch_add(1, std::memory_order_relaxed);
    } else if (!m_timer.isArmed()) {
        m_due = m_reactor->now();
        m_reactor->arm(m_timer, m_due);
    }
    return true;
}

void Feed::unsubscribe(std::string_view name, FeedSocket& socket) {
    if (std::erase(socket.channels, name) == 0) {
        return;
    }
    FeedChannel* found = find(name);
    if (found == nullptr) {
        return;
    }
    FeedChannel& channel = *found;
    const auto place = std::ranges::find(channel.listeners, &socket);
    if (place != channel.listeners.end()) {
        *place = channel.listeners.back();
        channel.listeners.pop_back();
    }
    if (!channel.ticks()) {
        m_state.feeds.orderListeners.fetch_sub(1, std::memory_order_relaxed);
    }
    if (channel.listeners.empty()) {
        std::erase_if(m_channels, [&](const auto& each) { return each.get() == found; });
    }
}

void Feed::leave(FeedSocket& socket) {
    while (!socket.channels.empty()) {
        unsubscribe(std::string(socket.channels.back()), socket);
    }
}

void Feed::publish(const Order& order) {
    if (m_state.feeds.orderListeners.load(std::memory_order_relaxed) == 0) {
        return;
    }
    const std::string channel = "orders." + order.userId;
    std::string message;
    JsonWriter json(message);
    json.beginObject().text("channel", channel);
    appendOrderFields(json, order, order.status);
    json.endObject();
    m_state.feeds.publish(channel, message);
}

void Feed::deliver(const std::string& name, const std::string& message) {
    const FeedChannel* found = find(name);
    if (found == nullptr) {
        return;
    }
    m_frames.clear();
    codec::appendFrame(m_frames, codec::WsOpcode::Text, message, {});
    for (FeedSocket* socket : found->listeners) {
        socket->offer(m_frames, 1);
    }
}

void Feed::onDue(Instant now) {
    const Pace pace = paceOf(m_state.feeds.ticks());
    bool isAnyLeft = false;
    for (const auto& channel : m_channels) {
        if (channel->ticks()) {
            isAnyLeft = true;
            serve(*channel);
        }
    }
    // Late once is not late for ever, but a second that was slept through is not made up for.
    m_due = std::max(m_due + pace.beat, now - std::chrono::seconds(1));
    if (isAnyLeft) {
        m_reactor->arm(m_timer, m_due);
    }
}

void Feed::serve(FeedChannel& channel) {
    const Pace pace = paceOf(m_state.feeds.ticks());
    channel.slice %= pace.slices;
    const std::size_t count = channel.listeners.size();
    const std::size_t begin = count * channel.slice / pace.slices;
    const std::size_t end = count * (channel.slice + 1) / pace.slices;
    channel.sequence += channel.slice == 0 ? 1 : 0;
    const WallTime now = m_state.clock.wallNow();
    m_frames.clear();
    std::string message;
    for (std::size_t i = 0; i < pace.messages; ++i) {
        channel.sequence += i > 0 ? 1 : 0;
        message.clear();
        if (end > begin) {
            channel.appendTick(message, m_state.market, now);
            codec::appendFrame(m_frames, codec::WsOpcode::Text, message, {});
        }
    }
    for (std::size_t i = begin; i < end; ++i) {
        channel.listeners[i]->offer(m_frames, pace.messages);
    }
    channel.slice = (channel.slice + 1) % pace.slices;
}

} // namespace bw::jts
