#include "core/history/database.h"
#include "core/history/frame_blob.h"
#include "core/history/history_check.h"
#include "tests/core/history/history_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>

// Histories that were broken on purpose: what is found, what is mended, and what is left alone.
namespace bw::history {
namespace {

using testing::AllOf;
using testing::Field;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

auto finding(FindingKind kind, std::optional<RunId> run, Remedy remedy) {
    return AllOf(Field(&Finding::kind, kind), Field(&Finding::run, run), Field(&Finding::remedy, remedy));
}

class HistoryCheckTest : public HistoryTest {
protected:
    void SetUp() override {
        (void)writeRun(m_store, randomFrames(150, 1));
        m_run = writeRun(m_store, randomFrames(700, 2));
    }
    void tamper(const char* sql) const {
        auto database = Database::open(path, Database::Access::Write);
        const auto done = (*database)->script(sql);
        ASSERT_TRUE(done) << done.error().details;
    }
    [[nodiscard]] std::vector<Finding> check() const {
        const auto checked = m_store.reader()->checkAll();
        EXPECT_TRUE(checked) << checked.error().details;
        return checked ? checked->findings : std::vector<Finding>();
    }
    [[nodiscard]] std::vector<Finding> repair() const {
        const auto repaired = m_store.repair();
        EXPECT_TRUE(repaired) << repaired.error().details;
        return repaired ? repaired->findings : std::vector<Finding>();
    }
    // Everything that can be read of a run: windows of all sizes, blocks, seconds.
    struct Values {
        std::vector<SeriesSum> whole;
        std::vector<SeriesSum> window;
        std::vector<std::vector<TimedValue>> blocks;
        std::vector<std::vector<TimedValue>> seconds;
        std::int64_t length = 0;
        friend bool operator==(const Values&, const Values&) = default;
    };
    [[nodiscard]] Values valuesOf(RunId run) const {
        auto reader = m_store.reader();
        Values values;
        values.whole = *reader->sums(run);
        values.window = *reader->sums(run, {17, 600});
        for (std::uint32_t series = 0; series < testSeries().size(); ++series) {
            for (const Level level : {Level::Seconds16, Level::Seconds256, Level::Seconds4096})
                values.blocks.push_back(*reader->blocks(run, {series}, level));
            values.seconds.push_back(*reader->seconds(run, {series}));
        }
        values.length = reader->run(run)->summary.seconds;
        return values;
    }

    HistoryStore m_store = open();
    RunId m_run;
};

TEST_F(HistoryCheckTest, ASoundHistoryHasNoFindingsAndStaysAsItIs) {
    EXPECT_THAT(check(), IsEmpty());
    auto database = Database::open(path, Database::Access::Write);
    const auto before = *(*database)->number("PRAGMA data_version");
    EXPECT_THAT(repair(), IsEmpty());
    EXPECT_EQ((*database)->number("PRAGMA data_version"), before) << "nothing was written";
}

TEST_F(HistoryCheckTest, SumsAreMadeAgainToTheLastValue) {
    const Values first = valuesOf({1});
    const Values before = valuesOf(m_run);
    for (const char* damage :
         {"DELETE FROM levels WHERE run_id = 2;\n", "DELETE FROM levels WHERE run_id = 2 AND block = 3;\n",
          "UPDATE levels SET value = x'0102' WHERE run_id = 2 AND series_id = 1;\n",
          "UPDATE levels SET value = (SELECT value FROM levels WHERE run_id = 2 AND series_id = 3 AND width "
          "= 16 "
          "AND block = 1) WHERE run_id = 2 AND series_id = 3 AND width = 256;\n",
          "INSERT INTO levels SELECT 2, series_id, width, block + 9000, value FROM levels WHERE run_id = "
          "2;\n",
          "INSERT INTO levels SELECT 2, series_id, 7, block, value FROM levels WHERE run_id = 2 AND width = "
          "16;\n"}) {
        tamper(damage);
        EXPECT_THAT(check(), UnorderedElementsAre(finding(FindingKind::Sums, m_run, Remedy::Repairable)))
            << damage;
        EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Sums, m_run, Remedy::Repaired)))
            << damage;
        EXPECT_THAT(check(), IsEmpty()) << damage;
        EXPECT_EQ(valuesOf(m_run), before) << damage;
    }
    EXPECT_EQ(valuesOf({1}), first);
}

TEST_F(HistoryCheckTest, ASumWhoseCountIsRightIsFoundToo) {
    const Values before = valuesOf(m_run);
    // Two blocks of a series change places: as many samples in all, but not the same ones.
    tamper("UPDATE levels SET block = CASE block WHEN 1 THEN -2 ELSE -1 END "
           "WHERE run_id = 2 AND series_id = 3 AND width = 16 AND block IN (1, 2);\n"
           "UPDATE levels SET block = -block WHERE run_id = 2 AND block < 0;\n");
    EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Sums, m_run, Remedy::Repaired)));
    EXPECT_EQ(valuesOf(m_run), before);
}

