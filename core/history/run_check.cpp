#include "core/history/run_check.h"

#include "core/history/frame_blob.h"
#include "core/history/run_extent.h"
#include "core/history/run_owner.h"
#include "core/history/run_sums.h"
#include "core/metrics/series_value.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace bw::history {
namespace {

struct Belonging {
    const char* name;
    const char* strays; // runs that are not there, and how many rows say they are
    const char* remove;
};
#define BW_BELONGING(table)                                                                                  \
    Belonging{table,                                                                                         \
              "SELECT run_id, count(*) FROM " table                                                          \
              " WHERE run_id IS NOT NULL AND run_id NOT IN (SELECT id FROM runs) GROUP BY run_id",           \
              "DELETE FROM " table " WHERE run_id = ? AND run_id NOT IN (SELECT id FROM runs)"}
constexpr std::array kBelongings{BW_BELONGING("plans"),    BW_BELONGING("series"), BW_BELONGING("frames"),
                                 BW_BELONGING("packs"),    BW_BELONGING("levels"), BW_BELONGING("examples"),
                                 BW_BELONGING("messages"), BW_BELONGING("marks"),  BW_BELONGING("stars"),
                                 BW_BELONGING("baselines")};
#undef BW_BELONGING

// Values that are in frames still: those of packs are read with the sums.
HistoryResult<void> readFrames(Database& database, RunId run) {
    std::map<qint64, qint64> types;
    auto done = database.read("SELECT series_id, type FROM series WHERE run_id = ?", {qint64{run.value}},
                              [&](const QSqlQuery& row) -> HistoryResult<void> {
                                  types[row.value(0).toLongLong()] = row.value(1).toLongLong();
                                  return {};
                              });
    if (!done)
        return done;
    return database.read("SELECT entries FROM frames WHERE run_id = ?", {qint64{run.value}},
                         [&](const QSqlQuery& row) -> HistoryResult<void> {
                             const QByteArray entries = row.value(0).toByteArray();
                             bool isGood = true;
                             const auto read =
                                 forEachEntry({entries.constData(), static_cast<std::size_t>(entries.size())},
                                              [&](const EncodedEntry& entry) {
                                                  const auto type = types.find(entry.series.value);
                                                  metrics::ByteReader reader(entry.value);
                                                  isGood = isGood && type != types.end() &&
                                                           type->second == static_cast<qint64>(entry.type) &&
                                                           metrics::decodeValue(entry.type, reader) &&
                                                           reader.atEnd();
                                              });
                             return read && isGood ? HistoryResult<void>()
                                                   : std::unexpected(database.damaged("frames.entries"));
                         });
}

// Whether the run's process lives; a run that is not there has none.
HistoryResult<bool> isWritten(Database& database, RunId run) {
    bool lives = false;
    auto done = database.read(
        "SELECT owner_pid, owner_start, owner_place, heartbeat_ns FROM runs WHERE id = ? AND state = 0",
        {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
            const RunOwner owner{.pid = row.value(0).toLongLong(),
                                 .start = row.value(1).toString().toStdString(),
                                 .place = row.value(2).toString().toStdString()};
            lives = ownerState(owner, {row.value(3).toLongLong()}, SystemClock::instance().wallNow()) ==
                    OwnerState::Lives;
            return {};
        });
    if (!done)
        return std::unexpected(done.error());
    return lives;
}

HistoryResult<void> removeStrays(Database& database, RunId run) {
    for (const Belonging& table : kBelongings)
        if (auto gone = database.write(table.remove, {qint64{run.value}}); !gone)
            return std::unexpected(gone.error());
    return {};
}

bool has(const std::vector<FindingKind>& kinds, FindingKind kind) {
    return std::ranges::find(kinds, kind) != kinds.end();
}

// Mended, or as it was.
HistoryResult<bool> mendRun(Database& database, RunId run, const std::vector<FindingKind>& kinds) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    HistoryResult<void> done;
    if (has(kinds, FindingKind::Strays))
        done = removeStrays(database, run);
    if (done && has(kinds, FindingKind::Extent))
        done = mendExtent(database, run);
    if (done && (has(kinds, FindingKind::Extent) || has(kinds, FindingKind::Sums)))
        done = rebuildSums(database, run);
    if (!done) {
        if (done.error().kind == HistoryErrorKind::Damaged)
            return false;
        return std::unexpected(done.error());
    }
    const auto left = checkValues(database, run);
    if (!left)
        return std::unexpected(left.error());
    if (!left->empty())
        return false;
    if (auto committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return true;
}

// An index is made again from its table; a table's own pages are all there is of it.
HistoryResult<bool> mendIndexes(Database& database) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (auto made = database.write("REINDEX"); !made)
        return false;
    bool isSound = true;
    auto done = database.read("PRAGMA integrity_check(1)", {}, [&](const QSqlQuery& row) {
        isSound = isSound && row.value(0).toString() == QLatin1String("ok");
        return HistoryResult<void>();
    });
    if (!done || !isSound)
        return false;
    if (auto committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return true;
}

HistoryResult<bool> mend(Database& database, const std::vector<Finding>& findings, std::optional<RunId> run) {
    if (!run)
        return mendIndexes(database);
    std::vector<FindingKind> kinds;
    for (const Finding& finding : findings)
        if (finding.run == run)
            kinds.push_back(finding.kind);
    return mendRun(database, *run, kinds);
}

} // namespace

