#include "app/bellwether/history_transfer.h"

#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "ui/format/words.h"

#include <QCoreApplication>

namespace bw::app {
namespace {

class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(history)
};

} // namespace

int importRuns(const history::HistoryStore& store, const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        const auto taken = store.importRuns(file);
        if (!taken) {
            return historyFailed(taken.error());
        }
        for (const history::RunId run : *taken) {
            printLine(HistoryWords::tr("run %1 came from %2").arg(run.value).arg(format::plain(file)));
        }
        if (taken->empty()) {
            printLine(HistoryWords::tr("%1 has no run that is over").arg(format::plain(file)));
        }
    }
    return static_cast<int>(ExitCode::Ok);
}

int backUp(const history::HistoryStore& store, const std::string& file) {
    if (const auto done = store.backup(file); !done) {
        return historyFailed(done.error());
    }
    printLine(HistoryWords::tr("%1 is saved in %2").arg(format::plain(store.path()), format::plain(file)));
    return static_cast<int>(ExitCode::Ok);
}

} // namespace bw::app
