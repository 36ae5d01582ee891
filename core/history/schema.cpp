#include "core/history/schema.h"

#include "core/history/schema_text.h"

#include <array>
#include <string>

namespace bw::history {

namespace {

HistoryError notAHistory(const Database& database) {
    return {.kind = HistoryErrorKind::NotAHistory, .path = database.path(), .sqliteCode = 0, .details = {}};
}

// Every table that we read is a table, not a view that somebody put in its place.
HistoryResult<void> checkTables(Database& database, qint64 version) {
    constexpr qint64 kFirst = 9;  // tables of version 1
    constexpr qint64 kSecond = 2; // that version 2 adds
    const auto first = database.number(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('runs', 'plans', "
        "'series', 'frames', 'packs', 'levels', 'examples', 'messages', 'marks')");
    const auto second = database.number(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('stars', 'baselines')");
    if (!first || !second)
        return std::unexpected(first ? second.error() : first.error());
    if (*first != kFirst || (version >= 2 && *second != kSecond))
        return std::unexpected(database.damaged("a table is missing"));
    return {};
}

} // namespace

std::span<const char* const> schemaScripts() {
    static const std::array scripts{kSchema1, kSchema2};
    return scripts;
}

HistoryResult<SchemaState> checkSchema(Database& database, std::span<const char* const> scripts) {
    // One statement, one snapshot: between three, another program may make the history.
    qint64 application = 0;
    qint64 version = 0;
    qint64 objects = 0;
    const auto looked =
        database.read("SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema) "
                      "FROM pragma_application_id AS a, pragma_user_version AS v",
                      {}, [&](const QSqlQuery& row) {
                          application = row.value(0).toLongLong();
                          version = row.value(1).toLongLong();
                          objects = row.value(2).toLongLong();
                          return HistoryResult<void>();
                      });
    if (!looked)
        return std::unexpected(looked.error());
    if (application == 0 && version == 0 && objects == 0)
        return SchemaState::Empty;
    if (application != kApplicationId || version < 1)
        return std::unexpected(notAHistory(database));
    if (version > static_cast<qint64>(scripts.size()))
        return std::unexpected(HistoryError{HistoryErrorKind::TooNew, database.path(), 0, {}});
    if (auto good = checkTables(database, version); !good)
        return std::unexpected(good.error());
    return version < static_cast<qint64>(scripts.size()) ? SchemaState::Older : SchemaState::Current;
}

HistoryResult<void> migrate(Database& database, std::span<const char* const> scripts) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Again, now that nobody else can change it.
    if (auto state = checkSchema(database, scripts); !state)
        return std::unexpected(state.error());
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    for (auto next = static_cast<std::size_t>(*version); next < scripts.size(); ++next)
        if (auto done = database.script(scripts[next]); !done)
            return done;
    const std::string marks = "PRAGMA application_id=" + std::to_string(kApplicationId) +
                              ";\nPRAGMA user_version=" + std::to_string(scripts.size()) + ";\n";
    if (auto done = database.script(marks.c_str()); !done)
        return done;
    return transaction->commit();
}

HistoryResult<void> addMissingTables(Database& database) {
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    if (*version >= 2)
        return {};
    return database.script("PRAGMA temp_store=MEMORY;\n"
                           "CREATE TEMP TABLE stars (run_id INTEGER PRIMARY KEY);\n"
                           "CREATE TEMP TABLE baselines (plan_name TEXT, environment TEXT, run_id INTEGER, "
                           "good_runs INTEGER, tolerances TEXT, set_ns INTEGER);\n");
}

} // namespace bw::history
