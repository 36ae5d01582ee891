#include "ui/designer/design_view.h"

#include "ui/designer/form_page.h"
#include "ui/designer/form_stack.h"
#include "ui/designer/json_editor.h"
#include "ui/designer/json_pane.h"
#include "ui/designer/outline_model.h"
#include "ui/designer/outline_panel.h"
#include "ui/designer/problem_panel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bw::designer {
namespace {

const QString kAcross = QStringLiteral("design/across");
const QString kDown = QStringLiteral("design/down");
const QString kProblems = QStringLiteral("design/problems");

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

} // namespace

DesignView::DesignView(bridge::PlanDocument& document, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_settings(settings)
    , m_pages(new QStackedWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    setupEmpty();
    setupPanes();
    setupSplitters();
    setupSteps();
    onState();
}

DesignView::~DesignView() = default;

void DesignView::setupEmpty() {
    auto* empty = new widgets::EmptyState(QStringLiteral("design"), m_pages);
    empty->setWords(
        tr("No plan is open"),
        tr("A plan says what virtual users do, how many of them there are and when, and which limits "
           "must hold. It is one JSON file, made to be kept beside the code it tests."));
    using widgets::EmptyState;
    empty->addStep(tr("Open the sample"), EmptyState::Weight::Main, [this] { Q_EMIT sampleRequested(); });
    empty->addStep(tr("New plan"), EmptyState::Weight::Other, [this] { Q_EMIT newRequested(); });
    empty->addStep(tr("Open…"), EmptyState::Weight::Other, [this] { Q_EMIT openRequested(); });
    m_empty = empty;
    m_pages->addWidget(m_empty);
}

void DesignView::setupPanes() {
    m_outline = new OutlinePanel(m_document, this);
    m_centre = new QWidget(this);
    m_forms = new FormStack(m_document, m_centre);
    auto* centre = new QVBoxLayout(m_centre);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->setSpacing(0);
    centre->addWidget(m_forms);
    m_json = new JsonPane(m_document, this);
    m_problems = new ProblemPanel(m_settings.value(kProblems, false).toBool(), this);
    connect(m_problems, &ProblemPanel::openChanged, this,
            [this](bool isOpen) { m_settings.setValue(kProblems, isOpen); });
}

void DesignView::setupSplitters() {
    m_across = new QSplitter(Qt::Horizontal, this);
    m_plan = new QWidget(m_pages);
    m_down = new QSplitter(Qt::Vertical, m_plan);
    for (QWidget* pane : {static_cast<QWidget*>(m_outline), m_centre, static_cast<QWidget*>(m_json)}) {
        m_across->addWidget(pane);
    }
    m_down->addWidget(m_across);
    m_down->addWidget(&m_problems->table());
    m_across->setStretchFactor(1, 1);
    m_down->setStretchFactor(0, 1);
    for (QSplitter* splitter : {m_across, m_down}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
        connect(splitter, &QSplitter::splitterMoved, this, &DesignView::rememberSplitters);
    }
    m_across->setCollapsible(2, true);
    m_across->setSizes({260, 560, 420});
    m_down->setSizes({600, 120});
    m_across->restoreState(m_settings.value(kAcross).toByteArray());
    m_down->restoreState(m_settings.value(kDown).toByteArray());
    auto* column = new QVBoxLayout(m_plan);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_down);
    column->addWidget(new Hairline(m_plan));
    column->addWidget(m_problems);
    m_pages->addWidget(m_plan);
}

void DesignView::rememberSplitters() {
    m_settings.setValue(kAcross, m_across->saveState());
    m_settings.setValue(kDown, m_down->saveState());
}

void DesignView::setupSteps() {
    connect(&m_document, &bridge::PlanDocument::stateChanged, this, &DesignView::onState);
    connect(&m_document, &bridge::PlanDocument::closed, this, &DesignView::onState);
    connect(&m_document, &bridge::PlanDocument::draftChanged, this, &DesignView::onDraft);
    connect(&m_document, &bridge::PlanDocument::visited, this, &DesignView::onVisited);
    connect(m_outline, &OutlinePanel::currentChanged, this, &DesignView::onLineChanged);
    connect(m_outline, &OutlinePanel::activated, this, [this] {
        if (m_forms->page() != nullptr) {
            m_forms->page()->focusPlace(m_outline->currentPlace());
        }
    });
    connect(m_problems, &ProblemPanel::chosen, this, &DesignView::onProblemChosen);
}

void DesignView::showPlanOrEmpty() {
    m_pages->setCurrentWidget(m_document.isOpen() ? m_plan : m_empty);
}

void DesignView::onState() {
    showPlanOrEmpty();
    m_outline->refresh();
    m_forms->showLine(m_outline->current());
    const bridge::PlanStatePtr state = m_document.state();
    m_problems->setProblems(state ? state->problems : std::vector<testplan::Problem>());
}

void DesignView::onDraft() {
    const bridge::PlanStatePtr draft = m_document.draft();
    m_forms->setEnabled(!draft);
    m_outline->setEnabled(!draft);
    if (!draft) {
        if (m_draftBar != nullptr) {
            m_draftBar->hide();
            m_draftBar->deleteLater();
            m_draftBar = nullptr;
        }
        const bridge::PlanStatePtr state = m_document.state();
        m_problems->setProblems(state ? state->problems : std::vector<testplan::Problem>());
        return;
    }
    m_problems->setProblems(draft->problems);
    if (m_draftBar == nullptr) {
        m_draftBar = new widgets::NoticeBar(
            widgets::NoticeBar::Kind::Bad,
            tr("The JSON cannot be read, so the forms show the plan as it was before."), m_centre);
        m_draftBar->addAnswer(tr("Take the text back"), [this] {
            m_draftBar = nullptr;
            m_document.discardDraft();
        });
        connect(m_draftBar, &widgets::NoticeBar::dismissed, this, [this] { m_draftBar = nullptr; });
        static_cast<QVBoxLayout*>(m_centre->layout())->insertWidget(0, m_draftBar);
    }
}

void DesignView::onLineChanged() {
    m_forms->showLine(m_outline->current());
    m_forms->ensureVisible(0, 0);
    m_json->goTo(m_outline->currentPlace());
}

// Undo shows what it took back, and leaves the cursor where it is.
void DesignView::onVisited(const QString& place) {
    m_outline->select(place);
    m_json->goTo(place);
}

void DesignView::goTo(const QString& place) {
    m_outline->select(place);
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
    m_json->editor().goToLine(line);
    m_json->editor().setFocus(Qt::OtherFocusReason);
}

void DesignView::focusFilter() {
    m_outline->focusFilter();
}

QList<QAction*> DesignView::scenarioActions() const {
    return m_outline->scenarioActions();
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
