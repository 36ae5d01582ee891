#include "app/bellwether/history_access.h"

#include "app/bellwether/command.h"
#include "ui/format/error_text.h"
#include "ui/format/verdict_text.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <charconv>
#include <cstdio>

namespace bw::app {
namespace {

using history::HistoryErrorKind;
using history::OpenMode;

class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(history)
};

std::optional<history::RunId> lastRun(const history::HistoryStore& store) {
    auto reader = store.reader();
    auto runs = reader ? reader->runs(history::RunOrder::NewestFirst, 1)
                       : history::HistoryResult<std::vector<history::RunSummary>>(
                             std::unexpected(std::move(reader.error())));
    if (!runs) {
        (void)historyFailed(runs.error());
        return std::nullopt;
    }
    if (runs->empty()) {
        printError(
            HistoryWords::tr("the history %1 has no run yet").arg(format::plain(store.path())).toStdString());
        return std::nullopt;
    }
    return runs->front().id;
}

} // namespace

history::HistoryResult<history::HistoryStore> openHistory(const std::string& file) {
    const std::string path = file.empty() ? history::defaultHistoryPath() : file;
    auto store = history::HistoryStore::open(path, OpenMode::Existing);
    if (!store && (store.error().kind == HistoryErrorKind::NotAllowed ||
                   store.error().kind == HistoryErrorKind::DiskFull)) {
        return history::HistoryStore::open(path, OpenMode::ReadOnly);
    }
    return store;
}

history::HistoryResult<history::HistoryStore> viewHistory(const std::string& file) {
    return history::HistoryStore::open(file.empty() ? history::defaultHistoryPath() : file,
                                       OpenMode::ReadOnly);
}

int historyFailed(const history::HistoryError& error) {
    printError(format::historyErrorText(error).toStdString());
    return static_cast<int>(error.kind == HistoryErrorKind::NoSuchRun ? ExitCode::Usage
                                                                      : ExitCode::NotCarriedOut);
}

std::optional<history::RunId> findRun(const history::HistoryStore& store, const std::string& text) {
    if (text == "last") {
        return lastRun(store);
    }
    std::int64_t id = 0;
    const char* const end = text.data() + text.size();
    const auto [last, error] = std::from_chars(text.data(), end, id);
    if (error != std::errc() || last != end || id < 1) {
        printError(HistoryWords::tr("\"%1\" is no run; give its number, as `bellwether history list` shows "
                                    "it, or \"last\"")
                       .arg(format::plain(text))
                       .toStdString());
        return std::nullopt;
    }
    return history::RunId{id};
}

std::string_view stateName(history::RunState state) {
    switch (state) {
    case history::RunState::Running:
        return "running";
    case history::RunState::Finished:
        return "finished";
    case history::RunState::Interrupted:
        return "interrupted";
    case history::RunState::Aborted:
        break;
    }
    return "aborted";
}

std::string_view verdictName(history::RunVerdict verdict) {
    switch (verdict) {
    case history::RunVerdict::Pass:
        return "pass";
    case history::RunVerdict::Fail:
        return "fail";
    case history::RunVerdict::Inconclusive:
        return "inconclusive";
    case history::RunVerdict::None:
        break;
    }
    return "none";
}

QString stateWord(history::RunState state) {
    switch (state) {
    case history::RunState::Running:
        return HistoryWords::tr("running");
    case history::RunState::Finished:
        return HistoryWords::tr("finished");
    case history::RunState::Interrupted:
        return HistoryWords::tr("interrupted");
    case history::RunState::Aborted:
        break;
    }
    return HistoryWords::tr("aborted");
}

QString verdictWord(history::RunVerdict verdict) {
    switch (verdict) {
    case history::RunVerdict::Pass:
        return format::outcomeWord(verdict::Outcome::Pass);
    case history::RunVerdict::Fail:
        return format::outcomeWord(verdict::Outcome::Fail);
    case history::RunVerdict::Inconclusive:
        return format::outcomeWord(verdict::Outcome::Inconclusive);
    case history::RunVerdict::None:
        break;
    }
    return QStringLiteral("–");
}

std::string isoTime(WallTime time) {
    return QDateTime::fromMSecsSinceEpoch(time.nanoseconds / 1'000'000, Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toStdString();
}

void printLine(const QString& text) {
    std::fprintf(stdout, "%s\n", text.toUtf8().constData());
}

} // namespace bw::app
