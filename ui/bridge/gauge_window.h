#pragma once

#include "core/metrics/frame.h"
#include "core/metrics/metric.h"
#include "core/verdict/judging.h"
#include "ui/bridge/run_picture.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace bw::bridge {

// The readings of a budget's limits: since the start as the verdict has them, over the last ten seconds,
// which it works out from the last frames, and how these were over the last minute. Not thread-safe.
class GaugeWindow {
public:
    GaugeWindow(const metrics::MetricRegistry& metrics, std::vector<verdict::JudgedBudget> budgets);

    // All frames of the run, in order.
    void add(const metrics::FramePtr& frame);

    // Every limit, in the budgets' order.
    [[nodiscard]] std::vector<GaugeReading> readings(const verdict::Evaluation& sinceStart) const;

private:
    using Figures = std::vector<std::optional<double>>;

    [[nodiscard]] verdict::Evaluation lastSeconds() const;
    void remember(std::int64_t seconds);

    metrics::MetricRegistry m_metrics;
    std::vector<verdict::JudgedBudget> m_budgets;
    std::vector<metrics::SeriesDefinition> m_series; // of the whole run: the window's frames lean on them
    std::deque<metrics::FramePtr> m_frames;
    std::vector<Figures> m_minute; // of each limit: the ten-second figure, second by second
};

// The readings of a run that is over: nothing moves any more.
[[nodiscard]] std::vector<GaugeReading> gaugesOf(const verdict::Evaluation& evaluation);

} // namespace bw::bridge
