#include "tests/integration/target.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>

using namespace bw::test;
using testing::HasSubstr;
using testing::Not;

namespace {

// A run that another program steers.
class ControlTest : public TargetTest {
protected:
    [[nodiscard]] std::string socket() const { return path("run.sock"); }

    [[nodiscard]] std::string plan() const {
        std::ofstream(path("steered.plan.json"))
            << R"({"bellwether": 1, "name": "steered", "variables": {"baseUrl": ""},
                   "flows": {"f": {"steps": [{"http": {"name": "health", "url": "${baseUrl}/health"}},
                                             {"think": "10ms"}]}},
                   "scenarios": {
                       "live": {"executor": "externally-controlled", "vus": 1, "maxVUs": 40, "flow": "f",
                                "duration": "10m"},
                       "base": {"executor": "constant-vus", "vus": 2, "flow": "f", "duration": "10m"}}})";
        return path("steered.plan.json");
    }

    struct Answer {
        int code = 0;
        std::string output;
        std::string errors;
    };
    [[nodiscard]] Answer control(std::vector<std::string> words) const {
        std::vector<std::string> command{program("bellwether"), "control", socket()};
        command.insert(command.end(), words.begin(), words.end());
        Process asked(command);
        const int code = asked.wait();
        return {code, asked.output, asked.errors};
    }
    // Until the run stands so; it obeys within a tenth of a second and its VUs within an iteration.
    [[nodiscard]] bool becomes(const std::string& status) const {
        for (int i = 0; i < 200; ++i) {
            if (control({"status", "--format", "json"}).output.find(status) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
};

} // namespace

TEST_F(ControlTest, aRunIsPausedResumedLoadedNotedAndStoppedFromOutside) {
    Process run(runCommand(plan(), {"--control", socket()}));
    ASSERT_TRUE(run.waitFor("00:0"));
    struct stat status{};
    ASSERT_EQ(::stat(socket().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);

    EXPECT_EQ(control({"vus", "live", "30"}).code, 0);
    EXPECT_TRUE(becomes(R"("vus":30,"maxVUs":40,"wantedVUs":30,"added":29.0)"));
    EXPECT_EQ(control({"add", "base", "--", "-1"}).code, 0);
    EXPECT_TRUE(becomes(R"("vus":1,"maxVUs":2,"wantedVUs":1,"added":-1.0)"));
    EXPECT_EQ(control({"pause"}).code, 0);
    EXPECT_TRUE(becomes(R"("paused":true)"));
    const Answer told = control({"status"});
    EXPECT_THAT(told.output, HasSubstr("paused"));
    EXPECT_THAT(told.output, HasSubstr("externally-controlled"));
    EXPECT_EQ(control({"note", "the cache was emptied"}).code, 0);
    EXPECT_EQ(control({"resume"}).code, 0);
    EXPECT_EQ(control({"stop"}).code, 0);
    EXPECT_EQ(run.wait(), 130) << run.errors;
    EXPECT_THAT(run.errors, HasSubstr("live: 30 VUs by hand"));
    EXPECT_THAT(run.errors, HasSubstr("base: -1 VUs by hand"));
    EXPECT_THAT(run.errors, HasSubstr("paused by hand"));
    EXPECT_THAT(run.errors, HasSubstr("the cache was emptied"));

    const Answer gone = control({"status"});
    EXPECT_EQ(gone.code, 3);
    EXPECT_THAT(gone.errors, HasSubstr("no run listens there"));
}

TEST_F(ControlTest, whatCannotBeDoneIsSaid) {
    Process run(runCommand(plan(), {"--control", socket()}));
    ASSERT_TRUE(run.waitFor("00:0"));
    const Answer planned = control({"vus", "base", "9"});
    EXPECT_EQ(planned.code, 3);
    EXPECT_THAT(planned.errors, HasSubstr("“base” follows the plan"));
    EXPECT_THAT(control({"add", "bass", "9"}).errors, HasSubstr("no scenario “bass”"));
    EXPECT_THAT(control({"resume"}).errors, HasSubstr("not paused"));
    EXPECT_EQ(control({}).code, 2);
    EXPECT_EQ(control({"add", "base"}).code, 2);

    Process second(runCommand(plan(), {"--control", socket()}));
    EXPECT_EQ(second.wait(), 2);
    EXPECT_THAT(second.errors, HasSubstr("another run listens there"));
    EXPECT_EQ(control({"abort"}).code, 0);
    EXPECT_EQ(run.wait(), 130);
}
