#pragma once

#include "core/history/history_store.h"
#include "ui/bridge/comparison_picture.h"
#include "ui/bridge/detailed_picture.h"
#include "ui/bridge/history_answers.h"
#include "ui/bridge/run_list.h"
#include "ui/bridge/run_picture.h"
#include "ui/bridge/run_preview.h"
#include "ui/bridge/window_picture.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bw::bridge {

// What HistoryService does, on the history's thread. Opens the file when it is needed first, and again after
// it could not be opened.
class HistoryWorker : public QObject {
public:
    explicit HistoryWorker(std::string path)
        : m_path(std::move(path)) {}
    // None: the file did not change since the last list.
    [[nodiscard]] history::HistoryResult<std::optional<RunList>> list(bool onlyIfChanged);
    // What a person sees first of a long list; none when the list is short.
    [[nodiscard]] history::HistoryResult<std::optional<RunList>> newest();
    [[nodiscard]] history::HistoryResult<RunPicturePtr> load(history::RunId run);
    [[nodiscard]] history::HistoryResult<RunPreviewPtr> preview(history::RunId run);
    [[nodiscard]] history::HistoryResult<WindowPicturePtr> window(history::RunId run, history::Window window);
    [[nodiscard]] history::HistoryResult<DetailedPicturePtr>
    detail(const RunPicturePtr& overview, history::Window window, const std::function<bool()>& isWanted);
    [[nodiscard]] history::HistoryResult<ComparisonPicturePtr>
    compare(const std::vector<history::RunId>& before, const std::vector<history::RunId>& after);
    [[nodiscard]] history::HistoryResult<TrendPtr> trend(history::RunId run);
    [[nodiscard]] history::HistoryResult<RegressionPtr> check(history::RunId run);
    [[nodiscard]] history::HistoryResult<void> annotate(history::RunId run, const history::RunNotes& notes);
    [[nodiscard]] history::HistoryResult<void> addMark(history::RunId run, const history::MarkRecord& mark);
    [[nodiscard]] history::HistoryResult<void> removeMark(history::RunId run,
                                                          const history::MarkRecord& mark);
    [[nodiscard]] history::HistoryResult<void> setBaseline(history::RunId id, const BaselineChoice& choice);
    [[nodiscard]] history::HistoryResult<void> clearBaseline(history::RunId id);
    [[nodiscard]] history::HistoryResult<RunIds> search(const std::string& words);
    // In words what went wrong; empty: nothing.
    [[nodiscard]] QString exportRun(history::RunId run, const QString& file);
    [[nodiscard]] history::HistoryResult<RunIds> importRuns(const std::string& file);
    // All that can be removed; the first error tells of the others.
    [[nodiscard]] history::HistoryResult<void> remove(const std::vector<history::RunId>& runs);

private:
    static constexpr std::int64_t kNewest = 200;

    [[nodiscard]] history::HistoryResult<RunList> read(std::int64_t most);
    [[nodiscard]] history::HistoryResult<void> open();
    [[nodiscard]] history::HistoryResult<history::HistoryReader> reader();
    [[nodiscard]] history::HistoryResult<history::RunSummary> summaryOf(history::RunId id);
    // Changes with every commit: the log grows, or its end moves into the file.
    [[nodiscard]] qint64 stampOfFile() const;
    // What the work says of the store, or why it cannot be opened.
    template <typename Work>
    auto withStore(const Work& work) -> decltype(work(std::declval<const history::HistoryStore&>()));

    std::string m_path;
    std::optional<history::HistoryStore> m_store;
    qint64 m_listed = -1;
};

} // namespace bw::bridge
