#include "core/testplan/plan_scope.h"

#include "core/expr/scope.h"
#include "core/testplan/step_walk.h"

namespace bw::testplan {
namespace {

void addNames(expr::Scope& scope, const NamedTexts& named) {
    for (const auto& [name, text] : named) {
        scope.addVariable(name);
    }
}

void addStep(expr::Scope& scope, const Step& step) {
    if (const auto* http = std::get_if<HttpStep>(&step.kind)) {
        addNames(scope, http->extract);
    } else if (const auto* webSocket = std::get_if<WebSocketStep>(&step.kind)) {
        addNames(scope, webSocket->messages.extract);
    } else if (const auto* loop = std::get_if<LoopStep>(&step.kind)) {
        if (const auto* over = std::get_if<OverLoop>(&loop->kind)) {
            scope.addVariable(over->as);
        }
    }
}

} // namespace

expr::Scope scopeOf(const TestPlan& plan) {
    expr::Scope scope;
    for (const Variable& variable : plan.variables) {
        scope.addVariable(variable.name);
    }
    for (const Environment& environment : plan.environments) {
        for (const Variable& variable : environment.variables) {
            scope.addVariable(variable.name);
        }
    }
    for (const Scenario& scenario : plan.scenarios) {
        addNames(scope, scenario.env);
    }
    for (const FeedSpec& feed : plan.feeds) {
        scope.addFeedOfAnyColumns(feed.name);
    }
    for (const std::string& secret : plan.secrets) {
        scope.addSecret(secret);
    }
    forEachStep(plan, [&](const Step& step) { addStep(scope, step); });
    return scope;
}

} // namespace bw::testplan
