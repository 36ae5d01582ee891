#include "core/metrics/frame_builder.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <utility>

namespace bw::metrics {

FrameBuilder::FrameBuilder(const MetricRegistry& metrics, std::size_t writers, std::size_t maxSeries)
    : m_metrics(metrics)
    , m_directory(maxSeries)
    , m_global(writers) {}

std::vector<FramePtr> FrameBuilder::collect(std::span<Recorder* const> recorders) {
    assert(recorders.size() == m_global.size());
    std::int64_t passed = INT64_MAX;
    for (std::size_t writer = 0; writer < recorders.size(); ++writer) {
        // First what is passed, then the deltas: all that belongs below is then in the ring.
        passed = std::min(passed, recorders[writer]->passed());
        drain(writer, *recorders[writer]);
    }
    std::vector<FramePtr> frames;
    if (!recorders.empty())
        emitUpTo(passed, frames);
    return frames;
}

std::vector<FramePtr> FrameBuilder::finish(std::span<Recorder* const> recorders, Duration runTime) {
    for (std::size_t writer = 0; writer < recorders.size(); ++writer) {
        drain(writer, *recorders[writer]);
        accept(writer, *recorders[writer]->takeOpen());
    }
    std::int64_t end = std::chrono::ceil<std::chrono::seconds>(runTime).count();
    if (!m_pending.empty()) {
        // A delta that had grown wide reserved the second after the last, too.
        Frame& last = m_pending.back().frame;
        last.width = std::max<std::int64_t>(1, std::min(last.end(), end) - last.second);
        end = std::max(end, last.end());
    }
    std::vector<FramePtr> frames;
    emitUpTo(end, frames);
    return frames;
}

void FrameBuilder::drain(std::size_t writer, Recorder& recorder) {
    while (auto delta = recorder.take()) {
        accept(writer, *delta);
        recorder.recycle(std::move(delta));
    }
}

void FrameBuilder::accept(std::size_t writer, const Delta& delta) {
    std::vector<SeriesId>& global = m_global[writer];
    for (const Series& series : delta.newSeries)
        global.push_back(m_directory.intern(series));
    if (delta.moved().empty())
        return;
    const std::int64_t first = std::max(delta.first, m_next);
    Pending& pending = pendingFor(first, std::max(delta.first + delta.seconds, first + 1));
    for (const LocalSeriesId local : delta.moved())
        mergeInto(entry(pending, global[local.value]), delta.value(local));
}

// The one pending frame that covers [first, end): what overlaps it becomes one frame, since its seconds
// cannot be told apart any more.
FrameBuilder::Pending& FrameBuilder::pendingFor(std::int64_t first, std::int64_t end) {
    auto place = std::ranges::find_if(m_pending, [first](const Pending& p) { return p.frame.end() > first; });
    if (place == m_pending.end() || place->frame.second >= end) {
        Pending added;
        added.frame.second = first;
        added.frame.width = end - first;
        return *m_pending.insert(place, std::move(added));
    }
    const auto start = std::min(first, place->frame.second);
    auto last = std::next(place);
    std::int64_t stop = std::max(end, place->frame.end());
    for (; last != m_pending.end() && last->frame.second < end; ++last) {
        stop = std::max(stop, last->frame.end());
        absorb(*place, *last);
    }
    place->frame.second = start;
    place->frame.width = stop - start;
    const auto index = place - m_pending.begin();
    m_pending.erase(std::next(place), last);
    return m_pending[static_cast<std::size_t>(index)];
}

void FrameBuilder::absorb(Pending& target, Pending& part) {
    for (const FrameEntry& moved : part.frame.entries)
        mergeInto(entry(target, moved.series), moved.value);
}

SeriesValue& FrameBuilder::entry(Pending& pending, SeriesId series) {
    if (series.value >= pending.place.size())
        pending.place.resize(std::max(m_directory.size(), series.value + std::size_t{1}));
    std::uint32_t& place = pending.place[series.value];
    if (place == 0) {
        pending.frame.entries.push_back({series, emptyValue(m_metrics[m_directory[series].metric].type)});
        place = static_cast<std::uint32_t>(pending.frame.entries.size());
    }
    return pending.frame.entries[place - 1].value;
}

void FrameBuilder::emitUpTo(std::int64_t second, std::vector<FramePtr>& out) {
    const auto fillTo = [&](std::int64_t end) {
        while (m_next < end) {
            Frame empty;
            empty.second = m_next;
            out.push_back(seal(std::move(empty)));
        }
    };
    while (!m_pending.empty() && m_pending.front().frame.end() <= second) {
        fillTo(m_pending.front().frame.second);
        out.push_back(seal(std::move(m_pending.front().frame)));
        m_pending.pop_front();
    }
    fillTo(m_pending.empty() ? second : std::min(second, m_pending.front().frame.second));
}

FramePtr FrameBuilder::seal(Frame frame) {
    std::ranges::sort(frame.entries, {}, &FrameEntry::series);
    for (; m_defined < m_directory.size(); ++m_defined) {
        const SeriesId id{static_cast<std::uint32_t>(m_defined)};
        frame.newSeries.push_back({id, m_directory[id]});
    }
    m_next = frame.end();
    return std::make_shared<const Frame>(std::move(frame));
}

} // namespace bw::metrics
