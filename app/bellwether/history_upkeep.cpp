#include "app/bellwether/history_upkeep.h"

#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "core/run/stored_run.h"
#include "ui/format/error_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace bw::app {
namespace {

using history::HistoryErrorKind;
using history::RunId;

class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(history)
};

constexpr int kOk = static_cast<int>(ExitCode::Ok);
constexpr int kUsage = static_cast<int>(ExitCode::Usage);

// The runs to delete, each once; empty when one is none, which was told.
std::vector<history::RunSummary> runsOf(const history::HistoryStore& store,
                                        const std::vector<std::string>& texts, int& code) {
    std::vector<history::RunSummary> runs;
    auto reader = store.reader();
    if (!reader) {
        code = historyFailed(reader.error());
        return {};
    }
    for (const std::string& text : texts) {
        const auto id = findRun(store, text);
        if (!id) {
            code = kUsage;
            return {};
        }
        auto detail = reader->run(*id);
        if (!detail) {
            code = historyFailed(detail.error());
            return {};
        }
        if (std::ranges::find(runs, *id, &history::RunSummary::id) == runs.end()) {
            runs.push_back(std::move(detail->summary));
        }
    }
    return runs;
}

bool confirmed(const std::vector<history::RunSummary>& runs) {
    if (::isatty(STDIN_FILENO) != 1) {
        printError(HistoryWords::tr("nothing was deleted: confirm it with --yes").toStdString());
        return false;
    }
    for (const history::RunSummary& run : runs) {
        printLine(HistoryWords::tr("run %1 of %2, %3")
                      .arg(run.id.value)
                      .arg(format::plain(run.planName), format::wallTime(run.started)));
    }
    std::fputs(HistoryWords::tr("Delete for good? [y/N] ").toUtf8().constData(), stdout);
    std::fflush(stdout);
    char answer[16] = {};
    return std::fgets(answer, sizeof answer, stdin) != nullptr && (answer[0] == 'y' || answer[0] == 'Y');
}

void tellDamage(const QString& where, const history::HistoryError& error) {
    QString text = where + QStringLiteral(": ") + format::historyErrorText(error);
    if (!error.details.empty()) {
        text += QStringLiteral(" (") + QString::fromStdString(error.details).simplified() + QLatin1Char(')');
    }
    printError(text.toStdString());
}

} // namespace

int deleteRuns(const history::HistoryStore& store, const std::vector<std::string>& runs,
               Confirmation confirmation) {
    int code = kOk;
    const std::vector<history::RunSummary> wanted = runsOf(store, runs, code);
    if (code != kOk) {
        return code;
    }
    if (confirmation == Confirmation::Ask && !confirmed(wanted)) {
        return kUsage;
    }
    for (const history::RunSummary& run : wanted) {
        if (const auto removed = store.remove(run.id); !removed) {
            printError(HistoryWords::tr("run %1 was not deleted: %2")
                           .arg(run.id.value)
                           .arg(format::historyErrorText(removed.error()))
                           .toStdString());
            code = static_cast<int>(ExitCode::NotCarriedOut);
            continue;
        }
        printLine(HistoryWords::tr("run %1 deleted").arg(run.id.value));
    }
    return code;
}

int checkHistory(const history::HistoryStore& store) {
    auto reader = store.reader();
    if (!reader) {
        return historyFailed(reader.error());
    }
    int code = kOk;
    if (const auto checked = reader->check(); !checked) {
        tellDamage(HistoryWords::tr("file"), checked.error());
        code = static_cast<int>(ExitCode::NotCarriedOut);
    }
    const auto runs = reader->runs(history::RunOrder::OldestFirst);
    if (!runs) {
        return historyFailed(runs.error());
    }
    for (const history::RunSummary& run : *runs) {
        const auto loaded = run::loadRun(store, run.id);
        // A run that somebody deletes meanwhile is no damage.
        if (!loaded && loaded.error().kind != HistoryErrorKind::NoSuchRun) {
            tellDamage(HistoryWords::tr("run %1").arg(run.id.value), loaded.error());
            code = static_cast<int>(ExitCode::NotCarriedOut);
        }
    }
    if (code == kOk) {
        printLine(
            HistoryWords::tr("%1 is sound (runs: %2)").arg(format::plain(store.path())).arg(runs->size()));
    }
    return code;
}

} // namespace bw::app
