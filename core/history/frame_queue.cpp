#include "core/history/frame_queue.h"

#include <memory>
#include <utility>

namespace bw::history {

void FrameQueue::push(metrics::FramePtr frame) {
    m_frames.push_back(std::move(frame));
    // 64-bit seconds end the loop at the latest after 18 rounds; in fact the first one does.
    for (std::int64_t width = 10; m_frames.size() > kLimit; width *= 10)
        mergeNeighbours(width);
}

metrics::FramePtr FrameQueue::pop() {
    if (m_frames.empty())
        return nullptr;
    metrics::FramePtr frame = std::move(m_frames.front());
    m_frames.pop_front();
    return frame;
}

void FrameQueue::putBack(metrics::FramePtr frame) {
    m_frames.push_front(std::move(frame));
}

void FrameQueue::mergeNeighbours(std::int64_t width) {
    std::deque<metrics::FramePtr> merged;
    for (metrics::FramePtr& frame : m_frames) {
        if (!merged.empty() && merged.back()->second / width == frame->second / width)
            merged.back() =
                std::make_shared<const metrics::Frame>(metrics::mergeFrames(*merged.back(), *frame));
        else
            merged.push_back(std::move(frame));
    }
    m_frames.swap(merged);
}

} // namespace bw::history
