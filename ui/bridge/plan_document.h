#pragma once

#include "ui/bridge/plan_state.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <string>

namespace bw::bridge {

class PlanRecovery;

// The plan a person edits: a text file, its plan, its problems, and the way back. All changes go through the
// undo stack. Lives on the user's thread; files are read off it.
class PlanDocument : public QObject {
    Q_OBJECT

public:
    // Unsaved work is kept in the recovery folder until it is saved or given up; null: nowhere.
    explicit PlanDocument(PlanRecovery* recovery = nullptr, QObject* parent = nullptr);
    ~PlanDocument() override;

    [[nodiscard]] bool isOpen() const { return m_state != nullptr; }
    // Null when nothing is open.
    [[nodiscard]] PlanStatePtr state() const { return m_state; }
    // Empty for a plan that was never saved.
    [[nodiscard]] std::string path() const { return m_path; }
    // The plan's name, or its file's.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isModified() const;
    // A plan of a newer version, or a text that is none, is shown and never written.
    [[nodiscard]] bool canBeSaved() const;
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    // opened() or failed() follows. What was open stays until then.
    void open(const std::string& path);
    void openNew();
    // Unsaved work of a crashed program: modified from the beginning.
    void openRecovered(const std::string& path, std::string text);
    void close();

    // False with failed() when it could not be written. Precondition: there is a path.
    bool save();
    bool saveAs(const std::string& path);

    // A change as one undo step; steps with the same key that follow each other become one.
    using Change = std::function<void(testplan::TestPlan&)>;
    void edit(const QString& label, const QString& mergeKey, const Change& change);
    // The whole text. False, and nothing changes, when it cannot be read as a plan; problems() of the result
    // say why.
    [[nodiscard]] PlanStatePtr setText(std::string text);

    // Reads the file again, giving up what was changed here.
    void reload();
    // The file's new content is known and not wanted.
    void keepMine();

Q_SIGNALS:
    void opened();
    void closed();
    // After every change, undo and redo included.
    void stateChanged();
    // Path, title or whether there is something to save.
    void fileChanged();
    // Another program wrote the file.
    void changedOnDisk();
    // In words.
    void failed(const QString& sentence);

private:
    friend class PlanChange;
    void show(PlanStatePtr state);
    void take(const std::string& path, PlanStatePtr state);
    void watch();
    void onFileTouched();
    void keepUnsaved();

    PlanRecovery* m_recovery;
    QUndoStack m_undo;
    QFileSystemWatcher m_watcher;
    QTimer m_autosave;
    PlanStatePtr m_state;
    std::string m_path;
    std::string m_onDisk; // the file's text as last known
    bool m_isRecovered = false;
    std::uint64_t m_generation = 0;
};

} // namespace bw::bridge
