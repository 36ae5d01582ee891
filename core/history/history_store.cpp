#include "core/history/history_store.h"

#include "core/history/database.h"
#include "core/history/remark_tables.h"
#include "core/history/run_check.h"
#include "core/history/run_owner.h"
#include "core/history/run_tables.h"
#include "core/history/run_transfer.h"
#include "core/history/schema.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace bw::history {

namespace {

namespace fs = std::filesystem;

HistoryError failure(HistoryErrorKind kind, const std::string& path) {
    return {.kind = kind, .path = path, .sqliteCode = 0, .details = {}};
}

HistoryError systemFailure(int error, const std::string& path) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return failure(HistoryErrorKind::NotFound, path);
    case EACCES:
    case EPERM:
    case EROFS:
        return failure(HistoryErrorKind::NotAllowed, path);
    case ENOSPC:
    case EDQUOT:
        return failure(HistoryErrorKind::DiskFull, path);
    default:
        return failure(HistoryErrorKind::Failed, path);
    }
}

// The folder and an empty file, for the person alone: plans and examples may be nobody else's business.
HistoryResult<void> createFile(const std::string& path) {
    std::error_code error;
    const fs::path folder = fs::absolute(path, error).parent_path();
    for (fs::path part; const fs::path& name : folder) {
        part /= name;
        if (::mkdir(part.c_str(), 0700) != 0 && errno != EEXIST && !fs::is_directory(part, error))
            return std::unexpected(systemFailure(errno, path));
    }
    const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0)
        return std::unexpected(systemFailure(errno, path));
    ::close(file);
    return {};
}

// A file, empty or with SQLite's first 16 bytes; SQLite itself looks at the rest.
HistoryResult<void> checkFile(const std::string& path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0)
        return std::unexpected(systemFailure(errno, path));
    if (!S_ISREG(status.st_mode))
        return std::unexpected(failure(HistoryErrorKind::NotAHistory, path));
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::unexpected(failure(HistoryErrorKind::NotAllowed, path));
    static constexpr std::string_view magic("SQLite format 3\0", 16);
    std::array<char, 16> begin{};
    file.read(begin.data(), begin.size());
    if (status.st_size != 0 &&
        std::string_view(begin.data(), static_cast<std::size_t>(file.gcount())) != magic)
        return std::unexpected(failure(HistoryErrorKind::NotAHistory, path));
    return {};
}

