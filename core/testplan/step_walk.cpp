#include "core/testplan/step_walk.h"

namespace bw::testplan {

std::vector<const Steps*> stepsInside(const Step& step) {
    return std::visit(
        [](const auto& kind) {
            std::vector<const Steps*> lists;
            if constexpr (requires { kind.thenSteps; }) {
                lists = {&kind.thenSteps, &kind.elseSteps};
            } else if constexpr (requires { kind.choices; }) {
                for (const Choice& choice : kind.choices) {
                    lists.push_back(&choice.steps);
                }
            } else if constexpr (requires { kind.steps; }) {
                lists = {&kind.steps};
            }
            return lists;
        },
        step.kind);
}

void forEachStep(const Steps& steps, const std::function<void(const Step&)>& visit) {
    for (const Step& step : steps) {
        visit(step);
        for (const Steps* inside : stepsInside(step)) {
            forEachStep(*inside, visit);
        }
    }
}

void forEachStep(const TestPlan& plan, const std::function<void(const Step&)>& visit) {
    for (const Flow& flow : plan.flows) {
        forEachStep(flow.before, visit);
        forEachStep(flow.after, visit);
        forEachStep(flow.steps, visit);
    }
}

} // namespace bw::testplan
