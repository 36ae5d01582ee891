#include "tests/ui/shell/window_fixture.h"
#include "ui/compare/compare_view.h"
#include "ui/history/history_view.h"
#include "ui/live/figure_tile.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/notice_area.h"
#include "ui/shell/run_dialog.h"
#include "ui/shell/stored_run_page.h"
#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>

namespace bw::shell {
namespace {

TEST_F(WindowTest, AKeyRunsThePlanAndTheRunIsWatchedAndKept) {
    openWindow(writePlan(kShort));
    QSignalSpy ended(&m_window->session(), &bridge::RunSession::ended);
    press(Qt::Key_R);
    EXPECT_FALSE(m_window->session().isIdle());
    EXPECT_TRUE(m_window->runView().isVisible());
    EXPECT_FALSE(m_window->actions().run->isEnabled());
    ASSERT_TRUE(rests());
    ASSERT_EQ(ended.size(), 1);
    EXPECT_EQ(m_window->runView().picture()->model.figures.requests, 40U);
    EXPECT_EQ(m_window->runView().picture()->model.run.id, "1");
    EXPECT_TRUE(m_window->actions().run->isEnabled());
}

TEST_F(WindowTest, WatchedProcessesAreChosenOnceForAPlan) {
    openWindow(writePlan(
        "      \"executor\": \"constant-vus\",\n      \"vus\": 1,\n      \"duration\": \"1500ms\",\n"));
    const QString own = QString::number(QCoreApplication::applicationPid());
    QTimer::singleShot(0, m_window.get(), [&] { // the dialog waits for its answer
        auto* dialog = m_window->findChild<RunDialog*>();
        ASSERT_NE(dialog, nullptr);
        for (const auto* label : dialog->findChildren<QLabel*>()) {
            if (label->text() == QStringLiteral("&Watch processes")) {
                qobject_cast<QLineEdit*>(label->buddy())->setText(own);
            }
        }
        dialog->accept();
    });
    m_window->actions().runWith->trigger();
    for (int run = 0; run < 2; ++run) { // the second one without being asked
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_window->session().isIdle(); }, kPatienceMs));
        ASSERT_TRUE(rests());
        const auto& processes = m_window->runView().picture()->model.processes;
        ASSERT_EQ(processes.size(), 1U);
        EXPECT_EQ(processes[0].name, own.toStdString());
        if (run == 0) {
            m_window->actions().run->trigger();
        }
    }
}

TEST_F(WindowTest, AKeyStopsTheRun) {
    openWindow(writePlan(kLong));
    press(Qt::Key_R);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_window->session().state() == bridge::RunSession::State::Running; }, kPatienceMs));
    press(Qt::Key_Period);
    ASSERT_TRUE(rests());
    EXPECT_EQ(m_window->runView().picture()->model.run.state, report::RunState::Interrupted);
}

TEST_F(WindowTest, AKeptRunOpensInTheSameViewFrozen) {
    openWindow(writePlan(kShort));
    press(Qt::Key_R);
    ASSERT_TRUE(rests());
    press(Qt::Key_4);
    auto* view = m_window->findChild<history_view::HistoryView*>();
    auto* table = view->findChild<widgets::DataTable*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return table->isVisible() && table->model()->rowCount() == 1; }, kPatienceMs));
    table->setFocus();
    press(Qt::Key_Return, Qt::NoModifier);
    auto* page = m_window->findChild<StoredRunPage*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->isVisible(); }, kPatienceMs));
    EXPECT_EQ(page->view().picture()->model.figures.requests, 40U);
    EXPECT_FALSE(page->view().picture()->isLive);
}

TEST_F(WindowTest, TwoKeptRunsAreComparedAndTheWayBackIsThere) {
    openWindow(writePlan(kShort));
    for (int run = 0; run < 2; ++run) {
        press(Qt::Key_R);
        ASSERT_TRUE(rests());
    }
    press(Qt::Key_4);
    auto* table = m_window->findChild<history_view::HistoryView*>()->findChild<widgets::DataTable*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return table->isVisible() && table->model()->rowCount() == 2; }, kPatienceMs));
    table->setFocus();
    press(Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    for (QAction* action : table->actions()) {
        if (action->text() == QStringLiteral("Compare")) {
            EXPECT_TRUE(action->isEnabled());
            action->trigger();
        }
    }
    auto* view = m_window->findChild<compare::CompareView*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return view->isVisible() && view->picture() != nullptr; }, kPatienceMs));
    EXPECT_EQ(view->picture()->model.before.front().id.value, 1) << "the earlier is A";
    EXPECT_GT(view->table().model()->rowCount(), 0);
    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] { return table->isVisible(); }, kPatienceMs));
}

