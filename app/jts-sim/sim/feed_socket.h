#pragma once

#include "core/server/web_socket.h"

#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

namespace bw::jts {

class Feed;

// One connection to the feed. Understands {"action": "subscribe" or "unsubscribe", "channels": [...]} and
// {"action": "ping"}.
class FeedSocket final : public server::WebSocketPeer {
public:
    explicit FeedSocket(Feed& feed);
    FeedSocket(const FeedSocket&) = delete;
    FeedSocket& operator=(const FeedSocket&) = delete;
    ~FeedSocket() override;

    void onOpen(server::WebSocket& socket) override { m_socket = &socket; }
    void onMessage(codec::WsMessageKind kind, std::string_view message) override;
    void onSubmitted(Instant at) override;

    // For the feed: frames for this listener, made at that moment. While it does not read, the newest are
    // held for it; older ones are left out, and counted.
    void offer(std::string_view frames, std::size_t messages, Instant made);

    // A channel that it listens to, and its group there.
    struct Subscription {
        std::string channel;
        std::size_t group = 0;
    };
    std::vector<Subscription> subscriptions;

private:
    void answer(std::string_view type, std::string_view what);
    void change(const simdjson::dom::array& names, bool isSubscribe);

    Feed& m_feed;
    void send(std::string_view frames, std::size_t messages, Instant made);

    server::WebSocket* m_socket = nullptr;
    std::string m_held; // frames that it has no room for
    std::size_t m_heldMessages = 0;
    Instant m_heldMade{};
    Instant m_made{};           // of the first message that is not yet the kernel's
    std::size_t m_messages = 0; // that are not
};

} // namespace bw::jts
