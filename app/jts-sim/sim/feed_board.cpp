#include "app/jts-sim/sim/feed_board.h"

#include "app/jts-sim/sim/feed.h"

namespace bw::jts {

void FeedBoard::add(Feed& feed, net::Reactor& reactor) {
    const std::scoped_lock lock(m_lock);
    m_members.push_back({&feed, &reactor});
}

void FeedBoard::remove(const Feed& feed) {
    const std::scoped_lock lock(m_lock);
    std::erase_if(m_members, [&](const Member& member) { return member.feed == &feed; });
}

void FeedBoard::publish(const std::string& channel, const std::string& message) {
    const std::scoped_lock lock(m_lock);
    for (const Member& member : m_members) {
        member.reactor->post([feed = member.feed, channel, message] { feed->deliver(channel, message); });
    }
}

FineHistogram FeedBoard::truth() const {
    FineHistogram all;
    const std::scoped_lock lock(m_lock);
    for (const Member& member : m_members) {
        member.feed->addTruth(all);
    }
    return all;
}

void FeedBoard::clearTruth() {
    const std::scoped_lock lock(m_lock);
    for (const Member& member : m_members) {
        member.feed->clearTruth();
    }
}

} // namespace bw::jts
