#pragma once

#include "core/metrics/frame.h"
#include "core/metrics/heat_map.h"
#include "core/metrics/histogram.h"
#include "core/report/curve_set.h"
#include "core/report/failures.h"
#include "core/report/report_model.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace bw::report {

// The curves of a run, a row for each frame, and beside the rows those of requests by name, of watched
// processes and of failures by kind, as many as there is room for. Beyond so many rows (a day's, unless
// told) neighbours become one: rates are averaged, of percentiles, VUs and what processes use the higher one
// stays. A frame that is wider than a second has the percentiles of all that happened in it and the highest
// VUs. Not thread-safe.
class SecondRows {
public:
    static constexpr std::size_t kMaxRows = 86'400;
    static constexpr std::size_t kMaxCurves = 24;
    static constexpr std::size_t kMaxProcesses = 8;
    static constexpr std::size_t kMaxFailureKinds = 8; // the others together are one more

    // The highest that frames had.
    struct Highest {
        double vus = 0;
        double sessions = 0;
        double sessionsOpened = 0;
        std::optional<double> cpu;
        std::optional<double> memory;
    };

    // Whether a series of the metric is in any curve; the others may be left out of the frames.
    [[nodiscard]] static bool isDrawn(metrics::MetricId metric);

    // `begin`: the first frame's second, or earlier. `mostRows` is even.
    explicit SecondRows(std::int64_t begin = 0, std::size_t mostRows = kMaxRows)
        : m_heat(begin, 1)
        , m_mostRows(mostRows) {}

    void add(const metrics::Frame& frame);
    // A series of the frames to come; frames that bring their definitions need it not.
    void define(const metrics::SeriesDefinition& added);

    [[nodiscard]] const Column<SecondRow>& rows() const { return m_rows; }
    [[nodiscard]] const Highest& highest() const { return m_highest; }
    // Of response times.
    [[nodiscard]] const metrics::HeatMap& heat() const { return m_heat; }
    // As long as rows(); empty when the name has no curve.
    [[nodiscard]] Column<RequestMoment> curve(const std::string& name) const { return m_requests.find(name); }
    // Each as long as rows(), in the order in which they came.
    [[nodiscard]] std::vector<ProcessCurve> processes() const;
    [[nodiscard]] std::vector<FailureCurve> failures() const;

private:
    enum class Part : std::uint8_t {
        None,
        Requests,
        Failed,
        Response,
        Service,
        Checks,
        Vus,
        VusMax,
        Iterations,
        Dropped,
        Sent,
        Received,
        Cpu,
        Memory,
        Sessions,
        SessionsOpened,
        SessionsEnded,
        Messages,
        MessageLatency,
        StartDelay,
        ProcessCpu,
        ProcessMemory,
        ProcessThreads,
        ProcessDescriptors,
        ProcessReceived,
        ProcessSent,
    };
    struct Role { // of a series
        Part part = Part::None;
        // Places of curves, SIZE_MAX without one.
        std::size_t request = SIZE_MAX;
        std::size_t process = SIZE_MAX;
        std::size_t failure = SIZE_MAX;
    };
    struct Times {
        metrics::Histogram response;
        metrics::Histogram service;
        void clear();
    };

    [[nodiscard]] static Part partOf(metrics::MetricId metric);
    [[nodiscard]] std::size_t failurePlace(const metrics::Series& series);
    [[nodiscard]] std::size_t requestPlace(const metrics::Series& series);
    [[nodiscard]] std::size_t processPlace(const metrics::Series& series);

    void begin();
    void addEntry(const metrics::FrameEntry& entry, SecondRow& row);
    void addCounter(const Role& role, double sum, SecondRow& row);
    void addRate(const Role& role, const metrics::RateValue& rate, SecondRow& row);
    void addTimes(const Role& role, const metrics::Histogram& times);
    void addGauge(const Role& role, const metrics::GaugeValue& gauge, SecondRow& row);
    void finish(SecondRow& row);
    void raiseHighest(const SecondRow& row);
    void append(const SecondRow& row);
    void halve();

    std::vector<Role> m_roles; // by series
    CurveSet<std::string, RequestMoment> m_requests{kMaxCurves};
    CurveSet<std::string, ProcessMoment> m_processes{kMaxProcesses};
    CurveSet<FailureKind, FailureMoment> m_failures{kMaxFailureKinds + 1};
    // Of the frame being added.
    Times m_all;
    std::vector<Times> m_byRequest; // by place
    metrics::Histogram m_messageLatency;
    metrics::Histogram m_startDelay;
    metrics::HeatMap m_heat;
    Column<SecondRow> m_rows;
    std::size_t m_mostRows;
    Highest m_highest;
    std::size_t m_framesPerRow = 1;
    std::size_t m_inLast = 0; // frames in the last row
};

} // namespace bw::report