TEST_F(WindowTest, ADeletedRunComesBackByUndo) {
    openWindow(writePlan(kShort));
    press(Qt::Key_R);
    ASSERT_TRUE(rests());
    press(Qt::Key_4);
    auto* view = m_window->findChild<history_view::HistoryView*>();
    auto* table = view->findChild<widgets::DataTable*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return table->isVisible() && table->model()->rowCount() == 1; }, kPatienceMs));
    table->setFocus();
    press(Qt::Key_Delete, Qt::NoModifier);
    EXPECT_EQ(table->model()->rowCount(), 0);
    auto* bar = view->findChild<widgets::NoticeBar*>();
    ASSERT_NE(bar, nullptr);
    QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
    EXPECT_EQ(table->model()->rowCount(), 1);
    press(Qt::Key_Delete, Qt::NoModifier);
    EXPECT_EQ(table->model()->rowCount(), 0);
    press(Qt::Key_Z);
    EXPECT_EQ(table->model()->rowCount(), 1);
}

TEST_F(WindowTest, APlanThatCannotRunSaysWhereItIsWrong) {
    openWindow(writePlan(kShort, "  \"setup\": \"login\",\n"));
    press(Qt::Key_R);
    ASSERT_TRUE(rests());
    auto* bar = m_window->findChild<NoticeArea*>()->find(QStringLiteral("run"));
    ASSERT_NE(bar, nullptr);
    EXPECT_TRUE(bar->text().contains(QStringLiteral("setup"))) << bar->text().toStdString();
    EXPECT_TRUE(m_target.seen.all().empty());
}

TEST_F(WindowTest, AsksOnceBeforeItLoadsAnotherMachine) {
    openWindow(writePlan(kShort, "  \"allowedHosts\": [\n    \"staging.example\"\n  ],\n"));
    press(Qt::Key_R);
    ASSERT_TRUE(rests());
    auto* notices = m_window->findChild<NoticeArea*>();
    auto* question = notices->find(QStringLiteral("run"));
    ASSERT_NE(question, nullptr);
    EXPECT_TRUE(question->text().contains(QStringLiteral("staging.example")));
    EXPECT_TRUE(m_target.seen.all().empty());
    QTest::mouseClick(question->findChildren<QPushButton*>().first(), Qt::LeftButton);
    ASSERT_TRUE(rests());
    EXPECT_EQ(m_target.seen.all().size(), 40U);
    press(Qt::Key_R);
    ASSERT_TRUE(rests());
    EXPECT_EQ(m_target.seen.all().size(), 80U);
}

TEST_F(WindowTest, OffersASmokeRunAfterTheChangeOfAPlan) {
    openWindow(writePlan(kLong));
    press(Qt::Key_R);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_target.seen.all().empty(); }, kPatienceMs));
    press(Qt::Key_Period);
    ASSERT_TRUE(rests());
    auto* notices = m_window->findChild<NoticeArea*>();
    EXPECT_EQ(notices->find(QStringLiteral("smoke")), nullptr);
    m_window->document().edit(QStringLiteral("rename"), {},
                              [](testplan::TestPlan& plan) { plan.name = "Other"; });
    auto* offer = notices->find(QStringLiteral("smoke"));
    ASSERT_NE(offer, nullptr);
    QTest::mouseClick(offer->findChild<QPushButton*>(), Qt::LeftButton);
    ASSERT_TRUE(rests());
    EXPECT_EQ(m_window->runView().picture()->model.figures.requests, 1U);
    EXPECT_EQ(m_window->runView().picture()->model.run.id, "");
}

