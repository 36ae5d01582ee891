#pragma once

#include "core/history/baseline.h"
#include "core/report/regression_model.h"
#include "core/report/trend_model.h"
#include "ui/bridge/comparison_picture.h"
#include "ui/bridge/run_list.h"
#include "ui/bridge/run_picture.h"
#include "ui/bridge/run_preview.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <string>
#include <vector>

namespace bw::bridge {

using RegressionPtr = std::shared_ptr<const report::RegressionModel>;
using TrendPtr = std::shared_ptr<const report::TrendModel>;

// One history file for the window: lists, loads, deletes and reports on a thread of its own. Lives on the
// user's thread; signals come queued.
class HistoryService : public QObject {
    Q_OBJECT

public:
    // How long a deletion can be taken back.
    static constexpr int kUndoMs = 10'000;

    explicit HistoryService(std::string path, QObject* parent = nullptr);
    // Carries out a deletion that waits, and lets what is under way end.
    ~HistoryService() override;

    [[nodiscard]] const std::string& path() const { return m_path; }

    // Reads the list. While watching, that happens by itself when the file changes, also by another program.
    void refresh();
    void setWatching(bool watching);

    // A whole run; loaded() tells of the last one that was asked for.
    void load(history::RunId run);

    // A little of a run, at once; previewed() tells of the last one that was asked for, if it can be read.
    void preview(history::RunId run);

    // What changed from one side's runs to the other's; compared() tells of the last that was asked for.
    void compare(std::vector<history::RunId> before, std::vector<history::RunId> after);

    // What a person says of a run; takes the place of what was said.
    void annotate(history::RunId run, history::RunNotes notes);
    // Later runs of its plan and environment are held against it, or against nothing.
    void setBaseline(history::RunId run);
    void clearBaseline(history::RunId run);
    // How the figures of a run's plan went; trended() tells of the last that was asked for.
    void trend(history::RunId run);
    // Holds a run against its baseline; checked() tells when it has one.
    void check(history::RunId run);

    // Takes the runs out of the list at once, and out of the file when they cannot be taken back any more.
    void remove(std::vector<history::RunId> runs);
    void remove(history::RunId run) { remove(std::vector{run}); }
    void undoRemove() { m_undoStack.undo(); }
    // The deletion as a step that can be taken back and done again; empty when it is decided.
    [[nodiscard]] QUndoStack& undoStack() { return m_undoStack; }
    // What can be taken back.
    [[nodiscard]] const std::vector<history::RunId>& removed() const { return m_removed; }

    // Writes the report of a comparison, a PDF when the file's name ends so and a page (HTML) otherwise;
    // exported() or failed() follows.
    void exportComparison(const ComparisonPicturePtr& picture, const QString& file);
    // Writes the report of a run, the same.
    void exportReport(history::RunId run, const QString& file);

Q_SIGNALS:
    void runsChanged(const bw::bridge::RunListPtr& runs);
    void loaded(const bw::bridge::RunPicturePtr& picture);
    void exported(const QString& file);
    void compared(const bw::bridge::ComparisonPicturePtr& picture);
    void checked(const bw::bridge::RegressionPtr& regression);
    void trended(const bw::bridge::TrendPtr& trend);
    void previewed(const bw::bridge::RunPreviewPtr& preview);
    // The list cannot be read; in words. It is tried again while watching.
    void unreadable(const QString& sentence);
    // What was asked for could not be done; in words.
    void failed(const QString& sentence);
    // A deletion waits to be taken back; none: it is decided.
    void removedChanged();

private:
    class Worker;
    class Removal;
    template <typename Work>
    void change(Work work);
    template <typename Report>
    void writeReport(const QString& file, Report report);
    void onListed(RunList runs);
    void publish();
    [[nodiscard]] bool isRemoved(const RunListEntry& entry) const;
    void setRemoved(std::vector<history::RunId> runs);
    void decideRemoval();

    std::string m_path;
    QThread m_thread;
    Worker* m_worker; // lives on m_thread and is deleted when it ends
    QTimer m_poll;
    QTimer m_undo;
    QUndoStack m_undoStack;
    RunList m_runs;
    std::vector<history::RunId> m_removed;
    std::uint64_t m_loadGeneration = 0;
    std::uint64_t m_previewGeneration = 0;
    std::uint64_t m_compareGeneration = 0;
    std::uint64_t m_trendGeneration = 0;
    bool m_isListing = false;
};

} // namespace bw::bridge

Q_DECLARE_METATYPE(bw::bridge::RegressionPtr)
Q_DECLARE_METATYPE(bw::bridge::TrendPtr)
