#include "core/history/database.h"
#include "core/history/history_store.h"
#include "core/verdict/verdict_json.h"
#include "tests/app/bellwether/program_fixture.h"
#include "tests/core/report/frame_source.h"

#include <gmock/gmock.h>

namespace bw::app {
namespace {

using metrics::Builtin;
using testing::HasSubstr;
using testing::Not;

class HistoryCommandsTest : public ProgramTest {
protected:
    void SetUp() override {
        ProgramTest::SetUp();
        m_file = path("history.sqlite");
    }

    // A run of `seconds` with 10 requests each, one of them failed.
    void store(const std::string& plan, std::int64_t seconds) const {
        const auto opened = history::HistoryStore::open(m_file, history::OpenMode::Create);
        ASSERT_TRUE(opened);
        history::RunStart start;
        start.planName = plan;
        start.planText = kPlan;
        start.build = "build 7";
        start.started = {1'700'000'000'123'000'000};
        auto writer = opened->beginRun(start, metrics::MetricRegistry());
        ASSERT_TRUE(writer);
        report::FrameSource source;
        for (std::int64_t second = 0; second < seconds; ++second) {
            for (int i = 0; i < 9; ++i) {
                source.request("home", 5, 6);
            }
            source.failure("home", "timeout", "0");
            (*writer)->append(std::make_shared<metrics::Frame>(source.take()));
        }
        (*writer)->addExample(
            {std::chrono::seconds(1), "home", "timeout", "GET /cart\r\nHost: a\x1b[2J", ""});
        (*writer)->addLog({std::chrono::seconds(1), history::LogLevel::Warning, "steady", "all VUs busy"});
        verdict::Evaluation evaluation;
        evaluation.elapsed = std::chrono::seconds(seconds);
        const verdict::Verdict verdict = verdict::conclude(std::move(evaluation));
        history::RunOutcome outcome;
        outcome.verdict = history::RunVerdict::Pass;
        outcome.verdictJson = verdict::verdictJson(verdict);
        outcome.keyFiguresJson = R"({"rate":10,"p99":6,"failedShare":0.1})";
        ASSERT_TRUE((*writer)->finish(outcome));
    }

    [[nodiscard]] Ended history(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"history", "--history", m_file});
        return bellwether(arguments);
    }

    std::string m_file;
};

TEST_F(HistoryCommandsTest, ListsRunsTheNewestFirst) {
    store("first", 2);
    store("second\x1b[2J", 3);
    const Ended text = bellwether({"history", "list", "--history", m_file});
    EXPECT_EQ(text.code, 0) << text.errors;
    EXPECT_THAT(text.output, HasSubstr("build 7"));
    EXPECT_LT(text.output.find("second"), text.output.find("first"));
    EXPECT_THAT(text.output, Not(HasSubstr("\x1b"))); // a plan's name cannot rule the terminal
    const nlohmann::json json = history({"list", "--format", "json"}).json();
    ASSERT_TRUE(json.is_object());
    ASSERT_EQ(json["runs"].size(), 2U);
    EXPECT_EQ(json["runs"][0]["id"], 2);
    EXPECT_EQ(json["runs"][1]["plan"], "first");
    EXPECT_EQ(json["runs"][1]["state"], "finished");
    EXPECT_EQ(json["runs"][1]["verdict"], "pass");
    EXPECT_EQ(json["runs"][1]["started"], "2023-11-14T22:13:20.123Z");
    EXPECT_EQ(json["runs"][1]["figures"]["p99"], 6);
    EXPECT_EQ(history({"list", "--format", "json", "--limit", "1"}).json()["runs"].size(), 1U);
}

