#pragma once

#include "core/metrics/frame.h"
#include "core/metrics/recorder.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace bw::metrics {

// Makes a run's frames of what its writers hand over. Lives on the controller's thread.
// The registry must outlive it.
class FrameBuilder {
public:
    FrameBuilder(const MetricRegistry& metrics, std::size_t writers, std::size_t maxSeries = kMaxSeries);

    // Takes what the recorders sealed (recorders[i] is writer i, all writers each time) and returns the
    // frames that are now complete, oldest first: frame n when every writer has passed n + 1. A second in
    // which nothing moved gives an empty frame, so the run's frames have no gaps.
    [[nodiscard]] std::vector<FramePtr> collect(std::span<Recorder* const> recorders);

    // The rest, the last second included, up to `runTime`. Only when the writers' threads have ended.
    [[nodiscard]] std::vector<FramePtr> finish(std::span<Recorder* const> recorders, Duration runTime);

    // The run's series; grows with each collect().
    [[nodiscard]] const SeriesDirectory& directory() const { return m_directory; }

private:
    struct Pending {
        Frame frame;
        std::vector<std::uint32_t> place; // global number → entry + 1
    };

    void drain(std::size_t writer, Recorder& recorder);
    void accept(std::size_t writer, const Delta& delta);
    Pending& pendingFor(std::int64_t first, std::int64_t end);
    void absorb(Pending& target, Pending& part);
    SeriesValue& entry(Pending& pending, SeriesId series);
    void emitUpTo(std::int64_t second, std::vector<FramePtr>& out);
    FramePtr seal(Frame frame);

    const MetricRegistry& m_metrics;
    SeriesDirectory m_directory;
    std::vector<std::vector<SeriesId>> m_global; // by writer and local number
    std::deque<Pending> m_pending;               // ascending, not overlapping
    std::int64_t m_next = 0;                     // the second after the last frame
    std::size_t m_defined = 0;                   // series already carried by a frame
};

} // namespace bw::metrics
