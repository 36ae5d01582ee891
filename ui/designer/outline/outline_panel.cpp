#include "ui/designer/outline/outline_panel.h"

#include "ui/designer/flow/flow_edits.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/load/scenario_edits.h"
#include "ui/designer/outline/outline_delegate.h"
#include "ui/designer/outline/outline_model.h"
#include "ui/designer/outline/outline_tree.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace bw::designer {
namespace {

constexpr const char* kExecutors[] = {"constant-vus",         "ramping-vus",       "constant-arrival-rate",
                                      "ramping-arrival-rate", "per-vu-iterations", "shared-iterations",
                                      "externally-controlled"};

} // namespace

OutlinePanel::OutlinePanel(bridge::PlanDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new OutlineModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_addMenu(new QMenu(this)) {
    setupTree();
    setupActions();
    setupAddMenu();
    setupLayout();
}

void OutlinePanel::setupTree() {
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setAutoAcceptChildRows(true);
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new OutlineDelegate(
        [this](const QString& old, const QString& name) { return whyNotNamed(old, name); }, this));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(2 * theme::kGrid);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAccessibleName(tr("Outline of the plan"));
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &OutlinePanel::showMenu);
    connect(m_tree, &QTreeView::activated, this, &OutlinePanel::activated);
    connect(m_model, &OutlineModel::renamed, this, &OutlinePanel::onRenamed);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isRefreshing && current().isValid()) {
            m_place = currentPlace();
            Q_EMIT currentChanged();
        }
    });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        m_collapsed.insert(index.data(kPlaceRole).toString());
        m_expanded.remove(index.data(kPlaceRole).toString());
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        m_expanded.insert(index.data(kPlaceRole).toString());
        m_collapsed.remove(index.data(kPlaceRole).toString());
    });
    m_filter->setPlaceholderText(tr("Filter the outline"));
    m_filter->setAccessibleName(tr("Filter the outline"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_proxy->setFilterFixedString(words.trimmed());
        if (!words.trimmed().isEmpty()) {
            m_tree->expandAll();
        }
    });
}

QAction* OutlinePanel::addAction(const QString& text, const QKeySequence& key,
                                 void (OutlinePanel::*action)()) {
    auto* made = new QAction(text, this);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetShortcut); // of the tree: Delete means something else in a field
    connect(made, &QAction::triggered, this, action);
    m_tree->addAction(made);
    return made;
}

void OutlinePanel::setupActions() {
    m_duplicate = addAction(tr("Duplicate scenario or flow"), QKeySequence(Qt::CTRL | Qt::Key_D),
                            &OutlinePanel::duplicate);
    m_rename = addAction(tr("Rename scenario or flow"), QKeySequence(Qt::Key_F2), &OutlinePanel::rename);
    m_delete = addAction(tr("Delete scenario or flow"), QKeySequence(Qt::Key_Delete), &OutlinePanel::remove);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        for (QAction* action : partActions()) {
            action->setEnabled(!currentPart().isEmpty());
        }
    });
}

void OutlinePanel::setupAddMenu() {
    m_addMenu->setTitle(tr("Add flow or scenario"));
    m_addMenu->addAction(tr("Flow"), this, &OutlinePanel::addFlowOfItsOwn);
    m_addMenu->addSection(tr("Scenario"));
    for (const char* executor : kExecutors) {
        m_addMenu->addAction(QString::fromLatin1(executor), this, [this, executor] { add(executor); });
    }
}

void OutlinePanel::setupLayout() {
    auto* addButton = new QToolButton(this);
    addButton->setIcon(theme::icon(QStringLiteral("add")));
    addButton->setToolTip(tr("Add flow or scenario"));
    addButton->setAccessibleName(tr("Add flow or scenario"));
    addButton->setPopupMode(QToolButton::InstantPopup);
    addButton->setFocusPolicy(Qt::TabFocus);
    addButton->setMenu(m_addMenu);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme::kGrid, theme::kGrid, theme::kGrid, theme::kGrid);
    top->setSpacing(theme::kHalfGrid);
    top->addWidget(m_filter);
    top->addWidget(addButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_tree);
    setTabOrder(m_filter, addButton);
    setTabOrder(addButton, m_tree);
}

void OutlinePanel::refresh() {
    m_isRefreshing = true;
    bool wasReset = false;
    const auto told = connect(m_model, &OutlineModel::modelReset, this, [&wasReset] { wasReset = true; });
    const bridge::PlanStatePtr state = m_document.state();
    m_model->setRoot(state ? outlineOf(*state) : std::make_unique<OutlineNode>());
    disconnect(told);
    if (wasReset) {
        restoreExpansion();
        const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(m_place));
        m_tree->setCurrentIndex(index.isValid() ? index : m_proxy->index(0, 0));
    }
    m_place = currentPlace();
    m_isRefreshing = false;
}