TEST_F(HistoryCommandsTest, ListsOnlyRunsThatHaveAllTheWords) {
    store("first", 2);
    store("second", 2);
    EXPECT_EQ(history({"annotate", "1", "--note", "slow disk"}).code, 0);
    const Ended text = history({"list", "--search", "DISK first"});
    EXPECT_EQ(text.code, 0) << text.errors;
    EXPECT_THAT(text.output, HasSubstr("first"));
    EXPECT_THAT(text.output, Not(HasSubstr("second")));
    const auto count = [&](const std::string& words, const char* limit) {
        return history({"list", "--search", words, "--limit", limit, "--format", "json"})
            .json()["runs"]
            .size();
    };
    EXPECT_EQ(count("vus BUSY timeout", "9"), 2U);
    EXPECT_EQ(count("vus BUSY timeout", "1"), 1U);
    EXPECT_EQ(count("disk second", "9"), 0U);
    const Ended none = history({"list", "--search", "nowhere\x1b[2J"});
    EXPECT_EQ(none.code, 0);
    EXPECT_THAT(none.output, HasSubstr("nowhere"));
    EXPECT_THAT(none.output, Not(HasSubstr("\x1b")));
}

TEST_F(HistoryCommandsTest, ShowsARunAsItEndedWithExamplesAndLog) {
    store("first", 70);
    const Ended text = history({"show", "last"});
    EXPECT_EQ(text.code, 0) << text.errors;
    for (const char* part : {"Run 1 of first", "http_reqs", "700", "GET /cart", "all VUs busy", "Passed"}) {
        EXPECT_THAT(text.output, HasSubstr(part));
    }
    EXPECT_THAT(text.output, Not(HasSubstr("\x1b")));
    const nlohmann::json json = history({"show", "1", "--format", "json"}).json();
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["run"]["duration"], 70);
    EXPECT_EQ(json["verdict"]["outcome"], "pass");
    EXPECT_EQ(json["summary"]["metrics"]["http_reqs"]["count"], 700);
    EXPECT_EQ(json["requests"][0]["failed"], 70);
    EXPECT_EQ(json["errors"][0]["code"], "timeout");
    EXPECT_EQ(json["examples"].size(), 1U);
    EXPECT_EQ(json["messages"][0]["level"], "warning");
}

TEST_F(HistoryCommandsTest, ExportsJsonAndCsv) {
    store("first", 70);
    EXPECT_EQ(history({"export", "1", "-o", path("run.json")}).code, 0);
    const nlohmann::json json = nlohmann::json::parse(read(path("run.json")), nullptr, false);
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["bellwetherRun"], 1);
    EXPECT_EQ(json["run"]["verdictDetails"]["outcome"], "pass");
    const Ended csv = history({"export", "last", "--format", "csv", "-o", "-"});
    EXPECT_EQ(csv.code, 0) << csv.errors;
    EXPECT_EQ(std::ranges::count(csv.output, '\n'), 71);
    EXPECT_THAT(csv.output, HasSubstr("\n69,1,10,1,6,6,6,"));
}

TEST_F(HistoryCommandsTest, ExportsK6sJsonLines) {
    store("first", 70);
    const Ended ended = history({"export", "1", "--format", "k6-json", "-o", "-"});
    EXPECT_EQ(ended.code, 0) << ended.errors;
    int times = 0;
    std::istringstream lines(ended.output);
    for (std::string line; std::getline(lines, line);) {
        const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
        ASSERT_TRUE(json.is_object()) << line;
        times += json["type"] == "Point" && json["metric"] == "http_req_duration" ? 1 : 0;
    }
    EXPECT_EQ(times, 630) << "nine of ten requests a second were answered";
}

TEST_F(HistoryCommandsTest, AnExportThatCannotBeWrittenIs3) {
    store("first", 2);
    const Ended ended = history({"export", "1", "-o", path("none/run.json")});
    EXPECT_EQ(ended.code, 3);
    EXPECT_THAT(ended.errors, HasSubstr("none/run.json"));
    EXPECT_EQ(bellwether({"report", "1", "-o", path("none/r.html"), "--history", m_file}).code, 3);
}

