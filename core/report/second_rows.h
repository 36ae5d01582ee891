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
// averaged, of percentiles, VUs and the generator's use the higher one stays. Not thread-safe.
class SecondRows {
public:
    static constexpr std::size_t kMaxRows = 86'400;
    static constexpr std::size_t kMaxCurves = 24;

    void add(const metrics::Frame& frame);

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

    void define(const metrics::SeriesDefinition& added);
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
