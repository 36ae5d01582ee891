#include "ui/designer/design_view.h"

#include "ui/designer/drawer.h"
#include "ui/designer/flow/flow_panel.h"
#include "ui/designer/flow/step_edits.h"
#include "ui/designer/form/form_page.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form_stack.h"
#include "ui/designer/gallery/gallery_page.h"
#include "ui/designer/json/json_editor.h"
#include "ui/designer/json/json_pane.h"
#include "ui/designer/load/load_canvas.h"
#include "ui/designer/load/load_pane.h"
#include "ui/designer/outline/outline_model.h"
#include "ui/designer/outline/outline_panel.h"
#include "ui/designer/problems/problem_panel.h"
#include "ui/designer/tryit/answer_checks.h"
#include "ui/designer/tryit/try_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace bw::designer {
namespace {

const QString kAcross = QStringLiteral("design/across");
const QString kDown = QStringLiteral("design/down");
const QString kChosen = QStringLiteral("design/chosen");
const QString kWork = QStringLiteral("design/work");
const QString kDrawer = QStringLiteral("design/drawer");

// Between two parts that are no splitter's.
class Hairline final : public QWidget {
public:
    explicit Hairline(QWidget* parent)
        : QWidget(parent) {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter(this).fillRect(rect(), theme::tokens(palette()).line);
    }
};

// Parts of the plan that have the load and the flow beside them; forms of the others take the whole width.
bool isWorked(NodeKind kind) {
    return kind == NodeKind::Scenarios || kind == NodeKind::Scenario || kind == NodeKind::Flows ||
           kind == NodeKind::Flow;
}

// "flows.buy.steps[2].http.url" → "buy"; empty when the place is in no flow.
QString flowOf(const testplan::TestPlan& plan, const QString& place) {
    for (const testplan::Flow& flow : plan.flows) {
        if (isPlaceWithin(place.toStdString(), memberPlace("flows", flow.name))) {
            return QString::fromStdString(flow.name);
        }
    }
    return {};
}

} // namespace

