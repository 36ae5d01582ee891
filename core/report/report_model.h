#pragma once

#include "core/base/clock.h"
#include "core/history/run_record.h"
#include "core/metrics/heat_map.h"
#include "core/report/column.h"
#include "core/report/failures.h"
#include "core/report/moments.h"
#include "core/report/percentiles.h"
#include "core/verdict/verdict.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What a report says of one run: plain values. Times are milliseconds, rates are per second, shares 0 to 1.
namespace bw::report {

enum class RunState : std::uint8_t { Running, Finished, Interrupted, Aborted };

// The machine and the program that made the load.
struct Surroundings {
    std::string program; // "Bellwether 0.2"
    std::string host;
    std::string kernel;
    std::string cpu;
    std::string reactor;
    unsigned processors = 0; // 0: not known
    unsigned workers = 0;
    std::uint64_t memory = 0; // bytes of the machine
};

struct RunInfo {
    std::string id; // empty when the run is in no history
    std::string planName;
    std::string description;
    std::string environment;
    std::string build;
    std::string note;
    std::vector<std::pair<std::string, std::string>> tags;
    WallTime started;
    Duration duration{};
    Duration paused{}; // of the duration; rates are over the rest
    std::uint64_t seed = 0;
    RunState state = RunState::Finished;
    Surroundings surroundings;

    // What rates are over.
    [[nodiscard]] Duration measured() const {
        return duration > paused ? duration - paused : Duration::zero();
    }
};

// Latencies of the requests that were answered.
struct Latency {
    std::uint64_t answered = 0; // 0: the rest means nothing
    Percentiles service;        // from the moment a request was sent
    double serviceMax = 0;
    double serviceMean = 0;
    Percentiles response; // from the moment it was due
    double responseMax = 0;
};

// All requests of one name.
struct RequestRow {
    std::string name;
    std::uint64_t requests = 0;
    std::uint64_t failed = 0;
    double rate = 0;
    Latency latency;
    Column<RequestMoment> curve; // beside ReportModel::seconds; empty for all but the first 24 names

    [[nodiscard]] double failedShare() const {
        return requests == 0 ? 0 : static_cast<double>(failed) / static_cast<double>(requests);
    }
};

// Some times, when there were any.
struct Times {
    std::uint64_t count = 0; // 0: the rest means nothing
    Percentiles percentiles;
    double max = 0;
    friend bool operator==(const Times&, const Times&) = default;
};

// How sessions ended: by the close code that the server said, or by an error.
struct SessionEnding {
    std::string closeCode; // "1000"; empty when there was an error
    std::string error;     // metrics::outcomeName's word
    std::uint64_t count = 0;
    friend bool operator==(const SessionEnding&, const SessionEnding&) = default;
};

// All WebSocket sessions of one name.
struct SessionRow {
    std::string name;
    std::uint64_t asked = 0;
    std::uint64_t refused = 0; // never stood
    std::uint64_t sent = 0;    // messages, like the next two
    std::uint64_t received = 0;
    std::uint64_t lost = 0; // by gaps in their numbers
    double receivedRate = 0;
    Times connecting;
    Times latency; // of messages, from the time that they carry
    Times ping;
    std::vector<SessionEnding> endings; // the most frequent first
};

// Requests or sessions of one name that failed in one way.
struct ErrorRow {
    std::string name;
    std::string code;   // metrics::outcomeName's word; empty when a response came with an unexpected status
    std::string status; // of the response, "0" without one
    std::uint64_t count = 0;
    std::int64_t first = 0; // seconds of run time
    std::int64_t last = 0;
};

// One moment of the charts: the run's seconds [second, second + width).
struct SecondRow {
    std::int64_t second = 0;
    std::int64_t width = 1;
    double requests = 0;
    double failed = 0;
    std::optional<Percentiles> latency; // response time
    std::optional<Percentiles> service; // from the moment a request was sent
    std::optional<double> vus;
    std::optional<double> vusMax;
    double iterations = 0;
    double dropped = 0;
    double arrivals = 0;                   // in open models: iterations that came due, the dropped among them
    std::optional<Percentiles> startDelay; // how late those began that were not dropped
    double checksPassed = 0;
    double checksFailed = 0;
    double bytesSent = 0;
    double bytesReceived = 0;
    std::optional<double> cpu;      // of the generator, in cores
    std::optional<double> memory;   // of the generator, bytes
    std::optional<double> sessions; // WebSockets that are open
    double sessionsOpened = 0;
    double messages = 0; // received
    std::optional<Percentiles> messageLatency;
};

// What is watched by one name beside the load, moment by moment.
struct ProcessCurve {
    std::string name; // as a person wrote it
    Column<ProcessMoment> moments;
};

// Failures of one kind, moment by moment; those that have no curve are together of the kind without words.
struct FailureCurve {
    FailureKind kind;
    Column<FailureMoment> moments;
};

struct KeyFigures {
    std::uint64_t requests = 0;
    std::uint64_t failed = 0;
    double requestRate = 0;
    Latency latency;
    std::uint64_t iterations = 0;
    double iterationRate = 0;
    std::uint64_t dropped = 0;     // iterations that found no VU
    std::uint64_t interrupted = 0; // iterations that the end cut off
    std::uint64_t sessions = 0;    // WebSockets that were asked for
    double sessionsHighest = 0;    // open at a time
    double openedHighest = 0;      // a second
    std::uint64_t messages = 0;    // received
    double messageRate = 0;
    std::uint64_t messagesLost = 0;
    Times messageLatency;
    double bytesSent = 0;
    double bytesReceived = 0;
    double vusHighest = 0;
    std::optional<double> cpuHighest;
    std::optional<double> memoryHighest;

