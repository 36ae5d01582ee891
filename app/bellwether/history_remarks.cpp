#include "app/bellwether/history_remarks.h"

#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace bw::app {
namespace {

constexpr int kOk = static_cast<int>(ExitCode::Ok);

class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(history)
};

bool addTags(const Remarks& remarks, history::RunNotes& notes) {
    for (const std::string& key : remarks.untags) {
        notes.tags.erase(key);
    }
    for (const std::string& tag : remarks.tags) {
        const std::size_t equals = tag.find('=');
        if (equals == std::string::npos || equals == 0) {
            printError(HistoryWords::tr("--tag %1: write KEY=VALUE").arg(format::plain(tag)).toStdString());
            return false;
        }
        notes.tags[tag.substr(0, equals)] = tag.substr(equals + 1);
    }
    return true;
}

} // namespace

int annotateRun(const history::HistoryStore& store, history::RunId run, const Remarks& remarks) {
    auto reader = store.reader();
    if (!reader) {
        return historyFailed(reader.error());
    }
    const auto detail = reader->run(run);
    if (!detail) {
        return historyFailed(detail.error());
    }
    const history::RunSummary& known = detail->summary;
    history::RunNotes notes{remarks.note.value_or(known.note), known.tags,
                            remarks.isStarred.value_or(known.isStarred)};
    if (!addTags(remarks, notes)) {
        return static_cast<int>(ExitCode::Usage);
    }
    if (const auto done = store.annotate(run, notes); !done) {
        return historyFailed(done.error());
    }
    return kOk;
}

int pruneRuns(const history::HistoryStore& store, const history::Retention& retention, Pruning pruning) {
    auto reader = store.reader();
    if (!reader) {
        return historyFailed(reader.error());
    }
    const auto runs = reader->runs();
    const auto baselines = reader->baselines();
    if (!runs || !baselines) {
        return historyFailed(runs ? baselines.error() : runs.error());
    }
    const std::vector<history::RunSummary> going =
        history::runsToPrune(*runs, *baselines, retention, SystemClock::instance().wallNow());
    for (const history::RunSummary& run : going) {
        if (pruning == Pruning::Do) {
            if (const auto removed = store.remove(run.id); !removed) {
                return historyFailed(removed.error());
            }
        }
        printLine((pruning == Pruning::Do ? HistoryWords::tr("run %1 of %2, %3: deleted")
                                          : HistoryWords::tr("run %1 of %2, %3"))
                      .arg(run.id.value)
                      .arg(format::plain(run.planName), format::wallTime(run.started)));
    }
    if (going.empty()) {
        printLine(HistoryWords::tr("no run goes"));
    } else if (pruning == Pruning::Tell) {
        printLine(HistoryWords::tr("nothing was deleted yet: say it with --yes"));
    }
    return kOk;
}

} // namespace bw::app
