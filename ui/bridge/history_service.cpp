#include "ui/bridge/history_service.h"

#include "core/base/file.h"
#include "ui/bridge/history_worker.h"
#include "ui/format/error_text.h"
#include "ui/report/report_file.h"

#include <algorithm>
#include <utility>

namespace bw::bridge {

using ui_report::FileFormat;

// Runs taken out of the list, until it is decided that they go.
class HistoryService::Removal final : public QUndoCommand {
public:
    Removal(HistoryService& service, std::vector<history::RunId> runs)
        : QUndoCommand(HistoryService::tr("Delete %n run(s)", nullptr, static_cast<int>(runs.size())))
        , m_service(service)
        , m_runs(std::move(runs)) {}

    void undo() override { m_service.setRemoved({}); }
    void redo() override { m_service.setRemoved(m_runs); }

private:
    HistoryService& m_service;
    std::vector<history::RunId> m_runs;
};

namespace {

constexpr int kPollMs = 2000;

// Calls work(worker) on the worker's thread and answer(result) on the service's.
template <typename Worker, typename Work, typename Answer>
void ask(Worker* worker, QObject* service, Work work, Answer answer) {
    QMetaObject::invokeMethod(
        worker,
        [worker, service, work = std::move(work), answer = std::move(answer)] {
            auto result = work(*worker);
            QMetaObject::invokeMethod(
                service, [result = std::move(result), answer]() mutable { answer(std::move(result)); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace

HistoryService::HistoryService(std::string path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_worker(new HistoryWorker(m_path)) {
    qRegisterMetaType<RunListPtr>();
    qRegisterMetaType<RunPicturePtr>();
    qRegisterMetaType<RunPreviewPtr>();
    qRegisterMetaType<WindowPicturePtr>();
    qRegisterMetaType<DetailedPicturePtr>();
    qRegisterMetaType<ComparisonPicturePtr>();
    qRegisterMetaType<RegressionPtr>();
    qRegisterMetaType<TrendPtr>();
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("history"));
    m_thread.start();
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &HistoryService::refresh);
    m_undo.setSingleShot(true);
    m_undo.setInterval(kUndoMs);
    connect(&m_undo, &QTimer::timeout, this, &HistoryService::decideRemoval);
}

HistoryService::~HistoryService() {
    ++m_detailGeneration; // nobody looks any more
    decideRemoval();
    // Queued behind what was asked before, so that all of it is carried out.
    QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void HistoryService::setWatching(bool watching) {
    if (watching) {
        refresh();
        m_poll.start();
    } else {
        m_poll.stop();
    }
}

void HistoryService::refresh() {
    if (m_isListing) {
        return;
    }
    m_isListing = true;
    const bool onlyIfChanged = sender() == &m_poll;
    if (m_runs.empty() && !onlyIfChanged) {
        // Thousands of runs take a moment: the first rows do not wait for the last. What fails is told below.
        ask(
            m_worker, this, [](HistoryWorker& worker) { return worker.newest(); },
            [this](history::HistoryResult<std::optional<RunList>> list) {
                if (list && *list) {
                    onListed(std::move(**list));
                }
            });
    }
    ask(
        m_worker, this, [onlyIfChanged](HistoryWorker& worker) { return worker.list(onlyIfChanged); },
        [this](history::HistoryResult<std::optional<RunList>> list) {
            m_isListing = false;
            if (!list) {
                Q_EMIT unreadable(format::historyErrorText(list.error()));
            } else if (*list) {
                onListed(std::move(**list));
            }
        });
}

void HistoryService::onListed(RunList runs) {
    m_runs = std::move(runs);
    publish();
}

void HistoryService::publish() {
    auto shown = std::make_shared<RunList>();
    std::ranges::copy_if(m_runs, std::back_inserter(*shown),
                         [this](const RunListEntry& entry) { return !isRemoved(entry); });
    Q_EMIT runsChanged(shown);
}

template <typename Work, typename Answer>
void HistoryService::askForLatest(std::uint64_t& latest, Work work, Answer answer) {
    const std::uint64_t generation = ++latest;
    ask(m_worker, this, std::move(work), [this, &latest, generation, answer](auto result) {
        if (generation != latest) {
            return; // another one was asked for since
        }
        if (result) {
            (this->*answer)(*result);
        } else {
            Q_EMIT failed(format::historyErrorText(result.error()));
        }
    });
}

void HistoryService::load(history::RunId run) {
    askForLatest(
        m_loadGeneration, [run](HistoryWorker& worker) { return worker.load(run); }, &HistoryService::loaded);
}

void HistoryService::loadWindow(history::RunId run, history::Window window) {
    const bool isWhole = window.end == history::Window().end;
    askForLatest(
        isWhole ? m_wholeGeneration : m_windowGeneration,
        [run, window](HistoryWorker& worker) { return worker.window(run, window); },
        &HistoryService::windowed);
}

void HistoryService::loadDetail(const RunPicturePtr& overview, history::Window window) {
    const std::uint64_t generation = ++m_detailGeneration;
    const auto isWanted = [this, generation] { return generation == m_detailGeneration; };
    ask(
        m_worker, this,
        [overview, window, isWanted](HistoryWorker& worker) {
            return worker.detail(overview, window, isWanted);
        },
        [this, isWanted](const history::HistoryResult<DetailedPicturePtr>& picture) {
            if (!isWanted()) {
                return;
            }
            if (!picture) {
                Q_EMIT failed(format::historyErrorText(picture.error()));
            } else if (*picture) {
                Q_EMIT detailed(*picture);
            }
        });
}

void HistoryService::preview(history::RunId run) {
    const std::uint64_t generation = ++m_previewGeneration;
    ask(
        m_worker, this, [run](HistoryWorker& worker) { return worker.preview(run); },
        [this, generation](history::HistoryResult<RunPreviewPtr> preview) {
            if (preview && generation == m_previewGeneration) {
                Q_EMIT previewed(*preview);
            }
        });
}

bool HistoryService::isRemoved(const RunListEntry& entry) const {
    return std::ranges::find(m_removed, entry.run.id) != m_removed.end();
}

void HistoryService::compare(std::vector<history::RunId> before, std::vector<history::RunId> after) {
    askForLatest(
        m_compareGeneration,
        [before = std::move(before), after = std::move(after)](HistoryWorker& worker) {
            return worker.compare(before, after);
        },
        &HistoryService::compared);
}

template <typename Work>
void HistoryService::change(Work work) {
    ask(m_worker, this, std::move(work), [this](history::HistoryResult<void> done) {
        if (!done) {
            Q_EMIT failed(format::historyErrorText(done.error()));
        }
        refresh();
    });
}

void HistoryService::annotate(history::RunId run, history::RunNotes notes) {
    change([run, notes = std::move(notes)](HistoryWorker& worker) { return worker.annotate(run, notes); });
}

void HistoryService::addNote(history::RunId run, Duration at, const QString& text) {
    change([run, mark = history::MarkRecord{at, "note", text.toStdString()}](HistoryWorker& worker) {
        return worker.addMark(run, mark);
    });
}

void HistoryService::removeNote(history::RunId run, const history::MarkRecord& note) {
    change([run, note](HistoryWorker& worker) { return worker.removeMark(run, note); });
}

void HistoryService::setBaseline(history::RunId run, BaselineChoice choice) {
    change(
        [run, choice = std::move(choice)](HistoryWorker& worker) { return worker.setBaseline(run, choice); });
}

void HistoryService::clearBaseline(history::RunId run) {
    change([run](HistoryWorker& worker) { return worker.clearBaseline(run); });
}

void HistoryService::search(const QString& words) {
    const std::uint64_t generation = ++m_searchGeneration;
    ask(
        m_worker, this, [text = words.toStdString()](HistoryWorker& worker) { return worker.search(text); },
        [this, generation, words](const history::HistoryResult<RunIds>& runs) {
            // A history that cannot be read says so where the list is read.
            if (runs && generation == m_searchGeneration) {
                Q_EMIT found(words, *runs);
            }
        });
}

void HistoryService::spark(history::RunId run) {
    ask(
        m_worker, this, [run](HistoryWorker& worker) { return worker.preview(run); },
        [this, run](history::HistoryResult<RunPreviewPtr> preview) {
            if (preview) {
                Q_EMIT sparked(*preview);
                return;
            }
            RunPreview nothing;
            nothing.run = run;
            Q_EMIT sparked(std::make_shared<const RunPreview>(std::move(nothing)));
        });
}

void HistoryService::exportRun(history::RunId run, const QString& file) {
    ask(
        m_worker, this, [run, file](HistoryWorker& worker) { return worker.exportRun(run, file); },
        [this, file](const QString& error) {
            if (error.isEmpty()) {
                Q_EMIT runExported(file);
            } else {
                Q_EMIT failed(error);
            }
        });
}

void HistoryService::importRuns(const QString& file) {
    ask(
        m_worker, this,
        [path = file.toStdString()](HistoryWorker& worker) { return worker.importRuns(path); },
        [this](const history::HistoryResult<RunIds>& runs) {
            if (runs) {
                Q_EMIT runsImported(static_cast<int>(runs->size()));
            } else {
                Q_EMIT failed(format::historyErrorText(runs.error()));
            }
            refresh();
        });
}

void HistoryService::trend(history::RunId run) {
    askForLatest(
        m_trendGeneration, [run](HistoryWorker& worker) { return worker.trend(run); },
        &HistoryService::trended);
}

void HistoryService::check(history::RunId run) {
    ask(
        m_worker, this, [run](HistoryWorker& worker) { return worker.check(run); },
        [this, run](history::HistoryResult<RegressionPtr> model) {
            if (model) {
                Q_EMIT checked(run, *model);
            } else {
                Q_EMIT failed(format::historyErrorText(model.error()));
            }
        });
}

void HistoryService::remove(std::vector<history::RunId> runs) {
    decideRemoval();
    m_undoStack.clear();
    m_undoStack.push(new Removal(*this, std::move(runs)));
}

void HistoryService::setRemoved(std::vector<history::RunId> runs) {
    m_removed = std::move(runs);
    m_undo.start(); // also for doing it again
    publish();
    Q_EMIT removedChanged();
}

void HistoryService::decideRemoval() {
    m_undo.stop();
    if (m_removed.empty()) {
        m_undoStack.clear();
        return;
    }
    std::erase_if(m_runs, [this](const RunListEntry& entry) { return isRemoved(entry); });
    const std::vector<history::RunId> runs = std::exchange(m_removed, {});
    m_undoStack.clear();
    ask(
        m_worker, this, [runs](HistoryWorker& worker) { return worker.remove(runs); },
        [this](history::HistoryResult<void> removed) {
            if (!removed) {
                Q_EMIT failed(format::historyErrorText(removed.error()));
                refresh(); // it is still there
            }
        });
    Q_EMIT removedChanged();
}

// `report(worker, format)` makes the file's bytes.
template <typename Report>
void HistoryService::writeReport(const QString& file, Report report) {
    ask(
        m_worker, this,
        [report = std::move(report), file](HistoryWorker& worker) -> QString {
            const auto format = ui_report::fileFormatOf(file).value_or(FileFormat::Html);
            const history::HistoryResult<std::string> text = report(worker, format);
            if (!text) {
                return format::historyErrorText(text.error());
            }
            const auto written = writeFileAtomically(file.toStdString(), *text);
            return written ? QString() : format::fileErrorText(written.error());
        },
        [this, file](const QString& error) {
            if (error.isEmpty()) {
                Q_EMIT exported(file);
            } else {
                Q_EMIT failed(error);
            }
        });
}

void HistoryService::exportReport(history::RunId run, const QString& file) {
    writeReport(file, [run](HistoryWorker& worker, FileFormat format) -> history::HistoryResult<std::string> {
        const auto picture = worker.load(run);
        if (!picture) {
            return std::unexpected(picture.error());
        }
        return ui_report::reportFile((*picture)->model, format);
    });
}

void HistoryService::exportComparison(const ComparisonPicturePtr& picture, const QString& file) {
    writeReport(file, [picture](HistoryWorker&, FileFormat format) -> history::HistoryResult<std::string> {
        return ui_report::comparisonFile(picture->model, format);
    });
}

} // namespace bw::bridge
