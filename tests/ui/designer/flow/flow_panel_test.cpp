#include "tests/ui/designer/design_fixture.h"
#include "ui/designer/flow/step_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>

namespace bw::designer {
namespace {

class FlowPanelTest : public DesignTest {
protected:
    void SetUp() override {
        DesignTest::SetUp();
        open();
        form("flows.trader.steps[0]");
        tree().setFocus();
    }
    FlowPanel& panel() { return m_view->flow(); }
    QTreeView& tree() { return panel().tree(); }
    const testplan::Steps& steps() const { return plan().findFlow("trader")->steps; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&tree(), key, modifiers); }
    QModelIndex at(const char* place) { return model().indexOf(QString::fromLatin1(place)); }
    StepModel& model() { return *qobject_cast<StepModel*>(tree().model()); }
    void add(const char* kind) {
        for (QAction* action : panel().addMenu().actions()) {
            if (action->data().toString() == QLatin1String(kind)) {
                action->trigger();
            }
        }
    }
    void undoAll() {
        while (m_document.undoStack().canUndo()) {
            m_document.undoStack().undo();
        }
        EXPECT_EQ(text(), m_original);
    }
};

TEST_F(FlowPanelTest, IsAGoodModelWhateverIsDone) {
    const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    key(Qt::Key_D, Qt::ControlModifier);
    key(Qt::Key_Delete);
    add("if");
    undoAll();
}

TEST_F(FlowPanelTest, AStepIsAddedBehindTheCurrentOneAndItsFormIsOpen) {
    add("think");
    ASSERT_TRUE(std::holds_alternative<testplan::ThinkStep>(steps()[1].kind));
    EXPECT_EQ(panel().currentPlace(), QStringLiteral("flows.trader.steps[1]"));
    FormField* time = m_view->forms().page()->field(QStringLiteral("think.constant"));
    ASSERT_NE(time, nullptr);
    type(*time, "3s");
    EXPECT_NE(text().find("\"think\": \"3s\""), std::string::npos);
    EXPECT_TRUE(isInStep());
    undoAll();
}

TEST_F(FlowPanelTest, StepsAreDuplicatedMovedDisabledAndDeletedByKey) {
    const std::string first = steps()[0].name;
    key(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(steps()[1].name, first);
    EXPECT_EQ(panel().currentPlace(), QStringLiteral("flows.trader.steps[1]")) << "the copy is chosen";
    key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(steps()[2].name, first);
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(steps()[1].name, first);
    key(Qt::Key_Slash, Qt::ControlModifier);
    EXPECT_EQ(steps()[1].state, testplan::StepState::Disabled);
    EXPECT_TRUE(tree().currentIndex().data(kDisabledRole).toBool());
    key(Qt::Key_Slash, Qt::ControlModifier);
    EXPECT_EQ(steps()[1].state, testplan::StepState::Enabled);
    key(Qt::Key_Delete);
    EXPECT_EQ(panel().currentPlace(), QStringLiteral("flows.trader.steps[0]")) << "the one above";
    EXPECT_EQ(m_document.undoStack().undoText(), QStringLiteral("Delete ") + QString::fromStdString(first));
    undoAll();
}

TEST_F(FlowPanelTest, SeveralStepsAreCopiedAsTextAndPasted) {
    key(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(panel().chosen().size(), 2u);
    key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(QLatin1String("[\n  {\n    \"http\"")));
    m_view->goTo(QStringLiteral("flows.order_cycle.steps[0]"));
    tree().setFocus();
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(plan().findFlow("order_cycle")->steps[1], steps()[0]);
    EXPECT_EQ(plan().findFlow("order_cycle")->steps[2], steps()[1]);
    EXPECT_EQ(m_document.undoStack().count(), 1);
    undoAll();
}

TEST_F(FlowPanelTest, WhatIsNoStepIsNotPasted) {
    QGuiApplication::clipboard()->setText(QStringLiteral("{\"thinks\": 1}"));
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(text(), m_original);
    EXPECT_TRUE(panel().message().contains(QStringLiteral("thinks"))) << panel().message().toStdString();
}

TEST_F(FlowPanelTest, StepsAreGroupedAndNamed) {
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_G, Qt::ControlModifier);
    ASSERT_TRUE(std::holds_alternative<testplan::GroupStep>(steps()[0].kind));
    auto* editor = tree().findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr) << "its name is asked for";
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("watching"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
    EXPECT_EQ(std::get<testplan::GroupStep>(steps()[0].kind).name, "watching");
    EXPECT_EQ(std::get<testplan::GroupStep>(steps()[0].kind).steps.size(), 2u);
    undoAll();
}

TEST_F(FlowPanelTest, AStepIsDroppedIntoAGroupAndFromAnotherProgram) {
    const std::string moved = steps()[0].name;
    const std::unique_ptr<QMimeData> data(model().mimeData({at("flows.trader.steps[0]")}));
    EXPECT_TRUE(model().canDropMimeData(data.get(), Qt::MoveAction, -1, 0, at("flows.trader.steps[2]")));
    model().dropMimeData(data.get(), Qt::MoveAction, -1, 0, at("flows.trader.steps[2]"));
    EXPECT_EQ(std::get<testplan::GroupStep>(steps()[1].kind).steps.back().name, moved);
    QMimeData foreign;
    foreign.setText(QStringLiteral("[{\"pacing\": \"2s\"}]"));
    model().dropMimeData(&foreign, Qt::CopyAction, 0, 0, model().index(1, 0));
    EXPECT_TRUE(std::holds_alternative<testplan::PacingStep>(steps()[0].kind));
    undoAll();
}

TEST_F(FlowPanelTest, SearchGoesFromStepToStep) {
    panel().focusSearch();
    QTest::keyClicks(&panel().search(), QStringLiteral("risk"));
    QTest::keyClick(&panel().search(), Qt::Key_Return);
    EXPECT_TRUE(tree().currentIndex().data().toString().contains(QStringLiteral("risk")));
    EXPECT_EQ(panel().currentPlace(), QStringLiteral("flows.trader.steps[2].group.steps[1]"));
}

TEST_F(FlowPanelTest, SearchGoesBackAndRoundAndEndsWithoutAMatch) {
    panel().focusSearch();
    QTest::keyClicks(&panel().search(), QStringLiteral("GET"));
    QTest::keyClick(&panel().search(), Qt::Key_Return, Qt::ShiftModifier);
    const QString last = panel().currentPlace();
    EXPECT_NE(last, QStringLiteral("flows.trader.steps[0]"));
    QTest::keyClick(&panel().search(), Qt::Key_Return);
    EXPECT_EQ(panel().currentPlace(), QStringLiteral("flows.trader.steps[0]"));
    panel().search().setText(QStringLiteral("nothing has this name"));
    QTest::keyClick(&panel().search(), Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(panel().currentPlace(), QStringLiteral("flows.trader.steps[0]"));
}

TEST_F(FlowPanelTest, StepsMoveInTheirOrderHoweverTheyWereChosen) {
    QItemSelectionModel& selection = *tree().selectionModel();
    selection.setCurrentIndex(at("flows.trader.steps[3]"), QItemSelectionModel::ClearAndSelect);
    selection.select(at("flows.trader.steps[1]"), QItemSelectionModel::Select);
    EXPECT_EQ(panel().chosen(), (std::vector<std::string>{"flows.trader.steps[1]", "flows.trader.steps[3]"}));
}

TEST_F(FlowPanelTest, AnotherFlowIsChosenFromTheList) {
    m_view->outline().select(QStringLiteral("flows.login"));
    EXPECT_EQ(panel().flow(), QStringLiteral("login"));
    EXPECT_EQ(model().rowCount(model().index(1, 0)), 1);
    EXPECT_TRUE(panel().chosen().empty());
}

} // namespace
} // namespace bw::designer
