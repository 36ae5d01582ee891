#include "core/history/database.h"
#include "core/history/schema.h"
#include "tests/core/history/history_fixture.h"

#include <filesystem>
#include <gmock/gmock.h>

// What people say of runs after the fact, and files from before that could be said.
namespace bw::history {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Remarks : public HistoryTest {
protected:
    RunSummary summaryOf(RunId run) { return open().reader()->run(run)->summary; }
    std::vector<Baseline> baselines() { return *open().reader()->baselines(); }
};

TEST_F(Remarks, NoteTagsAndStarAreKept) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(3, 1));
    EXPECT_FALSE(summaryOf(run).isStarred);
    const RunNotes notes{.note = "before the new index ☂", .tags = {{"team", "risk"}}, .isStarred = true};
    ASSERT_TRUE(store.annotate(run, notes));
    const RunSummary kept = summaryOf(run);
    EXPECT_EQ(kept.note, notes.note);
    EXPECT_EQ(kept.tags, notes.tags);
    EXPECT_TRUE(kept.isStarred);
    ASSERT_TRUE(store.annotate(run, {}));
    EXPECT_EQ(summaryOf(run).note, "");
    EXPECT_FALSE(summaryOf(run).isStarred);
    EXPECT_EQ(store.annotate({99}, notes).error().kind, HistoryErrorKind::NoSuchRun);
}

TEST_F(Remarks, ABaselineIsOneForPlanAndEnvironment) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(3, 1));
    Baseline baseline{.planName = "orders",
                      .environment = "staging",
                      .run = run,
                      .goodRuns = 0,
                      .tolerances = {{"http_req_duration", 0.1}},
                      .set = {7}};
    ASSERT_TRUE(store.setBaseline(baseline));
    Baseline local = baseline;
    local.environment = "";
    local.run = std::nullopt;
    local.goodRuns = 5;
    ASSERT_TRUE(store.setBaseline(local));
    EXPECT_THAT(baselines(), ElementsAre(local, baseline));
    baseline.set = {8};
    ASSERT_TRUE(store.setBaseline(baseline));
    EXPECT_THAT(baselines(), ElementsAre(local, baseline)) << "the new one took its place";
    ASSERT_TRUE(store.clearBaseline("orders", ""));
    ASSERT_TRUE(store.clearBaseline("orders", "")) << "there is none any more";
    EXPECT_THAT(baselines(), ElementsAre(baseline));
    baseline.run = RunId{99};
    EXPECT_EQ(store.setBaseline(baseline).error().kind, HistoryErrorKind::NoSuchRun);
}

TEST_F(Remarks, GoWithTheirRun) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(3, 1));
    ASSERT_TRUE(store.annotate(run, {.note = {}, .tags = {}, .isStarred = true}));
    ASSERT_TRUE(
        store.setBaseline({.planName = "p", .environment = {}, .run = run, .tolerances = {}, .set = {}}));
    ASSERT_TRUE(store.remove(run));
    EXPECT_THAT(baselines(), IsEmpty());
    auto database = Database::open(path, Database::Access::Read);
    EXPECT_EQ((*database)->number("SELECT count(*) FROM stars"), 0);
}

TEST_F(Remarks, ADamagedBaselineIsSaid) {
    (void)open();
    {
        auto database = Database::open(path, Database::Access::Write);
        ASSERT_TRUE((*database)->script("INSERT INTO baselines VALUES ('p', '', NULL, 3, '[1]', 0);\n"));
    }
    const auto read = open().reader()->baselines();
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, HistoryErrorKind::Damaged);
}

// Files that older versions wrote, as they wrote them.
class OlderFiles : public HistoryTest {
protected:
    void copy(const char* name) {
        std::filesystem::copy_file(std::string(BW_SOURCE_DIR "/tests/core/history/files/") + name, path);
    }
};

TEST_F(OlderFiles, AreBroughtUpToDateWithEveryRunAsItWas) {
    copy("history-1.sqlite");
    const auto before = HistoryStore::open(path, OpenMode::ReadOnly);
    ASSERT_TRUE(before);
    const auto text = [&](const HistoryStore& store) {
        std::string whole;
        EXPECT_TRUE(store.reader()->exportJson({1}, [&](std::string_view piece) {
            whole += piece;
            return true;
        }));
        return whole;
    };
    const std::string was = text(*before);
    EXPECT_GT(was.size(), 1000u);
    const auto store = HistoryStore::open(path, OpenMode::Existing);
    ASSERT_TRUE(store);
    EXPECT_EQ(text(*store), was);
    EXPECT_TRUE(store->annotate({1}, {.note = "now it can", .tags = {}, .isStarred = true}));
    EXPECT_TRUE(store->reader()->run({1})->summary.isStarred);
    auto database = Database::open(path, Database::Access::Read);
    EXPECT_EQ(checkSchema(**database, schemaScripts()), SchemaState::Current);
}

TEST_F(OlderFiles, AreReadAsTheyAre) {
    copy("history-1.sqlite");
    const auto size = std::filesystem::file_size(path);
    const auto store = HistoryStore::open(path, OpenMode::ReadOnly);
    ASSERT_TRUE(store);
    auto reader = store->reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->runs()->size(), 1u);
    EXPECT_FALSE(reader->runs()->front().isStarred);
    EXPECT_TRUE(reader->baselines()->empty());
    EXPECT_EQ(store->annotate({1}, {}).error().kind, HistoryErrorKind::NotAllowed);
    EXPECT_EQ(std::filesystem::file_size(path), size);
    auto database = Database::open(path, Database::Access::Read);
    EXPECT_EQ((*database)->number("PRAGMA user_version"), 1);
}

} // namespace
} // namespace bw::history
