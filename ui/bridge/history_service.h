#pragma once

#include "core/history/baseline.h"
#include "ui/bridge/comparison_picture.h"
#include "ui/bridge/detailed_picture.h"
#include "ui/bridge/history_answers.h"
#include "ui/bridge/run_list.h"
#include "ui/bridge/run_picture.h"
#include "ui/bridge/run_preview.h"
#include "ui/bridge/window_picture.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <QUndoStack>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace bw::bridge {

class HistoryWorker;

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

    // Figures and percentiles of a part of a run; windowed() tells of the last part that was asked for, and
    // of the last whole run (the window without an end).
    void loadWindow(history::RunId run, history::Window window);

    // Some seconds of a run that was loaded, as finely as they can be read in a moment; detailed() tells of
    // the last that was asked for, when they are finer than what is there. One that is overtaken is given up.
    void loadDetail(const RunPicturePtr& overview, history::Window window);

    // What changed from one side's runs to the other's; compared() tells of the last that was asked for.
    void compare(std::vector<history::RunId> before, std::vector<history::RunId> after);

    // What a person says of a run; takes the place of what was said.
    void annotate(history::RunId run, history::RunNotes notes);
    // A note on a moment of a run that is over.
    void addNote(history::RunId run, Duration at, const QString& text);
    void removeNote(history::RunId run, const history::MarkRecord& note);
    // Later runs of the run's plan and environment are held against it, as the choice says, or against
    // nothing.
    void setBaseline(history::RunId run, BaselineChoice choice = {});
    void clearBaseline(history::RunId run);
    // Which runs have all the words in anything that was kept of them; found() tells of the last that was
    // asked for.
    void search(const QString& words);
    // A little of a run, for a list; sparked() tells of each that was asked for.
    void spark(history::RunId run);
    // A run in a file of its own, and runs out of such files; runExported(), runsImported() or failed()
    // follows. By the file's ending: .csv a line for each second, .json everything, .jsonl k6's lines; else
    // what importRuns() takes.
    void exportRun(history::RunId run, const QString& file);
    void importRuns(const QString& file);
    // How the figures of a run's plan went; trended() tells of the last that was asked for.
    void trend(history::RunId run);
    // Holds a run against its baseline; checked() tells how it stands.
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
    // nullptr: there is no baseline, or no run for it yet.
    void checked(bw::history::RunId run, const bw::bridge::RegressionPtr& regression);
    void trended(const bw::bridge::TrendPtr& trend);
    void windowed(const bw::bridge::WindowPicturePtr& picture);
    void detailed(const bw::bridge::DetailedPicturePtr& picture);
    void found(const QString& words, const bw::bridge::RunIds& runs);
    // Without points when they cannot be read.
    void sparked(const bw::bridge::RunPreviewPtr& preview);
    void runExported(const QString& file);
    void runsImported(int runs);
    void previewed(const bw::bridge::RunPreviewPtr& preview);
    // The list cannot be read; in words. It is tried again while watching.
    void unreadable(const QString& sentence);
    // What was asked for could not be done; in words.
    void failed(const QString& sentence);
    // A deletion waits to be taken back; none: it is decided.
    void removedChanged();

private:
    class Removal;
    template <typename Work, typename Answer>
    void askForLatest(std::uint64_t& latest, Work work, Answer answer);
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
    HistoryWorker* m_worker; // lives on m_thread and is deleted when it ends
    QTimer m_poll;
    QTimer m_undo;
    QUndoStack m_undoStack;
    RunList m_runs;
    std::vector<history::RunId> m_removed;
    std::uint64_t m_loadGeneration = 0;
    std::uint64_t m_previewGeneration = 0;
    std::uint64_t m_windowGeneration = 0;
    std::uint64_t m_wholeGeneration = 0;
    std::atomic<std::uint64_t> m_detailGeneration = 0; // the worker looks whether it is overtaken
    std::uint64_t m_compareGeneration = 0;
    std::uint64_t m_trendGeneration = 0;
    std::uint64_t m_searchGeneration = 0;
    bool m_isListing = false;
};

} // namespace bw::bridge
