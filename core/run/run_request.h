#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bw::run {

enum class ReactorChoice { Auto, Epoll, IoUring };

// Per-sample output, k6's formats.
struct SampleOutput {
    enum class Format { Json, Csv };
    Format format = Format::Json;
    std::string path; // "-" is standard output
};

// Everything a person may say about one execution of a plan, beside the plan itself. Nothing here changes the
// plan's file. A value type; the window and the command line fill the same one.
struct RunRequest {
    std::string planPath;                // names the plan's folder, too, where feeds and bodies lie
    std::optional<std::string> planText; // instead of what stands in the file: work that was not saved yet
    std::string resources;               // folder with budgets/, for `{"use": …}`

    std::string environment; // one of the plan's, or empty
    std::vector<std::pair<std::string, std::string>>
        variables;                         // -e: beats the environment, which beats the plan
    std::vector<std::string> scenarios;    // only these; empty: all
    std::optional<Duration> duration;      // replaces every scenario's (see README)
    std::optional<std::int64_t> vus;       // replaces every scenario's number of VUs
    double timeScale = 1;                  // multiplies times, never rates
    bool smoke = false;                    // every scenario once, by one VU, at once; nothing is judged
    std::vector<std::string> allowedHosts; // the person's word for hosts the plan names

    std::optional<unsigned> workers; // none: as many as processors may be used
    ReactorChoice reactor = ReactorChoice::Auto;
    std::optional<std::uint64_t> seed; // none: from the system's entropy, recorded with the run

    std::vector<std::pair<std::string, std::string>> tags;
    std::string build;
    std::string note;

    // Processes of this machine whose resources are measured beside the load, and beside those that the
    // plan's limits name: observe::parseSelection() takes each.
    std::vector<std::string> watched;

    std::optional<std::string> history; // file; none: nothing is kept
    std::vector<SampleOutput> outputs;
    bool httpDebug = false;   // every exchange as text to the observer
    bool traceChecks = false; // what checks looked at can be shown
};

} // namespace bw::run
