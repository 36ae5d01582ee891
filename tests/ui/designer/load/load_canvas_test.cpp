#include "tests/ui/designer/design_fixture.h"

#include <QAction>
#include <QContextMenuEvent>

namespace bw::designer {
namespace {

class LoadCanvasTest : public DesignTest {
protected:
    void SetUp() override {
        DesignTest::SetUp();
        open();
        form("scenarios.traders");
        canvas().setFocus();
        QCoreApplication::processEvents(); // the parts take their places
    }
    LoadCanvas& canvas() { return m_view->load().canvas(); }
    const std::vector<testplan::Stage>& stages() const {
        return std::get<testplan::RampingVus>(plan().findScenario("traders")->executor).stages;
    }
    QPoint pointAt(int point) { return canvas().placeOfPoint(point).toPoint(); }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(&canvas(), Qt::LeftButton, keys, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint at = from + (to - from) * step / 4;
            QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             keys);
            QCoreApplication::sendEvent(&canvas(), &move);
            QCoreApplication::processEvents();
        }
        QTest::mouseRelease(&canvas(), Qt::LeftButton, keys, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&canvas(), key, modifiers);
    }
};

TEST_F(LoadCanvasTest, APointIsDraggedAsOneStepOfUndo) {
    drag(pointAt(1), pointAt(1) + QPoint(40, 30));
    EXPECT_LT(stages()[0].target, 20);
    EXPECT_GT(stages()[0].duration.value, std::chrono::seconds(10));
    EXPECT_LT(stages()[1].duration.value, std::chrono::seconds(30)) << "the next point stays";
    EXPECT_EQ(m_document.undoStack().count(), 1);
    EXPECT_EQ(m_document.undoStack().undoText(), QStringLiteral("Move a point of traders"));
    EXPECT_TRUE(isInStep());
    m_document.undoStack().undo();
    EXPECT_EQ(text(), m_original);
}

TEST_F(LoadCanvasTest, AHandThatClicksMovesNothing) {
    drag(pointAt(1), pointAt(1) + QPoint(2, -2));
    EXPECT_EQ(text(), m_original);
    EXPECT_EQ(canvas().point(), 1);
}

TEST_F(LoadCanvasTest, ShiftTakesLaterPointsAlong) {
    drag(pointAt(1), pointAt(1) + QPoint(60, 0), Qt::ShiftModifier);
    EXPECT_GT(stages()[0].duration.value, std::chrono::seconds(10));
    EXPECT_EQ(stages()[1].duration.value, std::chrono::seconds(30));
    EXPECT_EQ(stages()[0].target, 20) << "a hand that goes along time does not change the level";
}

TEST_F(LoadCanvasTest, ACurveIsDraggedAlongTime) {
    const QPoint inside((pointAt(1) + pointAt(2)) / 2);
    drag(inside, inside + QPoint(80, 0));
    EXPECT_GT(plan().findScenario("traders")->startTime.value, std::chrono::seconds(0));
    EXPECT_EQ(stages()[0].duration.value, std::chrono::seconds(10));
    const QPoint again((pointAt(1) + pointAt(2)) / 2);
    drag(again, again - QPoint(400, 0));
    EXPECT_FALSE(plan().findScenario("traders")->startTime.isWritten()) << "not before the run";
}

TEST_F(LoadCanvasTest, ADoubleClickAddsAStageAndDeleteTakesItAway) {
    const QPoint between((pointAt(1) + pointAt(2)) / 2);
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, between);
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, between);
    ASSERT_EQ(stages().size(), 4u);
    EXPECT_EQ(canvas().point(), 2);
    EXPECT_EQ(stages()[1].duration.value + stages()[2].duration.value, std::chrono::seconds(30));
    key(Qt::Key_Delete);
    EXPECT_EQ(stages().size(), 3u);
    EXPECT_EQ(stages()[1].duration.value, std::chrono::seconds(30));
}

