#include "ui/bridge/run_asked.h"

#include "ui/format/compile_error_text.h"
#include "ui/format/problem_text.h"

namespace bw::bridge {

RunRefusal refusalOf(const run::PrepareError& error) {
    RunRefusal refusal;
    if (const auto* problems = std::get_if<std::vector<testplan::Problem>>(&error)) {
        for (const testplan::Problem& problem : *problems) {
            if (problem.severity == testplan::Severity::Error) {
                refusal.problems.append(format::problemText(problem));
            }
        }
        return refusal;
    }
    for (const runplan::CompileError& problem : std::get<std::vector<runplan::CompileError>>(error)) {
        refusal.problems.append(format::compileErrorText(problem));
    }
    return refusal;
}

run::RunRequest requestOf(const RunOptions& options, const std::string& resources,
                          const std::string& history) {
    run::RunRequest request;
    request.planPath = options.planPath;
    request.planText = options.planText;
    request.resources = resources;
    request.environment = options.environment;
    request.variables = options.variables;
    request.duration = options.duration;
    request.vus = options.vus;
    request.timeScale = options.timeScale;
    request.smoke = options.smoke;
    request.allowedHosts = options.allowedHosts;
    request.build = options.build;
    request.note = options.note;
    if (!options.smoke) {
        request.watched = options.watched;
    }
    if (!options.smoke && !history.empty()) {
        request.history = history;
    }
    return request;
}

} // namespace bw::bridge
