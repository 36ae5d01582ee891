#include "app/jts-sim/sim/feed_socket.h"

#include "app/jts-sim/sim/feed.h"
#include "app/jts-sim/sim/json_writer.h"

#include <utility>

namespace bw::jts {
namespace {

// Who has so much to read is slow.
constexpr std::size_t kMostUnsent = 64 * 1024;
constexpr std::size_t kMostChannels = 100;

} // namespace

FeedSocket::FeedSocket(Feed& feed)
    : m_feed(feed) {
    m_feed.state().feeds.listeners.fetch_add(1, std::memory_order_relaxed);
}

FeedSocket::~FeedSocket() {
    m_feed.leave(*this);
    m_feed.state().feeds.listeners.fetch_sub(1, std::memory_order_relaxed);
}

void FeedSocket::answer(std::string_view type, std::string_view what) {
    std::string text;
    JsonWriter(text).beginObject().text("type", type).text("message", what).endObject();
    m_socket->send(codec::WsMessageKind::Text, text);
}

void FeedSocket::onMessage(codec::WsMessageKind kind, std::string_view message) {
    simdjson::dom::parser parser; // subscriptions are few
    simdjson::dom::object object;
    if (kind != codec::WsMessageKind::Text ||
        parser.parse(message.data(), message.size(), true).get(object) != simdjson::SUCCESS) {
        answer("error", "a JSON object is needed");
        return;
    }
    std::string_view action;
    simdjson::dom::array names;
    static_cast<void>(object["action"].get(action));
    if (action == "ping") {
        answer("pong", {});
    } else if (action != "subscribe" && action != "unsubscribe") {
        answer("error", "action must be subscribe, unsubscribe or ping");
    } else if (object["channels"].get(names) != simdjson::SUCCESS) {
        answer("error", "channels must be a list");
    } else {
        change(names, action == "subscribe");
    }
}

void FeedSocket::change(const simdjson::dom::array& names, bool isSubscribe) {
    for (const simdjson::dom::element& element : names) {
        std::string_view name;
        if (element.get(name) != simdjson::SUCCESS) {
            answer("error", "a channel is text");
        } else if (!isSubscribe) {
            m_feed.unsubscribe(name, *this);
        } else if (subscriptions.size() >= kMostChannels) {
            answer("error", "too many channels");
        } else if (!m_feed.subscribe(name, *this)) {
            answer("error",
                   "a channel is ticker., orderbook. or trades. and a symbol, or orders. and a user");
        }
    }
}

void FeedSocket::onSubmitted(Instant at) {
    if (const std::size_t messages = std::exchange(m_messages, 0); messages > 0) {
        m_feed.noteSent(at - m_made, messages);
    }
}

void FeedSocket::offer(std::string_view frames, std::size_t messages, Instant made) {
    if (m_socket->unsent() > kMostUnsent) {
        m_feed.state().feeds.left.fetch_add(m_heldMessages, std::memory_order_relaxed);
        m_held = frames;
        m_heldMessages = messages;
        m_heldMade = made;
        return;
    }
    if (m_heldMessages > 0) {
        send(std::exchange(m_held, {}), std::exchange(m_heldMessages, 0), m_heldMade);
    }
    send(frames, messages, made);
}

void FeedSocket::send(std::string_view frames, std::size_t messages, Instant made) {
    m_feed.state().feeds.sent.fetch_add(messages, std::memory_order_relaxed);
    m_made = m_messages == 0 ? made : m_made;
    m_messages += messages;
    m_socket->sendFrames(frames);
}

} // namespace bw::jts
