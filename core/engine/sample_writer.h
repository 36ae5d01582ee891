#pragma once

#include "core/base/clock.h"
#include "core/metrics/recorder.h"
#include "core/metrics/series.h"
#include "core/metrics/spsc_ring.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>

namespace bw::engine {

// One value of one series, for outputs that want every sample.
struct Point {
    const metrics::Series* series = nullptr; // lives as long as the engine
    double value = 0;                        // times in milliseconds
    Duration at{};                           // run time
};

// The points of one worker on their way to a writer thread. When the writer is late, points are dropped and
// counted.
class PointQueue {
public:
    static constexpr std::size_t kCapacity = 1U << 16;

    // For the worker.
    void put(Point point) {
        if (!m_ring.push(point)) {
            m_dropped.store(m_dropped.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
        }
    }

    // For the writer thread.
    [[nodiscard]] std::optional<Point> take() { return m_ring.pop(); }

    // For any thread.
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped.load(std::memory_order_relaxed); }

private:
    metrics::SpscRing<Point, kCapacity> m_ring;
    std::atomic<std::uint64_t> m_dropped{0};
};

// A worker's way to its recorder, and to the point queue when one is wanted. Not thread-safe.
class SampleWriter {
public:
    // `points` may be null. Both outlive the writer.
    SampleWriter(metrics::Recorder& recorder, PointQueue* points)
        : m_recorder(recorder)
        , m_points(points) {}

    [[nodiscard]] metrics::LocalSeriesId series(metrics::MetricId metric,
                                                std::span<const metrics::TagView> tags);

    // Everything from now on happened at `runTime` or later.
    void advanceTo(Duration runTime) {
        m_now = runTime;
        m_recorder.advanceTo(runTime);
    }

    void add(metrics::LocalSeriesId series, double amount = 1) {
        m_recorder.add(series, amount);
        point(series, amount);
    }
    void rate(metrics::LocalSeriesId series, bool value) {
        m_recorder.rate(series, value);
        point(series, value ? 1 : 0);
    }
    void trend(metrics::LocalSeriesId series, Duration time) {
        m_recorder.trend(series, time);
        point(series, static_cast<double>(time.count()) / 1e6);
    }
    void record(metrics::LocalSeriesId series, double value) {
        m_recorder.record(series, value);
        point(series, value);
    }

private:
    void point(metrics::LocalSeriesId series, double value) {
        if (m_points != nullptr) [[unlikely]] {
            m_points->put({&m_known[series.value], value, m_now});
        }
    }

    metrics::Recorder& m_recorder;
    PointQueue* m_points;
    Duration m_now{};
    std::deque<metrics::Series> m_known; // by local number, only when points are wanted
};

} // namespace bw::engine