DesignView::DesignView(bridge::PlanDocument& document, QSettings& settings, std::string resources,
                       QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_settings(settings)
    , m_resources(std::move(resources))
    , m_pages(new QStackedWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    setupGallery();
    setupPanes();
    setupDrawer();
    setupSplitters();
    setupChoices();
    setupTry();
    onState();
}

DesignView::~DesignView() = default;

void DesignView::setupGallery() {
    m_gallery = new GalleryPage(m_resources + "/plans", m_pages);
    connect(m_gallery, &GalleryPage::newAsked, this, &DesignView::newRequested);
    connect(m_gallery, &GalleryPage::openAsked, this, &DesignView::openRequested);
    connect(m_gallery, &GalleryPage::templateAsked, this, &DesignView::templateRequested);
    m_pages->addWidget(m_gallery);
}

void DesignView::setupPanes() {
    m_plan = new QWidget(m_pages);
    m_outline = new OutlinePanel(m_document, m_plan);
    m_load = new LoadPane(m_document, m_plan);
    m_flow = new FlowPanel(m_document, m_plan);
    m_forms = new FormStack(m_document, m_plan);
}

void DesignView::setupDrawer() {
    m_drawer = new Drawer(m_plan);
    m_problems = new ProblemPanel(m_plan);
    m_json = new JsonPane(m_document, m_plan);
    auto* json = new QToolButton(m_drawer);
    json->setText(tr("JSON"));
    json->setIcon(theme::icon(QStringLiteral("json"), theme::Ink::Muted));
    json->setToolTip(tr("The plan as the text that is saved"));
    m_drawer->addPage(QStringLiteral("problems"), &m_problems->opener(), m_problems);
    m_try = new TryPanel(m_document, m_resources, m_plan);
    auto* tryIt = new QToolButton(m_drawer);
    tryIt->setText(tr("Try it"));
    tryIt->setIcon(theme::icon(QStringLiteral("try"), theme::Ink::Muted));
    tryIt->setToolTip(tr("One iteration of the flow, request by request"));
    m_drawer->addPage(QStringLiteral("try"), tryIt, m_try);
    m_drawer->addPage(QStringLiteral("json"), json, m_json);
    m_drawer->openByName(m_settings.value(kDrawer).toString());
    connect(m_drawer, &Drawer::changed, this, [this] {
        m_settings.setValue(kDrawer, m_drawer->openName());
        showProblems();
    });
}

void DesignView::setupSplitters() {
    m_down = new QSplitter(Qt::Vertical, m_plan);
    m_across = new QSplitter(Qt::Horizontal, m_down);
    m_chosen = new QSplitter(Qt::Horizontal, m_across);
    m_work = new QSplitter(Qt::Vertical, m_chosen);
    m_work->addWidget(m_load);
    m_work->addWidget(m_flow);
    m_chosen->addWidget(m_work);
    m_chosen->addWidget(m_forms);
    m_across->addWidget(m_outline);
    m_across->addWidget(m_chosen);
    m_down->addWidget(m_across);
    m_down->addWidget(&m_drawer->pages());
    for (auto [splitter, grows] : {std::pair(m_across, 1), std::pair(m_chosen, 0), std::pair(m_down, 0)}) {
        splitter->setStretchFactor(grows, 1);
    }
    m_across->setSizes({240, 1040});
    m_chosen->setSizes({620, 420});
    m_work->setSizes({260, 320});
    m_down->setSizes({600, 220});
    for (auto [splitter, key] : {std::pair(m_across, kAcross), std::pair(m_chosen, kChosen),
                                 std::pair(m_work, kWork), std::pair(m_down, kDown)}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
        splitter->restoreState(m_settings.value(key).toByteArray());
        connect(splitter, &QSplitter::splitterMoved, this, &DesignView::rememberSplitters);
    }
    auto* column = new QVBoxLayout(m_plan);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_down, 1);
    column->addWidget(new Hairline(m_plan));
    column->addWidget(m_drawer);
    m_pages->addWidget(m_plan);
}

void DesignView::rememberSplitters() {
    m_settings.setValue(kAcross, m_across->saveState());
    m_settings.setValue(kChosen, m_chosen->saveState());
    m_settings.setValue(kWork, m_work->saveState());
    m_settings.setValue(kDown, m_down->saveState());
}

void DesignView::setupChoices() {
    connect(&m_document, &bridge::PlanDocument::stateChanged, this, &DesignView::onState);
    connect(&m_document, &bridge::PlanDocument::closed, this, &DesignView::onState);
    connect(&m_document, &bridge::PlanDocument::draftChanged, this, &DesignView::onDraft);
    connect(&m_document, &bridge::PlanDocument::visited, this, [this](const QString& place) {
        // Undo shows what it took back, and leaves the cursor where it is.
        select(place);
        m_json->goTo(place);
    });
    connect(&m_document, &bridge::PlanDocument::opened, this, [this] { m_isFresh = true; });
    connect(m_outline, &OutlinePanel::currentChanged, this, &DesignView::onOutline);
    connect(m_outline, &OutlinePanel::activated, this, [this] {
        onOutline();
        if (m_forms->page() != nullptr) {
            m_forms->page()->focusPlace(m_outline->currentPlace());
        }
    });
    connect(m_flow, &FlowPanel::currentChanged, this, &DesignView::onStep);
    connect(m_flow, &FlowPanel::activated, this, [this] {
        onStep();
        if (m_forms->page() != nullptr) {
            m_forms->page()->focusPlace(m_flow->currentPlace());
        }
    });
    connect(&m_load->canvas(), &LoadCanvas::currentChanged, this, [this](const QString& scenario) {
        m_outline->select(QString::fromStdString(memberPlace("scenarios", scenario.toStdString())));
        onOutline();
    });
    connect(&m_load->canvas(), &LoadCanvas::menuRequested, this, &DesignView::showScenarioMenu);
    connect(m_problems, &ProblemPanel::chosen, this, &DesignView::onProblemChosen);
}

