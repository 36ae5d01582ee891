#include "ui/bridge/history_worker.h"

#include "core/run/baseline_check.h"
#include "core/run/stored_export.h"
#include "core/run/stored_trend.h"
#include "ui/bridge/stored_picture.h"
#include "ui/format/error_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>

namespace bw::bridge {
namespace {

class HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(bw::bridge::HistoryService)
};

void addBaselines(const std::vector<history::Baseline>& baselines, RunList& list) {
    for (const history::Baseline& one : baselines) {
        const auto shared = std::make_shared<const history::Baseline>(one);
        for (RunListEntry& entry : list) {
            if (entry.run.planName == one.planName && entry.run.environment == one.environment) {
                entry.baseline = shared;
                entry.isBaseline = one.run == entry.run.id;
            }
        }
    }
}

std::optional<run::ExportFormat> textFormatOf(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    return ending == QStringLiteral("csv")     ? std::optional(run::ExportFormat::Csv)
           : ending == QStringLiteral("json")  ? std::optional(run::ExportFormat::Json)
           : ending == QStringLiteral("jsonl") ? std::optional(run::ExportFormat::K6Json)
                                               : std::nullopt;
}

} // namespace

template <typename Work>
auto HistoryWorker::withStore(const Work& work)
    -> decltype(work(std::declval<const history::HistoryStore&>())) {
    if (auto opened = open(); !opened) {
        return std::unexpected(std::move(opened.error()));
    }
    return work(*m_store);
}

history::HistoryResult<std::optional<RunList>> HistoryWorker::list(bool onlyIfChanged) {
    const qint64 stamp = stampOfFile();
    if (onlyIfChanged && stamp == m_listed) {
        return std::nullopt;
    }
    m_listed = -1; // a list that fails is tried again, whether or not the file changes
    auto list = read(INT64_MAX);
    if (!list) {
        return std::unexpected(std::move(list.error()));
    }
    m_listed = stampOfFile();
    return std::move(*list);
}

history::HistoryResult<std::optional<RunList>> HistoryWorker::newest() {
    auto list = read(kNewest);
    if (!list) {
        return std::unexpected(std::move(list.error()));
    }
    return std::cmp_less(list->size(), kNewest) ? std::nullopt : std::optional(std::move(*list));
}

history::HistoryResult<RunList> HistoryWorker::read(std::int64_t most) {
    auto reader = this->reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    auto runs = reader->runs(history::RunOrder::NewestFirst, most);
    if (!runs) {
        return std::unexpected(std::move(runs.error()));
    }
    const auto baselines = reader->baselines();
    if (!baselines) {
        return std::unexpected(baselines.error());
    }
    RunList list;
    list.reserve(runs->size());
    for (history::RunSummary& run : *runs) {
        list.push_back(listEntryOf(std::move(run)));
    }
    addBaselines(*baselines, list);
    return list;
}

history::HistoryResult<RunPicturePtr> HistoryWorker::load(history::RunId run) {
    return withStore([&](const history::HistoryStore& store) { return loadPicture(store, run); });
}

history::HistoryResult<RunPreviewPtr> HistoryWorker::preview(history::RunId run) {
    return withStore([&](const history::HistoryStore& store) { return loadPreview(store, run); });
}

history::HistoryResult<WindowPicturePtr> HistoryWorker::window(history::RunId run, history::Window window) {
    return withStore(
        [&](const history::HistoryStore& store) { return loadWindowPicture(store, run, window); });
}

history::HistoryResult<DetailedPicturePtr> HistoryWorker::detail(const RunPicturePtr& overview,
                                                                 history::Window window,
                                                                 const std::function<bool()>& isWanted) {
    return withStore([&](const history::HistoryStore& store) {
        return loadDetailedPicture(store, overview, window, isWanted);
    });
}

history::HistoryResult<ComparisonPicturePtr>
HistoryWorker::compare(const std::vector<history::RunId>& before, const std::vector<history::RunId>& after) {
    return withStore(
        [&](const history::HistoryStore& store) { return loadComparison(store, before, after); });
}

history::HistoryResult<TrendPtr> HistoryWorker::trend(history::RunId run) {
    if (auto opened = open(); !opened) {
        return std::unexpected(std::move(opened.error()));
    }
    auto model = run::loadTrend(*m_store, run);
    if (!model) {
        return std::unexpected(std::move(model.error()));
    }
    return std::make_shared<const report::TrendModel>(std::move(*model));
}

