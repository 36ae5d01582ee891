#pragma once

#include "core/testplan/test_plan.h"

#include <QString>

#include <string>
#include <string_view>

// What is done to a plan's flows as a whole. Pure functions.
namespace bw::designer {

// The name of what was added: an empty flow.
std::string addFlow(testplan::TestPlan& plan);
std::string duplicateFlow(testplan::TestPlan& plan, std::string_view name);
// Scenarios that go through it say so as a problem of the plan.
void removeFlow(testplan::TestPlan& plan, std::string_view name);
// Scenarios, setup and teardown that name it go with it.
void renameFlow(testplan::TestPlan& plan, std::string_view from, const std::string& to);

// Why the flow cannot have the name; empty when it can.
[[nodiscard]] QString checkFlowName(const testplan::TestPlan& plan, const QString& old, const QString& name);

} // namespace bw::designer
