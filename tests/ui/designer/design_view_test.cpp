#include "tests/ui/designer/design_fixture.h"
#include "ui/designer/gallery/gallery_page.h"
#include "ui/designer/gallery/plan_card.h"
#include "ui/designer/problems/problem_panel.h"
#include "ui/widgets/data_table.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPushButton>
#include <QToolButton>

namespace bw::designer {
namespace {

constexpr const char* kScenario = "scenarios.orders";

TEST_F(DesignTest, OffersPlansToBeginWithWhileNothingIsOpen) {
    GalleryPage& gallery = m_view->gallery();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !gallery.cards().empty(); }, kPatienceMs));
    EXPECT_EQ(gallery.cards().front()->text(), QStringLiteral("Sample: a morning at JTS"));
    EXPECT_GE(gallery.cards().size(), 12u);
    QStringList words;
    for (PlanCard* card : gallery.cards()) {
        EXPECT_FALSE(card->accessibleDescription().isEmpty()) << card->text().toStdString();
        words << card->text();
    }
    for (const char* wanted : {"Market open and close", "Orders placed and cancelled", "Authentication storm",
                               "An order and its fill", "Risk", "Queries"}) {
        EXPECT_TRUE(words.contains(QLatin1String(wanted))) << wanted;
    }
    QSignalSpy made(m_view.get(), &DesignView::newRequested);
    QSignalSpy opened(m_view.get(), &DesignView::openRequested);
    QSignalSpy chosen(m_view.get(), &DesignView::templateRequested);
    for (auto* button : gallery.findChildren<QPushButton*>()) {
        QTest::mouseClick(button, Qt::LeftButton);
    }
    gallery.cards().front()->setFocus();
    QTest::keyClick(gallery.cards().front(), Qt::Key_Space);
    EXPECT_EQ(made.size(), 1);
    EXPECT_EQ(opened.size(), 1);
    ASSERT_EQ(chosen.size(), 1);
    m_document.openTemplate(chosen.front().front().toString().toStdString());
    EXPECT_EQ(text(), m_original);
    EXPECT_TRUE(m_document.isModified()) << "it has no file yet";
}

TEST_F(DesignTest, APlanIsFirstSeenByItsLoad) {
    open();
    EXPECT_EQ(m_view->outline().currentPlace(), QLatin1String(kScenario));
    EXPECT_TRUE(m_view->load().isVisible());
    EXPECT_EQ(m_view->flow().flow(), QStringLiteral("order_cycle"));
}

