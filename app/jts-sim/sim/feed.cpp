#include "app/jts-sim/sim/feed.h"

#include "app/jts-sim/sim/feed_socket.h"
#include "app/jts-sim/sim/order_json.h"

#include <algorithm>

namespace bw::jts {
namespace {

// Channels that tick faster send several messages at a time, slower ones serve their listeners in slices.
constexpr Duration kBeat = std::chrono::milliseconds(5);
constexpr std::int64_t kMostMessages = 10;                  // at a time, unless a beat has more
constexpr Duration kSlice = std::chrono::microseconds(250); // at least
// Listeners that are sent to before the first of them is to wait no longer.
constexpr std::size_t kAtOnce = 8;
} // namespace

Feed::Pace Feed::paceOf(std::int64_t ticksPerSecond) {
    const Duration period = Duration(std::chrono::seconds(1)) / ticksPerSecond;
    if (period < kBeat) {
        const Duration beat = std::max(kBeat, std::min(2 * kBeat, kMostMessages * period));
        return {beat, static_cast<std::size_t>(beat / std::max(period, Duration(1))), 1};
    }
    const std::int64_t slices = std::clamp<std::int64_t>(period / kSlice, 1, FeedChannel::kGroups);
    return {period / slices, 1, static_cast<std::size_t>(slices)};
}

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
    if (std::ranges::find(socket.subscriptions, name, &FeedSocket::Subscription::channel) !=
        socket.subscriptions.end()) {
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
    socket.subscriptions.push_back({std::string(name), channel.add(socket)});
    if (!channel.ticks()) {
        m_state.feeds.orderListeners.fetch_add(1, std::memory_order_relaxed);
    } else if (!m_timer.isArmed()) {
        m_due = m_reactor->now();
        m_reactor->arm(m_timer, m_due);
    }
    return true;
}

void Feed::unsubscribe(std::string_view name, FeedSocket& socket) {
    const auto place = std::ranges::find(socket.subscriptions, name, &FeedSocket::Subscription::channel);
    FeedChannel* found = find(name);
    if (place == socket.subscriptions.end() || found == nullptr) {
        return;
    }
    FeedChannel& channel = *found;
    channel.remove(socket, place->group);
    socket.subscriptions.erase(place);
    if (!channel.ticks()) {
        m_state.feeds.orderListeners.fetch_sub(1, std::memory_order_relaxed);
    }
    if (channel.isEmpty()) {
        std::erase_if(m_channels, [&](const auto& each) { return each.get() == found; });
    }
}

void Feed::leave(FeedSocket& socket) {
    while (!socket.subscriptions.empty()) {
        unsubscribe(std::string(socket.subscriptions.back().channel), socket);
    }
}

void Feed::noteSent(Duration since, std::size_t messages) {
    const std::scoped_lock lock(m_truthLock);
    m_truth.add(since, messages);
}

void Feed::addTruth(FineHistogram& to) const {
    const std::scoped_lock lock(m_truthLock);
    to.add(m_truth);
}

void Feed::clearTruth() {
    const std::scoped_lock lock(m_truthLock);
    m_truth.clear();
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
    const Instant made = m_reactor->now();
    m_frames.clear();
    codec::appendFrame(m_frames, codec::WsOpcode::Text, message, {});
    for (std::size_t group = 0; group < FeedChannel::kGroups; ++group) {
        for (FeedSocket* socket : found->group(group)) {
            socket->offer(m_frames, 1, made);
        }
    }
}

void Feed::onDue(Instant now) {
    if (m_slice == 0) { // a round that began is ended as it began, so that nobody misses a number
        m_pace = paceOf(m_state.feeds.ticks());
    }
    bool isAnyLeft = false;
    for (const auto& channel : m_channels) {
        if (channel->ticks()) {
            isAnyLeft = true;
            serve(*channel);
        }
    }
    m_slice = (m_slice + 1) % m_pace.slices;
    // Late once is not late for ever, but a second that was slept through is not made up for.
    m_due = std::max(m_due + m_pace.beat, now - std::chrono::seconds(1));
    if (isAnyLeft) {
        m_reactor->arm(m_timer, m_due);
    }
}

void Feed::serve(FeedChannel& channel) {
    const std::size_t begin = FeedChannel::kGroups * m_slice / m_pace.slices;
    const std::size_t end = FeedChannel::kGroups * (m_slice + 1) / m_pace.slices;
    const WallTime now = m_state.clock.wallNow();
    const Instant made = m_reactor->now();
    m_frames.clear();
    std::string message;
    for (std::size_t i = 0; i < m_pace.messages; ++i) {
        channel.sequence += i > 0 || m_slice == 0 ? 1 : 0;
        message.clear();
        channel.appendTick(message, m_state.market, now);
        codec::appendFrame(m_frames, codec::WsOpcode::Text, message, {});
    }
    std::size_t served = 0;
    for (std::size_t group = begin; group < end; ++group) {
        for (FeedSocket* listener : channel.group(group)) {
            listener->offer(m_frames, m_pace.messages, made);
            if (++served % kAtOnce == 0) {
                m_reactor->flush();
            }
        }
    }
}

} // namespace bw::jts
