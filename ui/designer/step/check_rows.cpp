#include "ui/designer/step/check_rows.h"

#include "ui/designer/form/table_editor.h"
#include "ui/designer/step/check_parts.h"

#include <QCoreApplication>
#include <QToolButton>

namespace bw::designer {
namespace {

using testplan::TestPlan;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

using Look = std::function<const NamedPairs&(const TestPlan&)>;

QString sourceAt(const Look& look, const TestPlan& plan, int row) {
    return QString::fromStdString(itemAt(look(plan), row).second);
}

// An expression that is no single test is all subject.
CheckParts partsAt(const Look& look, const TestPlan& plan, int row) {
    const QString source = sourceAt(look, plan, row);
    return splitCheck(source).value_or(CheckParts{source, {}, {}});
}

PlanColumn partColumn(const CheckList& checks, const Look& look, const QString& title,
                      QString CheckParts::* part) {
    PlanColumn column;
    column.title = title;
    column.language = Language::Expression;
    column.read = [look, part](const TestPlan& plan, int row) { return partsAt(look, plan, row).*part; };
    column.write = [checks, look, part](TestPlan& plan, int row, const QString& text) {
        CheckParts parts = partsAt(look, plan, row);
        if (parts.test.isEmpty() && part == &CheckParts::test && !text.isEmpty()) {
            parts.subject = QStringLiteral("(%1)").arg(parts.subject); // what binds less stays together
        }
        parts.*part = text;
        if (takesExpected(parts.test) && parts.expected.isEmpty() && !parts.test.isEmpty()) {
            parts.expected = QStringLiteral("''"); // to be typed over
        }
        const bool isSource = parts.test.isEmpty();
        itemAt(*checks.list(plan), row).second = (isSource ? parts.subject : joinCheck(parts)).toStdString();
    };
    return column;
}

void addParts(PlanRows& rows, const CheckList& checks, const Look& look) {
    PlanColumn test = partColumn(checks, look, Words::tr("Test"), &CheckParts::test);
    test.kind = CellKind::Choice;
    test.language = Language::Plain;
    test.choices = checkTests();
    PlanColumn expected = partColumn(checks, look, Words::tr("Expected"), &CheckParts::expected);
    expected.check = [look](const TestPlan& plan, int row, const QString& text) {
        const CheckParts parts = partsAt(look, plan, row);
        return parts.test.isEmpty() && !text.isEmpty()
                   ? Words::tr("This check is an expression of its own; choose a test first")
                   : QString();
    };
    rows.columns.pop_back();
    rows.columns.push_back(partColumn(checks, look, Words::tr("Subject"), &CheckParts::subject));
    rows.columns.push_back(test);
    rows.columns.push_back(expected);
}

} // namespace

PlanRows checkRows(const CheckList& checks, CheckView view) {
    const Look look = [list = checks.list](const TestPlan& plan) -> const NamedPairs& {
        static const NamedPairs kNone;
        const NamedPairs* found = list(const_cast<TestPlan&>(plan)); // only looked at
        return found == nullptr ? kNone : *found;
    };
    PlanRows rows = pairTable(checks.list, look, checks.place, Language::Expression);
    rows.name = Words::tr("check");
    if (view == CheckView::Rows) {
        addParts(rows, checks, look);
    } else {
        rows.columns.back().title = Words::tr("Expression");
    }
    setRowEdits<NamedPairs::value_type>(rows, checks.list, [](const NamedPairs& pairs, int) {
        const auto isTaken = [&](const std::string& one) {
            return std::ranges::find(pairs, one, &NamedPairs::value_type::first) != pairs.end();
        };
        return std::pair(freeName(Words::tr("answered well").toStdString(), isTaken),
                         std::string("status == 200"));
    });
    return rows;
}

TableEditor* makeCheckTable(bridge::PlanDocument& document, const CheckList& checks, QWidget* parent) {
    auto* table = new TableEditor(document, checkRows(checks, CheckView::Rows), parent);
    table->setStretch({4, 4, 3, 3});
    auto* turn = new QToolButton(table);
    turn->setText(Words::tr("As expressions"));
    turn->setToolTip(Words::tr("Show each check as the expression that the plan holds"));
    turn->setCheckable(true);
    turn->setProperty("quiet", true);
    turn->setFocusPolicy(Qt::TabFocus);
    QObject::connect(turn, &QToolButton::toggled, table, [table, checks](bool isOn) {
        table->setRows(checkRows(checks, isOn ? CheckView::Expressions : CheckView::Rows));
        table->setStretch(isOn ? std::vector{4, 10} : std::vector{4, 4, 3, 3});
    });
    table->addButton(turn);
    return table;
}

} // namespace bw::designer
