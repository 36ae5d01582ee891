#include "app/bellwether/history_upkeep.h"

#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "core/run/stored_run.h"
#include "ui/format/error_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QFileInfo>

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
        // A run that cannot be read can still go.
        if (!detail && detail.error().kind != HistoryErrorKind::Damaged) {
            code = historyFailed(detail.error());
            return {};
        }
        if (std::ranges::find(runs, *id, &history::RunSummary::id) == runs.end()) {
            runs.push_back(detail ? std::move(detail->summary) : history::RunSummary());
            runs.back().id = *id;
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

QString findingText(history::FindingKind kind) {
    switch (kind) {
    case history::FindingKind::Pages:
        return HistoryWords::tr("the file's pages or indexes are damaged");
    case history::FindingKind::Strays:
        return HistoryWords::tr("the run is not there, but rows of it are");
    case history::FindingKind::Records:
        return HistoryWords::tr("what is known of the run cannot be read");
    case history::FindingKind::Values:
        return HistoryWords::tr("a second's value is damaged");
    case history::FindingKind::Extent:
        return HistoryWords::tr("values are left out, because the run's extent is wrong");
    case history::FindingKind::Sums:
        break;
    }
    return HistoryWords::tr("the kept sums are not the sums of the seconds");
}

QString remedyText(const history::Finding& finding) {
    switch (finding.remedy) {
    case history::Remedy::Repairable:
        return HistoryWords::tr("\"history check --repair\" mends it");
    case history::Remedy::Repaired:
        return HistoryWords::tr("repaired");
    case history::Remedy::Later:
        return HistoryWords::tr("the run goes on: check again when it is over");
    case history::Remedy::None:
        break;
    }
    if (finding.run) {
        return HistoryWords::tr(
                   "cannot be repaired; take the run from a backup, or let go of it with \"history "
                   "delete %1\"")
            .arg(finding.run->value);
    }
    return HistoryWords::tr("cannot be repaired; go back to a backup, or save the runs that can be read with "
                            "\"history export RUN --format run\"");
}

QString placeOf(std::optional<RunId> run) {
    return run ? HistoryWords::tr("run %1").arg(run->value) : HistoryWords::tr("file");
}

void tell(const history::Finding& finding) {
    const QString details = QString::fromStdString(finding.details).simplified();
    const QString text =
        placeOf(finding.run) + QStringLiteral(": ") + findingText(finding.kind) +
        (details.isEmpty() ? QString()
                           : QStringLiteral(" (") + format::plain(details.toStdString()) + QLatin1Char(')')) +
        QStringLiteral("; ") + remedyText(finding);
    if (finding.remedy == history::Remedy::Repaired) {
        printLine(text);
    } else {
        printError(text.toStdString());
    }
}

// Runs whose values are sound but that make no report: one without a verdict of ours, say.
int tellUnreadable(const history::HistoryStore& store, const history::HistoryCheck& checked) {
    int code = kOk;
    for (const RunId run : checked.runs) {
        const bool wasTold = std::ranges::any_of(
            checked.findings, [&](const history::Finding& finding) { return finding.run == run; });
        if (wasTold) {
            continue;
        }
        const auto loaded = run::loadRun(store, run);
        if (!loaded && loaded.error().kind != HistoryErrorKind::NoSuchRun) {
            tell({history::FindingKind::Records, run, loaded.error().details, history::Remedy::None});
            code = static_cast<int>(ExitCode::NotCarriedOut);
        }
    }
    return code;
}

int tellAll(const history::HistoryStore& store, const history::HistoryCheck& checked) {
    std::ranges::for_each(checked.findings, tell);
    int code = tellUnreadable(store, checked);
    if (!std::ranges::all_of(checked.findings, [](const history::Finding& finding) {
            return finding.remedy == history::Remedy::Repaired;
        })) {
        code = static_cast<int>(ExitCode::NotCarriedOut);
    }
    if (code == kOk) {
        printLine(HistoryWords::tr("%1 is sound (runs: %2)")
                      .arg(format::plain(store.path()))
                      .arg(checked.runs.size()));
    }
    return code;
}

// A name beside the history that nothing has yet: an older one may be the better one.
std::string backupName(const std::string& path) {
    std::string name = path + ".before-repair";
    for (int number = 2; QFileInfo::exists(QString::fromStdString(name)); ++number) {
        name = path + ".before-repair-" + std::to_string(number);
    }
    return name;
}

history::HistoryResult<history::HistoryCheck> check(const history::HistoryStore& store) {
    auto reader = store.reader();
    return reader ? reader->checkAll()
                  : history::HistoryResult<history::HistoryCheck>(std::unexpected(reader.error()));
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
    const auto checked = check(store);
    return checked ? tellAll(store, *checked) : historyFailed(checked.error());
}

int repairHistory(const history::HistoryStore& store) {
    const auto checked = check(store);
    if (!checked) {
        return historyFailed(checked.error());
    }
    const bool isRepairable = std::ranges::any_of(checked->findings, [](const history::Finding& finding) {
        return finding.remedy == history::Remedy::Repairable;
    });
    if (!isRepairable) {
        return tellAll(store, *checked);
    }
    const std::string saved = backupName(store.path());
    if (const auto done = store.backup(saved); !done) {
        printError(HistoryWords::tr("nothing was repaired: the history as it is could not be saved in %1: %2")
                       .arg(format::plain(saved), format::historyErrorText(done.error()))
                       .toStdString());
        return static_cast<int>(ExitCode::NotCarriedOut);
    }
    printLine(HistoryWords::tr("the history as it was is saved in %1").arg(format::plain(saved)));
    const auto repaired = store.repair();
    return repaired ? tellAll(store, *repaired) : historyFailed(repaired.error());
}

} // namespace bw::app