TEST_F(LoadCanvasTest, EverythingGoesByKey) {
    key(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(canvas().point(), 0);
    key(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(canvas().point(), 1);
    EXPECT_TRUE(canvas().accessibleDescription().contains(QStringLiteral("point 2 of 4")))
        << canvas().accessibleDescription().toStdString();
    key(Qt::Key_Up);
    EXPECT_EQ(stages()[0].target, 21);
    key(Qt::Key_Left);
    EXPECT_LT(stages()[0].duration.value, std::chrono::seconds(10));
    key(Qt::Key_Insert);
    ASSERT_EQ(stages().size(), 4u);
    key(Qt::Key_Delete);
    EXPECT_EQ(stages().size(), 3u);
    key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_GT(plan().findScenario("traders")->startTime.value, std::chrono::seconds(0));
    key(Qt::Key_Escape);
    EXPECT_EQ(canvas().point(), -1);
    key(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(canvas().current(), QStringLiteral("orders"));
    EXPECT_EQ(m_view->outline().currentPlace(), QStringLiteral("scenarios.orders"));
    while (m_document.undoStack().canUndo()) {
        m_document.undoStack().undo();
    }
    EXPECT_EQ(text(), m_original);
}

TEST_F(LoadCanvasTest, AClickOnACurveShowsItsScenarioAndItsFlow) {
    form("scenarios.orders");
    EXPECT_EQ(m_view->flow().flow(), QStringLiteral("order_cycle"));
    canvas().setCurrent(QStringLiteral("orders"));
    const LoadCurve& traders = *canvas().picture().find("traders");
    const LoadScale& scale = canvas().scale();
    const QPointF at(scale.xOf(5), scale.yOf(traders.unit(), traders.levelAt(5)));
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, at.toPoint());
    EXPECT_EQ(m_view->outline().currentPlace(), QStringLiteral("scenarios.traders"));
    EXPECT_EQ(m_view->flow().flow(), QStringLiteral("trader"));
}

TEST_F(LoadCanvasTest, ASecondClickReachesALineBehindAnother) {
    m_document.edit(QStringLiteral("Same"), {}, [](testplan::TestPlan& edited) {
        edited.scenarios.push_back(edited.scenarios.back());
        edited.scenarios.back().name = "twin";
    });
    canvas().setCurrent(QStringLiteral("traders"));
    const QPoint between((pointAt(1) + pointAt(2)) / 2);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, between);
    EXPECT_EQ(canvas().current(), QStringLiteral("twin"));
}

TEST_F(LoadCanvasTest, TheWheelLooksCloserWhereThePointerIs) {
    const double second = canvas().scale().secondAt(200);
    QWheelEvent turn(QPointF(200, 100), canvas().mapToGlobal(QPointF(200, 100)), {}, QPoint(0, 240),
                     Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&canvas(), &turn);
    EXPECT_TRUE(canvas().isZoomed());
    EXPECT_NEAR(canvas().scale().secondAt(200), second, 0.01);
    EXPECT_LT(canvas().scale().time.to - canvas().scale().time.from, 40);
    key(Qt::Key_0);
    EXPECT_FALSE(canvas().isZoomed());
    EXPECT_EQ(text(), m_original);
}

TEST_F(LoadCanvasTest, SpaceAndTheMouseMoveTheWindowNotThePlan) {
    key(Qt::Key_Plus);
    key(Qt::Key_Plus);
    const double from = canvas().scale().time.from;
    QTest::keyPress(&canvas(), Qt::Key_Space);
    drag(pointAt(1), pointAt(1) - QPoint(100, 0));
    QTest::keyRelease(&canvas(), Qt::Key_Space);
    EXPECT_GT(canvas().scale().time.from, from);
    EXPECT_EQ(text(), m_original);
}

TEST_F(LoadCanvasTest, EscapeGivesADragUp) {
    const QPoint from = pointAt(1);
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
    const QPoint to = from + QPoint(50, 30);
    QMouseEvent move(QEvent::MouseMove, to, canvas().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&canvas(), &move);
    QCoreApplication::processEvents();
    ASSERT_NE(text(), m_original);
    key(Qt::Key_Escape);
    EXPECT_EQ(text(), m_original);
    QCoreApplication::sendEvent(&canvas(), &move);
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to);
    EXPECT_EQ(text(), m_original);
}

TEST_F(LoadCanvasTest, FiguresFollowWhatIsEdited) {
    EXPECT_TRUE(m_view->load().figures().contains(QStringLiteral("peak 20 VUs")))
        << m_view->load().figures().toStdString();
    key(Qt::Key_Right, Qt::ControlModifier);
    key(Qt::Key_Right, Qt::ControlModifier);
    key(Qt::Key_Up, Qt::ShiftModifier);
    ASSERT_GT(stages()[0].target, 20);
    EXPECT_TRUE(m_view->load().figures().contains(QStringLiteral("peak %1 VUs").arg(stages()[0].target)))
        << m_view->load().figures().toStdString();
}

} // namespace
} // namespace bw::designer
