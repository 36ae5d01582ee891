#include "core/testplan/step_text.h"
#include "core/testplan/write.h"
#include "ui/bridge/plan_state.h"
#include "ui/designer/flow/flow_edits.h"
#include "ui/designer/flow/step_edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bw::designer {
namespace {

using namespace testplan;
using testing::ElementsAre;

// Two lists with groups in them: a, b(c, d), e; the other flow has x.
TestPlan nested() {
    TestPlan plan = *bridge::readPlanState(bridge::newPlanText())->plan;
    const auto steps = [](const char* text) { return *parseStepText(text).steps; };
    plan.flows.clear();
    plan.flows.push_back({.name = "one", .before = {}, .after = {}, .steps = steps(R"([
        {"http": {"name": "a", "url": "http://x/"}},
        {"group": {"name": "b", "steps": [{"think": "1s", "name": "c"}, {"think": "2s", "name": "d"}]}},
        {"if": {"condition": "true", "then": [{"pacing": "1s", "name": "f"}]}, "name": "e"}])")});
    plan.flows.push_back(
        {.name = "two", .before = {}, .after = {}, .steps = steps(R"([{"think": "3s", "name": "x"}])")});
    return plan;
}

std::string nameOf(const Step& step) {
    const auto* group = std::get_if<GroupStep>(&step.kind);
    return group == nullptr ? step.name : group->name;
}

// "a b(c d) e(f)"
std::string shape(TestPlan& plan, const char* flow) {
    std::string text;
    const std::function<void(const StepList&)> add = [&](const StepList& list) {
        for (std::size_t i = 0; i < list.steps->size(); ++i) {
            Step& step = (*list.steps)[i];
            text += (text.empty() || text.back() == '(' ? "" : " ") + nameOf(step);
            const auto inner = listsInside(step, list.place + '[' + std::to_string(i) + ']');
            if (!inner.empty()) {
                text += '(';
                for (const StepList& one : inner) {
                    add(one);
                }
                text += ')';
            }
        }
    };
    for (Flow& found : plan.flows) {
        if (found.name == flow) {
            for (const StepList& list : listsOf(found)) {
                add(list);
            }
        }
    }
    return text;
}

TEST(StepEdits, FindStepsByPlacesInsideThem) {
    TestPlan plan = nested();
    EXPECT_EQ(findStep(plan, "flows.one.steps[1].group.steps[0].think")->name, "c");
    EXPECT_EQ(placeOfStep(plan, "flows.one.steps[2].if.then[0].pacing"), "flows.one.steps[2].if.then[0]");
    EXPECT_EQ(findStep(plan, "flows.one.steps[9]"), nullptr);
    EXPECT_EQ(findStep(plan, "scenarios.visitors"), nullptr);
    EXPECT_EQ(findSteps(plan, "flows.one.steps[2].if.else")->size(), 0u);
    EXPECT_EQ(spotOf("flows.one.steps[12]"), (StepSpot{"flows.one.steps", 12}));
}

TEST(StepEdits, MoveWithinAListAndIntoOthers) {
    TestPlan plan = nested();
    EXPECT_EQ(shape(plan, "one"), "a b(c d) e(f)");
    EXPECT_THAT(moveSteps(plan, {"flows.one.steps[0]"}, {"flows.one.steps", 2}),
                ElementsAre("flows.one.steps[1]"));
    EXPECT_EQ(shape(plan, "one"), "b(c d) a e(f)");
    // The list that takes it stands behind the place it leaves.
    moveSteps(plan, {"flows.one.steps[0].group.steps[1]", "flows.one.steps[1]"},
              {"flows.one.steps[2].if.else", 0});
    EXPECT_EQ(shape(plan, "one"), "b(c) e(f d a)");
    // And a step in front of the list that takes it.
    moveSteps(plan, {"flows.one.steps[0]"}, {"flows.one.steps[1].if.then", 1});
    EXPECT_EQ(shape(plan, "one"), "e(f b(c) d a)");
    moveSteps(plan, {"flows.one.steps[0].if.else[0]"}, {"flows.two.steps", 0});
    EXPECT_EQ(shape(plan, "two"), "d x");
}

TEST(StepEdits, AStepDoesNotMoveIntoItself) {
    TestPlan plan = nested();
    moveSteps(plan, {"flows.one.steps[1]"}, {"flows.one.steps[1].group.steps", 0});
    EXPECT_EQ(shape(plan, "one"), "a b(c d) e(f)");
}

TEST(StepEdits, WhatIsInsideAnotherChosenStepGoesWithIt) {
    TestPlan plan = nested();
    const std::vector<std::string> chosen{"flows.one.steps[1].group.steps[0]", "flows.one.steps[1]",
                                          "flows.one.steps[0]"};
    EXPECT_EQ(copySteps(plan, chosen).size(), 2u);
    EXPECT_THAT(duplicateSteps(plan, chosen), ElementsAre("flows.one.steps[2]", "flows.one.steps[3]"));
    EXPECT_EQ(shape(plan, "one"), "a b(c d) a b(c d) e(f)");
    removeSteps(plan, {"flows.one.steps[0]", "flows.one.steps[1].group.steps[1]", "flows.one.steps[3]"});
    EXPECT_EQ(shape(plan, "one"), "b(c) a e(f)");
}

TEST(StepEdits, StepsAreGroupedWhereTheFirstStands) {
    TestPlan plan = nested();
    EXPECT_THAT(groupSteps(plan, {"flows.one.steps[2]", "flows.one.steps[0]"}, "g"),
                ElementsAre("flows.one.steps[0]"));
    EXPECT_EQ(shape(plan, "one"), "g(a e(f)) b(c d)");
}

TEST(StepEdits, EveryNewStepIsOneThatThePlanTakes) {
    for (const std::string_view kind : newStepKinds()) {
        TestPlan plan = nested();
        insertSteps(plan, {"flows.one.steps", 0}, {newStep(plan, "websocket"), newStep(plan, kind)});
        plan.scenarios.front().flow = "one";
        const auto state = bridge::readPlanState(write(plan));
        EXPECT_TRUE(state->plan) << kind;
        EXPECT_FALSE(hasErrors(state->problems))
            << kind << ": " << (state->problems.empty() ? "" : state->problems.front().place);
        EXPECT_EQ(stepKindName(plan.flows[0].steps[1].kind), kind);
    }
}

TEST(StepEdits, CopiedTextIsTheSameStepsAgain) {
    TestPlan plan = nested();
    const std::string text = writeStepText(plan.flows[0].steps);
    EXPECT_EQ(*parseStepText(text).steps, plan.flows[0].steps);
    EXPECT_EQ(parseStepText(R"({"think": "1s"})").steps->size(), 1u) << "a step alone will do";
    EXPECT_FALSE(parseStepText("curl http://x").steps);
    EXPECT_FALSE(parseStepText(R"([{"thinks": "1s"}])").steps);
    EXPECT_FALSE(parseStepText("\xff").steps);
}

TEST(FlowEdits, AFlowIsRenamedWhereverItIsNamed) {
    TestPlan plan = *bridge::readPlanState(bridge::newPlanText())->plan;
    plan.setup = "visit";
    renameFlow(plan, "visit", "call");
    EXPECT_EQ(plan.scenarios.front().flow, "call");
    EXPECT_EQ(plan.setup, "call");
    EXPECT_EQ(duplicateFlow(plan, "call"), "call_copy");
    EXPECT_EQ(addFlow(plan), "flow");
    EXPECT_FALSE(checkFlowName(plan, QStringLiteral("call"), QStringLiteral("flow")).isEmpty());
    EXPECT_FALSE(checkFlowName(plan, QStringLiteral("call"), QString()).isEmpty());
    removeFlow(plan, "call_copy");
    EXPECT_EQ(plan.flows.size(), 2u);
}

} // namespace
} // namespace bw::designer
