#include "core/history/database.h"
#include "core/history/frame_blob.h"
#include "core/history/run_owner.h"
#include "core/history/schema.h"
#include "tests/core/history/history_fixture.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bw::history {
namespace {

class ForeignFiles : public HistoryTest {
protected:
    [[nodiscard]] HistoryErrorKind openError(OpenMode mode) const {
        const auto store = HistoryStore::open(path, mode);
        EXPECT_FALSE(store);
        return store ? HistoryErrorKind::Failed : store.error().kind;
    }
    void write(const std::string& bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
    [[nodiscard]] std::string bytes() const {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    // Runs a statement on the file behind the store's back.
    void tamper(const char* sql) const {
        auto database = Database::open(path, Database::Access::Write);
        ASSERT_TRUE(database);
        const auto done = (*database)->script(sql);
        ASSERT_TRUE(done) << done.error().details;
    }
};

TEST_F(ForeignFiles, MissingFilesAndFolders) {
    EXPECT_EQ(openError(OpenMode::Existing), HistoryErrorKind::NotFound);
    EXPECT_EQ(openError(OpenMode::ReadOnly), HistoryErrorKind::NotFound);
    path = folder.file("");
    EXPECT_EQ(openError(OpenMode::ReadOnly), HistoryErrorKind::NotAHistory);
    path = folder.file("new/folder/history.sqlite");
    EXPECT_TRUE(HistoryStore::open(path, OpenMode::Create));
    struct stat status{};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << "for the person alone";
}

TEST_F(ForeignFiles, OtherFilesAreRefusedAndLeftAlone) {
    for (const std::string& content :
         {std::string("hello"), std::string(5000, 'x'), std::string("SQLite format 3")}) {
        write(content);
        for (const auto mode : {OpenMode::Create, OpenMode::Existing, OpenMode::ReadOnly})
            EXPECT_EQ(openError(mode), HistoryErrorKind::NotAHistory);
        EXPECT_EQ(bytes(), content);
    }
}

TEST_F(ForeignFiles, DatabasesOfOthersAreRefusedAndLeftAlone) {
    write("");
    tamper("CREATE TABLE runs (id INTEGER);\n");
    const std::string before = bytes();
    for (const auto mode : {OpenMode::Create, OpenMode::Existing, OpenMode::ReadOnly})
        EXPECT_EQ(openError(mode), HistoryErrorKind::NotAHistory);
    EXPECT_EQ(bytes(), before);
}

TEST_F(ForeignFiles, AnEmptyFileBecomesAHistoryButIsNone) {
    write("");
    EXPECT_EQ(openError(OpenMode::ReadOnly), HistoryErrorKind::NotAHistory);
    EXPECT_TRUE(HistoryStore::open(path, OpenMode::Create));
    EXPECT_TRUE(HistoryStore::open(path, OpenMode::ReadOnly));
}

TEST_F(ForeignFiles, ANewerFileIsRefusedByAllModes) {
    (void)open();
    tamper("PRAGMA user_version=99;\n");
    for (const auto mode : {OpenMode::Create, OpenMode::Existing, OpenMode::ReadOnly})
        EXPECT_EQ(openError(mode), HistoryErrorKind::TooNew);
}

TEST_F(ForeignFiles, AViewInPlaceOfATableIsDamage) {
    (void)open();
    tamper("DROP TABLE marks;\nCREATE VIEW marks AS SELECT 1 AS run_id;\n");
    EXPECT_EQ(openError(OpenMode::ReadOnly), HistoryErrorKind::Damaged);
}

TEST_F(ForeignFiles, CutFilesAreDamagedNotACrash) {
    (void)writeRun(open(), randomFrames(300, 1));
    const std::string whole = bytes();
    for (std::size_t size = 100; size < whole.size(); size += whole.size() / 7) {
        write(whole.substr(0, size));
        const auto store = HistoryStore::open(path, OpenMode::ReadOnly);
        if (!store) {
            EXPECT_THAT(store.error().kind,
                        testing::AnyOf(HistoryErrorKind::Damaged, HistoryErrorKind::NotAHistory));
            continue;
        }
        const auto sums = store->reader()->sums({1});
        EXPECT_FALSE(sums && store->reader()->check());
    }
}

TEST_F(ForeignFiles, ScrambledFilesAreNeverACrash) {
    (void)writeRun(open(), randomFrames(100, 1));
    const std::string whole = bytes();
    Random random(3);
    for (int round = 0; round < 40; ++round) {
        std::string scrambled = whole;
        for (int change = 0; change < 40; ++change)
            scrambled[100 + random.below(scrambled.size() - 100)] = char(random.next());
        write(scrambled);
        const auto store = HistoryStore::open(path, OpenMode::ReadOnly);
        if (!store)
            continue;
        auto reader = store->reader();
        if (!reader)
            continue;
        (void)reader->runs();
        (void)reader->run({1});
        (void)reader->sums({1}, {3, 90});
        (void)reader->blocks({1}, {1}, Level::Seconds16);
        (void)reader->exportJson({1}, [](std::string_view) { return true; });
    }
}

TEST_F(ForeignFiles, ValuesThatContradictThemselvesAreDamage) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(100, 1));
    tamper("UPDATE levels SET value = x'0102' WHERE series_id = 1;\nUPDATE packs SET items = x'09' WHERE "
           "series_id = 1;\n"
           "UPDATE series SET type = 9 WHERE series_id = 4;\n");
    auto reader = store.reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->sum(run, {1}).error().kind, HistoryErrorKind::Damaged);
    EXPECT_EQ(reader->seconds(run, {1}).error().kind, HistoryErrorKind::Damaged);
    EXPECT_EQ(reader->sum(run, {4}).error().kind, HistoryErrorKind::Damaged);
    EXPECT_EQ(reader->series(run).error().kind, HistoryErrorKind::Damaged);
    EXPECT_TRUE(reader->sum(run, {0}));
}

