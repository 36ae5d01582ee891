#include "core/history/run_transfer.h"

#include <array>

namespace bw::history {
namespace {

constexpr qsizetype kLongestText = qsizetype{32} << 20; // a plan; all other texts are far shorter
constexpr qsizetype kLongestBlob = qsizetype{64} << 20; // a frame of 5,000 full histograms is half of it

// A table that belongs to runs: what is read of it for a run, and how it is written, the run first.
struct Table {
    const char* select;
    const char* insert;
    int columns;
};
constexpr std::array kTables{
    Table{"SELECT text FROM plans WHERE run_id = ?", "INSERT INTO plans (run_id, text) VALUES (?, ?)", 1},
    Table{"SELECT series_id, metric, type, kind, tags FROM series WHERE run_id = ?",
          "INSERT INTO series (run_id, series_id, metric, type, kind, tags) VALUES (?, ?, ?, ?, ?, ?)", 5},
    Table{"SELECT second, width, entries FROM frames WHERE run_id = ?",
          "INSERT INTO frames (run_id, second, width, entries) VALUES (?, ?, ?, ?)", 3},
    Table{"SELECT series_id, block, items FROM packs WHERE run_id = ?",
          "INSERT INTO packs (run_id, series_id, block, items) VALUES (?, ?, ?, ?)", 3},
    Table{"SELECT series_id, width, block, value FROM levels WHERE run_id = ?",
          "INSERT INTO levels (run_id, series_id, width, block, value) VALUES (?, ?, ?, ?, ?)", 4},
    Table{"SELECT number, at_ns, name, kind, request, response FROM examples WHERE run_id = ?",
          "INSERT INTO examples (run_id, number, at_ns, name, kind, request, response) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)",
          6},
    Table{"SELECT number, at_ns, level, source, text FROM messages WHERE run_id = ?",
          "INSERT INTO messages (run_id, number, at_ns, level, source, text) VALUES (?, ?, ?, ?, ?, ?)", 5},
    Table{"SELECT number, at_ns, kind, text FROM marks WHERE run_id = ?",
          "INSERT INTO marks (run_id, number, at_ns, kind, text) VALUES (?, ?, ?, ?, ?)", 4},
};

#define BW_RUN_COLUMNS                                                                                       \
    "state, verdict, plan_name, environment, build, note, tags, seed, kernel, cores, workers, reactor, "     \
    "host, program, options, started_ns, ended_ns, seconds, packed_until, wide_frames, records_lost, "       \
    "verdict_json, key_figures"
constexpr int kRunColumns = 23;
constexpr const char* kSelectRun = "SELECT " BW_RUN_COLUMNS " FROM runs WHERE id = ?";
// Nobody owns a run that is over.
constexpr const char* kInsertRun =
    "INSERT INTO runs (" BW_RUN_COLUMNS ", owner_pid, owner_start, owner_place, heartbeat_ns) VALUES "
    "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', 0)";
#undef BW_RUN_COLUMNS

// A cell as it may go on; empty: it is longer than anything of ours.
std::optional<QVariant> checked(const QVariant& cell) {
    if (cell.typeId() == QMetaType::QByteArray) {
        const QByteArray bytes = cell.toByteArray();
        if (bytes.isEmpty())
            return QByteArray(""); // Qt reads no bytes as none at all
        return bytes.size() <= kLongestBlob ? std::optional(cell) : std::nullopt;
    }
    if (cell.typeId() == QMetaType::QString) {
        return cell.toString().size() <= kLongestText ? std::optional(cell) : std::nullopt;
    }
    return cell;
}

// The row's cells behind `first`; an error when one is none of ours.
HistoryResult<QVariantList> cellsOf(const Database& database, const QSqlQuery& row, int columns,
                                    QVariantList first) {
    for (int column = 0; column < columns; ++column) {
        auto cell = checked(row.value(column));
        if (!cell)
            return std::unexpected(database.damaged("cell"));
        first.append(std::move(*cell));
    }
    return first;
}

HistoryResult<RunId> copyRunRow(Database& from, RunId run, Database& to) {
    std::optional<RunId> copy;
    auto done = from.read(kSelectRun, {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
        if (row.value(0).toLongLong() == 0)
            return std::unexpected(HistoryError{HistoryErrorKind::RunIsRunning, from.path(), 0, {}});
        auto cells = cellsOf(from, row, kRunColumns, {});
        if (!cells)
            return std::unexpected(cells.error());
        if (auto inserted = to.write(kInsertRun, *cells); !inserted)
            return std::unexpected(inserted.error());
        copy = RunId{to.lastRowId()};
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    if (!copy)
        return std::unexpected(HistoryError{HistoryErrorKind::NoSuchRun, from.path(), 0, {}});
    return *copy;
}

} // namespace

HistoryResult<RunId> copyRun(Database& from, RunId run, Database& to) {
    auto reading = Transaction::begin(from, Transaction::Kind::Read);
    if (!reading)
        return std::unexpected(reading.error());
    auto writing = Transaction::begin(to, Transaction::Kind::Write);
    if (!writing)
        return std::unexpected(writing.error());
    const auto copy = copyRunRow(from, run, to);
    if (!copy)
        return copy;
    for (const Table& table : kTables) {
        auto done =
            from.read(table.select, {qint64{run.value}}, [&](const QSqlQuery& row) -> HistoryResult<void> {
                auto cells = cellsOf(from, row, table.columns, {qint64{copy->value}});
                if (!cells)
                    return std::unexpected(cells.error());
                const auto inserted = to.write(table.insert, *cells);
                return inserted ? HistoryResult<void>() : std::unexpected(inserted.error());
            });
        if (!done)
            return std::unexpected(done.error());
    }
    if (auto done = writing->commit(); !done)
        return std::unexpected(done.error());
    return copy;
}

} // namespace bw::history
