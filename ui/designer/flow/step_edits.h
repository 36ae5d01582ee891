#pragma once

#include "core/testplan/test_plan.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// What is done to the steps of flows, addressed by their places in the plan ("flows.buy.steps[2]"). Pure
// functions. A place that is none is passed over.
namespace bw::designer {

// A list of steps and where it stands.
struct StepList {
    std::string place;
    testplan::Steps* steps = nullptr;
};
// Before, every iteration, after.
[[nodiscard]] std::vector<StepList> listsOf(testplan::Flow& flow);
// None for a leaf.
[[nodiscard]] std::vector<StepList> listsInside(testplan::Step& step, const std::string& place);

// Where a step stands, or will stand, in its list.
struct StepSpot {
    std::string list;
    int row = 0;
    friend bool operator==(const StepSpot&, const StepSpot&) = default;
};
[[nodiscard]] StepSpot spotOf(std::string_view stepPlace);

// The deepest step that holds the place; null: none does.
[[nodiscard]] testplan::Step* findStep(testplan::TestPlan& plan, std::string_view place);
[[nodiscard]] const testplan::Step* findStep(const testplan::TestPlan& plan, std::string_view place);
// Its own place; empty: none.
[[nodiscard]] std::string placeOfStep(const testplan::TestPlan& plan, std::string_view place);
// Null: no list stands exactly there.
[[nodiscard]] testplan::Steps* findSteps(testplan::TestPlan& plan, std::string_view list);

// Calls visit for every step of a flow, a step before those inside it.
using StepVisit = std::function<void(const std::string& place, testplan::Step& step)>;
void walkSteps(testplan::Flow& flow, const StepVisit& visit);

// Copies of the steps at these places in the order of the document, none that is inside another.
[[nodiscard]] testplan::Steps copySteps(const testplan::TestPlan& plan,
                                        const std::vector<std::string>& places);

// These change the plan and tell where the steps are then.
std::vector<std::string> insertSteps(testplan::TestPlan& plan, const StepSpot& spot, testplan::Steps steps);
std::vector<std::string> moveSteps(testplan::TestPlan& plan, const std::vector<std::string>& places,
                                   const StepSpot& spot); // into one of themselves: nothing happens
std::vector<std::string> duplicateSteps(testplan::TestPlan& plan, const std::vector<std::string>& places);
// A group around them, where the first of them stands.
std::vector<std::string> groupSteps(testplan::TestPlan& plan, const std::vector<std::string>& places,
                                    const std::string& name);
void removeSteps(testplan::TestPlan& plan, const std::vector<std::string>& places);
void setStepState(testplan::TestPlan& plan, const std::vector<std::string>& places,
                  testplan::StepState state);

// A check or an extractor ("checks", "extract") of the step's answer or its messages, behind those it has,
// under a name that is free. Its place; empty: the step has no such thing.
std::string addResult(testplan::TestPlan& plan, std::string_view place, std::string_view key,
                      const std::string& name, const std::string& expression);

// A group's and a metric's name is its own; that of anything else may be empty.
void renameStep(testplan::Step& step, const std::string& name);

// A step of this kind that the plan takes; `kind` is a key of the format ("http").
[[nodiscard]] testplan::Step newStep(const testplan::TestPlan& plan, std::string_view kind);
// The kinds that can be added, in the order in which they are offered.
[[nodiscard]] std::vector<std::string_view> newStepKinds();

} // namespace bw::designer
