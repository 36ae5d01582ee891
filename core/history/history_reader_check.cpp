#include "core/history/database.h"
#include "core/history/history_reader.h"
#include "core/history/run_check.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

// What of a history contradicts itself.
namespace bw::history {
namespace {

template <class T>
HistoryResult<void> withoutValue(const HistoryResult<T>& read) {
    return read ? HistoryResult<void>() : std::unexpected(read.error());
}

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
    std::ranges::move(more, std::back_inserter(findings));
}

} // namespace

HistoryResult<void> HistoryReader::check() {
    std::string problems;
    auto done =
        m_database->read("PRAGMA integrity_check(20)", {}, [&](const QSqlQuery& row) -> HistoryResult<void> {
            if (const std::string line = row.value(0).toString().toStdString(); line != "ok")
                problems += (problems.empty() ? "" : "\n") + line;
            return {};
        });
    if (!done)
        return done;
    if (!problems.empty())
        return std::unexpected(m_database->damaged(problems));
    return {};
}

HistoryResult<std::vector<Finding>> HistoryReader::check(RunId id) {
    const std::array records{withoutValue(run(id)), withoutValue(series(id)), withoutValue(examples(id)),
                             withoutValue(messages(id)), withoutValue(marks(id))};
    std::vector<Finding> findings;
    for (const HistoryResult<void>& read : records) {
        if (!read && read.error().kind != HistoryErrorKind::Damaged)
            return std::unexpected(read.error());
        if (!read)
            findings.push_back({FindingKind::Records, id, read.error().details, Remedy::None});
    }
    // One moment: a run that is written meanwhile does not contradict itself.
    auto moment = Transaction::begin(*m_database, Transaction::Kind::Read);
    if (!moment)
        return std::unexpected(moment.error());
    auto values = checkValues(*m_database, id);
    if (!values)
        return values;
    append(findings, std::move(*values));
    return findings;
}

HistoryResult<HistoryCheck> HistoryReader::checkAll() {
    HistoryCheck all;
    // What is damaged is a finding; everything else keeps from looking on.
    const auto take = [&](const HistoryError& error, const Finding& finding) -> HistoryResult<void> {
        // A run that somebody deletes meanwhile is no damage.
        if (finding.run && error.kind == HistoryErrorKind::NoSuchRun)
            return {};
        if (error.kind != HistoryErrorKind::Damaged)
            return std::unexpected(error);
        all.findings.push_back(finding);
        all.findings.back().details = error.details;
        return {};
    };
    HistoryResult<void> done;
    if (const auto pages = check(); !pages)
        done = take(pages.error(), {.kind = FindingKind::Pages, .remedy = Remedy::Repairable});
    if (!done)
        return std::unexpected(done.error());
    const auto listed = m_database->read("SELECT id FROM runs ORDER BY id", {}, [&](const QSqlQuery& row) {
        all.runs.push_back({row.value(0).toLongLong()});
        return HistoryResult<void>();
    });
    if (!listed)
        done = take(listed.error(), {.kind = FindingKind::Pages});
    auto strays = findStrays(*m_database);
    if (strays)
        append(all.findings, std::move(*strays));
    else if (done)
        done = take(strays.error(), {.kind = FindingKind::Pages});
    for (auto run = all.runs.begin(); done && run != all.runs.end(); ++run) {
        auto findings = check(*run);
        if (findings)
            append(all.findings, std::move(*findings));
        else
            done = take(findings.error(), {.kind = FindingKind::Records, .run = *run});
    }
    if (!done)
        return std::unexpected(done.error());
    return all;
}

} // namespace bw::history