TEST_F(ForeignFiles, ReadOnlyWritesNothing) {
    (void)writeRun(open(), randomFrames(5, 1));
    const std::string before = bytes();
    const auto store = open(OpenMode::ReadOnly);
    EXPECT_EQ(store.beginRun(testStart(), metrics).error().kind, HistoryErrorKind::NotAllowed);
    EXPECT_EQ(store.remove({1}).error().kind, HistoryErrorKind::NotAllowed);
    EXPECT_EQ(store.reader()->runs()->size(), 1u);
    EXPECT_EQ(bytes(), before);
}

TEST_F(ForeignFiles, AFileInAFolderThatTakesNoLockFilesIsRead) {
    path = folder.file("a b?c%20#d.sqlite");
    (void)writeRun(open(), randomFrames(5, 1));
    auto database = Database::open(path, Database::Access::ReadUnwritable);
    ASSERT_TRUE(database);
    EXPECT_EQ((*database)->number("SELECT count(*) FROM runs"), 1);
    EXPECT_FALSE((*database)->write("DELETE FROM runs"));
}

TEST_F(ForeignFiles, NamesThatMeanSomethingToSqliteAreFiles) {
    EXPECT_EQ(HistoryStore::open("", OpenMode::Create).error().kind, HistoryErrorKind::NotFound);
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.file(""));
    const auto store = HistoryStore::open(":memory:", OpenMode::Create);
    std::filesystem::current_path(before);
    ASSERT_TRUE(store);
    (void)writeRun(*store, randomFrames(2, 1));
    EXPECT_TRUE(std::filesystem::exists(folder.file(":memory:")));
}

TEST_F(ForeignFiles, MigrationsRunOnceAndInOrder) {
    const HistoryStore store = open();
    const RunId run = writeRun(store, randomFrames(5, 1));
    auto database = Database::open(path, Database::Access::Write);
    ASSERT_TRUE(database);
    const std::array scripts{schemaScripts()[0], schemaScripts()[1],
                             "ALTER TABLE runs ADD COLUMN colour TEXT DEFAULT 'blue';\n",
                             "ALTER TABLE runs RENAME COLUMN colour TO shade;\n"};
    EXPECT_EQ(checkSchema(**database, scripts), SchemaState::Older);
    ASSERT_TRUE(migrate(**database, scripts));
    ASSERT_TRUE(migrate(**database, scripts)) << "a second time has nothing to do";
    EXPECT_EQ(checkSchema(**database, scripts), SchemaState::Current);
    EXPECT_EQ((*database)->number("SELECT count(*) FROM runs WHERE shade = 'blue'"), 1);
    EXPECT_EQ(checkSchema(**database, schemaScripts()).error().kind, HistoryErrorKind::TooNew);
    EXPECT_EQ(run.value, 1);
}