void OutlinePanel::restoreExpansion() {
    const QSet<QString> collapsed = m_collapsed;
    const QSet<QString> expanded = m_expanded;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex section = m_proxy->index(row, 0);
        m_tree->setExpanded(section, !collapsed.contains(section.data(kPlaceRole).toString()));
    }
    for (const QString& place : expanded) {
        const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(place));
        if (index.data(kPlaceRole).toString() == place) {
            m_tree->expand(index);
        }
    }
    m_collapsed = collapsed;
    m_expanded = expanded;
}

QModelIndex OutlinePanel::current() const {
    return m_tree->currentIndex();
}

QString OutlinePanel::currentPlace() const {
    return current().data(kPlaceRole).toString();
}

QString OutlinePanel::currentPart() const {
    const auto kind = static_cast<NodeKind>(current().data(kNodeKindRole).toInt());
    const bool isPart = current().isValid() && (kind == NodeKind::Scenario || kind == NodeKind::Flow);
    return isPart ? current().data(Qt::EditRole).toString() : QString();
}

bool OutlinePanel::isFlow() const {
    return current().data(kNodeKindRole).toInt() == static_cast<int>(NodeKind::Flow);
}

void OutlinePanel::select(const QString& place) {
    QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(place));
    if (!index.isValid() && !m_filter->text().isEmpty()) {
        m_filter->clear();
        index = m_proxy->mapFromSource(m_model->indexOf(place));
    }
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
}

void OutlinePanel::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool OutlinePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_tree->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_filter->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OutlinePanel::showMenu(const QPoint& at) {
    QMenu menu(this);
    menu.addMenu(m_addMenu);
    if (!currentPart().isEmpty()) {
        menu.addActions(partActions());
    }
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void OutlinePanel::add(const char* executor) {
    std::string name;
    m_document.edit(tr("Add scenario"), {}, [&](auto& plan) { name = addScenario(plan, executor); });
    select(QString::fromStdString(memberPlace("scenarios", name)));
    m_tree->setFocus(Qt::OtherFocusReason);
}

void OutlinePanel::addFlowOfItsOwn() {
    std::string name;
    m_document.edit(tr("Add flow"), {}, [&](auto& plan) { name = addFlow(plan); });
    select(QString::fromStdString(memberPlace("flows", name)));
    m_tree->setFocus(Qt::OtherFocusReason);
}

void OutlinePanel::duplicate() {
    const QString part = currentPart();
    if (part.isEmpty()) {
        return;
    }
    const bool copiesFlow = isFlow();
    std::string name;
    m_document.edit(tr("Duplicate %1").arg(part), {}, [&](auto& plan) {
        name = copiesFlow ? duplicateFlow(plan, part.toStdString())
                          : duplicateScenario(plan, part.toStdString());
    });
    select(QString::fromStdString(memberPlace(copiesFlow ? "flows" : "scenarios", name)));
}

void OutlinePanel::rename() {
    if (!currentPart().isEmpty()) {
        m_tree->edit(current());
    }
}

void OutlinePanel::remove() {
    const QString part = currentPart();
    if (part.isEmpty()) {
        return;
    }
    const bool takesFlow = isFlow();
    const QString next = m_tree->indexAbove(current()).data(kPlaceRole).toString();
    m_document.edit(tr("Delete %1").arg(part), {}, [&](auto& plan) {
        takesFlow ? removeFlow(plan, part.toStdString()) : removeScenario(plan, part.toStdString());
    });
    select(next);
}

void OutlinePanel::onRenamed(const QString& from, const QString& to) {
    if (to == from || !whyNotNamed(from, to).isEmpty()) {
        return;
    }
    const bool namesFlow = isFlow();
    const std::string place = memberPlace(namesFlow ? "flows" : "scenarios", to.toStdString());
    m_document.edit(tr("Rename %1").arg(from), QString::fromStdString(place), [&](auto& plan) {
        namesFlow ? renameFlow(plan, from.toStdString(), to.toStdString())
                  : renameScenario(plan, from.toStdString(), to.toStdString());
    });
}

QString OutlinePanel::whyNotNamed(const QString& old, const QString& name) const {
    const bridge::PlanStatePtr state = m_document.state();
    if (!state || !state->plan) {
        return {};
    }
    return isFlow() ? checkFlowName(*state->plan, old, name) : checkNewName(*state->plan, old, name);
}

} // namespace bw::designer
