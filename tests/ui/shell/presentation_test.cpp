#include "tests/ui/shell/window_fixture.h"
#include "ui/charts/time_chart.h"
#include "ui/live/figure_tile.h"
#include "ui/live/verdict_strip.h"
#include "ui/live/wall_view.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace bw::shell {
namespace {

class APresentation : public WindowTest {
protected:
    [[nodiscard]] live::WallView* wall() const { return m_window->findChild<live::WallView*>(); }

    void present() {
        press(Qt::Key_F5, Qt::NoModifier);
        ASSERT_NE(wall(), nullptr);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(wall()));
        QApplication::setActiveWindow(wall());
    }
    [[nodiscard]] QString value(const QString& label) const {
        for (const auto* tile : wall()->findChildren<live::FigureTile*>()) {
            if (tile->accessibleName() == label) {
                return tile->value();
            }
        }
        return {};
    }
    [[nodiscard]] bool isGone() const {
        return QTest::qWaitFor([&] { return wall() == nullptr; }, kPatienceMs);
    }
};

TEST_F(APresentation, AKeyShowsTheRunOnTheWholeScreenAndEscapeLeaves) {
    openWindow(writePlan(kLong));
    press(Qt::Key_R);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->runView().picture() != nullptr; }, kPatienceMs));
    present();
    EXPECT_TRUE(wall()->isFullScreen());
    EXPECT_TRUE(m_window->actions().present->isChecked());
    ASSERT_TRUE(QTest::qWaitFor([&] { return value(QStringLiteral("Requests")) != QStringLiteral("–"); },
                                kPatienceMs));
    int charts = 0;
    for (const auto* chart : wall()->findChildren<charts::TimeChart*>()) {
        charts += chart->isVisibleTo(wall()) ? 1 : 0;
    }
    EXPECT_EQ(charts, 2);
    QTest::keyClick(wall(), Qt::Key_Escape);
    ASSERT_TRUE(isGone());
    EXPECT_FALSE(m_window->actions().present->isChecked());
    EXPECT_FALSE(m_window->session().isIdle()) << "the run goes on";
}

TEST_F(APresentation, PausesAndLeavesForANote) {
    openWindow(writePlan(kLong));
    press(Qt::Key_R);
    bridge::RunMoment now;
    QObject::connect(&m_window->session(), &bridge::RunSession::momentChanged, m_window.get(),
                     [&](const bridge::RunMoment& moment) { now = moment; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return now.requests > 0; }, kPatienceMs));
    present();
    QTest::keyClick(wall(), Qt::Key_Comma, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return now.isPaused; }, kPatienceMs));
    QTest::keyClick(wall(), Qt::Key_M, Qt::ControlModifier);
    ASSERT_TRUE(isGone());
    QApplication::setActiveWindow(m_window.get());
    EXPECT_NE(qobject_cast<QLineEdit*>(m_window->focusWidget()), nullptr);
}

TEST_F(APresentation, FollowsOneRunAfterTheOtherAndTheKeysOfRunsWork) {
    openWindow(writePlan(kShort));
    present();
    QString said;
    for (const auto* label : wall()->findChildren<QLabel*>()) {
        said += label->isVisibleTo(wall()) ? label->text() : QString();
    }
    EXPECT_TRUE(said.contains(QStringLiteral("next run"))) << said.toStdString();
    for (int run = 0; run < 2; ++run) {
        QTest::keyClick(wall(), Qt::Key_R, Qt::ControlModifier);
        ASSERT_FALSE(m_window->session().isIdle());
        EXPECT_EQ(value(QStringLiteral("Verdict")), QStringLiteral("Not started"));
        ASSERT_TRUE(rests());
        EXPECT_EQ(value(QStringLiteral("Verdict")), QStringLiteral("Passed"));
    }
    QTest::keyClick(wall(), Qt::Key_F5);
    EXPECT_TRUE(isGone());
}

TEST_F(APresentation, ItsTypeGrowsWithTheScreen) {
    openWindow(writePlan(kShort));
    present();
    const double before = wall()->font().pointSizeF();
    wall()->showNormal();
    wall()->resize(960, 540);
    const double small = wall()->font().pointSizeF();
    wall()->resize(1920, 1080);
    EXPECT_GT(wall()->font().pointSizeF(), 1.9 * small);
    EXPECT_GT(before, 0);
    EXPECT_EQ(wall()->findChild<live::VerdictStrip*>()->font().pointSizeF(), wall()->font().pointSizeF());
}

TEST_F(APresentation, SaysThatARunDidNotBegin) {
    openWindow(writePlan(kShort, "  \"setup\": \"login\",\n"));
    present();
    QTest::keyClick(wall(), Qt::Key_R, Qt::ControlModifier);
    ASSERT_TRUE(rests());
    QString said;
    for (const auto* label : wall()->findChildren<QLabel*>()) {
        said += label->isVisibleTo(wall()) ? label->text() : QString();
    }
    EXPECT_TRUE(said.contains(QStringLiteral("did not begin"))) << said.toStdString();
}

TEST_F(APresentation, ClosingTheWindowClosesItToo) {
    openWindow(writePlan(kShort));
    present();
    m_window.reset();
    EXPECT_TRUE(QApplication::topLevelWidgets().isEmpty() ||
                std::ranges::none_of(QApplication::topLevelWidgets(), [](QWidget* each) {
                    return qobject_cast<live::WallView*>(each) != nullptr;
                }));
}

} // namespace
} // namespace bw::shell
