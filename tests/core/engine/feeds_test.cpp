#include "tests/core/engine/load_test.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace bw::engine {
namespace {

using testing::AnyOf;
using testing::Each;
using testing::UnorderedElementsAre;

// Feeds, whose end may end a scenario.
class Feeds : public LoadTest {
protected:
    void SetUp() override {
        std::string pattern = testing::TempDir() + "bw-engine-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        std::ofstream(m_folder + "/users.csv") << "name,pet\na,1\nb,2\nc,3\n";
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    Outcome runFeed(const std::string& order, const std::string& atEnd, const std::string& load,
                    unsigned workers = 1) {
        PlanText text;
        text.top = R"("feeds": {"users": {"file": "users.csv", "order": ")" + order + R"(", "atEnd": ")" +
                   atEnd + R"("}},)";
        text.steps = get("/echo?${feed.users.name}${feed.users.pet}");
        text.scenarios = R"("load": {"flow": "main", )" + load + "}";
        return run(text, {.workers = workers, .folder = m_folder});
    }

    static constexpr auto kFive = R"("executor": "per-vu-iterations", "vus": 1, "iterations": 5)";
    std::string m_folder;
};

TEST_F(Feeds, sequentialRowsRepeat) {
    runFeed("sequential", "repeat", kFive);
    EXPECT_EQ(target.seen.all(), (std::vector<std::string>{"GET /echo?a1", "GET /echo?b2", "GET /echo?c3",
                                                           "GET /echo?a1", "GET /echo?b2"}));
}

TEST_F(Feeds, sequentialRowsThatStopEndTheScenario) {
    const Outcome outcome =
        runFeed("sequential", "stop", R"("executor": "constant-vus", "vus": 2, "duration": "1h")");
    EXPECT_THAT(target.seen.all(), UnorderedElementsAre("GET /echo?a1", "GET /echo?b2", "GET /echo?c3"));
    EXPECT_EQ(outcome.count(Builtin::Iterations), 3);
    EXPECT_EQ(outcome.told<FeedEnded>().size(), 1u);
    EXPECT_LT(outcome.took, 3s);
}

TEST_F(Feeds, rowsThatStopEndAnOpenScenarioToo) {
    const Outcome outcome = runFeed("sequential", "stop", R"("executor": "constant-arrival-rate", "rate": 100,
        "duration": "1h", "preAllocatedVUs": 2, "maxVUs": 2)");
    EXPECT_EQ(outcome.count(Builtin::Iterations), 3);
    EXPECT_EQ(outcome.count(Builtin::DroppedIterations), 0);
    EXPECT_LT(outcome.took, 3s);
}

TEST_F(Feeds, uniqueRowsBelongToTheirVu) {
    runFeed("unique", "stop", R"("executor": "per-vu-iterations", "vus": 5, "iterations": 2)", 2);
    EXPECT_THAT(target.seen.all(), UnorderedElementsAre("GET /echo?a1", "GET /echo?a1", "GET /echo?b2",
                                                        "GET /echo?b2", "GET /echo?c3", "GET /echo?c3"));
}

TEST_F(Feeds, randomRowsAreAnyOfThem) {
    runFeed("random", "repeat", kFive);
    EXPECT_EQ(target.seen.all().size(), 5u);
    EXPECT_THAT(target.seen.all(), Each(AnyOf("GET /echo?a1", "GET /echo?b2", "GET /echo?c3")));
}

} // namespace
} // namespace bw::engine
