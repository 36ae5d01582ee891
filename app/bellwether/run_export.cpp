#include "app/bellwether/run_export.h"

#include "app/bellwether/command.h"
#include "app/bellwether/history_access.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace bw::app {
namespace {

class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(history)
};

int cannotWrite(const std::string& path, const QString& reason) {
    printError(
        HistoryWords::tr("%1 could not be written: %2").arg(format::plain(path), reason).toStdString());
    return static_cast<int>(ExitCode::NotCarriedOut);
}

} // namespace

int exportRun(const history::HistoryStore& store, history::RunId run, run::ExportFormat format,
              const std::string& path) {
    const bool toStandardOutput = path == "-";
    QFile standardOutput;
    QSaveFile saved(QString::fromStdString(path));
    QFileDevice& file = toStandardOutput ? static_cast<QFileDevice&>(standardOutput) : saved;
    const bool open = toStandardOutput ? standardOutput.open(stdout, QIODevice::WriteOnly)
                                       : saved.open(QIODevice::WriteOnly);
    if (!open) {
        return cannotWrite(path, file.errorString());
    }
    const auto sink = [&](std::string_view text) {
        const auto size = static_cast<qsizetype>(text.size());
        return file.write(text.data(), size) == size;
    };
    const auto written = run::writeRun(store, run, format, sink);
    if (!written && written.error().kind != history::HistoryErrorKind::Cancelled) {
        return historyFailed(written.error());
    }
    const bool whole = written && (toStandardOutput ? standardOutput.flush() : saved.commit());
    return whole ? static_cast<int>(ExitCode::Ok) : cannotWrite(path, file.errorString());
}

} // namespace bw::app