TEST_F(WindowTest, ClosingInMidRunAsks) {
    openWindow(writePlan(kLong));
    press(Qt::Key_R);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_target.seen.all().empty(); }, kPatienceMs));
    int asked = 0;
    const auto answer = [&](QMessageBox::ButtonRole role) {
        QTimer::singleShot(0, [&asked, role] {
            auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            ASSERT_NE(question, nullptr);
            ++asked;
            for (QAbstractButton* button : question->buttons()) {
                if (question->buttonRole(button) == role) {
                    button->click();
                    return;
                }
            }
        });
    };
    answer(QMessageBox::RejectRole);
    EXPECT_FALSE(m_window->close());
    EXPECT_FALSE(m_window->session().isIdle());
    answer(QMessageBox::AcceptRole);
    EXPECT_TRUE(m_window->close());
    EXPECT_EQ(asked, 2);
}

TEST_F(WindowTest, TheCommandPaletteDoesWhatIsTyped) {
    openWindow(writePlan(kShort));
    press(Qt::Key_K);
    auto* palette = m_window->findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    auto* letters = palette->findChild<QLineEdit*>();
    QTest::keyClicks(letters, QStringLiteral("hist"));
    QTest::keyClick(letters, Qt::Key_Return);
    EXPECT_TRUE(m_window->actions().showHistory->isChecked());
}

TEST_F(WindowTest, SwitchesBetweenDarkAndLightWhileItIsOpen) {
    openWindow(writePlan(kShort));
    m_window->actions().dark->trigger();
    EXPECT_EQ(theme::tokens(m_window->palette()).appearance, theme::Appearance::Dark);
    m_window->actions().light->trigger();
    EXPECT_EQ(theme::tokens(m_window->palette()).appearance, theme::Appearance::Light);
}

TEST_F(WindowTest, TellsThatAFileChangedOnTheDisk) {
    const QString plan = writePlan(kShort);
    openWindow(plan);
    writePlan(kLong);
    auto* notices = m_window->findChild<NoticeArea*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return notices->find(QStringLiteral("disk")) != nullptr; }, kPatienceMs));
    QTest::mouseClick(notices->find(QStringLiteral("disk"))->findChildren<QPushButton*>().first(),
                      Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_window->document().state()->text.find("10m") != std::string::npos; }, kPatienceMs));
}

TEST_F(WindowTest, TellsThatAFileIsGoneAndWritesItAgain) {
    const QString plan = writePlan(kShort);
    openWindow(plan);
    ASSERT_TRUE(QFile::remove(plan));
    auto* notices = m_window->findChild<NoticeArea*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return notices->find(QStringLiteral("disk")) != nullptr; }, kPatienceMs));
    QTest::mouseClick(notices->find(QStringLiteral("disk"))->findChildren<QPushButton*>().first(),
                      Qt::LeftButton);
    EXPECT_TRUE(QFile::exists(plan));
    EXPECT_EQ(notices->find(QStringLiteral("disk")), nullptr);
}

TEST_F(WindowTest, AMissingPlanIsToldInsideTheWindow) {
    openWindow({});
    m_window->document().open(path(QStringLiteral("none.plan.json")).toStdString());
    auto* notices = m_window->findChild<NoticeArea*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return notices->find(QStringLiteral("file")) != nullptr; }, kPatienceMs));
    EXPECT_TRUE(notices->find(QStringLiteral("file"))->text().contains(QStringLiteral("none.plan.json")));
}

TEST_F(WindowTest, SeveralPlansAreOpenBehindTabs) {
    const QString first = writePlan(kShort);
    openWindow(first);
    PlanDesk& desk = m_window->desk();
    EXPECT_FALSE(desk.tabs().isVisible()) << "one plan needs no tab";
    press(Qt::Key_N);
    EXPECT_EQ(desk.count(), 2);
    EXPECT_TRUE(desk.tabs().isVisible());
    EXPECT_TRUE(m_window->document().path().empty());
    m_window->document().edit(QStringLiteral("rename"), {},
                              [](testplan::TestPlan& plan) { plan.name = "Second"; });
    EXPECT_EQ(desk.tabs().tabText(1), QStringLiteral("Second •"));

    press(Qt::Key_PageUp);
    EXPECT_EQ(m_window->document().path(), first.toStdString());
    EXPECT_FALSE(m_window->isWindowModified());
    EXPECT_FALSE(m_window->actions().undo->isEnabled()) << "each plan has its own way back";
    QTest::mouseClick(&desk.tabs(), Qt::LeftButton, {}, desk.tabs().tabRect(1).center());
    EXPECT_EQ(m_window->document().title(), QStringLiteral("Second"));
    press(Qt::Key_Z);
    EXPECT_EQ(m_window->document().title(), QStringLiteral("New plan"));

    press(Qt::Key_W);
    EXPECT_EQ(desk.count(), 1) << "nothing was done to it that could be lost";
    EXPECT_EQ(m_window->document().path(), first.toStdString());
    press(Qt::Key_W);
    EXPECT_EQ(desk.count(), 1);
    EXPECT_FALSE(m_window->document().isOpen());
}

