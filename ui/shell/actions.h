#pragma once

#include <QAction>
#include <QObject>

#include <vector>

namespace bw::shell {

// Every action of the window, with its words, icon and keys: what menus, tool bar and command palette are
// made of.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject* parent = nullptr);

    // All of them, for the command palette.
    [[nodiscard]] const std::vector<QAction*>& all() const { return m_all; }

    QAction* showDesign = nullptr;
    QAction* showRun = nullptr;
    QAction* showHistory = nullptr;

    QAction* newPlan = nullptr;
    QAction* openPlan = nullptr;
    QAction* openSample = nullptr;
    QAction* savePlan = nullptr;
    QAction* savePlanAs = nullptr;
    QAction* closePlan = nullptr;
    QAction* nextPlan = nullptr;
    QAction* previousPlan = nullptr;
    QAction* undo = nullptr; // of the view that is shown
    QAction* redo = nullptr;

    QAction* run = nullptr;
    QAction* runWith = nullptr;
    QAction* runAgain = nullptr;
    QAction* smokeRun = nullptr;
    QAction* tryFlow = nullptr;
    QAction* stop = nullptr;
    QAction* abort = nullptr;
    QAction* pause = nullptr; // and resume
    QAction* noteMoment = nullptr;

    QAction* present = nullptr;
    QAction* notify = nullptr;
    QAction* exportReport = nullptr;
    QAction* filter = nullptr;
    QAction* palette = nullptr;
    QAction* followDesktop = nullptr;
    QAction* light = nullptr;
    QAction* dark = nullptr;
    QAction* systemLanguage = nullptr;
    QAction* english = nullptr;
    QAction* korean = nullptr;
    QAction* quit = nullptr;

    // Takes an action made elsewhere into the list.
    void adopt(QAction* action, const char* icon, const QKeySequence& keys);

private:
    QAction* make(const QString& text, const char* icon, const QKeySequence& keys = {});
    void makeViews();
    void makeFiles();
    void makeRuns();
    void makeRest();

    std::vector<QAction*> m_all;
};

} // namespace bw::shell