HistoryResult<std::vector<Finding>> checkValues(Database& database, RunId run) {
    std::vector<Finding> findings;
    // What is damaged is a finding, everything else keeps from looking.
    const auto look = [&](FindingKind kind, Remedy remedy, const HistoryResult<bool>& holds,
                          const char* place) -> HistoryResult<void> {
        if (!holds && holds.error().kind != HistoryErrorKind::Damaged)
            return std::unexpected(holds.error());
        if (!holds)
            findings.push_back({FindingKind::Values, run, holds.error().details, Remedy::None});
        else if (!*holds)
            findings.push_back({kind, run, place, remedy});
        return {};
    };
    const auto frames = readFrames(database, run);
    auto done = look(FindingKind::Values, Remedy::None,
                     frames ? HistoryResult<bool>(true) : std::unexpected(frames.error()), "frames.entries");
    if (done)
        done = look(FindingKind::Extent, Remedy::Repairable, extentHolds(database, run), "runs.packed_until");
    if (done)
        done = look(FindingKind::Sums, Remedy::Repairable, sumsHold(database, run), "levels.value");
    const auto written = done ? isWritten(database, run) : std::unexpected(done.error());
    if (!written)
        return std::unexpected(written.error());
    // A run is mended as a whole or left alone.
    const bool isLost = std::ranges::any_of(
        findings, [](const Finding& finding) { return finding.kind == FindingKind::Values; });
    for (Finding& finding : findings)
        if (finding.remedy == Remedy::Repairable && (*written || isLost))
            finding.remedy = *written ? Remedy::Later : Remedy::None;
    return findings;
}

HistoryResult<std::vector<Finding>> findStrays(Database& database) {
    std::map<RunId, std::string> tables;
    for (const Belonging& table : kBelongings) {
        auto done = database.read(table.strays, {}, [&](const QSqlQuery& row) -> HistoryResult<void> {
            std::string& names = tables[RunId{row.value(0).toLongLong()}];
            names += (names.empty() ? "" : ", ") + std::string(table.name);
            return {};
        });
        if (!done)
            return std::unexpected(done.error());
    }
    std::vector<Finding> findings;
    for (auto& [run, names] : tables)
        findings.push_back({FindingKind::Strays, run, std::move(names), Remedy::Repairable});
    return findings;
}

HistoryResult<void> repair(Database& database, std::vector<Finding>& findings) {
    for (const Finding& first : findings) {
        if (first.remedy != Remedy::Repairable)
            continue;
        const std::optional<RunId> run = first.run;
        const auto mended = mend(database, findings, run);
        if (!mended)
            return std::unexpected(mended.error());
        for (Finding& finding : findings) {
            // Where pages are broken, whatever is written may land on somebody else's.
            const bool isConcerned = finding.run == run || (!run && !*mended);
            if (isConcerned && finding.remedy == Remedy::Repairable)
                finding.remedy = *mended ? Remedy::Repaired : Remedy::None;
        }
    }
    return {};
}

} // namespace bw::history
