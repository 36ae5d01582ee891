#include "core/run/run_prepare.h"
#include "core/run/watched_processes.h"
#include "tests/core/runplan/plan_text.h"

#include <gmock/gmock.h>

namespace bw::run {
namespace {

using Kind = observe::ProcessSelection::Kind;

std::vector<observe::ProcessSelection> watchedBy(const std::string& top, RunRequest request) {
    request.planPath = "test.plan.json";
    request.planText =
        runplan::PlanText{.steps = R"({"http": {"name": "ask", "url": "http://127.0.0.1:9/"}})", .top = top}
            .json();
    const auto prepared = prepareRun(request);
    EXPECT_TRUE(prepared);
    return prepared ? watchedProcesses(*prepared) : std::vector<observe::ProcessSelection>();
}

constexpr const char* kLimits =
    R"("thresholds": {"process_threads{process:java}": ["value<500"], "process_cpu": ["value<9"],
                      "http_req_duration{process:no}": ["p(95)<5"]},
       "budgets": [{"name": "own", "rows": [{"process": "jts-sim", "cpu": "<80%", "memory": "<2GB"},
                                            {"process": ":7070", "cpu": "<80%"},
                                            {"process": "/usr/bin/java", "cpu": "<80%"}]}], )";

TEST(WatchedProcesses, ThoseAskedForAndThoseWithLimits) {
    RunRequest request;
    request.watched = {"4711", "jts-sim"};
    const auto watched = watchedBy(kLimits, request);
    ASSERT_EQ(watched.size(), 5U);
    EXPECT_EQ(watched[0], (observe::ProcessSelection{"4711", Kind::Pid, 4711, 0}));
    EXPECT_EQ(watched[1].text, "jts-sim");
    EXPECT_EQ(watched[2], (observe::ProcessSelection{":7070", Kind::Port, 0, 7070}));
    EXPECT_EQ(watched[3].text, "/usr/bin/java"); // never found, and told so
    EXPECT_EQ(watched[4].text, "java");
}

TEST(WatchedProcesses, NoneUnlessSomebodyWantsThem) {
    EXPECT_TRUE(watchedBy("", {}).empty());
}

TEST(WatchedProcesses, ASmokeRunHasNoLimits) {
    RunRequest request;
    request.smoke = true;
    EXPECT_TRUE(watchedBy(kLimits, request).empty());
}

} // namespace
} // namespace bw::run
