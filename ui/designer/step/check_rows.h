#pragma once

#include "ui/designer/form/plan_table.h"
#include "ui/designer/form/row_edits.h"

#include <QWidget>

namespace bw::designer {

class TableEditor;

// The checks of a step as rows, or each as its expression; both show the same.
enum class CheckView : std::uint8_t { Rows, Expressions };

// Where checks stand, and where each is placed.
struct CheckList {
    std::function<NamedPairs*(testplan::TestPlan&)> list;
    std::function<std::string(const std::string& name)> place;
};
[[nodiscard]] PlanRows checkRows(const CheckList& checks, CheckView view);

// A table of checks with a button that turns it from one view to the other.
[[nodiscard]] TableEditor* makeCheckTable(bridge::PlanDocument& document, const CheckList& checks,
                                          QWidget* parent);

} // namespace bw::designer
