#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bw::bridge {

// What a person asks of one execution of a plan, beside the plan itself. A value.
struct RunOptions {
    std::string planPath;                // where feeds and bodies are looked for, too
    std::optional<std::string> planText; // instead of what stands in the file
    std::string environment;
    std::vector<std::pair<std::string, std::string>> variables;
    std::optional<Duration> duration; // replaces every scenario's
    std::optional<std::int64_t> vus;  // replaces every scenario's number
    double timeScale = 1;
    bool smoke = false; // every scenario once, by one VU; nothing is judged or kept
    // Of the plan's own hosts beyond this machine, those the person allowed; without an answer the run asks
    // first.
    std::vector<std::string> allowedHosts;
    bool hostsAreAnswered = false;
    std::string build;
    std::string note;
    std::vector<std::string> watched; // processes of this machine, as watchedProcesses() takes them
};

} // namespace bw::bridge