TEST_F(ForeignFiles, AMigrationThatFailsChangesNothing) {
    (void)open();
    auto database = Database::open(path, Database::Access::Write);
    ASSERT_TRUE(database);
    const std::array scripts{schemaScripts()[0], schemaScripts()[1],
                             "CREATE TABLE extra (id INTEGER);\nCREATE TABLE runs (id INTEGER);\n"};
    EXPECT_FALSE(migrate(**database, scripts));
    EXPECT_EQ((*database)->number("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"), 0);
    EXPECT_EQ(checkSchema(**database, schemaScripts()), SchemaState::Current);
}

TEST(RunOwnerTest, OursLivesAndOthersDieWithTheirProcessOrSilence) {
    const RunOwner mine = currentOwner();
    const WallTime now{1'000'000'000'000};
    const WallTime recent{now.nanoseconds - 1'000'000'000};
    EXPECT_EQ(ownerState(mine, {0}, now), OwnerState::Lives);
    RunOwner reused = mine;
    reused.start = "1";
    EXPECT_EQ(ownerState(reused, recent, now), OwnerState::Gone)
        << "the number belongs to another process now";
    RunOwner elsewhere = mine;
    elsewhere.place = "another machine";
    EXPECT_EQ(ownerState(elsewhere, recent, now), OwnerState::Lives);
    EXPECT_EQ(ownerState(elsewhere, {0}, now), OwnerState::Gone);
}

TEST(FrameBlobs, HostileBytesAreRefused) {
    const auto none = [](const auto&) {};
    EXPECT_EQ(forEachEntry("", none).error(), BlobError::Truncated);
    EXPECT_EQ(forEachEntry("\x02", none).error(), BlobError::UnknownVersion);
    EXPECT_TRUE(forEachEntry("\x01", none));
    EXPECT_EQ(forEachEntry(std::string("\x01\x05\x09\x01x", 5), none).error(), BlobError::Damaged);
    EXPECT_EQ(forEachEntry(std::string("\x01\x05\x03\x7fx", 5), none).error(), BlobError::Truncated);
    EXPECT_EQ(forEachItem(std::string("\x01\x40\x01\x00", 4), none).error(), BlobError::Damaged)
        << "beyond the block";
    EXPECT_EQ(forEachItem(std::string("\x01\x05\x01\x00\x05\x01\x00", 7), none).error(), BlobError::Damaged)
        << "twice";
    EXPECT_EQ(forEachItem(std::string("\x01\x05\x00\x00", 4), none).error(), BlobError::Damaged)
        << "no width";
}

TEST(FrameBlobs, APressedPackHasTheSameItemsAndIsShorter) {
    std::string pack;
    beginPack(pack);
    for (std::int64_t offset = 0; offset < kPackSeconds; ++offset)
        appendItem(pack, {.offset = offset, .width = 1, .value = "much the same each second"});
    const std::string pressed = pressedPack(pack);
    EXPECT_LT(pressed.size(), pack.size() / 4);
    std::string again;
    beginPack(again);
    EXPECT_TRUE(forEachItem(pressed, [&](const EncodedItem& item) { appendItem(again, item); }));
    EXPECT_EQ(again, pack);
    for (std::size_t length = 1; length < pressed.size(); ++length)
        EXPECT_FALSE(forEachItem(pressed.substr(0, length), [](const auto&) {})) << length;
    const std::string one("\x01\x05\x01\x01x", 5);
    EXPECT_EQ(pressedPack(one), one) << "nothing to win";
}

TEST(FrameBlobs, APressedPackIsNeverLongerThanItSays) {
    std::string pack;
    beginPack(pack);
    appendItem(pack, {.offset = 0, .width = 1, .value = std::string(100'000, 'x')});
    std::string pressed = pressedPack(pack); // its length is three bytes
    ASSERT_LT(pressed.size(), 1000);
    const auto none = [](const auto&) {};
    for (const std::string& length : {std::string("\x05"), std::string("\xff\xff\xff\xff\x0f")})
        EXPECT_EQ(forEachItem(pressed[0] + length + pressed.substr(4), none).error(), BlobError::Damaged);
}

} // namespace
} // namespace bw::history
