#include "core/history/remark_tables.h"

#include "core/history/json_text.h"

#include <nlohmann/json.hpp>

namespace bw::history {
namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

HistoryError noSuchRun(const Database& database) {
    return {.kind = HistoryErrorKind::NoSuchRun, .path = database.path(), .sqliteCode = 0, .details = {}};
}

std::string tolerancesToJson(const std::map<std::string, double>& tolerances) {
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [metric, share] : tolerances)
        json[metric] = share;
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Empty when it is no object of shares.
std::optional<std::map<std::string, double>> tolerancesFromJson(const std::string& text) {
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    std::map<std::string, double> tolerances;
    for (const auto& [metric, share] : json.items()) {
        if (!share.is_number() || share.get<double>() < 0)
            return std::nullopt;
        tolerances[metric] = share.get<double>();
    }
    return tolerances;
}

// One row changed, or the run is not there.
HistoryResult<void> expectRun(const Database& database, const HistoryResult<int>& changed) {
    if (!changed)
        return std::unexpected(changed.error());
    if (*changed == 0)
        return std::unexpected(noSuchRun(database));
    return {};
}

} // namespace

HistoryResult<void> storeNotes(Database& database, RunId run, const RunNotes& notes) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto changed = database.write("UPDATE runs SET note = ?, tags = ? WHERE id = ?",
                                        {text(notes.note), text(tagsToJson(notes.tags)), qint64{run.value}});
    if (auto found = expectRun(database, changed); !found)
        return found;
    const auto starred =
        notes.isStarred
            ? database.write("INSERT OR IGNORE INTO stars (run_id) VALUES (?)", {qint64{run.value}})
            : database.write("DELETE FROM stars WHERE run_id = ?", {qint64{run.value}});
    if (!starred)
        return std::unexpected(starred.error());
    return transaction->commit();
}

HistoryResult<void> storeMark(Database& database, RunId run, const MarkRecord& mark) {
    const auto stored = database.write(
        "INSERT INTO marks (run_id, number, at_ns, kind, text) SELECT id, "
        "(SELECT coalesce(max(number), -1) + 1 FROM marks WHERE run_id = id), ?, ?, ? FROM runs WHERE id = ?",
        {qint64{mark.at.count()}, text(mark.kind), text(mark.text), qint64{run.value}});
    return expectRun(database, stored);
}

HistoryResult<void> removeStoredMark(Database& database, RunId run, const MarkRecord& mark) {
    const auto removed = database.write(
        "DELETE FROM marks WHERE run_id = ? AND number = (SELECT min(number) FROM marks AS equal WHERE "
        "equal.run_id = marks.run_id AND at_ns = ? AND kind = ? AND text = ?)",
        {qint64{run.value}, qint64{mark.at.count()}, text(mark.kind), text(mark.text)});
    return removed ? HistoryResult<void>() : std::unexpected(removed.error());
}

HistoryResult<void> storeBaseline(Database& database, const Baseline& baseline) {
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (baseline.run) {
        const auto found =
            database.number("SELECT count(*) FROM runs WHERE id = ?", {qint64{baseline.run->value}});
        if (!found)
            return std::unexpected(found.error());
        if (*found == 0)
            return std::unexpected(noSuchRun(database));
    }
    const auto stored = database.write(
        "INSERT OR REPLACE INTO baselines (plan_name, environment, run_id, good_runs, tolerances, set_ns) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {text(baseline.planName), text(baseline.environment),
         baseline.run ? QVariant(qint64{baseline.run->value}) : QVariant(QMetaType::fromType<qint64>()),
         baseline.goodRuns, text(tolerancesToJson(baseline.tolerances)), qint64{baseline.set.nanoseconds}});
    if (!stored)
        return std::unexpected(stored.error());
    return transaction->commit();
}

HistoryResult<void> removeBaseline(Database& database, const std::string& planName,
                                   const std::string& environment) {
    const auto removed = database.write("DELETE FROM baselines WHERE plan_name = ? AND environment = ?",
                                        {text(planName), text(environment)});
    return removed ? HistoryResult<void>() : std::unexpected(removed.error());
}

HistoryResult<std::vector<Baseline>> readBaselines(Database& database) {
    std::vector<Baseline> baselines;
    auto done =
        database.read("SELECT plan_name, environment, run_id, good_runs, tolerances, set_ns FROM baselines "
                      "ORDER BY plan_name, environment",
                      {}, [&](const QSqlQuery& row) -> HistoryResult<void> {
                          auto tolerances = tolerancesFromJson(row.value(4).toString().toStdString());
                          const qint64 goodRuns = row.value(3).toLongLong();
                          if (!tolerances || goodRuns < 0 || goodRuns > INT32_MAX)
                              return std::unexpected(database.damaged("baselines"));
                          Baseline baseline{.planName = row.value(0).toString().toStdString(),
                                            .environment = row.value(1).toString().toStdString(),
                                            .run = std::nullopt,
                                            .goodRuns = static_cast<int>(goodRuns),
                                            .tolerances = std::move(*tolerances),
                                            .set = {row.value(5).toLongLong()}};
                          if (!row.value(2).isNull())
                              baseline.run = RunId{row.value(2).toLongLong()};
                          baselines.push_back(std::move(baseline));
                          return {};
                      });
    if (!done)
        return std::unexpected(done.error());
    return baselines;
}

} // namespace bw::history
