#include "ui/bridge/history_service.h"

#include "core/base/file.h"
#include "core/history/history_store.h"
#include "core/run/baseline_check.h"
#include "core/run/stored_trend.h"
#include "ui/bridge/stored_picture.h"
#include "ui/format/error_text.h"
#include "ui/report/report_file.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace bw::bridge {

using ui_report::FileFormat;

// On the history's thread. Opens the file when it is needed first, and again after it could not be opened.
class HistoryService::Worker : public QObject {
public:
    explicit Worker(std::string path)
        : m_path(std::move(path)) {}

    // None: the file did not change since the last list.
    [[nodiscard]] history::HistoryResult<std::optional<RunList>> list(bool onlyIfChanged) {
        const qint64 stamp = stampOfFile();
        if (onlyIfChanged && stamp == m_listed) {
            return std::nullopt;
        }
        m_listed = -1; // a list that fails is tried again, whether or not the file changes
        auto reader = this->reader();
        if (!reader) {
            return std::unexpected(std::move(reader.error()));
        }
        auto runs = reader->runs();
        if (!runs) {
            return std::unexpected(std::move(runs.error()));
        }
        const auto baselines = reader->baselines();
        if (!baselines) {
            return std::unexpected(baselines.error());
        }
        m_listed = stampOfFile();
        RunList list;
        for (history::RunSummary& run : *runs) {
            list.push_back(listEntryOf(std::move(run)));
            list.back().isBaseline = std::ranges::any_of(
                *baselines, [&](const history::Baseline& one) { return one.run == list.back().run.id; });
        }
        return list;
    }

    [[nodiscard]] history::HistoryResult<RunPicturePtr> load(history::RunId run) {
        if (auto opened = open(); !opened) {
            return std::unexpected(std::move(opened.error()));
        }
        return loadPicture(*m_store, run);
    }

    [[nodiscard]] history::HistoryResult<RunPreviewPtr> preview(history::RunId run) {
        if (auto opened = open(); !opened) {
            return std::unexpected(std::move(opened.error()));
        }
        return loadPreview(*m_store, run);
    }

    [[nodiscard]] history::HistoryResult<ComparisonPicturePtr>
    compare(const std::vector<history::RunId>& before, const std::vector<history::RunId>& after) {
        if (auto opened = open(); !opened) {
            return std::unexpected(std::move(opened.error()));
        }
        return loadComparison(*m_store, before, after);
    }

    [[nodiscard]] history::HistoryResult<report::TrendModel> trend(history::RunId run) {
        if (auto opened = open(); !opened) {
            return std::unexpected(std::move(opened.error()));
        }
        return run::loadTrend(*m_store, run);
    }

    [[nodiscard]] history::HistoryResult<std::optional<report::RegressionModel>> check(history::RunId run) {
        if (auto opened = open(); !opened) {
            return std::unexpected(std::move(opened.error()));
        }
        return run::checkAgainstBaseline(*m_store, run);
    }

    [[nodiscard]] history::HistoryResult<void> annotate(history::RunId run, const history::RunNotes& notes) {
        auto opened = open();
        return opened ? m_store->annotate(run, notes) : opened;
    }

    [[nodiscard]] history::HistoryResult<void> setBaseline(history::RunId id, bool isSet) {
        auto reader = this->reader();
        if (!reader) {
            return std::unexpected(std::move(reader.error()));
        }
        auto detail = reader->run(id);
        if (!detail) {
            return std::unexpected(std::move(detail.error()));
        }
        const history::RunSummary& run = detail->summary;
        if (!isSet) {
            return m_store->clearBaseline(run.planName, run.environment);
        }
        return m_store->setBaseline({.planName = run.planName,
                                     .environment = run.environment,
                                     .run = id,
                                     .goodRuns = 0,
                                     .tolerances = {},
                                     .set = SystemClock::instance().wallNow()});
    }

    // All that can be removed; the first error tells of the others.
    [[nodiscard]] history::HistoryResult<void> remove(const std::vector<history::RunId>& runs) {
        history::HistoryResult<void> result = open();
        if (!result) {
            return result;
        }
        for (const history::RunId run : runs) {
            if (auto removed = m_store->remove(run); !removed && result) {
                result = std::move(removed);
            }
        }
        return result;
    }

private:
    [[nodiscard]] history::HistoryResult<void> open() {
        if (m_store) {
            return {};
        }
        auto store = history::HistoryStore::open(m_path, history::OpenMode::Create);
        if (!store) {
            return std::unexpected(std::move(store.error()));
        }
        m_store = std::move(*store);
        return {};
    }

