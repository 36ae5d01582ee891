#include "core/runplan/schedule_json.h"
#include "tests/core/runplan/scenarios.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace bw::runplan {
namespace {

using nlohmann::json;

json scheduleOf(const testplan::Scenario& scenario, const ScheduleOutputOptions& options = {}) {
    return json::parse(scheduleJson(std::span(&scenario, 1), options)).at("scenarios").at(scenario.name);
}

ScheduleOutputOptions atMost(std::uint64_t starts) {
    ScheduleOutputOptions options;
    options.maxStarts = starts;
    return options;
}

TEST(ScheduleJson, ListsTheVusOfAVuExecutor) {
    auto load = rampingVus(0, {{2, 2s}, {2, 1s}}, 0s, 1s);
    load.startTime = {5s, "5s"};
    EXPECT_EQ(scheduleOf(load), json::parse(R"({"executor": "ramping-vus", "startTime_ns": 5000000000,
        "duration_ns": 3000000000, "maxVUs": 2,
        "vus": [[0, 0], [1000000000, 1], [2000000000, 2], [3000000000, 0]],
        "reservedVus": [[0, 0], [1000000000, 1], [2000000000, 2], [4000000000, 0]]})"));
}

TEST(ScheduleJson, ListsTheStartsOfAnArrivalRateExecutor) {
    EXPECT_EQ(
        scheduleOf(constantRate(2, 1s, 2s)),
        json::parse(R"({"executor": "constant-arrival-rate", "startTime_ns": 0, "duration_ns": 2000000000,
        "maxVUs": 20, "starts": 4, "starts_ns": [0, 500000000, 1000000000, 1500000000]})"));
}

TEST(ScheduleJson, CountsAllStartsButListsOnlySome) {
    const auto written = scheduleOf(constantRate(1'000'000, 1s, 1h), atMost(3));
    EXPECT_EQ(written.at("starts"), 3'600'000'000);
    EXPECT_EQ(written.at("starts_ns"), json::parse("[0, 1000, 2000]"));
    EXPECT_EQ(scheduleOf(rampingVus(0, {{100'000'000, 1h}}), atMost(3)).at("vus").size(), 3u);
}

TEST(ScheduleJson, ListsAShareWhenAskedTo) {
    ScheduleOutputOptions second;
    second.share = SegmentShare::create({{1, 2}, {1, 1}}).value();
    const auto written = scheduleOf(constantRate(2, 1s, 2s), second);
    EXPECT_EQ(written.at("starts"), 2);
    EXPECT_EQ(written.at("starts_ns"), json::parse("[500000000, 1500000000]"));
    EXPECT_EQ(written.at("maxVUs"), 10);
}

TEST(ScheduleJson, StaysJsonWhateverTheNames) {
    auto load = constantVus(1, 1s);
    load.name = "a\"b\\\n\xff";
    EXPECT_TRUE(json::accept(scheduleJson(std::span(&load, 1))));
    EXPECT_EQ(json::parse(scheduleJson({})).at("scenarios").size(), 0u);
}

} // namespace
} // namespace bw::runplan
