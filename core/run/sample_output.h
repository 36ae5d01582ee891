#pragma once

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/engine/sample_writer.h"
#include "core/metrics/metric.h"
#include "core/run/run_request.h"

#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace bw::run {

// What k6's JSON output says of a metric before its first point.
struct MetricNote {
    std::vector<std::string> thresholds;                         // as their author wrote them
    std::vector<std::pair<std::string, std::string>> subMetrics; // full name, and what stands in its braces
};

// Turns points into lines of one format. Not thread-safe.
class PointFormat {
public:
    virtual ~PointFormat() = default;
    virtual void begin(std::string& out) = 0;
    virtual void append(const engine::Point& point, std::string& out) = 0;
};

// `start` is the wall time of run time 0; the registry outlives the format.
[[nodiscard]] std::unique_ptr<PointFormat> makeJsonFormat(const metrics::MetricRegistry& metrics,
                                                          WallTime start,
                                                          std::map<std::string, MetricNote> notes);
[[nodiscard]] std::unique_ptr<PointFormat> makeCsvFormat(const metrics::MetricRegistry& metrics,
                                                         WallTime start);

// Writes every sample to the files a person asked for: a thread of its own takes the points from the workers'
// queues, so that neither the engine nor the controller ever waits for a disk. A file that fails ends, the
// run does not.
class SampleFiles {
public:
    struct Outcome {
        std::uint64_t written = 0; // points
        std::uint64_t dropped = 0; // no room in the queues
        std::vector<FileError> errors;
    };

    SampleFiles() = default;
    SampleFiles(const SampleFiles&) = delete;
    SampleFiles& operator=(const SampleFiles&) = delete;
    ~SampleFiles();

    // Opens one more file ("-" is standard output). Before start() only.
    [[nodiscard]] Result<void, FileError> add(const std::string& path, std::unique_ptr<PointFormat> format);

    // Starts the thread. The queues outlive finish().
    void start(std::vector<engine::PointQueue*> queues);

    // Writes what is queued and closes the files; afterwards nothing may be put into the queues.
    [[nodiscard]] Outcome finish();

private:
    struct Sink {
        std::FILE* file;
        std::string path;
        std::unique_ptr<PointFormat> format;
        std::string text;
        std::optional<FileError> error;
    };

    void loop(const std::stop_token& stop);
    std::size_t drain();
    static void write(Sink& sink);

    std::vector<Sink> m_sinks;
    std::vector<engine::PointQueue*> m_queues;
    Outcome m_outcome;
    std::jthread m_thread;
};

} // namespace bw::run
