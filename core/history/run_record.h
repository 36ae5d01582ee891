#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/metrics/metric.h"
#include "core/metrics/series.h"
#include "core/metrics/series_value.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What the history keeps of a run, as plain values.
namespace bw::history {

// Given in the order runs began, never reused.
using RunId = Id<struct RunIdTag, std::int64_t>;

// Stored as these numbers.
enum class RunState : std::uint8_t {
    Running = 0,
    Finished = 1,
    Interrupted = 2, // by the person, or its process died
    Aborted = 3,     // by an abortOnFail threshold, or the run could not go on
};

enum class RunVerdict : std::uint8_t { None = 0, Pass = 1, Fail = 2, Inconclusive = 3 };

// Known when a run begins. Nothing in here may hold a secret's value.
struct RunStart {
    std::string planName;
    std::string planText;
    std::string environment;
    std::string build;
    std::string note;
    std::map<std::string, std::string> tags;
    std::uint64_t seed = 0;
    std::string kernel;
    int cores = 0;
    int workers = 0;
    std::string reactor;
    std::string host;
    std::string program; // name and version
    std::string optionsJson = "{}";
    WallTime started;
};

// Known when it ended.
struct RunOutcome {
    RunState state = RunState::Finished;
    RunVerdict verdict = RunVerdict::None;
    std::string verdictJson = "{}";
    std::string keyFiguresJson = "{}";
    WallTime ended;
};

struct RunSummary {
    RunId id;
    RunState state = RunState::Running;
    RunVerdict verdict = RunVerdict::None;
    std::string planName;
    std::string environment;
    std::string build;
    std::string note;
    std::map<std::string, std::string> tags;
    WallTime started;
    std::optional<WallTime> ended;
    std::int64_t seconds = 0;    // of run time that are stored
    std::int64_t wideFrames = 0; // frames of more than a second: reader or disk were too slow
    std::string keyFiguresJson;
    bool isStarred = false;
};

struct RunDetail {
    RunSummary summary;
    std::string planText;
    std::uint64_t seed = 0;
    std::string kernel;
    int cores = 0;
    int workers = 0;
    std::string reactor;
    std::string host;
    std::string program;
    std::string optionsJson;
    std::string verdictJson;
    std::int64_t recordsDropped = 0; // examples and log messages beyond their bounds
};

struct StoredSeries {
    metrics::SeriesId id;
    std::string metric;
    metrics::MetricType type = metrics::MetricType::Counter;
    metrics::MetricKind kind = metrics::MetricKind::Default;
    metrics::TagSet tags;
    friend bool operator==(const StoredSeries&, const StoredSeries&) = default;
};

// A series in the seconds [second, second + width).
struct TimedValue {
    std::int64_t second = 0;
    std::int64_t width = 1;
    metrics::SeriesValue value;
    friend bool operator==(const TimedValue&, const TimedValue&) = default;
};

struct SeriesSum {
    metrics::SeriesId series;
    metrics::SeriesValue value;
    friend bool operator==(const SeriesSum&, const SeriesSum&) = default;
};

// Seconds [begin, end) of run time. A frame that is wider than a second belongs to where it begins.
struct Window {
    std::int64_t begin = 0;
    std::int64_t end = INT64_MAX;
};

// A failing exchange, secrets masked by whoever adds it.
struct ExampleRecord {
    Duration at{}; // run time
    std::string name;
    std::string kind; // of the error: "timeout", "status", "check", ...
    std::string request;
    std::string response;
    friend bool operator==(const ExampleRecord&, const ExampleRecord&) = default;
};

enum class LogLevel : std::uint8_t { Debug = 0, Info = 1, Warning = 2, Error = 3 };

struct LogRecord {
    Duration at{};
    LogLevel level = LogLevel::Info;
    std::string source; // scenario or module
    std::string text;
    friend bool operator==(const LogRecord&, const LogRecord&) = default;
};

// Something that happened at a moment: "abort" (text: the threshold), "suspend" and "clock_jump" (text: whole
// milliseconds, negative when backwards), "pause" and "resume", "load" (text: the scenario, what was added by
// hand, and "vus" or "rate", see core/run/README.md), "note" (text: a person's).
struct MarkRecord {
    Duration at{};
    std::string kind;
    std::string text;
    friend bool operator==(const MarkRecord&, const MarkRecord&) = default;
};

} // namespace bw::history
