#include "core/testplan/write.h"
#include "tests/ui/designer/design_fixture.h"
#include "ui/designer/form/completion.h"
#include "ui/designer/form/plan_table.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/outline/outline_tree.h"
#include "ui/designer/plan/feed_uses.h"
#include "ui/designer/problems/problem_model.h"

#include <QAbstractItemModelTester>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

namespace bw::designer {
namespace {

using Tester = QAbstractItemModelTester;

class TablesTest : public DesignTest {
protected:
    // The visible table of a form with this title.
    TableEditor& table(const char* place, const char* title) {
        for (auto* editor : form(place).findChildren<TableEditor*>()) {
            if (!editor->isHidden() && editor->view().accessibleName() == QLatin1String(title)) {
                return *editor;
            }
        }
        ADD_FAILURE() << place << " has no table " << title;
        std::abort();
    }
    // Types over a cell and presses Enter.
    static void type(TableEditor& table, int row, int column, const char* keys) {
        QTableView& view = table.view();
        view.setFocus();
        view.setCurrentIndex(table.model().index(row, column));
        QTest::keyClick(&view, Qt::Key_F2);
        auto* line = view.findChild<QLineEdit*>();
        ASSERT_NE(line, nullptr);
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, QString::fromLatin1(keys));
        QTest::keyClick(line, Qt::Key_Return);
        endEditing();
    }
    // The view closes its editor a turn later and deletes it later still.
    static void endEditing() {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    static QString cell(const TableEditor& table, int row, int column) {
        return table.model().index(row, column).data().toString();
    }
    static void press(const TableEditor& table, const char* words) {
        for (auto* button : table.findChildren<QToolButton*>()) {
            if (button->isVisible() && button->text() == QLatin1String(words)) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        FAIL() << "no button " << words;
    }
    void undoAll() {
        while (m_document.undoStack().canUndo()) {
            m_document.undoStack().undo();
        }
        EXPECT_EQ(text(), m_original);
        EXPECT_TRUE(isInStep());
    }
};

TEST_F(TablesTest, StagesAreTypedAddedMovedAndRemoved) {
    open();
    TableEditor& stages = table("scenarios.traders", "Stages");
    const Tester tester(&stages.model(), Tester::FailureReportingMode::Fatal);
    const auto load = [&] {
        return std::get<testplan::RampingVus>(plan().findScenario("traders")->executor);
    };
    ASSERT_EQ(load().stages.size(), 3u);
    type(stages, 1, 0, "2m");
    type(stages, 1, 1, "33");
    EXPECT_EQ(load().stages[1].duration.text, "2m");
    EXPECT_EQ(load().stages[1].target, 33);
    stages.view().setCurrentIndex(stages.model().index(1, 0));
    press(stages, "Add");
    EXPECT_EQ(load().stages.size(), 4u);
    EXPECT_EQ(load().stages[2].target, 33);
    QTest::keyClick(stages.view().findChild<QLineEdit*>(), Qt::Key_Escape);
    endEditing();
    stages.view().setFocus();
    stages.view().setCurrentIndex(stages.model().index(2, 0));
    QTest::keyClick(&stages.view(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(load().stages[1].duration.text, "1m");
    EXPECT_EQ(stages.view().currentIndex().row(), 1);
    QTest::keyClick(&stages.view(), Qt::Key_Delete);
    EXPECT_EQ(load().stages.size(), 3u);
    EXPECT_EQ(load().stages[1].duration.text, "2m");
    undoAll();
}

TEST_F(TablesTest, WhatIsNoDurationStaysInItsCell) {
    open();
    TableEditor& stages = table("scenarios.traders", "Stages");
    type(stages, 0, 0, "soon");
    EXPECT_EQ(text(), m_original);
    EXPECT_EQ(cell(stages, 0, 0), QStringLiteral("soon"));
    EXPECT_TRUE(stages.message().contains(QStringLiteral("\"soon\" is not a duration")))
        << stages.message().toStdString();
    form("scenarios.orders");
    EXPECT_EQ(cell(table("scenarios.traders", "Stages"), 0, 0), QStringLiteral("soon"));
    type(stages, 0, 0, "4s");
    EXPECT_TRUE(stages.message().isEmpty());
    EXPECT_NE(text(), m_original);
    undoAll();
}

TEST_F(TablesTest, AWrongTextWaitsAtItsScenario) {
    open();
    FormField& stop = field("scenarios.traders", "gracefulStop");
    DesignTest::type(stop, "q");
    EXPECT_NE(shown(field("scenarios.orders", "gracefulStop")), QStringLiteral("q"));
    EXPECT_FALSE(stop.isWrong());
    EXPECT_EQ(shown(field("scenarios.traders", "gracefulStop")), QStringLiteral("q"));
    EXPECT_TRUE(stop.isWrong());
    open();
    EXPECT_FALSE(field("scenarios.traders", "gracefulStop").isWrong()) << "the plan was opened anew";
}

constexpr const char* kWrongPieces = R"({
  "bellwether": 1, "name": "x",
  "flows": {"a": {"steps": [{"http": {"method": "POST", "url": "http://127.0.0.1/",
    "json": {"legs": [1, "a \"b\" ${nosuch}"]}, "headers": {"A": "abc ${zzz}"},
    "checks": {"ok": "status = 2"}}}]}},
  "scenarios": {"s": {"executor": "constant-vus", "flow": "a", "vus": 1, "duration": "1s"}}
})";

TEST_F(TablesTest, ThePieceOfACellThatIsWrongIsUnderlined) {
    openText(kWrongPieces);
    const TableEditor& headers = table("flows.a.steps[0].http.headers.A", "Headers");
    EXPECT_EQ(headers.model().index(0, 1).data(kPieceRole).toPoint(), QPoint(6, 3)) << "zzz";
    EXPECT_EQ(headers.model().index(0, 0).data(kPieceRole).toPoint(), QPoint());
    // Seen, not only told: the wave under it and none beside it.
    QTableView& view = headers.view();
    const QImage with = view.viewport()->grab().toImage();
    m_document.setText(std::string(kWrongPieces).replace(std::string(kWrongPieces).find("${zzz}"), 2, "$("));
    const QImage without = view.viewport()->grab().toImage();
    EXPECT_NE(with, without);
}

TEST_F(TablesTest, ThePieceOfABodyThatIsWrongIsUnderlined) {
    openText(kWrongPieces);
    auto& body = static_cast<JsonEditor&>(field("flows.a.steps[0].http.json", "http.json").editor());
    ASSERT_EQ(body.markedPieces().size(), 1);
    const TextPiece piece = body.markedPieces().front();
    EXPECT_EQ(body.wholeText().mid(piece.from, piece.length), QStringLiteral("nosuch"));
    JsonEditor& whole = m_view->json().editor();
    ASSERT_EQ(whole.markedPieces().size(), 3);
    QStringList pieces;
    for (const TextPiece& one : whole.markedPieces()) {
        pieces << whole.wholeText().mid(one.from, one.length);
    }
    EXPECT_EQ(pieces, QStringList({QStringLiteral("nosuch"), QStringLiteral("zzz"), QStringLiteral("=")}));
}

TEST_F(TablesTest, AProblemOfThePlanIsToldInItsCell) {
    open();
    TableEditor& stages = table("scenarios.traders", "Stages");
    type(stages, 2, 1, "-1");
    EXPECT_NE(stages.model().index(2, 1).data(kWrongRole).toString(), QString());
    EXPECT_TRUE(stages.message().startsWith(QStringLiteral("Row 3, Target")));
    m_view->goTo(QStringLiteral("scenarios.traders.stages[2].target"));
    EXPECT_TRUE(stages.view().hasFocus());
    EXPECT_EQ(stages.view().currentIndex(), stages.model().index(2, 1));
}

TEST_F(TablesTest, ThresholdsChangeTheirMetricAndTheirGroup) {
    open();
    TableEditor& limits = table("thresholds", "All must hold");
    const Tester tester(&limits.model(), Tester::FailureReportingMode::Fatal);
    const int count = limits.model().rowCount();
    type(limits, 0, 1, "p(95)");
    EXPECT_EQ(text(), m_original) << "it compares nothing";
    type(limits, 0, 1, "p(99)<77");
    EXPECT_EQ(plan().thresholds[0].thresholds[0].expression.number, 77);
    type(limits, 0, 0, "http_req_failed");
    EXPECT_EQ(limits.model().rowCount(), count);
    const auto& groups = plan().thresholds;
    EXPECT_EQ(std::ranges::count(groups, std::string("http_req_failed"), &testplan::ThresholdGroup::source),
              1)
        << "a metric has one group";
    EXPECT_EQ(groups.size() + 1, static_cast<std::size_t>(count));
    limits.view().setCurrentIndex(limits.model().index(0, 2));
    limits.view().setFocus();
    QTest::keyClick(&limits.view(), Qt::Key_Space);
    EXPECT_EQ(plan().thresholds[0].thresholds[0].onFailure, testplan::OnFailure::Abort);
    type(limits, 0, 3, "10s");
    EXPECT_NE(text().find("\"delayAbortEval\": \"10s\""), std::string::npos);
    press(limits, "Add");
    endEditing();
    EXPECT_EQ(limits.model().rowCount(), count + 1);
    press(limits, "Remove");
    EXPECT_EQ(limits.model().rowCount(), count);
    undoAll();
}

TEST_F(TablesTest, VariablesHaveAColumnForEachEnvironment) {
    open();
    TableEditor& environments = table("variables", "Environments");
    press(environments, "Add");
    endEditing();
    TableEditor& values = table("variables", "Values");
    const Tester tester(&values.model(), Tester::FailureReportingMode::Fatal);
    ASSERT_EQ(values.model().columnCount(), 3);
    EXPECT_EQ(cell(values, 0, 2), QString());
    EXPECT_EQ(values.model().index(0, 2).data(kHintRole).toString(), cell(values, 0, 1));
    type(values, 0, 2, "https://staging.example");
    ASSERT_EQ(plan().environments.size(), 1u);
    EXPECT_EQ(plan().environments[0].variables[0].value.text, "https://staging.example");
    type(values, 0, 0, "user");
    EXPECT_EQ(plan().variables[0].name, "baseUrl") << "the name is taken";
    type(values, 0, 0, "root");
    EXPECT_EQ(plan().variables[0].name, "root");
    EXPECT_EQ(plan().environments[0].variables[0].name, "root");
    type(values, 0, 2, "");
    EXPECT_TRUE(plan().environments[0].variables.empty());
    undoAll();
}

TEST_F(TablesTest, BudgetsOfThePlanAreEditedAndSharedOnesShown) {
    open();
    TableEditor& requests = table("budgets[0]", "Requests");
    const Tester tester(&requests.model(), Tester::FailureReportingMode::Fatal);
    const auto row = [&](std::size_t i) { return std::get<testplan::RequestRow>(plan().budgets[0].rows[i]); };
    type(requests, 0, 2, "9ms");
    EXPECT_EQ(row(0).p95->text, "9ms");
    type(requests, 0, 4, "0.5");
    EXPECT_EQ(row(0).errorRate->text, "0.5");
    type(requests, 0, 4, "lots");
    EXPECT_EQ(row(0).errorRate->text, "0.5");
    type(requests, 0, 4, "");
    EXPECT_FALSE(row(0).errorRate);
    type(requests, 0, 6, "10ms: 0.9, 20ms: 1");
    ASSERT_EQ(row(0).within.size(), 2u);
    EXPECT_NE(text().find("\"10ms\": 0.9"), std::string::npos);
    type(requests, 0, 0, "name:other");
    EXPECT_EQ(row(0).tags, (std::vector<std::pair<std::string, std::string>>{{"name", "other"}}));
    EXPECT_TRUE(m_document.state()->problems.empty());
    undoAll();

    openFile(QStringLiteral(BW_SOURCE_DIR "/resources/plans/market-open.plan.json"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_document.sharedBudgets().empty(); }, kPatienceMs));
    TableEditor& shared = table("budgets[0]", "Requests");
    EXPECT_EQ(shared.model().rowCount(), 10);
    EXPECT_FALSE(shared.model().index(0, 0).flags() & Qt::ItemIsEditable);
}

TEST_F(TablesTest, EveryTableIsAGoodModel) {
    open();
    for (const char* place : {"scenarios", "scenarios.orders", "scenarios.traders", "variables", "feeds",
                              "thresholds", "budgets", "budgets[0]"}) {
        for (auto* editor : form(place).findChildren<TableEditor*>()) {
            const Tester tester(&editor->model(), Tester::FailureReportingMode::Fatal);
            editor->refresh();
            const int before = editor->model().rowCount();
            if (!editor->isHidden() && editor->model().rows().add) {
                EXPECT_GE(editor->model().add(before - 1), 0) << place;
                EXPECT_EQ(editor->model().rowCount(), before + 1) << place;
                EXPECT_TRUE(isInStep());
                m_document.undoStack().undo();
                EXPECT_EQ(editor->model().rowCount(), before) << place;
            }
        }
    }
    undoAll();
}

TEST(ProblemModelTest, IsAGoodModel) {
    ProblemModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    testplan::Problem problem;
    problem.kind = testplan::ProblemKind::NotADuration;
    problem.subject = "x";
    problem.place = "scenarios.a.duration";
    problem.line = 7;
    model.setProblems({problem, problem});
    EXPECT_EQ(model.index(0, ProblemModel::Sentence).data().toString(),
              QStringLiteral("\"x\" is not a duration"));
    EXPECT_EQ(model.index(1, ProblemModel::Line).data().toString(), QStringLiteral("7"));
    model.setProblems({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(TablesTest, ADataFileIsShownWithWhereItsColumnsAreUsed) {
    QFile file(m_folder.filePath(QStringLiteral("users.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("name,password,age\nann,secret,41\nbob,\"a,b\",7\n");
    file.close();
    std::string text = m_original;
    text.insert(text.find("\"defaults\""), "\"feeds\": {\"users\": {\"file\": \"users.csv\"}},\n  ");
    text.replace(text.find("${user}"), 7, "${feed.users.name}");
    openText(text);
    auto* rows = form("feeds").findChild<QTableWidget*>();
    ASSERT_NE(rows, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows->rowCount() == 2; }, kPatienceMs));
    EXPECT_EQ(rows->horizontalHeaderItem(1)->text(), QStringLiteral("password"));
    EXPECT_EQ(rows->item(1, 1)->text(), QStringLiteral("a,b"));
    EXPECT_EQ(usesOfColumn(plan(), "users", "name"), QStringList{QStringLiteral("authentication")});
    EXPECT_TRUE(usesOfColumn(plan(), "users", "age").isEmpty());
    EXPECT_TRUE(usesOfColumn(plan(), "users", "nam").isEmpty()) << "a whole name";
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return completionWords(m_document).contains(QStringLiteral("feed.users.password")); },
        kPatienceMs));
}

TEST(OutlineModelTest, IsAGoodModelWhateverThePlanBecomes) {
    OutlineModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setRoot(outlineOf(*bridge::readPlanState(bridge::newPlanText())));
    EXPECT_EQ(model.rowCount(), 7);
    const QPersistentModelIndex flow = model.indexOf(QStringLiteral("flows.visit.steps[1].think"));
    EXPECT_EQ(flow.data().toString(), QStringLiteral("visit"));
    EXPECT_EQ(flow.data(kCountRole).toInt(), 2);

    testplan::TestPlan plan = *bridge::readPlanState(bridge::newPlanText())->plan;
    plan.scenarios[0].flow = "nowhere";
    model.setRoot(outlineOf(*bridge::readPlanState(testplan::write(plan))));
    EXPECT_TRUE(flow.isValid()) << "the shape is the same";
    EXPECT_EQ(model.indexOf(QStringLiteral("scenarios.visitors")).data(kTroubleRole).toInt(), 0);
    EXPECT_EQ(model.indexOf(QStringLiteral("flows.visit")).data(kTroubleRole).toInt(), -1);

    plan.flows.pop_back();
    model.setRoot(outlineOf(*bridge::readPlanState(testplan::write(plan))));
    EXPECT_FALSE(flow.isValid());
    model.setRoot(std::make_unique<OutlineNode>());
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace
} // namespace bw::designer