TEST_F(DesignTest, ADurationThatIsTypedStandsInTheJsonAndCanBeUndone) {
    open();
    FormField& duration = field(kScenario, "duration");
    type(duration, "2m");
    EXPECT_TRUE(isInStep());
    EXPECT_TRUE(json().contains(QStringLiteral("\"duration\": \"2m\"")));
    EXPECT_EQ(m_document.undoStack().count(), 1) << "one step for one field";
    EXPECT_EQ(m_document.undoStack().undoText(), QStringLiteral("Change duration of orders"));

    QTest::keyClick(&duration.editor(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(text(), m_original);
    EXPECT_TRUE(isInStep());
    EXPECT_NE(shown(duration), QStringLiteral("2m"));

    QTest::keyClick(&duration.editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(shown(duration), QStringLiteral("2m"));
    EXPECT_TRUE(isInStep());
}

TEST_F(DesignTest, WhatIsNoDurationStaysInItsFieldAndNeverReachesThePlan) {
    open();
    FormField& duration = field(kScenario, "duration");
    const QString before = shown(duration);
    type(duration, "x");
    EXPECT_EQ(text(), m_original);
    EXPECT_EQ(shown(duration), QStringLiteral("x"));
    EXPECT_TRUE(duration.isWrong());
    EXPECT_TRUE(duration.editor().property("wrong").toBool());
    EXPECT_EQ(duration.message(), QStringLiteral("\"x\" is not a duration"));
    EXPECT_EQ(duration.editor().accessibleDescription(), duration.message());

    QTest::keyClick(&duration.editor(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(shown(duration), before);
    EXPECT_FALSE(duration.isWrong());
    EXPECT_EQ(m_document.undoStack().index(), 0);
}

TEST_F(DesignTest, APlanThatIsWrongSaysSoAtTheFieldAndLeadsThere) {
    open();
    FormField& rate = field(kScenario, "rate");
    type(rate, "0");
    EXPECT_FALSE(rate.isWrong()) << "a whole number can be kept";
    EXPECT_TRUE(rate.message().contains(QStringLiteral("out of range"))) << rate.message().toStdString();
    widgets::DataTable& problems = m_view->problems().table();
    ASSERT_EQ(problems.model()->rowCount(), 1);
    EXPECT_FALSE(problems.isVisible());
    QTest::mouseClick(&m_view->problems().opener(), Qt::LeftButton);
    EXPECT_TRUE(problems.isVisible());
    EXPECT_EQ(m_view->outline().current().data(kTroubleRole).toInt(), 0);

    form("variables");
    problems.setFocus();
    problems.selectSourceRow(0);
    QTest::keyClick(&problems, Qt::Key_Return);
    EXPECT_EQ(m_view->outline().currentPlace(), QLatin1String(kScenario));
    EXPECT_TRUE(rate.editor().hasFocus());
    EXPECT_TRUE(m_view->json().editor().textCursor().block().text().contains(QLatin1String("\"rate\"")));
    ASSERT_TRUE(m_document.save()) << "a plan may be saved before it is right";
    EXPECT_EQ(fileText(), text());
}

TEST_F(DesignTest, EditingTheJsonChangesTheForms) {
    open();
    FormField& rate = field(kScenario, "rate");
    const QString before = shown(rate);
    typeJson(qPrintable(QStringLiteral("\"rate\": ") + before), "\"rate\": 77");
    EXPECT_EQ(shown(rate), QStringLiteral("77"));
    EXPECT_TRUE(isInStep());
    m_document.undoStack().undo();
    EXPECT_EQ(shown(rate), before);
    EXPECT_EQ(text(), m_original);
    EXPECT_TRUE(isInStep());
}

TEST_F(DesignTest, JsonThatCannotBeReadStaysMarkedInTheEditor) {
    open();
    form(kScenario);
    typeJson("\"rate\":", "\"rate\"");
    JsonEditor& editor = m_view->json().editor();
    EXPECT_EQ(text(), m_original);
    EXPECT_EQ(editor.markedLine(), editor.textCursor().blockNumber() + 1);
    EXPECT_FALSE(editor.accessibleDescription().isEmpty());
    EXPECT_FALSE(m_view->forms().isEnabled());
    EXPECT_FALSE(m_document.save());

    QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier);
    QCoreApplication::processEvents();
    EXPECT_EQ(editor.markedLine(), 0);
    EXPECT_TRUE(m_view->forms().isEnabled());
    EXPECT_TRUE(isInStep());
    EXPECT_FALSE(m_document.isModified());
}

TEST_F(DesignTest, ALineOfTheOutlineScrollsTheJsonThere) {
    open();
    form("thresholds");
    EXPECT_TRUE(
        m_view->json().editor().textCursor().block().text().contains(QLatin1String("\"thresholds\"")));
    form("flows.trader.steps[2].group.steps[0]");
    const QModelIndex step = m_view->flow().tree().currentIndex();
    EXPECT_EQ(step.data().toString(), QStringLiteral("position_updates"));
    EXPECT_EQ(step.data(kBadgeRole).toString(), QStringLiteral("GET"));
    EXPECT_TRUE(step.data(kDetailsRole).toString().startsWith(QLatin1String("1 check")));
    EXPECT_EQ(m_view->outline().currentPlace(), QStringLiteral("flows.trader"));
}

TEST_F(DesignTest, SavesExactlyWhatTheJsonShows) {
    open();
    type(field("name", "name"), "Mine");
    ASSERT_TRUE(m_document.save());
    EXPECT_EQ(fileText(), json().toStdString());
    EXPECT_EQ(fileText().size(), m_original.size() - std::string("Sample: a morning at JTS").size() + 4);
}

TEST_F(DesignTest, ShowsANewerPlanWithoutLettingItBeTyped) {
    std::string newer = m_original;
    newer.replace(newer.find(": 1"), 3, ": 2");
    openText(newer);
    EXPECT_EQ(json().toStdString(), newer);
    EXPECT_TRUE(m_view->json().editor().isReadOnly());
    EXPECT_FALSE(m_document.save());
    EXPECT_EQ(fileText(), newer);
}

TEST_F(DesignTest, AFileThatIsNoPlanCanBeMendedInTheEditor) {
    std::string broken = m_original;
    broken.insert(broken.find("\"name\""), ",");
    openText(broken);
    JsonEditor& editor = m_view->json().editor();
    EXPECT_EQ(editor.markedLine(), 3);
    EXPECT_EQ(m_view->problems().table().model()->rowCount(), 1);
    typeJson(",\"name\"", "\"name\"");
    EXPECT_TRUE(m_document.state()->plan);
    EXPECT_TRUE(m_document.save());
    EXPECT_EQ(fileText(), m_original);
}

TEST_F(DesignTest, AnotherExecutorKeepsWhatStillApplies) {
    open();
    FormField& executor = field(kScenario, "executor");
    auto& box = *qobject_cast<QComboBox*>(&executor.editor());
    box.setFocus();
    box.setCurrentIndex(box.findData(QStringLiteral("ramping-arrival-rate")));
    Q_EMIT box.activated(box.currentIndex());
    const auto& load = std::get<testplan::RampingArrivalRate>(plan().scenarios.front().executor);
    ASSERT_EQ(load.stages.size(), 1u);
    EXPECT_FALSE(form(kScenario).field(QStringLiteral("startRate"))->isHidden());
    EXPECT_TRUE(form(kScenario).field(QStringLiteral("rate"))->isHidden());
    EXPECT_TRUE(form(kScenario).field(QStringLiteral("duration"))->isHidden());
    EXPECT_TRUE(m_document.state()->problems.empty());
    m_document.undoStack().undo();
    EXPECT_EQ(text(), m_original);
}

TEST_F(DesignTest, ScenariosAreDuplicatedRenamedAndDeletedByKey) {
    open();
    form(kScenario);
    QTreeView& tree = m_view->outline().tree();
    tree.setFocus();
    QTest::keyClick(&tree, Qt::Key_D, Qt::ControlModifier);
    ASSERT_NE(plan().findScenario("orders_copy"), nullptr);
    EXPECT_EQ(m_view->outline().currentPlace(), QStringLiteral("scenarios.orders_copy"));

    QTest::keyClick(&tree, Qt::Key_F2);
    auto* editor = tree.findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("a b"));
    QTest::keyClick(editor, Qt::Key_Return);
    EXPECT_NE(plan().findScenario("orders_copy"), nullptr) << "a name with a blank stays in its field";
    EXPECT_TRUE(editor->property("wrong").toBool());
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("more"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // the view takes the name a turn later
    EXPECT_NE(plan().findScenario("more"), nullptr);
    EXPECT_EQ(m_view->outline().currentPlace(), QStringLiteral("scenarios.more"));

    tree.setFocus();
    QTest::keyClick(&tree, Qt::Key_Delete);
    EXPECT_EQ(plan().findScenario("more"), nullptr);
    while (m_document.undoStack().canUndo()) {
        m_document.undoStack().undo();
    }
    EXPECT_EQ(text(), m_original);
}

TEST_F(DesignTest, UndoLeadsBackToWhatItTookBack) {
    open();
    type(field(kScenario, "duration"), "3m");
    form("thresholds");
    m_document.undoStack().undo();
    EXPECT_EQ(m_view->outline().currentPlace(), QLatin1String(kScenario));
}

TEST_F(DesignTest, RemembersItsSplitters) {
    open();
    m_settings.clear();
    auto* across = m_view->outline().parentWidget();
    auto& handle = *qobject_cast<QSplitter*>(across)->handle(1);
    QTest::mousePress(&handle, Qt::LeftButton, {}, QPoint(0, 50));
    QTest::mouseMove(&handle, QPoint(60, 50));
    QTest::mouseRelease(&handle, Qt::LeftButton, {}, QPoint(60, 50));
    const int width = m_view->outline().width();
    EXPECT_TRUE(m_settings.contains(QStringLiteral("design/across")));
    DesignView other(m_document, m_settings, BW_SOURCE_DIR "/resources");
    other.resize(m_view->size());
    other.show();
    EXPECT_EQ(other.outline().width(), width);
}

} // namespace
} // namespace bw::designer
