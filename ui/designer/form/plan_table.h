#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/form/language.h"

#include <QAbstractTableModel>
#include <QPoint>
#include <QStringList>

#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace bw::designer {

enum class CellKind : std::uint8_t { Text, Figure, Flag, Choice };

// A column of a part of the plan that is a table.
struct PlanColumn {
    QString title;
    CellKind kind = CellKind::Text;
    std::function<QString(const testplan::TestPlan&, int row)> read; // "1" for a flag that is set
    // Null: only shown.
    std::function<void(testplan::TestPlan&, int row, const QString&)> write{};
    // Why the text cannot be kept; empty when it can. Null: everything can.
    std::function<QString(const testplan::TestPlan&, int row, const QString&)> check{};
    // What counts when the cell is empty.
    std::function<QString(const testplan::TestPlan&, int row)> hint{};
    QStringList choices{};
    QString toolTip{};
    Language language = Language::Plain; // what is completed while one types
};

// A part of the plan that is a table: stages, tags, thresholds. Pure functions over the plan; all rows are
// numbered as they are shown.
struct PlanRows {
    QString name; // of a row in an undo step's label: "stage"
    std::function<int(const testplan::TestPlan&)> count;
    // Where a cell stands; column -1: the row.
    std::function<std::string(const testplan::TestPlan&, int row, int column)> place;
    std::vector<PlanColumn> columns;
    // Null: it cannot be done. `add` puts a row behind `row` (-1: before the first) and tells where it is.
    std::function<int(testplan::TestPlan&, int row)> add{};
    std::function<void(testplan::TestPlan&, int row)> remove{};
    std::function<void(testplan::TestPlan&, int from, int to)> move{};
};

enum PlanTableRole : int {
    kWrongRole = Qt::UserRole + 1, // the sentence about what is wrong with a cell
    kSeverityRole,                 // of it, a testplan::Severity as int
    kHintRole,
    kChoicesRole,
    kLanguageRole, // a Language as int
    kPieceRole,    // of the cell's text that is wrong, as QPoint(from, length); length 0: none in particular
};

// Rows of the plan as a model. A text that cannot be kept stays in its cell, marked, and never reaches the
// document.
class PlanTable : public QAbstractTableModel {
    Q_OBJECT

public:
    // The document outlives it.
    PlanTable(bridge::PlanDocument& document, PlanRows rows, QObject* parent);

    // Takes the document's state, and other columns when there are.
    void refresh();
    void setRows(PlanRows rows);
    // No rows, until it is refreshed.
    void clear();
    // Gives up what could not be kept.
    void forget();
    [[nodiscard]] const PlanRows& rows() const { return m_rows; }
    [[nodiscard]] const bridge::PlanDocument& document() const { return m_document; }

    // The row that was added; -1 when the plan would not take it.
    int add(int after);
    void remove(int row);
    void move(int from, int to);

    [[nodiscard]] QModelIndex indexOf(const std::string& place) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    // Rows came, went or moved.
    void refilled();

private:
    struct Wrong {
        QString text; // as typed; null when it is the plan's
        QString sentence;
        testplan::Severity severity = testplan::Severity::Error;
        QPoint piece{}; // of the plan's text
    };
    [[nodiscard]] const testplan::TestPlan* plan() const;
    [[nodiscard]] bool isThere(const QModelIndex& index) const;
    void take(int count);
    [[nodiscard]] const Wrong* wrongAt(const QModelIndex& index) const;
    [[nodiscard]] const PlanColumn& columnOf(const QModelIndex& index) const;
    [[nodiscard]] std::string cellKey(const QModelIndex& index) const;
    void findProblems();
    void apply(const QModelIndex& index, const QString& text);
    bool keepOrMark(const QModelIndex& index, const QString& text);

    bridge::PlanDocument& m_document;
    PlanRows m_rows;
    int m_count = 0;
    bool m_isCleared = false;
    std::string m_first;                             // the place of the first row, when there was one
    std::map<std::string, Wrong> m_typed;            // what could not be kept, by place and column
    std::map<std::pair<int, int>, Wrong> m_problems; // of the plan
};

} // namespace bw::designer