void DesignView::showPlanOrGallery() {
    m_pages->setCurrentWidget(m_document.isOpen() ? m_plan : static_cast<QWidget*>(m_gallery));
}

void DesignView::setupTry() {
    connect(m_try, &TryPanel::startAsked, this, &DesignView::tryFlow);
    connect(m_try, &TryPanel::chosen, this, [this](const QString& place) { select(place); });
    connect(m_try, &TryPanel::extractAsked, this,
            [this](const QString& place, const QString& name, const QString& path) {
                addFromTry(place, tr("Extract %1").arg(name), QStringLiteral("extract"), name.toStdString(),
                           jsonCall(path).toStdString());
            });
    connect(m_try, &TryPanel::checkAsked, this,
            [this](const QString& place, const QString& name, const QString& path, const QString& value) {
                addFromTry(place, tr("Check %1").arg(name), QStringLiteral("checks"),
                           tr("%1 is right").arg(name).toStdString(), checkOf(path, value).toStdString());
            });
}

void DesignView::tryFlow() {
    if (!m_flow->flow().isEmpty() && m_document.isOpen()) {
        m_drawer->open(m_try);
        m_try->start(m_flow->flow());
    }
}

// A row of the step's checks or extractors, and the way to it.
void DesignView::addFromTry(const QString& place, const QString& label, const QString& key,
                            const std::string& name, const std::string& expression) {
    std::string row;
    m_document.edit(label, {}, [&](testplan::TestPlan& plan) {
        row = addResult(plan, place.toStdString(), key.toStdString(), name, expression);
    });
    if (!row.empty()) {
        goTo(QString::fromStdString(row));
    }
}

void DesignView::onState() {
    showPlanOrGallery();
    m_isSelecting = true;
    m_outline->refresh();
    m_load->canvas().refresh();
    m_flow->refresh();
    m_isSelecting = false;
    m_isStepChosen = m_isStepChosen && m_flow->isStep();
    showChosen();
    showProblems();
    if (std::exchange(m_isFresh, false)) {
        showFirst();
    }
}

// A plan is first seen by its load.
void DesignView::showFirst() {
    const bridge::PlanStatePtr state = m_document.state();
    if (state && state->plan && !state->plan->scenarios.empty()) {
        select(QString::fromStdString(memberPlace("scenarios", state->plan->scenarios.front().name)));
    }
}

void DesignView::showProblems() {
    const bridge::PlanStatePtr state = m_document.draft() ? m_document.draft() : m_document.state();
    m_problems->setProblems(state ? state->problems : std::vector<testplan::Problem>());
    m_drawer->setWords(m_drawer->isOpen(m_problems) ? QString() : m_problems->first());
}

void DesignView::showChosen() {
    const QModelIndex line = m_outline->current();
    const bool hasPlan = line.isValid();
    const auto kind = static_cast<NodeKind>(line.data(kNodeKindRole).toInt());
    m_work->setVisible(hasPlan && (m_isStepChosen || isWorked(kind)));
    if (!hasPlan) {
        m_forms->showUnreadable();
    } else if (m_isStepChosen) {
        m_forms->show(NodeKind::Step, m_flow->currentPlace());
    } else {
        m_forms->show(kind, m_outline->currentPlace());
    }
}

void DesignView::onDraft() {
    const bridge::PlanStatePtr draft = m_document.draft();
    for (QWidget* pane :
         {static_cast<QWidget*>(m_forms), static_cast<QWidget*>(m_outline), static_cast<QWidget*>(m_work)}) {
        pane->setEnabled(!draft);
    }
    showProblems();
    if (draft) {
        showDraftBar();
    } else if (m_draftBar != nullptr) {
        m_draftBar->hide();
        m_draftBar->deleteLater();
        m_draftBar = nullptr;
    }
}

