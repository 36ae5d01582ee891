#include "core/history/frame_queue.h"

#include "core/metrics/frame_merge.h"

#include <algorithm>
#include <utility>

namespace bw::history {

void FrameQueue::push(metrics::FramePtr frame) {
    m_frames.push_back({.frame = std::move(frame)});
    // 64-bit seconds end the loop at the latest after 18 rounds; in fact the first one or two do.
    for (std::int64_t width = 10; m_frames.size() > kLimit;)
        width *= mergeOldest(width) ? 1 : 10;
}

metrics::FramePtr FrameQueue::pop() {
    if (m_frames.empty())
        return nullptr;
    metrics::FramePtr frame = std::move(m_frames.front().frame);
    m_frames.pop_front();
    return frame;
}

void FrameQueue::putBack(metrics::FramePtr frame) {
    m_frames.push_front({.frame = std::move(frame)});
}

bool FrameQueue::mergeOldest(std::int64_t width) {
    const auto stretch = [width](const Queued& queued) { return queued.frame->second / width; };
    const auto first = std::ranges::adjacent_find(m_frames, {}, stretch);
    if (first == m_frames.end())
        return false;
    merge(first, std::find_if(first, m_frames.end(),
                              [&](const Queued& queued) { return stretch(queued) != stretch(*first); }));
    return true;
}

void FrameQueue::merge(Place first, Place last) {
    if (!first->own) {
        first->own = std::make_shared<metrics::Frame>(*first->frame);
        first->frame = first->own;
    }
    for (auto next = std::next(first); next != last; ++next)
        metrics::mergeInto(*first->own, *next->frame);
    m_frames.erase(std::next(first), last);
}

} // namespace bw::history