    [[nodiscard]] history::HistoryResult<history::HistoryReader> reader() {
        if (auto opened = open(); !opened) {
            return std::unexpected(std::move(opened.error()));
        }
        return m_store->reader();
    }

    // Changes with every commit: the log grows, or its end moves into the file.
    [[nodiscard]] qint64 stampOfFile() const {
        qint64 stamp = 0;
        for (const char* ending : {"", "-wal"}) {
            const QFileInfo file(QString::fromStdString(m_path + ending));
            stamp = stamp * 31 + (file.exists() ? file.lastModified().toMSecsSinceEpoch() ^ file.size() : 0);
        }
        return stamp;
    }

    std::string m_path;
    std::optional<history::HistoryStore> m_store;
    qint64 m_listed = -1;
};

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
    , m_worker(new Worker(m_path)) {
    qRegisterMetaType<RunListPtr>();
    qRegisterMetaType<RunPicturePtr>();
    qRegisterMetaType<RunPreviewPtr>();
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
    ask(
        m_worker, this, [onlyIfChanged](Worker& worker) { return worker.list(onlyIfChanged); },
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

void HistoryService::load(history::RunId run) {
    const std::uint64_t generation = ++m_loadGeneration;
    ask(
        m_worker, this, [run](Worker& worker) { return worker.load(run); },
        [this, generation](history::HistoryResult<RunPicturePtr> picture) {
            if (generation != m_loadGeneration) {
                return; // another one was asked for since
            }
            if (picture) {
                Q_EMIT loaded(*picture);
            } else {
                Q_EMIT failed(format::historyErrorText(picture.error()));
            }
        });
}

void HistoryService::preview(history::RunId run) {
    const std::uint64_t generation = ++m_previewGeneration;
    ask(
        m_worker, this, [run](Worker& worker) { return worker.preview(run); },
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
    const std::uint64_t generation = ++m_compareGeneration;
    ask(
        m_worker, this,
        [before = std::move(before), after = std::move(after)](Worker& worker) {
            return worker.compare(before, after);
        },
        [this, generation](history::HistoryResult<ComparisonPicturePtr> picture) {
            if (generation != m_compareGeneration) {
                return;
            }
            if (picture) {
                Q_EMIT compared(*picture);
            } else {
                Q_EMIT failed(format::historyErrorText(picture.error()));
            }
        });
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
    change([run, notes = std::move(notes)](Worker& worker) { return worker.annotate(run, notes); });
}

void HistoryService::setBaseline(history::RunId run) {
    change([run](Worker& worker) { return worker.setBaseline(run, true); });
}

void HistoryService::clearBaseline(history::RunId run) {
    change([run](Worker& worker) { return worker.setBaseline(run, false); });
}

void HistoryService::trend(history::RunId run) {
    const std::uint64_t generation = ++m_trendGeneration;
    ask(
        m_worker, this, [run](Worker& worker) { return worker.trend(run); },
        [this, generation](history::HistoryResult<report::TrendModel> model) {
            if (generation != m_trendGeneration) {
                return;
            }
            if (model) {
                Q_EMIT trended(std::make_shared<const report::TrendModel>(std::move(*model)));
            } else {
                Q_EMIT failed(format::historyErrorText(model.error()));
            }
        });
}

void HistoryService::check(history::RunId run) {
    ask(
        m_worker, this, [run](Worker& worker) { return worker.check(run); },
        [this](history::HistoryResult<std::optional<report::RegressionModel>> model) {
            if (!model) {
                Q_EMIT failed(format::historyErrorText(model.error()));
            } else if (*model) {
                Q_EMIT checked(std::make_shared<const report::RegressionModel>(std::move(**model)));
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
        m_worker, this, [runs](Worker& worker) { return worker.remove(runs); },
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
        [report = std::move(report), file](Worker& worker) -> QString {
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
    writeReport(file, [run](Worker& worker, FileFormat format) -> history::HistoryResult<std::string> {
        const auto picture = worker.load(run);
        if (!picture) {
            return std::unexpected(picture.error());
        }
        return ui_report::reportFile((*picture)->model, format);
    });
}

void HistoryService::exportComparison(const ComparisonPicturePtr& picture, const QString& file) {
    writeReport(file, [picture](Worker&, FileFormat format) -> history::HistoryResult<std::string> {
        return ui_report::comparisonFile(picture->model, format);
    });
}

} // namespace bw::bridge
