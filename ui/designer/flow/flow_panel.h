#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/flow/step_edits.h"

#include <QList>
#include <QSet>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QTreeView;

namespace bw::designer {

class StepDelegate;
class StepModel;

// The steps of one flow, and what can be done to them. The document outlives it.
class FlowPanel : public QWidget {
    Q_OBJECT

public:
    FlowPanel(bridge::PlanDocument& document, QWidget* parent);

    // Shows the document's state.
    void refresh();
    // An unknown name: the flow stays that is shown.
    void showFlow(const QString& flow);
    [[nodiscard]] QString flow() const;
    // Makes the line that holds the place the current one; false when it is in another flow.
    bool select(const QString& place);
    // Of the current line; empty when there is none.
    [[nodiscard]] QString currentPlace() const;
    [[nodiscard]] bool isStep() const; // the current line is one
    // Of the chosen steps, in the order of the flow.
    [[nodiscard]] std::vector<std::string> chosen() const;
    // The current line stays and is no longer shown as chosen.
    void chooseNone();

    void focusSearch();
    [[nodiscard]] QTreeView& tree() const { return *m_tree; }
    [[nodiscard]] QLineEdit& search() const { return *m_search; }
    [[nodiscard]] QMenu& addMenu() const { return *m_addMenu; }
    // Cut, copy, paste, duplicate, rename, disable, group, up, down, delete; for menus and the palette.
    [[nodiscard]] QList<QAction*> stepActions() const { return m_actions; }
    // What could not be done, in words; empty: nothing.
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    // The person chose another line, or another flow.
    void currentChanged();
    // Enter on a line: its form is wanted.
    void activated();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using StepsEdit = std::function<std::vector<std::string>(testplan::TestPlan&)>;

    void setupTree();
    void setupModel();
    void setupActions();
    void setupAddMenu();
    void setupLayout();
    QAction* addAction(const QString& text, const QKeySequence& key, void (FlowPanel::*action)());
    void fillFlows();
    void setFlow(const QString& flow);
    void fillTree();
    void restoreExpansion();
    void showMenu(const QPoint& at);
    enum class Tone : std::uint8_t { Wrong, Remark };
    void say(const QString& words, Tone tone = Tone::Wrong);

    void edit(const QString& label, const StepsEdit& change);
    void choose(const std::vector<std::string>& places);
    void add(std::string_view kind);
    void cut();
    void copy();
    void paste();
    void insertText(const QString& text, const StepSpot& spot);
    void insertCurl(const QString& text, const StepSpot& spot);
    void duplicate();
    void rename();
    void toggle();
    void group();
    void moveUp();
    void moveDown();
    void moveBy(int rows);
    void remove();
    void findNext(int by);
    [[nodiscard]] QString textOf(const std::vector<std::string>& places) const;
    [[nodiscard]] StepSpot spotBehindCurrent() const;
    [[nodiscard]] QString subject() const;

    bridge::PlanDocument& m_document;
    StepModel* m_model;
    StepDelegate* m_delegate;
    QComboBox* m_flows;
    QLineEdit* m_search;
    QTreeView* m_tree;
    QMenu* m_addMenu;
    QLabel* m_message;
    QList<QAction*> m_actions;
    QSet<QString> m_collapsed; // places
    QString m_place;           // of the current line, to come back to after a reset
    bool m_isRefreshing = false;
};

} // namespace bw::designer
