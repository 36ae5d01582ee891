#pragma once

#include "core/testplan/budget_spec.h"
#include "core/testplan/feed_spec.h"
#include "core/testplan/flow.h"
#include "core/testplan/http_defaults.h"
#include "core/testplan/scenario.h"
#include "core/testplan/threshold_spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace bw::testplan {

// The format this program reads and writes ("bellwether": 1).
inline constexpr int kPlanVersion = 1;

struct Variable {
    std::string name;
    JsonValue value; // a string is a template over secrets and other variables
    friend bool operator==(const Variable&, const Variable&) = default;
};

// Values that replace the variables of the same names.
struct Environment {
    std::string name;
    std::vector<Variable> variables;
    friend bool operator==(const Environment&, const Environment&) = default;
};

// The document a person edits and commits. A value: copies are deep and independent. It may be wrong;
// validate() tells.
struct TestPlan {
    std::string name;
    std::string description;
    std::vector<std::string> allowedHosts; // beside loopback
    std::vector<Variable> variables;
    std::vector<Environment> environments;
    std::vector<std::string> secrets; // names in the program's environment
    std::vector<FeedSpec> feeds;
    Defaults defaults;
    std::string setup;    // a flow's name, or empty
    std::string teardown; // a flow's name, or empty
    std::vector<Flow> flows;
    std::vector<Scenario> scenarios;
    std::vector<ThresholdGroup> thresholds;
    std::vector<BudgetSpec> budgets;
    WrittenKeys written{};
    friend bool operator==(const TestPlan&, const TestPlan&) = default;

    // Null when there is none.
    [[nodiscard]] const Flow* findFlow(std::string_view flow) const;
    [[nodiscard]] const Scenario* findScenario(std::string_view scenario) const;
    [[nodiscard]] const Environment* findEnvironment(std::string_view environment) const;
};

} // namespace bw::testplan
