#include "core/run/run_prepare.h"

#include "core/base/file.h"
#include "core/testplan/parse.h"

#include <cstdlib>
#include <filesystem>
#include <random>

namespace bw::run {
namespace {

std::vector<std::pair<std::string, std::string>> secretsOf(const testplan::TestPlan& plan) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const std::string& name : plan.secrets) {
        if (const char* value = std::getenv(name.c_str()); value != nullptr) {
            found.emplace_back(name, value);
        }
    }
    return found;
}

// Either spelling; the lower case beats the upper one, as everywhere.
std::string environment(const char* name, const char* upper) {
    for (const char* each : {name, upper}) {
        if (const char* value = std::getenv(each); value != nullptr && *value != '\0') {
            return value;
        }
    }
    return {};
}

runplan::CompileOptions optionsOf(const RunRequest& request, const testplan::TestPlan& plan,
                                  std::uint64_t seed) {
    runplan::CompileOptions options;
    const std::string folder = std::filesystem::path(request.planPath).parent_path().string();
    options.folder = folder.empty() ? "." : folder;
    options.environment = request.environment;
    options.variables = request.variables;
    options.secrets = secretsOf(plan);
    options.proxy = runplan::proxyFromEnvironment(environment("http_proxy", "HTTP_PROXY"),
                                                  environment("https_proxy", "HTTPS_PROXY"),
                                                  environment("no_proxy", "NO_PROXY"));
    options.scenarios = request.scenarios;
    options.confirmedHosts = request.allowedHosts;
    options.duration = request.duration;
    options.vus = request.vus;
    options.timeScale = request.timeScale;
    options.seed = seed;
    options.subjects =
        request.traceChecks ? runplan::CompileOptions::Subjects::Yes : runplan::CompileOptions::Subjects::No;
    return options;
}

// Does every flow work at all? One iteration of each scenario by one virtual user, without the limits of a
// real load.
void reduceToSmoke(testplan::TestPlan& plan) {
    for (testplan::Scenario& scenario : plan.scenarios) {
        scenario.executor = testplan::PerVuIterations{};
        scenario.startTime = {};
    }
    plan.thresholds.clear();
    plan.budgets.clear();
}

} // namespace

Result<PreparedRun, PrepareError> prepareRun(const RunRequest& request) {
    const std::vector<std::string> budgetFolders = {request.resources + "/budgets"};
    testplan::ParseOutcome parsed =
        request.planText ? testplan::checkPlan(*request.planText, request.planPath, budgetFolders)
                         : testplan::loadPlan(request.planPath, budgetFolders);
    if (!parsed.ok()) {
        return std::unexpected(std::move(parsed.problems));
    }
    PreparedRun prepared;
    prepared.request = request;
    prepared.warnings = std::move(parsed.problems);
    prepared.plan = std::move(*parsed.plan);
    prepared.planText = request.planText
                            ? *request.planText
                            : readFile(request.planPath, testplan::kMaxPlanBytes).value_or(std::string());
    if (request.smoke) {
        reduceToSmoke(prepared.plan);
    }
    prepared.seed =
        request.seed ? *request.seed : (std::uint64_t{std::random_device()()} << 32) ^ std::random_device()();
    testplan::ResolvedBudgets budgets = testplan::resolveBudgets(prepared.plan.budgets, budgetFolders);
    for (testplan::BudgetSpec& spec : budgets.budgets) {
        const auto origin = spec.use.empty() ? verdict::BudgetOrigin::Own : verdict::BudgetOrigin::Shared;
        prepared.budgets.push_back({std::move(spec), origin});
    }
    auto compiled = runplan::compile(prepared.plan, optionsOf(request, prepared.plan, prepared.seed));
    if (!compiled) {
        return std::unexpected(std::move(compiled.error()));
    }
    prepared.compiled = std::move(*compiled);
    return prepared;
}

} // namespace bw::run
