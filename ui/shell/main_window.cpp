#include "ui/shell/main_window.h"

#include "ui/designer/design_view.h"
#include "ui/live/generator_text.h"
#include "ui/live/run_view.h"
#include "ui/shell/activity_bar.h"
#include "ui/shell/baseline_notice.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/history_pages.h"
#include "ui/shell/language.h"
#include "ui/shell/notice_area.h"
#include "ui/shell/outside.h"
#include "ui/shell/report_file_dialog.h"
#include "ui/shell/run_dialog.h"
#include "ui/shell/steering.h"
#include "ui/shell/stored_run_page.h"
#include "ui/theme/icons.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace bw::shell {
namespace {

using State = bridge::RunSession::State;
using widgets::NoticeBar;

enum View : int { Design, Run, History };

QString shortPath(const QString& path) {
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

std::pair<std::string, std::string> openPlan(bridge::PlanDocument& document) {
    const bridge::PlanStatePtr state = document.isOpen() ? document.state() : nullptr;
    return state && state->plan ? std::pair(state->plan->name, state->text)
                                : std::pair(std::string(), std::string());
}

constexpr QSize kFirstSize(1360, 860);
const QString kLanguageTopic = QStringLiteral("language");
const QString kReportTopic = QStringLiteral("report");

} // namespace

MainWindow::MainWindow(const WindowOptions& options, QSettings& settings)
    : m_settings(settings)
    , m_resources(options.resources)
    , m_recoveryFolder(QString::fromStdString(options.state) + QStringLiteral("/recovery"))
    , m_variables(options.variables)
    , m_appearance(settings)
    , m_session(options.resources, options.history)
    , m_history(options.history)
    , m_notices(new NoticeArea(this))
    , m_recent(settings)
    , m_views(new QStackedWidget(this))
    , m_desk(new PlanDesk(surroundings(), this))
    , m_runView(new live::RunView(settings, this))
    , m_historyPages(new HistoryPages(m_history, settings, this))
    , m_plan(new QToolButton(this))
    , m_environment(new QComboBox(this))
    , m_state(new QLabel(this))
    , m_run(new QToolButton(this))
    , m_problems(new QToolButton(this))
    , m_generator(new QLabel(this))
    , m_historyLabel(new QLabel(this)) {
    m_undo.addStack(&m_history.undoStack());
    m_actions.undo = m_undo.createUndoAction(&m_actions, tr("Undo"));
    m_actions.redo = m_undo.createRedoAction(&m_actions, tr("Redo"));
    m_actions.adopt(m_actions.undo, "undo", QKeySequence::Undo);
    m_actions.adopt(m_actions.redo, "redo", QKeySequence(Qt::CTRL | Qt::Key_Y));
    for (QAction* action : m_actions.all()) {
        addAction(action);
    }
    setupToolBar();
    setupCentre();
    setupStatusBar();
    connectViews();
    connectFiles();
    connectRuns();
    connectHistory();
    connectAppearance();
    connectLanguage();
    tellOutside(m_session, *m_runView, m_actions, m_settings, *this);
    m_desk->place();
    restore(options);
}

PlanSurroundings MainWindow::surroundings() {
    return {m_recoveryFolder, m_resources, m_session, *m_notices, m_settings, *this};
}

MainWindow::~MainWindow() {
    // The parts end in the reverse of their order; what they tell meanwhile reaches widgets that are half
    // gone.
    m_session.disconnect(this);
    m_desk->disconnect(this);
    m_history.disconnect(this);
    delete m_desk; // its plans use the session and the notices
}

void MainWindow::setupToolBar() {
    auto* bar = new QToolBar(tr("Plan and run"), this);
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize({16, 16});
    bar->toggleViewAction()->setEnabled(false);
    setupPlanButton();
    setupRunButtons();
    bar->addWidget(m_plan);
    bar->addAction(m_actions.savePlan);
    bar->addAction(m_actions.undo);
    bar->addAction(m_actions.redo);
    auto* environmentLabel = new QLabel(tr("Environment"), this);
    environmentLabel->setBuddy(m_environment);
    environmentLabel->setContentsMargins(2 * theme::kGrid, 0, theme::kHalfGrid, 0);
    bar->addWidget(environmentLabel);
    bar->addWidget(m_environment);
    auto* stretch = new QWidget(this);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(stretch);
    m_state->setContentsMargins(theme::kGrid, 0, 2 * theme::kGrid, 0);
    m_state->setAccessibleName(tr("State of the run"));
    bar->addWidget(m_state);
    bar->addAction(m_actions.tryFlow);
    bar->addWidget(m_run);
    bar->addAction(m_actions.stop);
    bar->addAction(m_actions.abort);
    for (QAction* action : {m_actions.savePlan, m_actions.undo, m_actions.redo, m_actions.tryFlow,
                            m_actions.stop, m_actions.abort}) {
        bar->widgetForAction(action)->setFocusPolicy(Qt::TabFocus);
    }
    static_cast<QToolButton*>(bar->widgetForAction(m_actions.tryFlow))
        ->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addToolBar(bar);
}

void MainWindow::setupPlanButton() {
    auto* menu = new QMenu(m_plan);
    menu->addActions({m_actions.newPlan, m_actions.openPlan, m_actions.openSample});
    QMenu* recent = menu->addMenu(tr("Recent plans"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    menu->addSeparator();
    menu->addActions({m_actions.savePlan, m_actions.savePlanAs, m_actions.closePlan});
    menu->addSeparator();
    menu->addAction(m_actions.quit);
    m_plan->setMenu(menu);
    m_plan->setPopupMode(QToolButton::InstantPopup);
    m_plan->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_plan->setFocusPolicy(Qt::TabFocus);
    m_plan->setAccessibleName(tr("Plan"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_plan->setFont(strong);
    m_environment->setAccessibleName(tr("Environment"));
    m_environment->setMinimumWidth(120);
}

void MainWindow::setupRunButtons() {
    auto* menu = new QMenu(m_run);
    menu->addActions({m_actions.runWith, m_actions.runAgain, m_actions.smokeRun});
    m_run->setMenu(menu);
    m_run->setPopupMode(QToolButton::MenuButtonPopup);
    m_run->setDefaultAction(m_actions.run);
    m_run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_run->setFocusPolicy(Qt::TabFocus);
}

void MainWindow::setupCentre() {
    auto* activities = new ActivityBar(this);
    activities->addView(m_actions.showDesign);
    activities->addView(m_actions.showRun);
    activities->addView(m_actions.showHistory);
    activities->addTool(m_actions.palette);
    auto* settings = new QMenu(this);
    settings->addActions({m_actions.followDesktop, m_actions.light, m_actions.dark});
    settings->addSeparator();
    settings->addActions({m_actions.systemLanguage, m_actions.english, m_actions.korean});
    settings->addSeparator();
    settings->addActions({m_actions.notify, m_actions.present});
    activities->addMenu(tr("Settings"), theme::icon(QStringLiteral("settings")), settings);
    m_views->addWidget(m_desk);
    m_views->addWidget(m_runView);
    m_views->addWidget(m_historyPages);
    auto* centre = new QWidget(this);
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(activities);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_views, 1);
    row->addLayout(column, 1);
    setCentralWidget(centre);
}

void MainWindow::setupStatusBar() {
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setProperty("quiet", true);
    connect(m_problems, &QToolButton::clicked, m_actions.showDesign, &QAction::trigger);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_problems);
    statusBar()->addWidget(m_generator, 1);
    statusBar()->addPermanentWidget(m_historyLabel);
}

void MainWindow::connectViews() {
    const auto show = [this](QAction* action, View view) {
        connect(action, &QAction::triggered, this, [this, action, view] {
            action->setChecked(true);
            m_views->setCurrentIndex(view);
            m_undo.setActiveStack(view == History ? &m_history.undoStack() : &document().undoStack());
        });
    };
    show(m_actions.showDesign, Design);
    show(m_actions.showRun, Run);
    show(m_actions.showHistory, History);
    connect(m_actions.palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_actions.filter, &QAction::triggered, this, &MainWindow::focusFilter);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectFiles() {
    connect(m_desk, &PlanDesk::added, this, [this](OpenPlan* plan) { connectPlan(*plan); });
    connect(m_desk, &PlanDesk::currentChanged, this, &MainWindow::onPlanChanged);
    connect(m_actions.newPlan, &QAction::triggered, this, [this] {
        m_desk->place().document().openNew();
        m_actions.showDesign->trigger();
    });
    connect(m_actions.openPlan, &QAction::triggered, this, &MainWindow::openByDialog);
    connect(m_actions.openSample, &QAction::triggered, this, [this] {
        m_desk->open(QString::fromStdString(m_resources) + QStringLiteral("/plans/sample.plan.json"));
    });
    connect(m_actions.savePlan, &QAction::triggered, this, [this] { m_desk->current().files().save(); });
    connect(m_actions.savePlanAs, &QAction::triggered, this, [this] { m_desk->current().files().saveAs(); });
    connect(m_actions.closePlan, &QAction::triggered, m_desk, &PlanDesk::closeCurrent);
    connect(m_actions.nextPlan, &QAction::triggered, this, [this] { m_desk->step(1); });
    connect(m_actions.previousPlan, &QAction::triggered, this, [this] { m_desk->step(-1); });
    connect(m_environment, &QComboBox::currentIndexChanged, this, [this] {
        m_desk->current().conductor().setEnvironment(m_environment->currentData().toString());
    });
}

// What a plan tells reaches the window while it is the current one.
void MainWindow::connectPlan(OpenPlan& plan) {
    bridge::PlanDocument* document = &plan.document();
    const auto whileCurrent = [this, document](void (MainWindow::*show)()) {
        return [this, document, show] {
            if (document == &this->document()) {
                (this->*show)();
            }
        };
    };
    m_undo.addStack(&document->undoStack());
    plan.conductor().setVariables(m_variables);
    connect(document, &bridge::PlanDocument::fileChanged, this, whileCurrent(&MainWindow::showFile));
    connect(document, &bridge::PlanDocument::stateChanged, this, whileCurrent(&MainWindow::showEnvironments));
    connect(document, &bridge::PlanDocument::stateChanged, this, whileCurrent(&MainWindow::showProblems));
    connect(document, &bridge::PlanDocument::closed, this, whileCurrent(&MainWindow::onPlanChanged));
    connect(document, &bridge::PlanDocument::opened, this, [this, document] {
        m_settings.setValue(QStringLiteral("plans/last"), QString::fromStdString(document->path()));
    });
    connect(&plan.design(), &designer::DesignView::newRequested, m_actions.newPlan, &QAction::trigger);
    connect(&plan.design(), &designer::DesignView::openRequested, m_actions.openPlan, &QAction::trigger);
    connect(&plan.design(), &designer::DesignView::templateRequested, this,
            [this](const QString& text) { m_desk->place().document().openTemplate(text.toStdString()); });
    connect(&plan.conductor(), &RunConductor::begun, this, [this] {
        m_runView->begin();
        m_actions.showRun->trigger();
    });
}

void MainWindow::onPlanChanged() {
    if (m_views->currentIndex() != History) {
        m_undo.setActiveStack(&document().undoStack());
    }
    showFile();
    showEnvironments();
    showProblems();
}

void MainWindow::openByDialog() {
    if (const QString path = m_desk->current().files().askForPath(); !path.isEmpty()) {
        m_desk->open(path);
        m_actions.showDesign->trigger();
    }
}

void MainWindow::fillRecent(QMenu* menu) {
    menu->clear();
    for (const QString& path : m_recent.list()) {
        menu->addAction(shortPath(path), this, [this, path] { m_desk->open(path); });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("No plans yet"))->setEnabled(false);
    }
}

void MainWindow::offerRecovery() {
    for (const bridge::PlanRecovery::Found& found : bridge::PlanRecovery(m_recoveryFolder).pending()) {
        const QString name =
            found.path.empty() ? tr("a new plan") : shortPath(QString::fromStdString(found.path));
        NoticeBar* bar = m_notices->show(
            found.file, NoticeBar::Kind::Warning,
            tr("Bellwether ended unexpectedly with unsaved changes of %1. They were kept.").arg(name));
        bar->addAnswer(tr("Open them"), [this, found] {
            m_desk->place().document().openRecovered(found);
            bridge::PlanRecovery::discard(found);
        });
        bar->addAnswer(tr("Give them up"), [found] { bridge::PlanRecovery::discard(found); });
    }
}

void MainWindow::connectRuns() {
    const auto conducts = [this](QAction* action, void (RunConductor::*what)()) {
        connect(action, &QAction::triggered, this, [this, what] { (m_desk->current().conductor().*what)(); });
    };
    conducts(m_actions.run, &RunConductor::run);
    conducts(m_actions.runAgain, &RunConductor::runAgain);
    conducts(m_actions.smokeRun, &RunConductor::smokeRun);
    connect(m_actions.runWith, &QAction::triggered, this, [this] {
        QStringList environments;
        for (int i = 1; i < m_environment->count(); ++i) {
            environments.append(m_environment->itemText(i));
        }
        RunDialog dialog(environments, m_desk->current().conductor().options(), this);
        if (dialog.exec() == QDialog::Accepted) {
            m_desk->current().conductor().runWith(dialog.options());
        }
    });
    connect(m_actions.tryFlow, &QAction::triggered, this, [this] {
        m_actions.showDesign->trigger();
        m_desk->current().design().tryFlow();
    });
    connect(m_actions.stop, &QAction::triggered, &m_session, &bridge::RunSession::stop);
    connect(m_actions.abort, &QAction::triggered, &m_session, &bridge::RunSession::abort);
    connect(m_runView, &live::RunView::startRequested, m_actions.run, &QAction::trigger);
    connect(&m_session, &bridge::RunSession::stateChanged, this, &MainWindow::showState);
    connect(&m_session, &bridge::RunSession::momentChanged, m_runView, &live::RunView::setMoment);
    connect(&m_session, &bridge::RunSession::pictureChanged, m_runView, &live::RunView::setPicture);
    connect(&m_session, &bridge::RunSession::pictureChanged, this,
            [this](const bridge::RunPicturePtr& picture) {
                m_generator->setText(live::generatorLine(*picture));
                m_generator->setToolTip(live::generatorDetails(*picture));
            });
    connect(&m_session, &bridge::RunSession::ended, this, [this](const bridge::RunPicturePtr& picture) {
        m_runView->setPicture(picture);
        m_generator->clear();
        m_history.refresh();
        m_justEnded = picture->model.run.id;
    });
    connect(&m_session, &bridge::RunSession::refused, m_runView, &live::RunView::clear);
    connectSteering(m_actions, *m_runView, m_session);
}

void MainWindow::connectHistory() {
    m_historyPages->serve(*m_runView);
    m_historyPages->setPlanOfToday([this] { return openPlan(document()); });
    connect(m_historyPages, &HistoryPages::compareRequested, m_actions.showHistory, &QAction::trigger);
    connect(m_historyPages, &HistoryPages::exportRequested, this, &MainWindow::exportReport);
    connect(m_historyPages, &HistoryPages::exportComparisonRequested, this, &MainWindow::exportComparison);
    connect(m_historyPages, &HistoryPages::startRequested, m_actions.run, &QAction::trigger);
    connect(m_historyPages, &HistoryPages::exportShownRequested, this, &MainWindow::exportShownRun);
    connect(m_actions.exportReport, &QAction::triggered, this, &MainWindow::exportShownRun);
    connect(&m_history, &bridge::HistoryService::exported, this, [this](const QString& file) {
        m_notices->show(kReportTopic, NoticeBar::Kind::Good, tr("The report is in %1.").arg(file));
    });
    connect(&m_history, &bridge::HistoryService::failed, this, [this](const QString& sentence) {
        m_notices->show(kReportTopic, NoticeBar::Kind::Bad, sentence);
    });
    connect(&m_history, &bridge::HistoryService::runsChanged, this, [this](const bridge::RunListPtr& runs) {
        m_historyLabel->setText(tr("%1 · %n run(s)", nullptr, static_cast<int>(runs->size()))
                                    .arg(QFileInfo(QString::fromStdString(m_history.path())).fileName()));
        m_historyLabel->setToolTip(QString::fromStdString(m_history.path()));
    });
    connect(&m_history, &bridge::HistoryService::unreadable, this, [this](const QString& sentence) {
        m_historyLabel->setText(tr("history cannot be read"));
        m_historyLabel->setToolTip(sentence);
    });
    connect(&m_history, &bridge::HistoryService::checked, this, &MainWindow::showRegression);
    m_historyLabel->setToolTip(QString::fromStdString(m_history.path()));
    m_history.refresh();
}

// A run that ended is held against its baseline; what came of it is said above, whatever is looked at.
// Of a run that just ended; of one that is opened later, the view says it.
void MainWindow::showRegression(history::RunId run, const bridge::RegressionPtr& regression) {
    if (m_justEnded != std::to_string(run.value)) {
        return;
    }
    m_justEnded.clear();
    if (regression) {
        showBaselineNotice(*m_notices, *regression, [this, regression] {
            m_actions.showHistory->trigger();
            m_historyPages->compare(report::idsOf(regression->comparison.before),
                                    report::idsOf(regression->comparison.after));
        });
    }
}

void MainWindow::connectAppearance() {
    const auto choose = [this](QAction* action, Appearance::Choice choice) {
        connect(action, &QAction::triggered, this, [this, choice] { m_appearance.choose(choice); });
        action->setChecked(m_appearance.choice() == choice);
    };
    choose(m_actions.followDesktop, Appearance::Choice::Desktop);
    choose(m_actions.light, Appearance::Choice::Light);
    choose(m_actions.dark, Appearance::Choice::Dark);
}

void MainWindow::connectLanguage() {
    const auto choose = [this](QAction* action, const QString& language) {
        action->setChecked(chosenLanguage(m_settings) == language);
        connect(action, &QAction::triggered, this, [this, language] {
            chooseLanguage(m_settings, language);
            m_notices->show(kLanguageTopic, NoticeBar::Kind::Info,
                            tr("The language changes when Bellwether is opened next."));
        });
    };
    choose(m_actions.systemLanguage, QString());
    choose(m_actions.english, QStringLiteral("en"));
    choose(m_actions.korean, QStringLiteral("ko"));
}

void MainWindow::restore(const WindowOptions& options) {
    resize(kFirstSize);
    restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_actions.showDesign->trigger();
    m_views->setFocus();
    showFile();
    showEnvironments();
    showProblems();
    showState();
    offerRecovery();
    const QString last = m_settings.value(QStringLiteral("plans/last")).toString();
    if (!options.plan.empty()) {
        m_desk->open(QString::fromStdString(options.plan));
    } else if (!last.isEmpty() && QFileInfo::exists(last)) {
        m_desk->open(last);
    }
}

void MainWindow::showFile() {
    const QString title = document().isOpen() ? document().title() : tr("No plan");
    m_plan->setText(m_desk->current().title());
    m_plan->setToolTip(document().path().empty() ? tr("Not saved yet")
                                                 : QString::fromStdString(document().path()));
    setWindowTitle(document().isOpen() ? tr("%1[*] – Bellwether").arg(title) : tr("Bellwether"));
    setWindowModified(document().isModified());
    m_actions.savePlan->setEnabled(document().canBeSaved() && document().isModified());
    m_actions.savePlanAs->setEnabled(document().canBeSaved());
    m_actions.closePlan->setEnabled(document().isOpen());
    for (QAction* action : {m_actions.nextPlan, m_actions.previousPlan}) {
        action->setEnabled(m_desk->count() > 1);
    }
}

void MainWindow::showEnvironments() {
    const QString chosen = m_environment->currentData().toString();
    const QSignalBlocker quiet(m_environment);
    m_environment->clear();
    m_environment->addItem(tr("none"), QString());
    if (document().isOpen() && document().state()->plan) {
        for (const testplan::Environment& environment : document().state()->plan->environments) {
            const QString name = QString::fromStdString(environment.name);
            m_environment->addItem(name, name);
        }
    }
    m_environment->setCurrentIndex(std::max(0, m_environment->findData(chosen)));
    m_environment->setEnabled(m_environment->count() > 1);
    m_desk->current().conductor().setEnvironment(m_environment->currentData().toString());
}

void MainWindow::showProblems() {
    const int problems = document().isOpen() ? static_cast<int>(document().state()->problems.size()) : 0;
    const bool hasErrors = document().isOpen() && testplan::hasErrors(document().state()->problems);
    m_problems->setText(tr("%n problem(s)", nullptr, problems));
    m_problems->setIcon(hasErrors      ? theme::icon(QStringLiteral("fail"), theme::Ink::Bad)
                        : problems > 0 ? theme::icon(QStringLiteral("warning"), theme::Ink::Warning)
                                       : theme::icon(QStringLiteral("pass"), theme::Ink::Good));
    m_problems->setVisible(document().isOpen());
    showState();
}

void MainWindow::showState() {
    switch (m_session.state()) {
    case State::Idle:
        m_state->setText(tr("○ idle"));
        break;
    case State::Preparing:
        m_state->setText(tr("◌ preparing"));
        break;
    case State::Running:
        m_state->setText(tr("● running"));
        break;
    case State::Stopping:
        m_state->setText(tr("◍ stopping"));
        break;
    }
    const bool canRun = m_desk->current().conductor().canRun();
    for (QAction* action : {m_actions.run, m_actions.runWith, m_actions.smokeRun}) {
        action->setEnabled(canRun);
    }
    m_actions.tryFlow->setEnabled(document().canBeSaved());
    m_actions.runAgain->setEnabled(canRun && m_desk->current().conductor().hasRun());
    m_actions.stop->setEnabled(!m_session.isIdle() && m_session.state() != State::Stopping);
    m_actions.abort->setEnabled(!m_session.isIdle());
}

void MainWindow::exportComparison(const bridge::ComparisonPicturePtr& picture) {
    const QString file = askForReportFile(this, QStringLiteral("comparison"));
    if (!file.isEmpty()) {
        m_history.exportComparison(picture, file);
    }
}

void MainWindow::exportReport(history::RunId run) {
    const QString file = askForReportFile(this, QStringLiteral("run-%1").arg(run.value));
    if (!file.isEmpty()) {
        m_history.exportReport(run, file);
    }
}

void MainWindow::exportShownRun() {
    const live::RunView& view =
        m_views->currentIndex() == History ? m_historyPages->storedRun().view() : *m_runView;
    const std::string id = view.picture() ? view.picture()->model.run.id : std::string();
    if (id.empty()) {
        m_notices->show(kReportTopic, NoticeBar::Kind::Info,
                        tr("Open a run that was kept; its report can be exported then."));
        return;
    }
    exportReport(history::RunId(std::stoll(id)));
}

void MainWindow::openPalette() {
    std::vector<QAction*> actions = m_actions.all();
    if (m_views->currentIndex() == Design && document().isOpen()) {
        for (QAction* action : m_desk->current().design().partActions()) {
            actions.push_back(action);
        }
    }
    (new CommandPalette(std::move(actions), this))->open();
}

void MainWindow::focusFilter() {
    switch (m_views->currentIndex()) {
    case Design:
        m_desk->current().design().focusFilter();
        break;
    case Run:
        m_runView->focusFilter();
        break;
    default:
        m_historyPages->focusFilter();
        break;
    }
}

bool MainWindow::mayEndRun() {
    if (m_session.isIdle()) {
        return true;
    }
    QMessageBox question(QMessageBox::Question, tr("A run is going"),
                         tr("Closing the window stops the run. What was measured so far is kept."),
                         QMessageBox::NoButton, this);
    const QPushButton* stop = question.addButton(tr("Stop the run and close"), QMessageBox::AcceptRole);
    question.addButton(tr("Go on"), QMessageBox::RejectRole);
    question.exec();
    return question.clickedButton() == static_cast<const QAbstractButton*>(stop);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayEndRun() || !m_desk->mayLeave()) {
        event->ignore();
        return;
    }
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_desk->closeAll(); // nothing to recover: the person decided
    event->accept();
}

} // namespace bw::shell