TEST_F(HistoryCheckTest, TheExtentIsMendedByWhatIsThere) {
    const Values before = valuesOf(m_run);
    for (const char* damage : {"UPDATE runs SET packed_until = 0 WHERE id = 2;\n",
                               "UPDATE runs SET packed_until = 130 WHERE id = 2;\n",
                               "UPDATE runs SET packed_until = 6400 WHERE id = 2;\n",
                               "UPDATE runs SET packed_until = -64, seconds = -1 WHERE id = 2;\n",
                               "UPDATE runs SET seconds = 300 WHERE id = 2;\n",
                               "UPDATE runs SET seconds = 9000000000000000000 WHERE id = 2;\n"}) {
        tamper(damage);
        EXPECT_THAT(check(), UnorderedElementsAre(finding(FindingKind::Extent, m_run, Remedy::Repairable)))
            << damage;
        EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Extent, m_run, Remedy::Repaired)))
            << damage;
        EXPECT_THAT(check(), IsEmpty()) << damage;
        EXPECT_EQ(valuesOf(m_run), before) << damage;
    }
}

// As when another machine took a run for dead, packed what it had, and the run wrote on.
TEST_F(HistoryCheckTest, FramesThatNobodyReadJoinThePacks) {
    const RunId run{3};
    const auto frames = randomFrames(100, 5);
    {
        const auto writer = begin(m_store);
        ASSERT_EQ(writer->id(), run);
        appendAll(*writer, frames);
        ASSERT_TRUE(writer->finish(testOutcome(), std::chrono::seconds(60)));
    }
    const Values before = valuesOf(run);
    // Second 70 of one series leaves its pack for a frame.
    std::string entries;
    {
        metrics::Frame frame = *frames[70];
        std::erase_if(frame.entries, [](const auto& entry) { return entry.series.value != 3; });
        entries = encodeEntries(frame);
    }
    auto database = Database::open(path, Database::Access::Write);
    std::string pack;
    ASSERT_TRUE((*database)->read("SELECT items FROM packs WHERE run_id = 3 AND series_id = 3 AND block = 1",
                                  {}, [&](const QSqlQuery& row) -> HistoryResult<void> {
                                      const std::string items = row.value(0).toByteArray().toStdString();
                                      beginPack(pack);
                                      EXPECT_TRUE(forEachItem(items, [&](const EncodedItem& item) {
                                          if (item.offset != 70 - kPackSeconds)
                                              appendItem(pack, item);
                                      }));
                                      return {};
                                  }));
    ASSERT_TRUE(
        (*database)->write("UPDATE packs SET items = ? WHERE run_id = 3 AND series_id = 3 AND block = 1",
                           {QByteArray::fromStdString(pack)}));
    ASSERT_TRUE(
        (*database)->write("INSERT INTO frames VALUES (3, 70, 1, ?)", {QByteArray::fromStdString(entries)}));
    EXPECT_NE(valuesOf(run), before);
    EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Extent, run, Remedy::Repaired),
                                               finding(FindingKind::Sums, run, Remedy::Repaired)));
    EXPECT_EQ(valuesOf(run), before);
    // A second time it is there already; as another value it is a contradiction.
    ASSERT_TRUE(
        (*database)->write("INSERT INTO frames VALUES (3, 70, 1, ?)", {QByteArray::fromStdString(entries)}));
    EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Extent, run, Remedy::Repaired)));
    EXPECT_EQ(valuesOf(run), before);
    ASSERT_TRUE(
        (*database)->write("INSERT INTO frames VALUES (3, 71, 1, ?)", {QByteArray::fromStdString(entries)}));
    EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Extent, run, Remedy::None)));
    EXPECT_EQ((*database)->number("SELECT count(*) FROM frames WHERE run_id = 3"), 1) << "left alone";
}

TEST_F(HistoryCheckTest, RowsOfRunsThatAreNotThereGo) {
    tamper("DELETE FROM runs WHERE id = 1;\nINSERT INTO stars VALUES (77);\n"
           "INSERT INTO baselines VALUES ('p', 'e', NULL, 3, '{}', 0);\n");
    EXPECT_THAT(check(), UnorderedElementsAre(finding(FindingKind::Strays, RunId{1}, Remedy::Repairable),
                                              finding(FindingKind::Strays, RunId{77}, Remedy::Repairable)));
    EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Strays, RunId{1}, Remedy::Repaired),
                                               finding(FindingKind::Strays, RunId{77}, Remedy::Repaired)));
    EXPECT_THAT(check(), IsEmpty());
    auto database = Database::open(path, Database::Access::Read);
    EXPECT_EQ((*database)->number("SELECT count(*) FROM packs WHERE run_id = 1"), 0);
    EXPECT_EQ(m_store.reader()->baselines()->size(), 1U) << "one of the last runs belongs to none";
}