TEST_F(WindowTest, AFileThatIsOpenIsNotOpenedTwice) {
    const QString first = writePlan(kShort);
    openWindow(first);
    press(Qt::Key_N);
    ASSERT_EQ(m_window->desk().count(), 2);
    m_window->desk().open(first);
    EXPECT_EQ(m_window->desk().count(), 2);
    EXPECT_EQ(m_window->document().path(), first.toStdString());
}

TEST_F(WindowTest, ClosingTheWindowAsksForEveryPlanThatWouldBeLost) {
    openWindow(writePlan(kShort));
    m_window->document().edit(QStringLiteral("rename"), {},
                              [](testplan::TestPlan& plan) { plan.name = "One"; });
    press(Qt::Key_N);
    EXPECT_EQ(m_window->document().title(), QStringLiteral("New plan"));
    QString asked;
    QTimer::singleShot(0, [&asked] {
        auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        ASSERT_NE(question, nullptr);
        asked = question->text();
        question->button(QMessageBox::Cancel)->click();
    });
    m_window->close();
    EXPECT_TRUE(asked.contains(QStringLiteral("One"))) << asked.toStdString();
    EXPECT_TRUE(m_window->isVisible());
    EXPECT_EQ(m_window->document().title(), QStringLiteral("One"))
        << "the plan that is asked about is in sight";
}

TEST_F(WindowTest, AChangeOnTheDiskIsToldWhenItsPlanIsInSight) {
    const QString plan = writePlan(kShort);
    openWindow(plan);
    bridge::PlanDocument& first = m_window->document();
    press(Qt::Key_N);
    auto* notices = m_window->findChild<NoticeArea*>();
    writePlan(kLong);
    ASSERT_TRUE(QTest::qWaitFor([&] { return first.isChangedOnDisk(); }, kPatienceMs));
    EXPECT_EQ(notices->find(QStringLiteral("disk")), nullptr);
    press(Qt::Key_PageUp);
    EXPECT_NE(notices->find(QStringLiteral("disk")), nullptr);
    press(Qt::Key_PageDown);
    EXPECT_EQ(notices->find(QStringLiteral("disk")), nullptr);
}

TEST_F(WindowTest, AForeignHistoryIsToldAndTheRunDoesNotBegin) {
    QFile foreign(path(QStringLiteral("history.sqlite")));
    ASSERT_TRUE(foreign.open(QIODevice::WriteOnly));
    foreign.write(QByteArray(5000, 'x'));
    foreign.close();
    openWindow(writePlan(kShort));
    press(Qt::Key_R);
    ASSERT_TRUE(rests());
    EXPECT_NE(m_window->findChild<NoticeArea*>()->find(QStringLiteral("run")), nullptr);
    EXPECT_EQ(QFileInfo(path(QStringLiteral("history.sqlite"))).size(), 5000);
}

TEST(TheCommandPalettesLetters, FitBeginningsOfWordsBest) {
    EXPECT_GT(CommandPalette::fit(QStringLiteral("rw"), QStringLiteral("Run with…")),
              CommandPalette::fit(QStringLiteral("rw"), QStringLiteral("Forward")));
    EXPECT_LT(CommandPalette::fit(QStringLiteral("xyz"), QStringLiteral("Run")), 0);
    EXPECT_EQ(CommandPalette::fit(QString(), QStringLiteral("Run")), 0);
}

} // namespace
} // namespace bw::shell
