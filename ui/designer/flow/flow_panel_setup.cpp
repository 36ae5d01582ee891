#include "ui/designer/flow/flow_panel.h"
#include "ui/designer/flow/step_delegate.h"
#include "ui/designer/flow/step_model.h"
#include "ui/designer/flow/step_words.h"
#include "ui/format/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

// How the panel is put together.
namespace bw::designer {

FlowPanel::FlowPanel(bridge::PlanDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new StepModel(this))
    , m_delegate(new StepDelegate(this))
    , m_flows(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_addMenu(new QMenu(this))
    , m_message(new QLabel(this)) {
    setupTree();
    setupModel();
    setupActions();
    setupAddMenu();
    setupLayout();
}

void FlowPanel::setupTree() {
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(2 * theme::kGrid);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setDropIndicatorShown(true);
    m_tree->setAutoExpandDelay(600);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setAccessibleName(tr("Steps of the flow"));
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &FlowPanel::showMenu);
    connect(m_tree, &QTreeView::activated, this, &FlowPanel::activated);
    connect(m_tree, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { m_collapsed.insert(index.data(kPlaceRole).toString()); });
    connect(m_tree, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { m_collapsed.remove(index.data(kPlaceRole).toString()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isRefreshing && m_tree->currentIndex().isValid()) {
            m_place = currentPlace();
            Q_EMIT currentChanged();
        }
    });
    // A line that is current already says so again: another part may have been looked at meanwhile.
    connect(m_tree, &QTreeView::clicked, this, &FlowPanel::currentChanged);
}

QAction* FlowPanel::addAction(const QString& text, const QKeySequence& key, void (FlowPanel::*action)()) {
    auto* made = new QAction(text, this);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetShortcut); // of the tree: Delete means something else in a field
    connect(made, &QAction::triggered, this, action);
    m_tree->addAction(made);
    m_actions.append(made);
    return made;
}

void FlowPanel::setupActions() {
    addAction(tr("Cut steps"), QKeySequence::Cut, &FlowPanel::cut);
    addAction(tr("Copy steps"), QKeySequence::Copy, &FlowPanel::copy);
    addAction(tr("Paste steps"), QKeySequence::Paste, &FlowPanel::paste);
    addAction(tr("Duplicate steps"), QKeySequence(Qt::CTRL | Qt::Key_D), &FlowPanel::duplicate);
    addAction(tr("Rename step"), QKeySequence(Qt::Key_F2), &FlowPanel::rename);
    addAction(tr("Disable or enable steps"), QKeySequence(Qt::CTRL | Qt::Key_Slash), &FlowPanel::toggle);
    addAction(tr("Group steps"), QKeySequence(Qt::CTRL | Qt::Key_G), &FlowPanel::group);
    addAction(tr("Move steps up"), QKeySequence(Qt::ALT | Qt::Key_Up), &FlowPanel::moveUp);
    addAction(tr("Move steps down"), QKeySequence(Qt::ALT | Qt::Key_Down), &FlowPanel::moveDown);
    addAction(tr("Delete steps"), QKeySequence(Qt::Key_Delete), &FlowPanel::remove);
}

void FlowPanel::setupAddMenu() {
    m_addMenu->setTitle(tr("Add step"));
    for (const std::string_view kind : newStepKinds()) {
        QAction* action = m_addMenu->addAction(stepKindWords(kind), this, [this, kind] { add(kind); });
        action->setData(format::plain(kind));
    }
}

void FlowPanel::setupLayout() {
    auto* addButton = new QToolButton(this);
    addButton->setIcon(theme::icon(QStringLiteral("add")));
    addButton->setText(tr("Step"));
    addButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addButton->setToolTip(tr("Add step"));
    addButton->setAccessibleName(tr("Add step"));
    addButton->setPopupMode(QToolButton::InstantPopup);
    addButton->setFocusPolicy(Qt::TabFocus);
    addButton->setMenu(m_addMenu);
    m_flows->setAccessibleName(tr("Flow"));
    m_flows->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_flows, &QComboBox::activated, this, [this] {
        refresh();
        Q_EMIT currentChanged();
    });
    m_search->setPlaceholderText(tr("Find steps"));
    m_search->setAccessibleName(tr("Find steps"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_delegate->setWords(words.trimmed());
        m_tree->viewport()->update();
    });
    auto* title = new QLabel(tr("Flow"), this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(2 * theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    top->setSpacing(theme::kGrid);
    top->addWidget(title);
    top->addWidget(m_flows);
    top->addWidget(addButton);
    top->addStretch(1);
    top->addWidget(m_search, 2);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(2 * theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    m_message->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_tree, 1);
    column->addWidget(m_message);
    setTabOrder(m_flows, addButton);
    setTabOrder(addButton, m_search);
    setTabOrder(m_search, m_tree);
}

// The flows of the plan; the one that is shown stays, also when it has another name now.
void FlowPanel::fillFlows() {
    const QSignalBlocker quiet(m_flows);
    const QString shown = flow();
    const int row = m_flows->currentIndex();
    QStringList names;
    const bridge::PlanStatePtr state = m_document.state();
    if (state && state->plan) {
        for (const testplan::Flow& one : state->plan->flows) {
            names << QString::fromStdString(one.name);
        }
    }
    QStringList before;
    for (int i = 0; i < m_flows->count(); ++i) {
        before << m_flows->itemText(i);
    }
    if (names == before) {
        return;
    }
    m_flows->clear();
    m_flows->addItems(names);
    const qsizetype found = names.indexOf(shown);
    const qsizetype instead =
        names.size() == before.size() ? row : std::min<qsizetype>(row, names.size() - 1);
    m_flows->setCurrentIndex(static_cast<int>(found >= 0 ? found : std::max<qsizetype>(0, instead)));
}

QString FlowPanel::flow() const {
    return m_flows->currentText();
}

void FlowPanel::setFlow(const QString& flow) {
    const QSignalBlocker quiet(m_flows);
    m_flows->setCurrentIndex(m_flows->findText(flow));
}

void FlowPanel::showMenu(const QPoint& at) {
    QMenu menu(this);
    menu.addMenu(m_addMenu);
    menu.addSeparator();
    menu.addActions(m_actions);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void FlowPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString FlowPanel::message() const {
    return m_message->isHidden() ? QString() : m_message->text();
}

void FlowPanel::say(const QString& words, Tone tone) {
    QPalette colours = palette();
    const theme::Tokens& t = theme::tokens(palette());
    colours.setColor(QPalette::WindowText, tone == Tone::Wrong ? t.bad : t.muted);
    m_message->setPalette(colours);
    m_message->setText(words);
    m_message->setVisible(!words.isEmpty());
}

} // namespace bw::designer