TEST_F(HistoryCheckTest, WhatCannotBeMendedIsToldAndLeftAsItIs) {
    tamper("UPDATE packs SET items = x'01ff' WHERE run_id = 2 AND series_id = 1 AND block = 2;\n"
           "DELETE FROM levels WHERE run_id = 2 AND width = 16;\n"
           "UPDATE runs SET state = 9 WHERE id = 1;\n");
    auto database = Database::open(path, Database::Access::Read);
    const auto levels = *(*database)->number("SELECT count(*) FROM levels");
    const auto findings = repair();
    EXPECT_THAT(findings, UnorderedElementsAre(finding(FindingKind::Records, RunId{1}, Remedy::None),
                                               finding(FindingKind::Values, m_run, Remedy::None)));
    EXPECT_EQ((*database)->number("SELECT count(*) FROM levels"), levels);
    EXPECT_EQ((*database)->number("SELECT state FROM runs WHERE id = 1"), 9);
}

TEST_F(HistoryCheckTest, ADamagedRunIsListedWithWhatCanBeReadOfIt) {
    auto before = m_store.reader()->runs();
    ASSERT_TRUE(before);
    tamper("UPDATE runs SET state = 9, verdict = -1, tags = '[' WHERE id = 1;\n");
    const auto runs = m_store.reader()->runs();
    ASSERT_TRUE(runs);
    ASSERT_EQ(runs->size(), before->size());
    const auto damaged = std::ranges::find(*runs, RunId{1}, &RunSummary::id);
    ASSERT_NE(damaged, runs->end());
    EXPECT_EQ(damaged->state, RunState::Interrupted);
    EXPECT_EQ(damaged->verdict, RunVerdict::Inconclusive);
    EXPECT_EQ(damaged->seconds, std::ranges::find(*before, RunId{1}, &RunSummary::id)->seconds);
    EXPECT_EQ(m_store.reader()->run({1}).error().kind, HistoryErrorKind::Damaged);
}

TEST_F(HistoryCheckTest, EveryKindOfRecordIsRead) {
    tamper("UPDATE runs SET tags = '[]' WHERE id = 1;\n"
           "INSERT INTO messages VALUES (2, 1, 0, 9, '', '');\n");
    EXPECT_THAT(check(), UnorderedElementsAre(finding(FindingKind::Records, RunId{1}, Remedy::None),
                                              finding(FindingKind::Records, m_run, Remedy::None)));
    tamper("DELETE FROM series WHERE run_id = 2 AND series_id = 4;\n");
    const auto findings = check();
    EXPECT_TRUE(std::ranges::any_of(findings, [&](const Finding& each) {
        return each.kind == FindingKind::Values && each.run == m_run;
    })) << "values of a series that nobody knows";
}

TEST_F(HistoryCheckTest, ARunThatGoesOnIsReadAndLeftToItsWriter) {
    const auto writer = begin(m_store);
    const auto frames = randomFrames(300, 4);
    for (const auto& frame : frames) {
        writer->append(frame);
        if (frame->second % 50 == 0)
            EXPECT_TRUE(m_store.reader()->check(writer->id())->empty());
    }
    while (writer->queued() > 0)
        std::this_thread::yield();
    tamper("DELETE FROM levels WHERE run_id = 3 AND width = 16 AND block = 2;\n");
    EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Sums, writer->id(), Remedy::Later)));
    ASSERT_TRUE(writer->finish(testOutcome(), std::chrono::seconds(60)));
    EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Sums, writer->id(), Remedy::Repaired)));
}

TEST_F(HistoryCheckTest, AnIndexIsMadeAgainFromItsTable) {
    // SQLite's own way to break one: the index is written as if rows were others.
    tamper("PRAGMA writable_schema=ON;\n"
           "UPDATE sqlite_schema SET sql = 'CREATE INDEX runs_by_start ON runs (ended_ns)' "
           "WHERE name = 'runs_by_start';\n"
           "PRAGMA writable_schema=RESET;\n");
    const auto found = check();
    ASSERT_FALSE(found.empty());
    EXPECT_THAT(found, UnorderedElementsAre(finding(FindingKind::Pages, std::nullopt, Remedy::Repairable)));
    EXPECT_THAT(repair(), UnorderedElementsAre(finding(FindingKind::Pages, std::nullopt, Remedy::Repaired)));
    EXPECT_THAT(check(), IsEmpty());
}

TEST_F(HistoryCheckTest, ReadOnlyIsCheckedButNotRepaired) {
    tamper("DELETE FROM levels WHERE run_id = 2 AND width = 16;\n");
    const HistoryStore viewed = open(OpenMode::ReadOnly);
    EXPECT_EQ(viewed.reader()->checkAll()->findings.size(), 1U);
    EXPECT_EQ(viewed.repair().error().kind, HistoryErrorKind::NotAllowed);
}

} // namespace
} // namespace bw::history
