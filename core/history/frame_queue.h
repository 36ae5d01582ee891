#pragma once

#include "core/metrics/frame.h"

#include <cstddef>
#include <deque>
#include <memory>

namespace bw::history {

// Frames on their way to the disk. Bounded in number, without ever dropping or waiting: beyond the limit the
// oldest neighbours merge into frames of 10 s (aligned to tens of seconds), no more of them than it takes,
// and if there are none left of 100 s, and so on. Not thread-safe.
class FrameQueue {
public:
    static constexpr std::size_t kLimit = 120;

    // At the most ten frames are merged by it.
    void push(metrics::FramePtr frame);
    // nullptr when empty.
    [[nodiscard]] metrics::FramePtr pop();
    // Puts back what pop() gave, after a failed try.
    void putBack(metrics::FramePtr frame);

    [[nodiscard]] std::size_t size() const { return m_frames.size(); }
    [[nodiscard]] bool empty() const { return m_frames.empty(); }

private:
    struct Queued {
        metrics::FramePtr frame;
        std::shared_ptr<metrics::Frame> own{}; // the same, when it was merged here and nobody else has it
    };
    using Place = std::deque<Queued>::iterator;

    // False: no two frames lie in the same stretch of so many seconds.
    bool mergeOldest(std::int64_t width);
    void merge(Place first, Place last);

    std::deque<Queued> m_frames;
};

} // namespace bw::history
