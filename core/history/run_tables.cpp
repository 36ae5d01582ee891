#include "core/history/run_tables.h"

#include "core/history/frame_blob.h"
#include "core/history/json_text.h"
#include "core/history/pack.h"

#include <array>

namespace bw::history {

namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QByteArray blob(std::string_view bytes) {
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

// An int64 that SQL stores as it is.
qint64 number(std::int64_t value) {
    return value;
}

HistoryError noSuchRun(const Database& database) {
    return {.kind = HistoryErrorKind::NoSuchRun, .path = database.path(), .sqliteCode = 0, .details = {}};
}

// Runs one statement after the other; remembers the first error, after which nothing is run.
class Statements {
public:
    explicit Statements(Database& database)
        : m_database(database) {}

    Statements& run(const char* sql, const QVariantList& values) {
        if (m_result)
            if (auto done = m_database.write(sql, values); !done)
                m_result = std::unexpected(done.error());
        return *this;
    }
    [[nodiscard]] HistoryResult<void> result() const { return m_result; }

private:
    Database& m_database;
    HistoryResult<void> m_result;
};

} // namespace

HistoryResult<RunId> insertRun(Database& database, const RunStart& start, const RunOwner& owner) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto inserted = database.write(
        "INSERT INTO runs (state, plan_name, environment, build, note, tags, seed, kernel, cores, workers, "
        "reactor, "
        "host, program, options, started_ns, owner_pid, owner_start, owner_place, heartbeat_ns) "
        "VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {text(start.planName), text(start.environment), text(start.build), text(start.note),
         text(tagsToJson(start.tags)), text(std::to_string(start.seed)), text(start.kernel), start.cores,
         start.workers, text(start.reactor), text(start.host), text(start.program), text(start.optionsJson),
         number(start.started.nanoseconds), number(owner.pid), text(owner.start), text(owner.place),
         number(SystemClock::instance().wallNow().nanoseconds)});
    if (!inserted)
        return std::unexpected(inserted.error());
    const RunId run{database.lastRowId()};
    auto plan = database.write("INSERT INTO plans (run_id, text) VALUES (?, ?)",
                               {number(run.value), text(start.planText)});
    if (!plan)
        return std::unexpected(plan.error());
    if (auto done = transaction->commit(); !done)
        return std::unexpected(done.error());
    return run;
}

namespace {

HistoryResult<void> storeSeries(Database& database, RunId run, const metrics::Frame& frame,
                                const metrics::MetricRegistry& metrics) {
    Statements statements(database);
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        const metrics::Metric metric = metrics[added.series.metric];
        statements.run("INSERT OR REPLACE INTO series (run_id, series_id, metric, type, kind, tags) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
                       {number(run.value), added.id.value, text(metric.name), static_cast<int>(metric.type),
                        static_cast<int>(metric.kind), text(tagsToJson(added.series.tags))});
    }
    return statements.result();
}

} // namespace

HistoryResult<void> storeFrame(Database& database, RunId run, const metrics::Frame& frame,
                               const metrics::MetricRegistry& metrics) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const QVariantList id{number(run.value)};
    const auto stored = database.number("SELECT seconds FROM runs WHERE id = ?", id, -1);
    const auto packed = database.number("SELECT packed_until FROM runs WHERE id = ?", id);
    if (!stored || !packed)
        return std::unexpected(stored ? packed.error() : stored.error());
    if (*stored < 0)
        return std::unexpected(noSuchRun(database));
    if (frame.end() <= *stored)
        return {};
    if (const std::int64_t until = frame.second / kPackSeconds * kPackSeconds; until > *packed)
        if (auto done = packUntil(database, run, until); !done)
            return done;
    if (auto done = storeSeries(database, run, frame, metrics); !done)
        return done;
    auto done =
        Statements(database)
            .run("INSERT INTO frames (run_id, second, width, entries) VALUES (?, ?, ?, ?)",
                 {number(run.value), number(frame.second), number(frame.width), blob(encodeEntries(frame))})
            .run("UPDATE runs SET seconds = ?, wide_frames = wide_frames + ?, heartbeat_ns = ? WHERE id = ?",
                 {number(frame.end()), frame.width > 1 ? 1 : 0,
                  number(SystemClock::instance().wallNow().nanoseconds), number(run.value)})
            .result();
    return done ? transaction->commit() : done;
}

HistoryResult<void> storeRecords(Database& database, RunId run, const RunRecords& records) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    Statements statements(database);
    const qint64 id = run.value;
    for (const auto& [place, example] : records.examples)
        statements.run(
            "INSERT OR REPLACE INTO examples (run_id, number, at_ns, name, kind, request, response) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            {id, number(place), number(example.at.count()), text(example.name), text(example.kind),
             blob(example.request), blob(example.response)});
    for (const auto& [place, message] : records.messages)
        statements.run("INSERT OR REPLACE INTO messages (run_id, number, at_ns, level, source, text) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
                       {id, number(place), number(message.at.count()), static_cast<int>(message.level),
                        text(message.source), text(message.text)});
    for (const auto& [place, mark] : records.marks)
        statements.run(
            "INSERT OR REPLACE INTO marks (run_id, number, at_ns, kind, text) VALUES (?, ?, ?, ?, ?)",
            {id, number(place), number(mark.at.count()), text(mark.kind), text(mark.text)});
    statements.run("UPDATE runs SET records_lost = ? WHERE id = ?", {number(records.lost), id});
    const auto done = statements.result();
    return done ? transaction->commit() : done;
}

