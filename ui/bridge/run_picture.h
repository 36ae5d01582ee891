#pragma once

#include "core/base/clock.h"
#include "core/report/report_model.h"
#include "core/verdict/evaluation.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What views show of a run, live or out of the history: immutable values, shared between threads.
namespace bw::bridge {

enum class RunStage : std::uint8_t {
    Preparing, // the plan is read and compiled
    Setup,
    Load,
    Teardown,
    Ended,
};

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };

struct LogLine {
    Duration at{}; // run time
    LogLevel level = LogLevel::Info;
    QString source; // scenario or part of the program
    QString text;   // in words
};

// One limit of a budget.
struct GaugeReading {
    QString budget;                    // the name of its budget
    std::string subject;               // of its row: "name:order_placement"
    verdict::LimitResult sinceStart;   // subject, limit, value
    std::optional<double> lastSeconds; // the same figure over the last ten seconds; none without samples
    // That figure of each second of the last minute, the newest last; empty when nothing moves.
    std::vector<std::optional<double>> lastMinute{};
};

// A run as it stands after a whole second: the same value drives the Run view, a run opened from the history
// and the report.
struct RunPicture {
    report::ReportModel model;        // while live: state Running, the verdict so far
    std::vector<GaugeReading> gauges; // also of what was not exercised or not measured
    std::vector<LogLine> log;
    bool isLive = false;
};
using RunPicturePtr = std::shared_ptr<const RunPicture>;

struct ScenarioMoment {
    QString name;
    QString executor;
    double done = 0; // 0 to 1
    bool hasBegun = false;
    std::int64_t vus = 0;
    std::int64_t wantedVus = 0; // 0 in open models
    double wantedRate = 0;      // iterations a second; 0 in closed models
    double added = 0;           // by hand, in what is wanted already: VUs, or iterations a second
    double leastAdded = 0;      // what may be added, from ...
    double mostAdded = 0;       // ... to
    bool isOpen = false;        // arrivals make the load
    bool isExternal = false;    // the plan leaves the number of VUs to the person
    std::int64_t iterations = 0;
    std::int64_t dropped = 0;
};

// How a run stands right now; ten times a second.
struct RunMoment {
    RunStage stage = RunStage::Preparing;
    Duration runTime{};
    Duration planned{}; // run time at which the last scenario ends
    bool isPaused = false;
    std::int64_t vus = 0;
    std::int64_t wantedVus = 0;
    std::int64_t requests = 0;
    std::int64_t failed = 0;
    std::int64_t connections = 0;
    std::vector<ScenarioMoment> scenarios;
};

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::RunPicturePtr)
Q_DECLARE_METATYPE(bw::bridge::RunMoment)