TEST_F(HistoryCommandsTest, DeletesOnlyWhatWasConfirmed) {
    store("first", 2);
    store("second", 2);
    store("third", 2);
    EXPECT_EQ(history({"delete", "2", "9", "--yes"}).code, 2); // one is none: nothing goes
    EXPECT_EQ(history({"list", "--format", "json"}).json()["runs"].size(), 3U);
    EXPECT_EQ(history({"delete", "2", "2", "last", "--yes"}).code, 0);
    const nlohmann::json left = history({"list", "--format", "json"}).json();
    ASSERT_EQ(left["runs"].size(), 1U);
    EXPECT_EQ(left["runs"][0]["plan"], "first");
}

TEST_F(HistoryCommandsTest, WritesTheReportForMachinesAsJson) {
    store("first", 2);
    ASSERT_EQ(bellwether({"report", "last", "-o", path("r.json"), "--history", m_file}).code, 0);
    const auto json = nlohmann::json::parse(read(path("r.json")), nullptr, false);
    ASSERT_TRUE(json.is_object());
    EXPECT_TRUE(json.contains("figures"));
    EXPECT_TRUE(json.contains("verdict"));
}

TEST_F(HistoryCommandsTest, WritesTheReportOfAKeptRun) {
    store("first <&>", 70);
    const Ended ended = bellwether({"report", "last", "-o", path("r.html"), "--history", m_file});
    EXPECT_EQ(ended.code, 0) << ended.errors;
    const std::string page = read(path("r.html"));
    EXPECT_THAT(page, HasSubstr("first &lt;&amp;&gt;"));
    EXPECT_THAT(page, HasSubstr("</html>"));
}

// Whatever Qt is told of a display, and though there is none.
TEST_F(HistoryCommandsTest, WritesThePdfOfAKeptRunWithoutADisplay) {
    store("first <&>", 70);
    std::string before;
    for (const char* platform : {"", "xcb", "wayland"}) {
        test::Process process({std::string(BW_BINARY_DIR) + "/bin/bellwether", "report", "last", "-o",
                               path("r.PDF"), "--history", m_file},
                              {.environment = {{"QT_QPA_PLATFORM", platform},
                                               {"QT_QPA_PLATFORMTHEME", "gtk3"},
                                               {"DISPLAY", ""},
                                               {"WAYLAND_DISPLAY", ""}},
                               .largestFile = {}});
        EXPECT_EQ(process.wait(), 0) << process.errors;
        EXPECT_EQ(process.errors, "");
        const std::string bytes = read(path("r.PDF"));
        EXPECT_TRUE(bytes.starts_with("%PDF-"));
        EXPECT_TRUE(before.empty() || bytes == before) << "another file for the same run";
        before = bytes;
        std::filesystem::remove(path("r.PDF"));
    }
}