    [[nodiscard]] double failedShare() const {
        return requests == 0 ? 0 : static_cast<double>(failed) / static_cast<double>(requests);
    }
};

// A worker of the generator: the share of a second that it was busy.
struct WorkerFigures {
    std::string worker; // its number
    double last = 0;
    double mean = 0;
    double highest = 0;
    friend bool operator==(const WorkerFigures&, const WorkerFigures&) = default;
};

// How the generator itself did.
struct GeneratorFigures {
    std::vector<WorkerFigures> workers; // by number
    Times startDelay;                   // how late iterations of open models began
    Times lateness;                     // how late its timers fired
};

enum class MarkKind : std::uint8_t {
    Happening, // "the clock was set"
    Gap,       // the run stood still meanwhile: no line leads across
    Pause,     // lasts
    Note,      // a person's
};

// Something that happened to the run beside its load.
struct MarkRow {
    history::MarkRecord record;
    MarkKind kind = MarkKind::Happening;
    Duration length{}; // of a pause
};

// A failing exchange as it went over the wire, masked.
struct ExampleRow {
    Duration at{}; // run time
    std::string name;
    std::string kind; // "timeout", "status 500", "check order ID returned"
    std::string request;
    std::string response; // empty: none came
};

struct ReportModel {
    RunInfo run;
    verdict::Verdict verdict; // with thresholds, budgets and checks
    KeyFigures figures;
    GeneratorFigures generator;
    std::vector<RequestRow> requests;    // by name
    std::vector<SessionRow> sessions;    // by name
    std::vector<ErrorRow> errors;        // the most frequent first
    std::vector<ExampleRow> examples;    // in the order they happened; the caller's
    std::vector<MarkRow> marks;          // ascending; the caller's
    Column<SecondRow> seconds;           // ascending, without gaps
    std::vector<ProcessCurve> processes; // beside `seconds`; the first 8, in the order in which they came
    std::vector<FailureCurve>
        failures;                      // beside `seconds`; the first 8 kinds, in the order in which they came
    metrics::HeatMap heat;             // of response times
    std::vector<std::string> warnings; // already in words
    std::string planText;
};

} // namespace bw::report
