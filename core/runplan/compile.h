#pragma once

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/expr/problem.h"
#include "core/runplan/feed_data.h"
#include "core/runplan/run_plan.h"
#include "core/runplan/segment_share.h"
#include "core/testplan/test_plan.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bw::runplan {

// What a person adds to a plan for one run.
struct CompileOptions {
    std::string folder; // of the plan's file: feeds and bodies lie under it
    std::string environment;
    std::vector<std::pair<std::string, std::string>> variables; // beat the environment, which beats the plan
    std::vector<std::pair<std::string, std::string>> secrets;   // by name, from the program's environment
    ProxyRules proxy;                        // the program's environment's; the plan's own beats it
    std::vector<std::string> scenarios;      // only these; empty: all
    std::vector<std::string> confirmedHosts; // reached only when the plan names them, too
    std::optional<Duration> duration;        // of every scenario, before time scale
    std::optional<std::int64_t> vus;         // of every scenario
    double timeScale = 1;
    std::uint64_t seed = 0;
    enum class Subjects : std::uint8_t {
        No,
        Yes
    } subjects = Subjects::No; // of checks: to show what they saw
    SegmentShare share;        // this process's part of the load
};

enum class CompileErrorKind {
    Unsupported,       // a step or option that this build cannot execute yet; subject: its name in the plan
    NoSuchEnvironment, // subject; suggestion
    NoSuchScenario,    // subject; suggestion
    NoScenario,        // nothing to run
    NotAllowedByPlan,  // a confirmed host that the plan does not name; subject
    MissingSecret,     // subject: the variable that the program's environment lacks
    UnknownVariable,   // -e names what the plan does not have; subject; suggestion
    CircularVariable,  // subject
    Feed,              // feed: what is wrong with it; subject: its name
    File,              // file: what went wrong
    BadProxy,          // the plan's proxy is no http URL; subject: what it is
    Expression,        // expression: what is wrong; subject: the source
    Evaluation,        // a variable's template could not be evaluated; subject: its name
    CannotScale,       // --vus or --duration does not fit the scenario's executor; subject: the scenario
};

struct CompileError {
    CompileErrorKind kind = CompileErrorKind::Unsupported;
    std::string place; // as in validation: flows.a.steps[0].websocket
    std::string subject;
    std::string suggestion;
    FeedError feed;
    FileError file;
    std::vector<expr::Problem> expressions;
};

// Turns a valid plan into one that can be executed: everything read, resolved and numbered. Tells every
// reason why it cannot, not only the first. Reads the plan's feeds and body files; touches nothing else.
[[nodiscard]] Result<std::shared_ptr<const RunPlan>, std::vector<CompileError>>
compile(const testplan::TestPlan& plan, const CompileOptions& options);

} // namespace bw::runplan
