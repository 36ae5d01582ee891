#include "core/engine/connection_room.h"
#include "tests/core/runplan/plan_text.h"

#include <gtest/gtest.h>

namespace bw::engine {
namespace {

constexpr const char* kGet = R"({"http": {"name": "r", "url": "http://localhost/"}})";
constexpr const char* kFeed = R"({"websocket": {"name": "f", "url": "ws://localhost/"}})";

std::uint64_t wanted(const std::string& steps, const std::string& top = {}) {
    runplan::PlanText text;
    text.top += top;
    text.steps = steps;
    text.scenarios = R"("load": {"executor": "constant-vus", "flow": "main", "vus": 1000, "duration": "1s"})";
    const auto plan = runplan::compiled(text, {});
    EXPECT_TRUE(plan.has_value()) << testing::PrintToString(runplan::told(plan));
    return plan ? connectionsWanted(**plan) : 0;
}

std::string both(const std::string& first, const std::string& second) {
    return first + ", " + second;
}

} // namespace

TEST(ConnectionRoom, EachUserHasAConnectionAndTheSessionsThatAreOpenTogether) {
    EXPECT_EQ(wanted(R"({"think": "1s"})"), 0U);
    EXPECT_EQ(wanted(kGet), 1000U);
    EXPECT_EQ(wanted(kFeed), 1000U);
    EXPECT_EQ(wanted(both(kGet, kFeed)), 2000U);
    EXPECT_EQ(wanted(both(kFeed, kFeed)), 1000U) << "one after the other";
    EXPECT_EQ(wanted(R"({"parallel": {"steps": [)" + both(kFeed, kFeed) + "]}}"), 2000U);
    EXPECT_EQ(wanted(R"({"parallel": {"max": 1, "steps": [)" + both(kFeed, kFeed) + "]}}"), 1000U);
    EXPECT_EQ(wanted(R"({"websocket": {"name": "f", "url": "ws://localhost/", "steps": [)" +
                     both(kFeed, kGet) + "]}}"),
              3000U);
}

TEST(ConnectionRoom, SharedConnectionsAreFew) {
    EXPECT_EQ(wanted(kGet, R"("defaults": {"http": {"connections": {"shared": 7}}},)"), 7U);
}

TEST(ConnectionRoom, EventLoopsOfTheirOwnRoomGiveMoreTogether) {
    const ConnectionRoom room{.descriptors = 20'000, .perLoop = 20'000};
    EXPECT_LT(room.of(1), 40'000U);
    EXPECT_GT(room.of(2), 59'000U);
    EXPECT_EQ(room.workersFor(50'000, 1), 2U);
    EXPECT_EQ(room.workersFor(500, 4), 4U);
}

TEST(ConnectionRoom, WhereLoopsHaveNoneMoreOfThemDoNotHelp) {
    const ConnectionRoom room{.descriptors = 1024, .perLoop = 0};
    EXPECT_LT(room.of(1), 1024U);
    EXPECT_EQ(room.workersFor(50'000, 2), 2U);
    EXPECT_EQ(ConnectionRoom{.descriptors = 50}.of(1), 0U);
}

} // namespace bw::engine
