#pragma once

#include "core/metrics/frame.h"

#include <cstddef>
#include <deque>

namespace bw::history {

// Frames on their way to the disk. Bounded in number, without ever dropping or waiting: at the limit
// neighbours merge into frames of 10 s (aligned to tens of seconds), and if that was not enough of 100 s, and
// so on. Not thread-safe.
class FrameQueue {
public:
    static constexpr std::size_t kLimit = 120;

    void push(metrics::FramePtr frame);
    // nullptr when empty.
    [[nodiscard]] metrics::FramePtr pop();
    // Puts back what pop() gave, after a failed try.
    void putBack(metrics::FramePtr frame);

    [[nodiscard]] std::size_t size() const { return m_frames.size(); }
    [[nodiscard]] bool empty() const { return m_frames.empty(); }

private:
    void mergeNeighbours(std::int64_t width);

    std::deque<metrics::FramePtr> m_frames;
};

} // namespace bw::history