HistoryResult<void> finishRun(Database& database, RunId run, const RunOutcome& outcome) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (auto done = packUntil(database, run, INT64_MAX); !done)
        return done;
    const auto changed = database.write("UPDATE runs SET state = ?, verdict = ?, verdict_json = ?, "
                                        "key_figures = ?, ended_ns = ? WHERE id = ?",
                                        {static_cast<int>(outcome.state), static_cast<int>(outcome.verdict),
                                         text(outcome.verdictJson), text(outcome.keyFiguresJson),
                                         number(outcome.ended.nanoseconds), number(run.value)});
    if (!changed)
        return std::unexpected(changed.error());
    if (*changed == 0)
        return std::unexpected(noSuchRun(database));
    return transaction->commit();
}

namespace {

constexpr const char* kOwnerColumns = "SELECT owner_pid, owner_start, owner_place, heartbeat_ns FROM runs "
                                      "WHERE id = ? AND state = 0";

// Lives only for a running run whose process is there.
HistoryResult<OwnerState> ownerOf(Database& database, RunId run, WallTime now) {
    OwnerState state = OwnerState::Gone;
    auto done =
        database.read(kOwnerColumns, {number(run.value)}, [&](const QSqlQuery& row) -> HistoryResult<void> {
            const RunOwner owner{.pid = row.value(0).toLongLong(),
                                 .start = row.value(1).toString().toStdString(),
                                 .place = row.value(2).toString().toStdString()};
            state = ownerState(owner, {row.value(3).toLongLong()}, now);
            return {};
        });
    if (!done)
        return std::unexpected(done.error());
    return state;
}

enum class Packing { Yes, No };

HistoryResult<void> markInterrupted(Database& database, RunId run, Packing packing) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (packing == Packing::Yes)
        if (auto done = packUntil(database, run, INT64_MAX); !done)
            return done;
    const auto changed = database.write(
        "UPDATE runs SET state = 2, ended_ns = started_ns + seconds * 1000000000 WHERE id = ? AND state = 0",
        {number(run.value)});
    if (!changed)
        return std::unexpected(changed.error());
    return transaction->commit();
}

} // namespace

HistoryResult<void> recoverRuns(Database& database, WallTime now) {
    std::vector<RunId> running;
    auto done = database.read("SELECT id FROM runs WHERE state = 0", {},
                              [&running](const QSqlQuery& row) -> HistoryResult<void> {
                                  running.push_back({row.value(0).toLongLong()});
                                  return {};
                              });
    for (auto run = running.begin(); done && run != running.end(); ++run) {
        const auto owner = ownerOf(database, *run, now);
        if (!owner)
            return std::unexpected(owner.error());
        if (*owner == OwnerState::Lives)
            continue;
        done = markInterrupted(database, *run, Packing::Yes);
        // A frame that cannot be read must not keep the history closed: it stays as it is.
        if (!done && done.error().kind == HistoryErrorKind::Damaged)
            done = markInterrupted(database, *run, Packing::No);
    }
    return done;
}

HistoryResult<void> deleteRun(Database& database, RunId run, WallTime now) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto owner = ownerOf(database, run, now);
    if (!owner)
        return std::unexpected(owner.error());
    if (*owner == OwnerState::Lives)
        return std::unexpected(HistoryError{HistoryErrorKind::RunIsRunning, database.path(), 0, {}});
    static constexpr std::array deletions{
        "DELETE FROM plans WHERE run_id = ?",    "DELETE FROM series WHERE run_id = ?",
        "DELETE FROM frames WHERE run_id = ?",   "DELETE FROM packs WHERE run_id = ?",
        "DELETE FROM levels WHERE run_id = ?",   "DELETE FROM examples WHERE run_id = ?",
        "DELETE FROM messages WHERE run_id = ?", "DELETE FROM marks WHERE run_id = ?",
        "DELETE FROM stars WHERE run_id = ?",    "DELETE FROM baselines WHERE run_id = ?"};
    Statements statements(database);
    for (const char* deletion : deletions)
        statements.run(deletion, {number(run.value)});
    if (auto done = statements.result(); !done)
        return done;
    const auto changed = database.write("DELETE FROM runs WHERE id = ?", {number(run.value)});
    if (!changed)
        return std::unexpected(changed.error());
    if (*changed == 0)
        return std::unexpected(noSuchRun(database));
    return transaction->commit();
}

} // namespace bw::history