void DesignView::showDraftBar() {
    if (m_draftBar != nullptr) {
        return;
    }
    m_draftBar = new widgets::NoticeBar(
        widgets::NoticeBar::Kind::Bad,
        tr("The JSON cannot be read, so the forms show the plan as it was before."), m_plan);
    m_draftBar->addAnswer(tr("Take the text back"), [this] {
        m_draftBar = nullptr;
        m_document.discardDraft();
    });
    connect(m_draftBar, &widgets::NoticeBar::dismissed, this, [this] { m_draftBar = nullptr; });
    static_cast<QVBoxLayout*>(m_plan->layout())->insertWidget(0, m_draftBar);
}

// A scenario shows its points and its flow, a flow its steps.
void DesignView::onOutline() {
    if (m_isSelecting) {
        return;
    }
    m_isStepChosen = false;
    const bridge::PlanStatePtr state = m_document.state();
    const QString place = m_outline->currentPlace();
    if (state && state->plan) {
        for (const testplan::Scenario& scenario : state->plan->scenarios) {
            if (place.toStdString() == memberPlace("scenarios", scenario.name)) {
                m_load->canvas().setCurrent(QString::fromStdString(scenario.name));
                m_flow->showFlow(QString::fromStdString(scenario.flow));
            }
        }
        m_flow->showFlow(flowOf(*state->plan, place));
    }
    m_flow->chooseNone(); // one thing is chosen in the view
    showChosen();
    m_forms->ensureVisible(0, 0);
    m_json->goTo(place);
}

void DesignView::onStep() {
    if (m_isSelecting) {
        return;
    }
    m_isStepChosen = m_flow->isStep();
    if (!m_isStepChosen) {
        m_isSelecting = true;
        m_outline->select(QString::fromStdString(memberPlace("flows", m_flow->flow().toStdString())));
        m_isSelecting = false;
    }
    showChosen();
    m_forms->ensureVisible(0, 0);
    m_json->goTo(m_flow->currentPlace());
}

void DesignView::select(const QString& place) {
    const bridge::PlanStatePtr state = m_document.state();
    m_outline->select(place);
    onOutline();
    if (state && state->plan && !flowOf(*state->plan, place).isEmpty() && m_flow->select(place)) {
        m_isStepChosen = m_flow->isStep();
        showChosen();
    }
}

void DesignView::goTo(const QString& place) {
    select(place);
    if (FormPage* page = m_forms->page()) {
        if (page->focusPlace(place) && focusWidget() != nullptr) {
            m_forms->ensureWidgetVisible(focusWidget());
        }
    }
    m_json->goTo(place);
}

void DesignView::onProblemChosen(const QString& place, int line) {
    const bridge::PlanStatePtr state = m_document.state();
    if (state && state->plan && !m_document.draft()) {
        goTo(place);
        return;
    }
    // There is no form for a text that cannot be read.
    openJson();
    m_json->editor().goToLine(line);
}

void DesignView::openJson() {
    m_drawer->open(m_json);
    m_json->editor().setFocus(Qt::OtherFocusReason);
}

void DesignView::showScenarioMenu(const QPoint& global) {
    QMenu menu(this);
    menu.addMenu(&m_outline->addMenu());
    menu.addSeparator();
    menu.addActions(m_load->canvas().canvasActions());
    menu.addSeparator();
    menu.addActions(m_outline->partActions());
    menu.exec(global);
}

void DesignView::focusFilter() {
    m_flow->isAncestorOf(focusWidget()) ? m_flow->focusSearch() : m_outline->focusFilter();
}

QList<QAction*> DesignView::partActions() const {
    return m_outline->partActions() + m_flow->stepActions() + m_load->canvas().canvasActions();
}

// Where the shell has no action of its own for these keys.
void DesignView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) {
        m_document.undoStack().undo();
    } else if (event->matches(QKeySequence::Redo)) {
        m_document.undoStack().redo();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace bw::designer
