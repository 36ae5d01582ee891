#include "core/history/database.h"
#include "tests/core/history/history_fixture.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

// Runs that leave a history and come into another one.
namespace bw::history {
namespace {

using testing::ElementsAre;

class RunTransfer : public HistoryTest {
protected:
    [[nodiscard]] static std::string text(const HistoryStore& store, RunId run) {
        std::string whole;
        EXPECT_TRUE(store.reader()->exportJson(run, [&](std::string_view piece) {
            whole += piece;
            return true;
        }));
        return whole.substr(whole.find("\"plan")); // behind its number
    }
    [[nodiscard]] HistoryStore other() const {
        auto store = HistoryStore::open(folder.file("other.sqlite"), OpenMode::Create);
        EXPECT_TRUE(store);
        return std::move(*store);
    }
    void tamper(const std::string& file, const char* sql) const {
        auto database = Database::open(file, Database::Access::Write);
        ASSERT_TRUE((*database)->script(sql));
    }

    std::string m_file = folder.file("one.run");
};

TEST_F(RunTransfer, ARunInAFileOfItsOwnComesInAsItWas) {
    const HistoryStore store = open();
    (void)writeRun(store, randomFrames(10, 1));
    const auto writer = begin(store);
    appendAll(*writer, randomFrames(700, 2));
    writer->addExample({std::chrono::seconds(1), "orders", "timeout", "GET /", ""});
    writer->addLog({std::chrono::seconds(2), LogLevel::Warning, "", "all VUs busy"});
    ASSERT_TRUE(writer->finish(testOutcome(), std::chrono::seconds(60)));
    const RunId run = writer->id();
    const auto exported = store.exportRun(run, m_file);
    ASSERT_TRUE(exported) << exported.error().details;
    EXPECT_FALSE(std::filesystem::exists(m_file + ".part"));
    EXPECT_FALSE(std::filesystem::exists(m_file + "-wal")) << "one file";
    const HistoryStore to = other();
    (void)writeRun(to, randomFrames(3, 3));
    const auto taken = to.importRuns(m_file);
    ASSERT_TRUE(taken) << taken.error().details;
    EXPECT_THAT(*taken, ElementsAre(RunId{2}));
    EXPECT_EQ(text(to, {2}), text(store, run));
    EXPECT_EQ(*to.reader()->sum({2}, {1}, {17, 600}), *store.reader()->sum(run, {1}, {17, 600}));
    EXPECT_TRUE(to.reader()->check(RunId{2})->empty());
}

TEST_F(RunTransfer, WhatIsNotThereOrStillRunsIsNotExported) {
    const HistoryStore store = open();
    EXPECT_EQ(store.exportRun({5}, m_file).error().kind, HistoryErrorKind::NoSuchRun);
    const auto writer = begin(store);
    EXPECT_EQ(store.exportRun(writer->id(), m_file).error().kind, HistoryErrorKind::RunIsRunning);
    EXPECT_FALSE(std::filesystem::exists(m_file));
    EXPECT_FALSE(std::filesystem::exists(m_file + ".part"));
}

TEST_F(RunTransfer, ADamagedFileIsRefusedAsAWhole) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(200, 2));
    const HistoryStore to = other();
    for (const char* damage :
         {"UPDATE packs SET items = x'01ff' WHERE series_id = 1;\n",
          "UPDATE levels SET value = (SELECT value FROM levels WHERE width = 256 AND series_id = 0) "
          "WHERE width = 16 AND series_id = 0;\n",
          "DELETE FROM levels WHERE width = 16 AND block = 3;\n", "UPDATE runs SET tags = '[]';\n",
          "UPDATE runs SET state = 9;\n", "UPDATE series SET type = 7;\n",
          "UPDATE runs SET packed_until = -5;\n", "DROP TABLE marks;\n"}) {
        ASSERT_TRUE(store.exportRun(run, m_file));
        tamper(m_file, damage);
        const auto taken = to.importRuns(m_file);
        ASSERT_FALSE(taken) << damage;
        EXPECT_EQ(taken.error().kind, HistoryErrorKind::Damaged) << damage;
        EXPECT_TRUE(to.reader()->runs()->empty()) << damage;
    }
}

TEST_F(RunTransfer, ATriggerInAForeignFileDoesNothing) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(5, 2));
    ASSERT_TRUE(store.exportRun(run, m_file));
    tamper(m_file, "CREATE TRIGGER evil AFTER INSERT ON runs BEGIN DELETE FROM plans; END;\n");
    const HistoryStore to = other();
    ASSERT_TRUE(to.importRuns(m_file));
    ASSERT_TRUE(to.importRuns(m_file)) << "a second time is a second copy";
    EXPECT_EQ(to.reader()->runs()->size(), 2u);
    EXPECT_EQ(to.reader()->run({1})->planText, testStart().planText);
}

TEST_F(RunTransfer, WhatIsNoHistoryIsRefused) {
    std::ofstream(m_file) << "run";
    EXPECT_EQ(other().importRuns(m_file).error().kind, HistoryErrorKind::NotAHistory);
    EXPECT_EQ(other().importRuns(folder.file("none")).error().kind, HistoryErrorKind::NotFound);
}

TEST_F(RunTransfer, ABackupIsTheWholeHistoryWhileARunIsWritten) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(100, 1));
    const auto writer = begin(store);
    appendAll(*writer, randomFrames(30, 2));
    ASSERT_TRUE(store.backup(m_file));
    const auto saved = HistoryStore::open(m_file, OpenMode::ReadOnly);
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->reader()->runs()->size(), 2u);
    EXPECT_EQ(text(*saved, run), text(store, run));
    ASSERT_TRUE(store.backup(m_file)) << "it takes the place of the one before";
    EXPECT_EQ(store.backup(folder.file("no/such/folder")).error().kind, HistoryErrorKind::NotAllowed);
}

} // namespace
} // namespace bw::history
