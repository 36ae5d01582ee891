#pragma once

#include "ui/bridge/plan_checker.h"
#include "ui/bridge/plan_recovery.h"
#include "ui/bridge/plan_state.h"
#include "ui/bridge/plan_watch.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <cstdint>
#include <functional>
#include <string>

namespace bw::bridge {

// The plan a person edits: a text file, its plan, its problems, and the way back. All changes go through the
// undo stack. Lives on the user's thread; files are read off it. A file that is opened and saved without an
// edit keeps its bytes; an edit of the plan writes the canonical text.
class PlanDocument : public QObject {
    Q_OBJECT

public:
    // Unsaved work is kept in the recovery folder until it is saved or given up; null: nowhere.
    explicit PlanDocument(PlanRecovery* recovery = nullptr, QObject* parent = nullptr);
    ~PlanDocument() override;

    // Where shared budgets are looked for, the first that has one. To be set before a plan is opened.
    void setBudgetFolders(std::vector<std::string> folders);
    [[nodiscard]] const std::vector<std::string>& budgetFolders() const { return m_budgetFolders; }
    // After how much unsaved time a change is kept for recovery.
    void setAutosaveInterval(int milliseconds) { m_autosave.setInterval(milliseconds); }

    [[nodiscard]] bool isOpen() const { return m_state != nullptr; }
    // Null when nothing is open.
    [[nodiscard]] PlanStatePtr state() const { return m_state; }
    // Of the plan's "use" references, as far as they were looked at.
    [[nodiscard]] const std::vector<SharedBudget>& sharedBudgets() const { return m_references.budgets; }
    // Of its data files, the same way.
    [[nodiscard]] const std::vector<FeedColumns>& feedColumns() const { return m_references.feeds; }
    // Empty for a plan that was never saved.
    [[nodiscard]] std::string path() const { return m_path; }
    // The plan's name, or its file's.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isModified() const;
    // Closing it loses nothing: it is saved, or as new as it was made.
    [[nodiscard]] bool isExpendable() const {
        const bool isFresh = m_path.empty() && m_undo.index() == 0 && !m_draft && !m_differs;
        return !isModified() || isFresh;
    }
    // A plan of a newer version, or a text that is none, is shown and never written.
    [[nodiscard]] bool canBeSaved() const;
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    // opened() or failed() follows. What was open stays until then.
    void open(const std::string& path);
    void openNew();
    // A plan that was made elsewhere and has no file of its own yet.
    void openTemplate(std::string text);
    // Unsaved work of a crashed program: modified from the beginning.
    void openRecovered(const PlanRecovery::Found& found);
    void close();

    // False with failed() when it could not be written, also when the editor holds a text that is no plan or
    // another program wrote the file and nobody decided yet. Precondition: there is a path.
    bool save();
    bool saveAs(const std::string& path);

    // A change as one undo step; steps with the same key that follow each other become one. The key is the
    // place that is changed ("scenarios.a.duration"): undo leads there. False, and nothing changes, when the
    // plan could not be read again afterwards.
    using Change = std::function<void(testplan::TestPlan&)>;
    bool edit(const QString& label, const QString& mergeKey, const Change& change);
    // What was typed and waits to be whole is applied now, as edit() does first: places may change.
    void settle();
    // The next step stands for itself, whatever its key.
    void endMerge() { ++m_mergeRound; }

    // The whole text. One that cannot be read as a plan changes nothing but the draft, so that it is not
    // forgotten when the plan is saved; problems of the result say why.
    PlanStatePtr setText(std::string text);
    // What the editor holds beside the plan, since it cannot be read; null: nothing.
    [[nodiscard]] PlanStatePtr draft() const { return m_draft; }
    void discardDraft();

    // Reads the file again: a step that can be undone, where both can be read as plans; otherwise what was
    // changed here is given up. failed() when the file cannot be read.
    void reload();
    // The file's new content is known and not wanted.
    void keepMine();
    [[nodiscard]] bool isChangedOnDisk() const { return !m_newHash.isEmpty(); }
    // The file is gone; what is here is the only copy.
    [[nodiscard]] bool isMissingOnDisk() const { return m_isMissing; }

Q_SIGNALS:
    void opened();
    void closed();
    // After every change, undo and redo included, and when more problems were found.
    void stateChanged();
    void draftChanged();
    // The state is wanted as it is meant: what was typed and waits is to be applied now.
    void settling();
    // Undo or redo went to this place.
    void visited(const QString& place);
    // Path, title, whether there is something to save, or how it stands on the disk.
    void fileChanged();
    // Another program wrote the file, or removed it.
    void changedOnDisk();
    void missingOnDisk();
    // In words.
    void failed(const QString& sentence);

private:
    friend class PlanChange;
    struct FileContent {
        PlanStatePtr state; // null: it could not be read
        QByteArray hash;
        QString error;
    };
    void read(const std::string& path, std::function<void(const FileContent&)> done);
    void takeAgain(const FileContent& content);
    void startAutosave();
    void setupWatch();
    void setupAutosave();
    void show(PlanStatePtr state, const QString& place);
    void replaceDraft(PlanStatePtr draft);
    void take(const std::string& path, PlanStatePtr state, const QByteArray& diskHash);
    void onDiskChanged(const QByteArray& hash);
    void onChecked(const PlanStatePtr& was, const PlanStatePtr& now, const PlanReferences& references);
    [[nodiscard]] bool isOverwritten(const std::string& path);
    [[nodiscard]] QString whyNotSaved() const;
    void keepUnsaved();
    void forgetUnsaved();

    PlanRecovery* m_recovery;
    std::vector<std::string> m_budgetFolders;
    QUndoStack m_undo;
    PlanWatch m_watch;
    PlanChecker m_checker;
    PlanWorker m_worker;
    QTimer m_autosave;
    PlanStatePtr m_state;
    PlanStatePtr m_draft;
    PlanReferences m_references;
    std::string m_path;
    QByteArray m_diskHash;  // of the file as last read or written; empty: there is none
    QByteArray m_newHash;   // of what another program wrote, until somebody decides
    bool m_differs = false; // from the file, whatever the undo stack says
    bool m_isMissing = false;
    bool m_isSettling = false;
    int m_mergeRound = 0;
    std::uint64_t m_generation = 0;
};

} // namespace bw::bridge