TEST_F(HistoryCommandsTest, APdfThatCannotBeWrittenIs3AndLeavesTheOldOne) {
    store("first", 70);
    EXPECT_EQ(bellwether({"report", "1", "-o", path("none/r.pdf"), "--history", m_file}).code, 3);
    const std::string old = write("r.pdf", "old");
    test::Process process(
        {std::string(BW_BINARY_DIR) + "/bin/bellwether", "report", "1", "-o", old, "--history", m_file},
        {.environment = {}, .largestFile = 34'000}); // enough to read the history, not to write the report
    EXPECT_EQ(process.wait(), 3);
    EXPECT_THAT(process.errors, HasSubstr("r.pdf"));
    EXPECT_EQ(read(old), "old");
}

TEST_F(HistoryCommandsTest, RunsThatAreNotThereAre2) {
    store("first", 2);
    EXPECT_EQ(history({"show", "--", "1"}).code, 0);
    for (const char* run : {"2", "0", "-1", "x", "99999999999999999999"}) {
        const Ended ended = history({"show", "--", run});
        EXPECT_EQ(ended.code, 2) << run;
        EXPECT_NE(ended.errors, "") << run;
    }
    EXPECT_EQ(history({"delete", "1", "--yes"}).code, 0);
    EXPECT_EQ(history({"show", "last"}).code, 2);
}

TEST_F(HistoryCommandsTest, AHistoryThatIsNoneIs3) {
    EXPECT_EQ(history({"list"}).code, 3); // asked for by name, and not there
    const Ended own = bellwether({"history", "list"});
    EXPECT_EQ(own.code, 0) << own.errors; // a person's own, before the first run
    EXPECT_EQ(bellwether({"history", "list", "--format", "json"}).json()["runs"].size(), 0U);
    m_file = write("notes.txt", "no database at all");
    const Ended ended = history({"list"});
    EXPECT_EQ(ended.code, 3);
    EXPECT_THAT(ended.errors, HasSubstr("notes.txt"));
    EXPECT_EQ(read(m_file), "no database at all");
}

TEST_F(HistoryCommandsTest, CheckTellsSoundFromDamaged) {
    store("first", 70);
    store("second", 70);
    const Ended sound = history({"check"});
    EXPECT_EQ(sound.code, 0) << sound.errors;
    std::string bytes = read(m_file);
    ASSERT_GT(bytes.size(), 40'000U);
    for (std::size_t at = 8192; at < bytes.size(); at += 4096) {
        bytes.replace(at + 100, 3000, 3000, '\xa5');
    }
    std::filesystem::remove(m_file + "-wal");
    std::filesystem::remove(m_file + "-shm");
    std::ofstream(m_file, std::ios::binary) << bytes;
    const Ended damaged = history({"check"});
    EXPECT_EQ(damaged.code, 3) << damaged.output;
    EXPECT_THAT(damaged.errors, HasSubstr("damaged"));
}

TEST_F(HistoryCommandsTest, RepairsWhatCanBeAndSavesTheFileAsItWas) {
    store("first", 70);
    store("second", 70);
    store("third", 70);
    const auto tamper = [&](const char* sql) {
        auto database = history::Database::open(m_file, history::Database::Access::Write);
        ASSERT_TRUE((*database)->script(sql));
    };
    tamper("DELETE FROM levels WHERE run_id = 1 AND width = 16;\nINSERT INTO stars VALUES (55);\n");
    const Ended told = history({"check"});
    EXPECT_EQ(told.code, 3) << told.output;
    EXPECT_THAT(told.errors, HasSubstr("run 1: "));
    EXPECT_THAT(told.errors, HasSubstr("run 55: "));
    EXPECT_THAT(told.errors, HasSubstr("--repair"));
    EXPECT_EQ(history({"check"}).code, 3) << "nothing was changed";
    const Ended repaired = history({"check", "--repair"});
    EXPECT_EQ(repaired.code, 0) << repaired.errors;
    EXPECT_THAT(repaired.output, HasSubstr("run 1: "));
    EXPECT_THAT(repaired.output, HasSubstr(m_file + ".before-repair"));
    EXPECT_EQ(history({"check"}).code, 0);
    EXPECT_EQ(bellwether({"history", "check", "--history", m_file + ".before-repair"}).code, 3);

    tamper("UPDATE packs SET items = x'01ff' WHERE run_id = 2;\nDELETE FROM levels WHERE run_id = 1;\n");
    const Ended partly = history({"check", "--repair"});
    EXPECT_EQ(partly.code, 3);
    EXPECT_THAT(partly.output, HasSubstr("run 1: "));
    EXPECT_THAT(partly.output, HasSubstr(m_file + ".before-repair-2"));
    EXPECT_THAT(partly.errors, HasSubstr("run 2: "));
    EXPECT_EQ(history({"check", "--repair"}).code, 3);
    EXPECT_FALSE(std::filesystem::exists(m_file + ".before-repair-3")) << "nothing was left to repair";
    EXPECT_EQ(history({"delete", "2", "--yes"}).code, 0);
    EXPECT_EQ(history({"check"}).code, 0);
}

TEST_F(HistoryCommandsTest, NothingIsRepairedWhatCannotBeSavedFirst) {
    store("first", 70);
    {
        auto database = history::Database::open(m_file, history::Database::Access::Write);
        ASSERT_TRUE((*database)->script("DELETE FROM levels;\n"));
    }
    std::filesystem::create_directories(m_file + ".before-repair.part/in/the/way");
    EXPECT_EQ(history({"check", "--repair"}).code, 3);
    EXPECT_EQ(history({"check"}).code, 3);
}

TEST_F(HistoryCommandsTest, ARunThatCannotBeReadCanGo) {
    store("first", 2);
    {
        auto database = history::Database::open(m_file, history::Database::Access::Write);
        ASSERT_TRUE((*database)->script("UPDATE runs SET state = 9;\n"));
    }
    const Ended told = history({"check"});
    EXPECT_EQ(told.code, 3);
    EXPECT_THAT(told.errors, HasSubstr("delete 1"));
    EXPECT_EQ(history({"delete", "1", "--yes"}).code, 0);
    EXPECT_EQ(history({"check"}).code, 0);
}

TEST_F(HistoryCommandsTest, SaysSomethingOfARun) {
    store("first", 2);
    EXPECT_EQ(
        history({"annotate", "1", "--note", "slow disk", "--tag", "team=risk", "--tag", "x=1", "--star"})
            .code,
        0);
    EXPECT_EQ(history({"annotate", "1", "--untag", "x"}).code, 0);
    const nlohmann::json run = history({"list", "--format", "json"}).json()["runs"][0];
    EXPECT_EQ(run["note"], "slow disk");
    EXPECT_EQ(run["tags"], nlohmann::json({{"team", "risk"}}));
    EXPECT_EQ(run["starred"], true);
    EXPECT_EQ(history({"annotate", "1", "--tag", "nothing"}).code, 2);
    EXPECT_EQ(history({"annotate", "9", "--star"}).code, 2);
}

TEST_F(HistoryCommandsTest, ARunGoesFromOneHistoryToAnother) {
    store("first", 20);
    const Ended exported = history({"export", "1", "--format", "run", "-o", path("one.run")});
    EXPECT_EQ(exported.code, 0) << exported.errors;
    const Ended taken = bellwether({"history", "--history", m_file, "import", path("one.run")});
    EXPECT_EQ(taken.code, 0) << taken.errors;
    EXPECT_THAT(taken.output, HasSubstr("run 2 came from"));
    EXPECT_EQ(history({"show", "2"}).code, 0);
    EXPECT_EQ(history({"check"}).code, 0);
    EXPECT_EQ(history({"import", write("no.run", "hello")}).code, 3);
}

TEST_F(HistoryCommandsTest, ABackupCanBeReadLikeTheHistory) {
    store("first", 5);
    EXPECT_EQ(history({"backup", path("saved.sqlite")}).code, 0);
    const Ended listed = bellwether({"history", "list", "--history", path("saved.sqlite")});
    EXPECT_THAT(listed.output, HasSubstr("first"));
}

TEST_F(HistoryCommandsTest, OldRunsGoButWhatIsStarredOrABaselineStays) {
    for (int run = 0; run < 5; ++run) {
        store("first", 1);
    }
    EXPECT_EQ(history({"annotate", "1", "--star"}).code, 0);
    EXPECT_EQ(bellwether({"baseline", "set", "2", "--history", m_file}).code, 0);
    const Ended told = history({"prune", "--keep", "1"});
    EXPECT_EQ(told.code, 0);
    EXPECT_THAT(told.output, HasSubstr("--yes"));
    EXPECT_EQ(history({"list", "--format", "json"}).json()["runs"].size(), 5U) << "only told";
    EXPECT_EQ(history({"prune", "--keep", "1", "--yes"}).code, 0);
    const nlohmann::json left = history({"list", "--format", "json"}).json()["runs"];
    ASSERT_EQ(left.size(), 3U);
    EXPECT_EQ(left[0]["id"], 5);
    EXPECT_EQ(left[1]["id"], 2);
    EXPECT_EQ(left[2]["id"], 1);
    EXPECT_EQ(history({"prune", "--older-than", "10m", "--yes"}).code, 0) << "they began years ago";
    EXPECT_EQ(history({"list", "--format", "json"}).json()["runs"].size(), 2U);
    EXPECT_EQ(history({"prune"}).code, 2);
    EXPECT_EQ(history({"prune", "--older-than", "long"}).code, 2);
}

} // namespace
} // namespace bw::app
