#include "ui/bridge/plan_state.h"

#include "core/testplan/parse.h"
#include "core/testplan/write.h"

namespace bw::bridge {

PlanStatePtr readPlanState(std::string text) {
    testplan::ParseOutcome outcome = testplan::parse(text);
    return std::make_shared<const PlanState>(
        PlanState{std::move(text), std::move(outcome.plan), std::move(outcome.problems)});
}

PlanStatePtr writePlanState(const testplan::TestPlan& plan) {
    return readPlanState(testplan::write(plan));
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
            "method": "GET",
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
      "vus": 2,
      "duration": "10s",
      "flow": "visit"
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
