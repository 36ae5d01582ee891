#pragma once

#include "ui/bridge/plan_document.h"

#include <QList>
#include <QSet>
#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QSortFilterProxyModel;
class QTreeView;

namespace bw::designer {

class OutlineModel;

// The outline with its filter, and what can be done to scenarios and flows from there. The document outlives
// it.
class OutlinePanel : public QWidget {
    Q_OBJECT

public:
    OutlinePanel(bridge::PlanDocument& document, QWidget* parent);

    void refresh();
    // The current line; empty when there is none.
    [[nodiscard]] QString currentPlace() const;
    [[nodiscard]] QModelIndex current() const; // of the proxy; roles as in OutlineModel
    // Makes the deepest line that holds the place the current one.
    void select(const QString& place);
    void focusFilter();

    [[nodiscard]] QTreeView& tree() const { return *m_tree; }
    [[nodiscard]] QLineEdit& filter() const { return *m_filter; }
    // A flow, or a scenario with an executor.
    [[nodiscard]] QMenu& addMenu() const { return *m_addMenu; }
    // Duplicate, rename, delete: of the current scenario or flow.
    [[nodiscard]] QList<QAction*> partActions() const { return {m_duplicate, m_rename, m_delete}; }

Q_SIGNALS:
    // Another line became current, by the person or by select().
    void currentChanged();
    // Enter on a line, or a click on it.
    void activated();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupTree();
    void setupActions();
    void setupAddMenu();
    void setupLayout();
    QAction* addAction(const QString& text, const QKeySequence& key, void (OutlinePanel::*action)());
    void restoreExpansion();
    void showMenu(const QPoint& at);
    void add(const char* executor);
    void duplicate();
    void rename();
    void remove();
    void onRenamed(const QString& from, const QString& to);
    void addFlowOfItsOwn();
    // A scenario or a flow; empty when another line is current.
    [[nodiscard]] QString currentPart() const;
    [[nodiscard]] bool isFlow() const;
    [[nodiscard]] QString whyNotNamed(const QString& old, const QString& name) const;

    bridge::PlanDocument& m_document;
    OutlineModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_filter;
    QTreeView* m_tree;
    QMenu* m_addMenu;
    QAction* m_duplicate = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_delete = nullptr;
    QSet<QString> m_collapsed; // places; everything else near the root is open
    QSet<QString> m_expanded;
    QString m_place; // of the current line, to come back to after a reset
    bool m_isRefreshing = false;
};

} // namespace bw::designer
