#pragma once

#include "core/base/result.h"
#include "core/run/run_request.h"
#include "core/runplan/compile.h"
#include "core/testplan/budget_file.h"
#include "core/testplan/plan_file.h"
#include "core/testplan/test_plan.h"
#include "core/verdict/judging.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace bw::run {

// A plan made ready for one run.
struct PreparedRun {
    RunRequest request;
    testplan::TestPlan plan;
    std::string planText; // as it stands in the file
    std::shared_ptr<const runplan::RunPlan> compiled;
    std::vector<verdict::JudgedBudget> budgets;
    std::vector<testplan::Problem> warnings;
    std::uint64_t seed = 0;
};

// Why a plan cannot be run: it is wrong itself, or it cannot be executed as it was asked for.
using PrepareError = std::variant<std::vector<testplan::Problem>, std::vector<runplan::CompileError>>;

// Reads, validates and compiles the plan. Secrets come from the program's environment.
[[nodiscard]] Result<PreparedRun, PrepareError> prepareRun(const RunRequest& request);

} // namespace bw::run
