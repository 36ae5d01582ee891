#pragma once

#include "ui/designer/form/plan_table.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTableView;
class QToolButton;

namespace bw::designer {

// A table of the plan on a form with what can be done to its rows, and the sentence about what is wrong in
// the current cell, or in the first that has something.
class TableEditor : public QWidget {
    Q_OBJECT

public:
    TableEditor(bridge::PlanDocument& document, PlanRows rows, QWidget* parent);

    [[nodiscard]] PlanTable& model() const { return *m_model; }
    [[nodiscard]] QTableView& view() const { return *m_view; }
    [[nodiscard]] QString message() const;

    void refresh();
    // Other rows or columns of the same kind of table.
    void setRows(PlanRows rows);
    // Puts the cursor into the cell at the place; false when the table does not hold it.
    bool focusPlace(const std::string& place);
    // How wide columns are beside each other; without it, all are alike.
    void setStretch(std::vector<int> parts);
    // A button of its own among those for rows.
    void addButton(QWidget* button);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void stretchColumns();
    void setupView();
    void setupButtons();
    QToolButton* addTool(const QString& icon, const QString& words, void (TableEditor::*action)());
    void addRow();
    void removeRow();
    void moveUp();
    void moveDown();
    void moveBy(int rows);
    bool doKey(int key, Qt::KeyboardModifiers modifiers);
    void fitHeight();
    void tell();
    void select(int row);

    bridge::PlanDocument& m_document;
    PlanTable* m_model;
    QTableView* m_view;
    QLabel* m_message;
    QHBoxLayout* m_buttons;
    QToolButton* m_add = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    std::vector<int> m_stretch;
    int m_row = -1; // the current one, kept over a refill
    int m_column = 0;
};

} // namespace bw::designer