history::HistoryResult<RegressionPtr> HistoryWorker::check(history::RunId run) {
    if (auto opened = open(); !opened) {
        return std::unexpected(std::move(opened.error()));
    }
    auto model = run::checkAgainstBaseline(*m_store, run);
    if (!model) {
        return std::unexpected(std::move(model.error()));
    }
    return *model ? std::make_shared<const report::RegressionModel>(std::move(**model)) : nullptr;
}

history::HistoryResult<void> HistoryWorker::annotate(history::RunId run, const history::RunNotes& notes) {
    return withStore([&](const history::HistoryStore& store) { return store.annotate(run, notes); });
}

history::HistoryResult<void> HistoryWorker::addMark(history::RunId run, const history::MarkRecord& mark) {
    return withStore([&](const history::HistoryStore& store) { return store.addMark(run, mark); });
}

history::HistoryResult<void> HistoryWorker::removeMark(history::RunId run, const history::MarkRecord& mark) {
    return withStore([&](const history::HistoryStore& store) { return store.removeMark(run, mark); });
}

history::HistoryResult<void> HistoryWorker::setBaseline(history::RunId id, const BaselineChoice& choice) {
    const auto run = summaryOf(id);
    if (!run) {
        return std::unexpected(run.error());
    }
    return m_store->setBaseline({.planName = run->planName,
                                 .environment = run->environment,
                                 .run = choice.goodRuns > 0 ? std::nullopt : std::optional(id),
                                 .goodRuns = choice.goodRuns,
                                 .tolerances = choice.tolerances,
                                 .set = SystemClock::instance().wallNow()});
}

history::HistoryResult<void> HistoryWorker::clearBaseline(history::RunId id) {
    const auto run = summaryOf(id);
    return run ? m_store->clearBaseline(run->planName, run->environment) : std::unexpected(run.error());
}

history::HistoryResult<RunIds> HistoryWorker::search(const std::string& words) {
    auto reader = this->reader();
    return reader ? reader->search(words) : std::unexpected(std::move(reader.error()));
}

QString HistoryWorker::exportRun(history::RunId run, const QString& file) {
    auto done = open();
    const auto format = textFormatOf(file);
    if (!done || !format) {
        done = done ? m_store->exportRun(run, file.toStdString()) : done;
        return done ? QString() : format::historyErrorText(done.error());
    }
    QSaveFile saved(file);
    const bool isOpen = saved.open(QIODevice::WriteOnly);
    if (isOpen) {
        done = run::writeRun(*m_store, run, *format, [&saved](std::string_view text) {
            const auto size = static_cast<qsizetype>(text.size());
            return saved.write(text.data(), size) == size;
        });
    }
    if (!done && done.error().kind != history::HistoryErrorKind::Cancelled) {
        return format::historyErrorText(done.error());
    }
    return isOpen && done && saved.commit()
               ? QString()
               : HistoryWords::tr("%1 could not be written: %2").arg(file, saved.errorString());
}

history::HistoryResult<RunIds> HistoryWorker::importRuns(const std::string& file) {
    return withStore([&](const history::HistoryStore& store) { return store.importRuns(file); });
}

history::HistoryResult<void> HistoryWorker::remove(const std::vector<history::RunId>& runs) {
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

history::HistoryResult<void> HistoryWorker::open() {
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

history::HistoryResult<history::HistoryReader> HistoryWorker::reader() {
    if (auto opened = open(); !opened) {
        return std::unexpected(std::move(opened.error()));
    }
    return m_store->reader();
}

history::HistoryResult<history::RunSummary> HistoryWorker::summaryOf(history::RunId id) {
    auto reader = this->reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    auto detail = reader->run(id);
    if (!detail) {
        return std::unexpected(std::move(detail.error()));
    }
    return std::move(detail->summary);
}

qint64 HistoryWorker::stampOfFile() const {
    qint64 stamp = 0;
    for (const char* ending : {"", "-wal"}) {
        const QFileInfo file(QString::fromStdString(m_path + ending));
        stamp = stamp * 31 + (file.exists() ? file.lastModified().toMSecsSinceEpoch() ^ file.size() : 0);
    }
    return stamp;
}

} // namespace bw::bridge
