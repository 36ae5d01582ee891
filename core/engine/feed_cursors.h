#pragma once

#include "core/base/random.h"
#include "core/runplan/feed_data.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace bw::engine {

// Decides which row of a feed a reader gets. Shared by all workers: the only thing they share beside the
// counter of shared iterations, and both are one relaxed addition.
class FeedCursors {
public:
    explicit FeedCursors(std::span<const runplan::FeedData> feeds)
        : m_feeds(feeds)
        , m_next(std::make_unique<std::atomic<std::uint64_t>[]>(feeds.size())) {}

    // The row for VU `vu` (from 1), or none when the feed is used up. `random` is the VU's own.
    [[nodiscard]] std::optional<std::size_t> draw(std::size_t feed, std::uint32_t vu, Random& random) {
        const runplan::FeedData& data = m_feeds[feed];
        const std::uint64_t rows = data.rowCount();
        std::uint64_t row = 0;
        switch (data.order) {
        case runplan::FeedOrder::Random:
            return static_cast<std::size_t>(random.below(rows));
        case runplan::FeedOrder::Sequential:
            row = m_next[feed].fetch_add(1, std::memory_order_relaxed);
            break;
        case runplan::FeedOrder::Unique:
            row = vu == 0 ? 0 : vu - 1;
            break;
        }
        if (row >= rows && data.atEnd == runplan::FeedEnd::Stop) {
            return std::nullopt;
        }
        return static_cast<std::size_t>(row % rows);
    }

private:
    std::span<const runplan::FeedData> m_feeds;
    std::unique_ptr<std::atomic<std::uint64_t>[]> m_next;
};

} // namespace bw::engine
