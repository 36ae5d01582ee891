#include "ui/bridge/plan_state.h"

#include "core/testplan/parse.h"
#include "core/testplan/write.h"

#include <algorithm>

namespace bw::bridge {

PlanStatePtr readPlanState(std::string text) {
    testplan::ParseOutcome outcome = testplan::parse(text);
    return std::make_shared<const PlanState>(
        PlanState{std::move(text), std::move(outcome.plan), std::move(outcome.problems)});
}

PlanStatePtr writePlanState(testplan::TestPlan plan, const PlanState& before) {
    std::string text = testplan::write(plan);
    std::vector<testplan::Problem> problems = before.problems;
    if (text.size() <= kLiveBytes) {
        testplan::ParseOutcome outcome = testplan::parse(text);
        if (!outcome.plan) {
            return nullptr;
        }
        problems = std::move(outcome.problems);
    }
    return std::make_shared<const PlanState>(
        PlanState{std::move(text), std::move(plan), std::move(problems)});
}

bool isNewerFormat(const PlanState& state) {
    return std::ranges::any_of(state.problems, [](const testplan::Problem& problem) {
        return problem.kind == testplan::ProblemKind::NewerFormat;
    });
}

std::string newPlanText() {
    return R"({
  "bellwether": 1,
  "name": "New plan",
  "variables": {
    "baseUrl": "http://127.0.0.1:7070"
  },
  "flows": {
    "visit": {
      "steps": [
        {
          "http": {
            "name": "home",
            "url": "${baseUrl}/",
            "checks": {
              "answered well": "status == 200"
            }
          }
        },
        {
          "think": "1s"
        }
      ]
    }
  },
  "scenarios": {
    "visitors": {
      "executor": "constant-vus",
      "flow": "visit",
      "vus": 2,
      "duration": "10s"
    }
  },
  "thresholds": {
    "http_req_failed": [
      "rate<0.01"
    ],
    "http_req_duration": [
      "p(95)<500"
    ]
  }
}
)";
}

} // namespace bw::bridge