// SQLite does not wait for others when it switches to WAL, so we do: the other one is switching, too.
HistoryResult<void> switchToWal(Database& database) {
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(Database::kBusyMilliseconds);
    for (;;) {
        auto done = database.read("PRAGMA journal_mode=WAL", {},
                                  [](const QSqlQuery&) { return HistoryResult<void>(); });
        if (done || done.error().kind != HistoryErrorKind::Busy ||
            std::chrono::steady_clock::now() > deadline)
            return done;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

HistoryResult<void> prepareForWriting(const std::string& path) {
    auto database = Database::open(path, Database::Access::Write);
    if (!database)
        return std::unexpected(database.error());
    const auto state = checkSchema(**database, schemaScripts());
    if (!state)
        return std::unexpected(state.error());
    if (*state == SchemaState::Empty)
        if (auto done = (*database)->write("PRAGMA auto_vacuum=INCREMENTAL"); !done)
            return std::unexpected(done.error());
    if (auto done = switchToWal(**database); !done)
        return done;
    if (*state != SchemaState::Current)
        if (auto done = migrate(**database, schemaScripts()); !done)
            return done;
    return recoverRuns(**database, SystemClock::instance().wallNow());
}

// A file in a folder where nothing may be made has no place for WAL's lock file; without a WAL beside it, its
// own pages are all there is.
HistoryResult<std::unique_ptr<Database>> openForReading(const std::string& path) {
    auto database = Database::open(path, Database::Access::Read);
    if (database) {
        auto seen = (*database)->number("PRAGMA user_version");
        if (seen)
            return database;
        database = std::unexpected(seen.error());
    }
    std::error_code error;
    const auto walSize = fs::file_size(path + "-wal", error);
    if (database.error().kind == HistoryErrorKind::NotAllowed && (error || walSize == 0))
        return Database::open(path, Database::Access::ReadUnwritable);
    return database;
}

// A file that is all of the database, without one beside it.
HistoryResult<void> leaveWal(Database& database) {
    return database.read("PRAGMA journal_mode=DELETE", {},
                         [](const QSqlQuery&) { return HistoryResult<void>(); });
}

// Beside its place first, so that it stands whole or not at all.
HistoryResult<void> makeFile(const std::string& path,
                             const std::function<HistoryResult<void>(const std::string& part)>& make) {
    const std::string part = path + ".part";
    const auto removePart = [&] {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm", "-journal"})
            fs::remove(part + ending, ignored);
    };
    removePart();
    auto done = make(part);
    if (done) {
        std::error_code error;
        fs::rename(part, path, error);
        if (error)
            done = std::unexpected(systemFailure(error.value(), path));
    }
    removePart();
    return done;
}

HistoryResult<void> checkForReading(const std::string& path) {
    auto database = openForReading(path);
    if (!database)
        return std::unexpected(database.error());
    const auto state = checkSchema(**database, schemaScripts());
    if (!state)
        return std::unexpected(state.error());
    // An empty file is nobody's history.
    if (*state == SchemaState::Empty)
        return std::unexpected(failure(HistoryErrorKind::NotAHistory, path));
    return {};
}

} // namespace

HistoryResult<HistoryStore> HistoryStore::open(const std::string& given, OpenMode mode) {
    // Absolute, so that SQLite takes no name for one of its own (":memory:", "file:..."), and a later change
    // of folder does no harm.
    std::error_code error;
    const std::string path = given.empty() ? given : fs::absolute(given, error).string();
    if (mode == OpenMode::Create)
        if (auto made = createFile(path); !made)
            return std::unexpected(made.error());
    if (auto good = checkFile(path); !good)
        return std::unexpected(good.error());
    auto ready = mode == OpenMode::ReadOnly ? checkForReading(path) : prepareForWriting(path);
    if (!ready)
        return std::unexpected(ready.error());
    return HistoryStore(path, mode);
}

HistoryResult<std::unique_ptr<RunWriter>> HistoryStore::beginRun(const RunStart& start,
                                                                 const metrics::MetricRegistry& metrics,
                                                                 RunWriter::OnState onState) const {
    if (m_mode == OpenMode::ReadOnly)
        return std::unexpected(failure(HistoryErrorKind::NotAllowed, m_path));
    auto database = Database::open(m_path, Database::Access::Write);
    if (!database)
        return std::unexpected(database.error());
    const auto run = insertRun(**database, start, currentOwner());
    if (!run)
        return std::unexpected(run.error());
    return std::unique_ptr<RunWriter>(new RunWriter(m_path, *run, metrics, std::move(onState)));
}

HistoryResult<HistoryReader> HistoryStore::reader() const {
    auto database = openForReading(m_path);
    if (!database)
        return std::unexpected(database.error());
    if (auto complete = addMissingTables(**database); !complete)
        return std::unexpected(complete.error());
    return HistoryReader(std::move(*database));
}

template <class Change>
HistoryResult<void> HistoryStore::change(const Change& what) const {
    if (m_mode == OpenMode::ReadOnly)
        return std::unexpected(failure(HistoryErrorKind::NotAllowed, m_path));
    auto database = Database::open(m_path, Database::Access::Write);
    if (!database)
        return std::unexpected(database.error());
    return what(**database);
}

HistoryResult<void> HistoryStore::remove(RunId run) const {
    return change([&](Database& database) {
        auto done = deleteRun(database, run, SystemClock::instance().wallNow());
        if (done) {
            // Gives the space back; that it may have to wait for readers is no failure of the removal.
            [[maybe_unused]] const auto vacuumed = database.read(
                "PRAGMA incremental_vacuum", {}, [](const QSqlQuery&) { return HistoryResult<void>(); });
        }
        return done;
    });
}

HistoryResult<void> HistoryStore::exportRun(RunId run, const std::string& path) const {
    return makeFile(path, [&](const std::string& part) -> HistoryResult<void> {
        auto from = openForReading(m_path);
        if (!from)
            return std::unexpected(from.error());
        if (auto made = open(part, OpenMode::Create); !made)
            return std::unexpected(made.error());
        auto to = Database::open(part, Database::Access::Write);
        if (!to)
            return std::unexpected(to.error());
        if (auto copied = copyRun(**from, run, **to); !copied)
            return std::unexpected(copied.error());
        return leaveWal(**to);
    });
}

HistoryResult<std::vector<RunId>> HistoryStore::importRuns(const std::string& path) const {
    const auto other = open(path, OpenMode::ReadOnly);
    if (!other)
        return std::unexpected(other.error());
    auto reader = other->reader();
    if (!reader)
        return std::unexpected(reader.error());
    const auto runs = reader->runs(RunOrder::OldestFirst);
    if (!runs)
        return std::unexpected(runs.error());
    for (const RunSummary& run : *runs) {
        const auto findings = reader->check(run.id);
        if (!findings)
            return std::unexpected(findings.error());
        if (!findings->empty())
            return std::unexpected(
                HistoryError{HistoryErrorKind::Damaged, other->path(), 0, findings->front().details});
    }
    std::vector<RunId> taken;
    const auto done = change([&](Database& to) -> HistoryResult<void> {
        auto from = openForReading(other->path());
        if (!from)
            return std::unexpected(from.error());
        for (const RunSummary& run : *runs) {
            if (run.state == RunState::Running)
                continue;
            auto copied = copyRun(**from, run.id, to);
            if (!copied)
                return std::unexpected(copied.error());
            taken.push_back(*copied);
        }
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return taken;
}

HistoryResult<void> HistoryStore::backup(const std::string& path) const {
    return makeFile(path, [&](const std::string& part) -> HistoryResult<void> {
        auto database = openForReading(m_path);
        if (!database)
            return std::unexpected(database.error());
        const auto done = (*database)->write("VACUUM INTO ?", {QString::fromStdString(part)});
        return done ? HistoryResult<void>() : std::unexpected(done.error());
    });
}

HistoryResult<HistoryCheck> HistoryStore::repair() const {
    auto reading = reader();
    if (!reading)
        return std::unexpected(reading.error());
    auto checked = reading->checkAll();
    if (!checked)
        return checked;
    const auto done =
        change([&](Database& database) { return history::repair(database, checked->findings); });
    if (!done)
        return std::unexpected(done.error());
    return checked;
}

HistoryResult<void> HistoryStore::annotate(RunId run, const RunNotes& notes) const {
    return change([&](Database& database) { return storeNotes(database, run, notes); });
}

HistoryResult<void> HistoryStore::addMark(RunId run, const MarkRecord& mark) const {
    return change([&](Database& database) { return storeMark(database, run, mark); });
}

HistoryResult<void> HistoryStore::removeMark(RunId run, const MarkRecord& mark) const {
    return change([&](Database& database) { return removeStoredMark(database, run, mark); });
}

HistoryResult<void> HistoryStore::setBaseline(const Baseline& baseline) const {
    return change([&](Database& database) { return storeBaseline(database, baseline); });
}

HistoryResult<void> HistoryStore::clearBaseline(const std::string& planName,
                                                const std::string& environment) const {
    return change([&](Database& database) { return removeBaseline(database, planName, environment); });
}

std::string defaultHistoryPath() {
    const char* data = std::getenv("XDG_DATA_HOME");
    std::string folder = data != nullptr && data[0] == '/' ? data : "";
    if (folder.empty()) {
        const char* home = std::getenv("HOME");
        if (home == nullptr || home[0] == '\0')
            return {};
        folder = std::string(home) + "/.local/share";
    }
    return folder + "/bellwether/history.sqlite";
}

} // namespace bw::history
