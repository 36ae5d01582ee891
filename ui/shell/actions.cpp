#include "ui/shell/actions.h"

#include "ui/theme/icons.h"

#include <QActionGroup>

namespace bw::shell {

Actions::Actions(QObject* parent)
    : QObject(parent) {
    makeViews();
    makeFiles();
    makeRuns();
    makeRest();
}

QAction* Actions::make(const QString& text, const char* icon, const QKeySequence& keys) {
    auto* action = new QAction(text, this);
    if (icon != nullptr) {
        action->setIcon(theme::icon(QLatin1String(icon)));
    }
    action->setShortcut(keys);
    m_all.push_back(action);
    return action;
}

void Actions::adopt(QAction* action, const char* icon, const QKeySequence& keys) {
    action->setIcon(theme::icon(QLatin1String(icon)));
    action->setShortcut(keys);
    m_all.push_back(action);
}

void Actions::makeViews() {
    showDesign = make(tr("Design"), "design", QKeySequence(Qt::CTRL | Qt::Key_1));
    showRun = make(tr("Run view"), "run", QKeySequence(Qt::CTRL | Qt::Key_2));
    showHistory = make(tr("History"), "history", QKeySequence(Qt::CTRL | Qt::Key_4));
    showRun->setIconText(tr("Run"));
    auto* group = new QActionGroup(this);
    for (QAction* view : {showDesign, showRun, showHistory}) {
        view->setCheckable(true);
        group->addAction(view);
    }
}

void Actions::makeFiles() {
    newPlan = make(tr("New plan"), "add", QKeySequence::New);
    openPlan = make(tr("Open plan…"), "open", QKeySequence::Open);
    openSample = make(tr("Open the sample plan"), "open");
    savePlan = make(tr("Save plan"), "save", QKeySequence::Save);
    savePlanAs = make(tr("Save plan as…"), "save", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    closePlan = make(tr("Close plan"), "close", QKeySequence(Qt::CTRL | Qt::Key_W));
    nextPlan = make(tr("Next plan"), "open", QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    previousPlan = make(tr("Previous plan"), "open", QKeySequence(Qt::CTRL | Qt::Key_PageUp));
}

void Actions::makeRuns() {
    run = make(tr("Run"), "play", QKeySequence(Qt::CTRL | Qt::Key_R));
    runWith = make(tr("Run with…"), "play", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    runAgain = make(tr("Run again"), "again");
    smokeRun = make(tr("Smoke run: every scenario once"), "play");
    tryFlow = make(tr("Try"), "try", QKeySequence(Qt::CTRL | Qt::Key_T));
    tryFlow->setToolTip(tr("One iteration of the flow as one user, request by request"));
    stop = make(tr("Stop"), "stop", QKeySequence(Qt::CTRL | Qt::Key_Period));
    stop->setToolTip(tr("No new iterations; those that go on may end"));
    abort = make(tr("Stop at once"), "abort", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Period));
    abort->setToolTip(tr("Cut all iterations off"));
    pause = make(tr("Pause"), "pause", QKeySequence(Qt::CTRL | Qt::Key_Comma));
    noteMoment = make(tr("Mark this moment…"), "note", QKeySequence(Qt::CTRL | Qt::Key_M));
}

void Actions::makeRest() {
    present = make(tr("Run on a wall screen"), "present", QKeySequence(Qt::Key_F5));
    present->setToolTip(tr("The run on the whole screen, in type to be read across a room; Escape leaves"));
    present->setCheckable(true);
    notify = make(tr("Messages of the desktop about runs"), "notify");
    notify->setToolTip(tr("Tell of broken limits and of the end while this window is not looked at"));
    notify->setCheckable(true);
    exportReport = make(tr("Export report…"), "export", QKeySequence(Qt::CTRL | Qt::Key_E));
    filter = make(tr("Filter in this view"), "search", QKeySequence::Find);
    palette = make(tr("All commands…"), "command", QKeySequence(Qt::CTRL | Qt::Key_K));
    palette->setIconText(tr("Commands"));
    followDesktop = make(tr("Appearance: as the desktop"), "settings");
    light = make(tr("Appearance: light"), "settings");
    dark = make(tr("Appearance: dark"), "settings");
    auto* group = new QActionGroup(this);
    for (QAction* choice : {followDesktop, light, dark}) {
        choice->setCheckable(true);
        group->addAction(choice);
    }
    systemLanguage = make(tr("Language: as the system"), "settings");
    english = make(QStringLiteral("Language: English"), "settings");
    korean = make(QStringLiteral("언어: 한국어"), "settings");
    auto* languages = new QActionGroup(this);
    for (QAction* choice : {systemLanguage, english, korean}) {
        choice->setCheckable(true);
        languages->addAction(choice);
    }
    quit = make(tr("Quit"), "close", QKeySequence::Quit);
}

} // namespace bw::shell
