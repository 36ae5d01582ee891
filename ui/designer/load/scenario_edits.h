#pragma once

#include "core/testplan/test_plan.h"

#include <QString>

#include <string>
#include <string_view>

// What is done to a plan's scenarios as a whole. Pure functions.
namespace bw::designer {

// Valid with any flow: a minute of small load. The executor is one of the seven names.
[[nodiscard]] testplan::Executor defaultExecutor(std::string_view executor);
// The other executor with what both have in common: VUs, rates, how long, stages.
[[nodiscard]] testplan::Executor switchExecutor(const testplan::Executor& from, std::string_view executor);

// A name that no scenario of the plan has: `wanted`, or with a number behind it.
[[nodiscard]] std::string freeScenarioName(const testplan::TestPlan& plan, const std::string& wanted);

// The name of what was added.
std::string addScenario(testplan::TestPlan& plan, std::string_view executor);
std::string duplicateScenario(testplan::TestPlan& plan, std::string_view name);
void removeScenario(testplan::TestPlan& plan, std::string_view name);
// Thresholds and budgets that look at the scenario by its name go with it.
void renameScenario(testplan::TestPlan& plan, std::string_view from, const std::string& to);

// Why the scenario cannot have the name; empty when it can.
[[nodiscard]] QString checkNewName(const testplan::TestPlan& plan, const QString& old, const QString& name);

[[nodiscard]] testplan::Scenario* findScenario(testplan::TestPlan& plan, std::string_view name);

} // namespace bw::designer
