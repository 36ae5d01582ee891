#pragma once

#include "core/base/clock.h"
#include "core/metrics/delta.h"
#include "core/metrics/metric.h"
#include "core/metrics/series.h"
#include "core/metrics/spsc_ring.h"

#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <vector>

namespace bw::metrics {

// Where one writer (a worker's thread, or the controller for its own gauges) puts what it measured, and where
// the controller takes it from second by second. The writer never waits and, once warm, never allocates:
// sealed deltas go to the controller over a ring and come back empty over another. When the controller is
// late by more than kSealed seconds, the open delta just goes on and covers several seconds; nothing is
// dropped.
//
// The metrics' registry must outlive the recorder. Functions are the writer's alone, unless they say
// otherwise.
class Recorder {
public:
    static constexpr std::size_t kSealed = 8;

    explicit Recorder(const MetricRegistry& metrics, std::size_t maxSeries = kMaxSeries);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    ~Recorder();

    // The number to record with; a known series costs no allocation. Numbers stay valid as long as the
    // recorder.
    [[nodiscard]] LocalSeriesId series(MetricId metric, std::span<const TagView> tags);
    [[nodiscard]] LocalSeriesId series(MetricId metric, std::initializer_list<TagView> tags = {});
    [[nodiscard]] LocalSeriesId series(Builtin metric, std::initializer_list<TagView> tags = {}) {
        return series(id(metric), tags);
    }

    // One function a type. Precondition: the series' metric is of that type. Numbers that are not finite are
    // not recorded but counted as rejected.
    void add(LocalSeriesId series, double amount = 1);
    void set(LocalSeriesId series, double value);
    void rate(LocalSeriesId series, bool value);
    void trend(LocalSeriesId series, Duration time);
    // A trend that is no time.
    void trendValue(LocalSeriesId series, double value);

    // Any type, as the plan's metric steps need it: adds, sets, counts (true when not 0), or samples; times
    // are in milliseconds.
    void record(LocalSeriesId series, double value);

    // Tells that everything recorded from now on happened at `runTime` or later: seals the seconds before. To
    // be called before recording, and at least once a second even when nothing happens, else the run's frames
    // wait. Time that goes back is ignored.
    void advanceTo(Duration runTime);

    // For the controller's thread:
    // Every second below this one is sealed and in the ring (or was empty). Read it before take().
    [[nodiscard]] std::int64_t passed() const { return m_passed.load(std::memory_order_acquire); }
    // The oldest sealed delta, nullptr when there is none; hand it back by recycle().
    [[nodiscard]] std::unique_ptr<Delta> take();
    void recycle(std::unique_ptr<Delta> delta);
    // What is still open. Only when the writer's thread has ended (joined), after take() gave nullptr.
    [[nodiscard]] std::unique_ptr<Delta> takeOpen();

    // For any thread:
    [[nodiscard]] std::uint64_t rejected() const { return m_rejected.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t overflowed() const { return m_overflowed.load(std::memory_order_relaxed); }

private:
    void seal(std::int64_t second);
    [[nodiscard]] std::unique_ptr<Delta> emptyDelta();
    [[nodiscard]] bool accept(double value);

    // The rings first: they are aligned to cache lines.
    SpscRing<std::unique_ptr<Delta>, kSealed> m_sealed;
    SpscRing<std::unique_ptr<Delta>, 2 * kSealed> m_free;
    const MetricRegistry& m_metrics;
    std::unique_ptr<Delta> m_open;
    std::unique_ptr<Delta> m_spare; // was to follow a delta that found no room
    Duration m_now{};
    std::size_t m_deltas = 1;
    std::atomic<std::int64_t> m_passed{0};
    std::atomic<std::uint64_t> m_rejected{0};
    std::atomic<std::uint64_t> m_overflowed{0};
    std::vector<MetricType> m_types; // by local number
    SeriesTable m_table;
};

} // namespace bw::metrics
