#pragma once

#include "core/metrics/frame.h"
#include "core/metrics/heat_map.h"
#include "core/metrics/histogram.h"
#include "core/report/report_model.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bw::report {

// The curves of a run, a row for each frame. Beyond 86,400 rows (a day) neighbours become one: rates are
// averaged, of percentiles, VUs and the generator's use the higher one stays. A frame that is wider than a
// second has the percentiles of all that happened in it and the highest VUs. Not thread-safe.
class SecondRows {
public:
    static constexpr std::size_t kMaxRows = 86'400;
    static constexpr std::size_t kMaxCurves = 24;

    // Whether a series of the metric is in any curve; the others may be left out of the frames.
    [[nodiscard]] static bool isDrawn(metrics::MetricId metric);

    // The first frame's second, or earlier.
    explicit SecondRows(std::int64_t begin = 0)
        : m_heat(begin, 1) {}

    void add(const metrics::Frame& frame);
    // A series of the frames to come; frames that bring their definitions need it not.
    void define(const metrics::SeriesDefinition& added);

    [[nodiscard]] const std::vector<SecondRow>& rows() const { return m_rows; }
    // Of response times.
    [[nodiscard]] const metrics::HeatMap& heat() const { return m_heat; }
    // As long as rows(); empty when the name has no curve.
    [[nodiscard]] LatencyCurve curve(const std::string& name) const;

private:
    enum class Part : std::uint8_t {
        None,
        Requests,
        Failed,
        Latency,
        Vus,
        VusMax,
        Iterations,
        Dropped,
        Cpu,
        Memory,
        Sessions,
        SessionsOpened,
        Messages,
        MessageLatency,
    };
    struct Role { // of a series
        Part part = Part::None;
        std::size_t curve = SIZE_MAX;
    };
    struct Curve {
        metrics::Histogram now;
        LatencyCurve points;
    };

    [[nodiscard]] static Part partOf(metrics::MetricId metric);
    void addEntry(const metrics::FrameEntry& entry, SecondRow& row);
    void append(SecondRow row);
    void halve();

    std::vector<Role> m_roles; // by series
    std::map<std::string, std::size_t, std::less<>> m_curveOf;
    std::vector<Curve> m_curves;
    metrics::Histogram m_latency; // of the frame being added
    metrics::Histogram m_messageLatency;
    metrics::HeatMap m_heat;
    std::vector<SecondRow> m_rows;
    std::size_t m_framesPerRow = 1;
    std::size_t m_inLast = 0; // frames in the last row
};

} // namespace bw::report
