#include "tests/ui/history/sample_runs.h"
#include "ui/history/baseline_dialog.h"
#include "ui/history/cleanup_dialog.h"
#include "ui/history/history_model.h"
#include "ui/history/preview_pane.h"
#include "ui/history/run_list_page.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <gtest/gtest.h>
#include <memory>

namespace bw::history_view {
namespace {

constexpr int kPatienceMs = 10'000;

class ARunList : public testing::Test {
protected:
    ARunList() { open(); }

    void open() {
        m_page = std::make_unique<RunListPage>(m_settings);
        m_page->resize(1280, 600);
        m_page->show();
        QApplication::setActiveWindow(m_page.get()); // shortcuts need it
        m_page->setRuns(runsOf({3, 2, 1}));
        QObject::connect(m_page.get(), &RunListPage::openRequested,
                         [this](history::RunId run) { m_opened = run.value; });
        QObject::connect(m_page.get(), &RunListPage::exportRequested,
                         [this](history::RunId run) { m_exported = run.value; });
        QObject::connect(m_page.get(), &RunListPage::previewRequested,
                         [this](history::RunId run) { m_previewed.push_back(run.value); });
        QObject::connect(m_page.get(), &RunListPage::deleteRequested,
                         [this](const std::vector<history::RunId>& runs) { m_deleted = runs; });
    }

    [[nodiscard]] widgets::DataTable* table() const { return m_page->findChild<widgets::DataTable*>(); }
    [[nodiscard]] QLineEdit* filter() const { return m_page->findChild<QLineEdit*>(); }
    [[nodiscard]] QToolButton* button(const QString& text) const {
        for (QToolButton* button : m_page->findChildren<QToolButton*>()) {
            if (button->text() == text) {
                return button;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString& words) const {
        const auto labels = m_page->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {}) const {
        const QRect cell = table()->visualRect(table()->model()->index(row, HistoryModel::Plan));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, cell.center());
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    std::unique_ptr<RunListPage> m_page;
    std::int64_t m_opened = 0;
    std::int64_t m_exported = 0;
    std::vector<std::int64_t> m_previewed;
    std::vector<history::RunId> m_deleted;
};

TEST_F(ARunList, BeginsAtTheNewestRun) {
    EXPECT_EQ(table()->model()->index(0, HistoryModel::Run).data().toString(), QStringLiteral("3"));
    EXPECT_TRUE(table()->selectionModel()->isRowSelected(0));
    EXPECT_TRUE(says(QStringLiteral("3 runs")));
    EXPECT_TRUE(says(QStringLiteral("Run 3: Passed")));
}

TEST_F(ARunList, OpensByEnterAndByDoubleClick) {
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Return);
    EXPECT_EQ(m_opened, 2);
    clickRow(2);
    const QRect cell = table()->visualRect(table()->model()->index(2, HistoryModel::Plan));
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
    EXPECT_EQ(m_opened, 1);
}

TEST_F(ARunList, OpensAndExportsByButton) {
    clickRow(1);
    QTest::mouseClick(button(QStringLiteral("Open")), Qt::LeftButton);
    EXPECT_EQ(m_opened, 2);
    QTest::mouseClick(button(QStringLiteral("Export report…")), Qt::LeftButton);
    EXPECT_EQ(m_exported, 2);
}

TEST_F(ARunList, DeletesWhatIsSelectedByKey) {
    clickRow(0);
    clickRow(2, Qt::ControlModifier);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    ASSERT_EQ(m_deleted.size(), 2U);
    EXPECT_EQ(m_deleted[0].value + m_deleted[1].value, 4);
}

TEST_F(ARunList, SelectsTheNeighbourOfARunThatWent) {
    clickRow(1);
    m_page->setRuns(runsOf({3, 1}));
    ASSERT_EQ(table()->selectionModel()->selectedRows().size(), 1);
    EXPECT_TRUE(button(QStringLiteral("Delete"))->isEnabled());
}

TEST_F(ARunList, SelectsWhatTheFilterLeaves) {
    bridge::RunList runs = runsOf({3, 2, 1});
    runs[2].run.build = "blue";
    m_page->setRuns(runs);
    clickRow(0);
    QTest::keyClicks(filter(), QStringLiteral("blue"));
    ASSERT_EQ(table()->selectionModel()->selectedRows().size(), 1);
    EXPECT_TRUE(says(QStringLiteral("Run 1: Passed")));
    EXPECT_TRUE(button(QStringLiteral("Delete"))->isEnabled());
}

TEST_F(ARunList, KeepsTheSelectionWhileRunsCome) {
    clickRow(1);
    m_page->setRuns(runsOf({5, 4, 3, 2, 1}));
    const QModelIndexList selected = table()->selectionModel()->selectedRows();
    ASSERT_EQ(selected.size(), 1);
    EXPECT_EQ(selected.first().data().toString(), QStringLiteral("2"));
    EXPECT_TRUE(says(QStringLiteral("Run 2: Passed")));
}

TEST_F(ARunList, FiltersByAnyOfItsTexts) {
    bridge::RunList runs = runsOf({3, 2, 1});
    runs[0].run.tags = {{"stage", "nightly"}};
    runs[1].run.build = "4.2";
    runs[2].run.note = "after the pool was widened";
    m_page->setRuns(runs);
    const auto shown = [this](const QString& words) {
        filter()->clear();
        QTest::keyClicks(filter(), words);
        return table()->model()->rowCount() == 1
                   ? table()->model()->index(0, HistoryModel::Run).data().toString()
                   : QStringLiteral("%1 rows").arg(table()->model()->rowCount());
    };
    EXPECT_EQ(shown(QStringLiteral("NIGHTLY")), QStringLiteral("3"));
    EXPECT_EQ(shown(QStringLiteral("4.2 plan")), QStringLiteral("2"));
    EXPECT_EQ(shown(QStringLiteral("widened pool")), QStringLiteral("1"));
    EXPECT_EQ(shown(QStringLiteral("passed")), QStringLiteral("3 rows"));
    EXPECT_EQ(shown(QStringLiteral("123")), QStringLiteral("0 rows")); // a figure's digits
    EXPECT_TRUE(says(QStringLiteral("3 runs")));
}

TEST_F(ARunList, SaysWhenNothingMatchesAndShowsAllAgain) {
    m_page->focusFilter();
    QTest::keyClicks(filter(), QStringLiteral("no such run"));
    EXPECT_FALSE(table()->isVisible());
    EXPECT_TRUE(says(QStringLiteral("No run matches")));
    EXPECT_TRUE(says(QStringLiteral("0 of 3 runs")));
    EXPECT_FALSE(button(QStringLiteral("Open"))->isEnabled());
    auto* all = m_page->findChild<widgets::EmptyState*>()->findChild<QPushButton*>();
    QTest::mouseClick(all, Qt::LeftButton);
    EXPECT_TRUE(table()->isVisible());
    EXPECT_EQ(table()->model()->rowCount(), 3);
    EXPECT_TRUE(button(QStringLiteral("Open"))->isEnabled());
}

TEST_F(ARunList, EscapeClearsTheFilterAndDownGoesToTheTable) {
    m_page->focusFilter();
    QTest::keyClicks(filter(), QStringLiteral("plan 2"));
    QTest::keyClick(filter(), Qt::Key_Escape);
    EXPECT_TRUE(filter()->text().isEmpty());
    QTest::keyClick(filter(), Qt::Key_Down);
    EXPECT_EQ(QApplication::focusWidget(), table());
}

TEST_F(ARunList, CopiesAsTabSeparatedText) {
    clickRow(1);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("Run\tVerdict\tStarted\tPlan")));
    EXPECT_TRUE(lines[1].startsWith(QStringLiteral("2\tPassed\t")));
    EXPECT_EQ(lines[1].count(u'\t'), HistoryModel::kColumns - 2) << "all but the star";
}

TEST_F(ARunList, SortsByAFigureAtAClickOnItsHeader) {
    QHeaderView* header = table()->horizontalHeader();
    const QPoint p95(header->sectionViewportPosition(HistoryModel::P95) + 12, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, p95);
    EXPECT_EQ(table()->model()->index(0, HistoryModel::Run).data().toString(), QStringLiteral("1"));
}

TEST_F(ARunList, RemembersItsColumns) {
    table()->horizontalHeader()->resizeSection(HistoryModel::Plan, 321);
    table()->sortByColumn(HistoryModel::P95, Qt::AscendingOrder);
    open();
    EXPECT_EQ(table()->horizontalHeader()->sectionSize(HistoryModel::Plan), 321);
    EXPECT_EQ(table()->horizontalHeader()->sortIndicatorSection(), HistoryModel::P95);
}

TEST_F(ARunList, AsksForThePreviewOfTheRunWhereOneStays) {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_previewed.empty(); }, kPatienceMs));
    m_previewed.clear();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Down);
    EXPECT_TRUE(m_previewed.empty());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_previewed.empty(); }, kPatienceMs));
    EXPECT_EQ(m_previewed, std::vector<std::int64_t>{1});
}

TEST_F(ARunList, ShowsThePreviewOfTheCurrentRunOnly) {
    bridge::RunPreview preview;
    preview.run = history::RunId(2);
    preview.sentence = QStringLiteral("Failed: P99 of login was 12.4 ms.");
    m_page->setPreview(preview);
    EXPECT_FALSE(says(preview.sentence));
    clickRow(1);
    m_page->setPreview(preview);
    EXPECT_TRUE(says(preview.sentence));
    clickRow(0);
    EXPECT_FALSE(says(preview.sentence));
}

TEST_F(ARunList, TwoSelectedRunsAreComparedTheEarlierFirst) {
    std::vector<history::RunId> before;
    std::vector<history::RunId> after;
    QObject::connect(m_page.get(), &RunListPage::compareRequested,
                     [&](const std::vector<history::RunId>& a, const std::vector<history::RunId>& b) {
                         before = a;
                         after = b;
                     });
    table()->setFocus();
    table()->selectRow(0);
    EXPECT_FALSE(button(QStringLiteral("Compare"))->isEnabled()) << "one is none to compare with";
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_TRUE(button(QStringLiteral("Compare"))->isEnabled());
    QTest::mouseClick(button(QStringLiteral("Compare")), Qt::LeftButton);
    EXPECT_EQ(before, std::vector{history::RunId(2)});
    EXPECT_EQ(after, std::vector{history::RunId(3)});
}

TEST_F(ARunList, StarNoteAndTagsAreSaidByKeyboard) {
    std::vector<std::pair<history::RunId, history::RunNotes>> said;
    QObject::connect(
        m_page.get(), &RunListPage::remarkRequested,
        [&](history::RunId run, const history::RunNotes& notes) { said.emplace_back(run, notes); });
    table()->setFocus();
    table()->selectRow(0);
    QTest::keyClick(table(), Qt::Key_B, Qt::ControlModifier);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].first, history::RunId(3));
    EXPECT_TRUE(said[0].second.isStarred);
    QTest::keyClick(table(), Qt::Key_F2);
    auto* editor = table()->findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    QTest::keyClicks(editor, QStringLiteral("after the index"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // the editor takes the key first
    ASSERT_EQ(said.size(), 2u);
    EXPECT_EQ(said[1].second.note, "after the index");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::keyClick(table(), Qt::Key_F2, Qt::ShiftModifier);
    editor = table()->findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    QTest::keyClicks(editor, QStringLiteral("team=risk"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
    ASSERT_EQ(said.size(), 3u);
    EXPECT_EQ(said[2].second.tags, (std::map<std::string, std::string>{{"team", "risk"}}));
    EXPECT_EQ(m_opened, 0) << "Enter ended the editing, and opened nothing";
}

TEST_F(ARunList, AStarredRunAndABaselineAreFoundByWord) {
    bridge::RunList runs = runsOf({3, 2, 1});
    runs[1].run.isStarred = true;
    runs[2].isBaseline = true;
    m_page->setRuns(runs);
    filter()->setText(QStringLiteral("starred"));
    ASSERT_EQ(table()->model()->rowCount(), 1);
    EXPECT_EQ(table()->model()->index(0, HistoryModel::Run).data().toString(), QStringLiteral("2"));
    filter()->setText(QStringLiteral("baseline"));
    ASSERT_EQ(table()->model()->rowCount(), 1);
    EXPECT_EQ(table()->model()->index(0, HistoryModel::Run).data().toString(), QStringLiteral("1"));
}

TEST_F(ARunList, ARunBecomesTheBaselineAndIsItNoLonger) {
    std::vector<std::pair<history::RunId, bool>> asked;
    const std::map<std::string, double> kept{{"http_req_duration", 0.3}};
    history::Baseline before;
    before.tolerances = kept;
    bridge::RunList held = runsOf({3, 2, 1});
    held[0].baseline = std::make_shared<const history::Baseline>(before);
    m_page->setRuns(held);
    QObject::connect(m_page.get(), &RunListPage::baselineRequested,
                     [&](history::RunId run, const bridge::BaselineChoice& choice) {
                         EXPECT_EQ(choice.goodRuns, 0);
                         EXPECT_EQ(choice.tolerances, kept) << "what was chosen for the plan stays";
                         asked.emplace_back(run, true);
                     });
    QObject::connect(m_page.get(), &RunListPage::noBaselineRequested,
                     [&](history::RunId run) { asked.emplace_back(run, false); });
    const auto trigger = [&](const char* words) {
        for (QAction* action : table()->actions()) {
            if (action->text() == QLatin1String(words)) {
                action->trigger();
                return;
            }
        }
        FAIL() << words;
    };
    table()->selectRow(0);
    trigger("Set as baseline");
    bridge::RunList runs = runsOf({3, 2, 1});
    runs[0].isBaseline = true;
    m_page->setRuns(runs);
    trigger("No longer the baseline");
    EXPECT_EQ(asked, (std::vector<std::pair<history::RunId, bool>>{{history::RunId(3), true},
                                                                   {history::RunId(3), false}}));
}

TEST_F(ARunList, FindsWordsThatStandInNoColumn) {
    std::vector<QString> asked;
    QObject::connect(m_page.get(), &RunListPage::searchRequested,
                     [&](const QString& words) { asked.push_back(words); });
    filter()->setText(QStringLiteral("connection  refused"));
    EXPECT_EQ(table()->model()->rowCount(), 0) << "in no column";
    ASSERT_TRUE(QTest::qWaitFor([&] { return !asked.empty(); }, kPatienceMs));
    EXPECT_EQ(asked.back(), QStringLiteral("connection refused"));
    m_page->setFound(QStringLiteral("something else"), {history::RunId(1)});
    EXPECT_EQ(table()->model()->rowCount(), 0) << "an answer that came late";
    m_page->setFound(QStringLiteral("connection refused"), {history::RunId(2)});
    ASSERT_EQ(table()->model()->rowCount(), 1);
    EXPECT_EQ(table()->model()->index(0, HistoryModel::Run).data().toString(), QStringLiteral("2"));
    filter()->setText(QStringLiteral("connection refusedly"));
    EXPECT_EQ(table()->model()->rowCount(), 0);
    filter()->clear();
    EXPECT_EQ(table()->model()->rowCount(), 3);
}

TEST_F(ARunList, AsksForTheCurvesInSightOneAfterTheOther) {
    std::vector<std::int64_t> asked;
    QObject::connect(m_page.get(), &RunListPage::curveRequested, [&](history::RunId run) {
        asked.push_back(run.value);
        bridge::RunPreview preview;
        preview.run = run;
        preview.points = {{0, 10, 1.0}, {1, 10, 2.0}};
        QMetaObject::invokeMethod(
            m_page.get(),
            [this, preview] { m_page->setCurve(std::make_shared<const bridge::RunPreview>(preview)); },
            Qt::QueuedConnection);
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return asked.size() == 3; }, kPatienceMs));
    EXPECT_EQ(asked, (std::vector<std::int64_t>{3, 2, 1}));
    const QModelIndex cell = table()->model()->index(0, HistoryModel::Curve);
    EXPECT_TRUE(cell.data(kCurveRole).value<bridge::RunPreviewPtr>() != nullptr);
    table()->grab();
}

TEST_F(ARunList, ABaselineIsTheLastGoodRunsWithTolerances) {
    bridge::RunListEntry entry = runsOf({3}).front();
    BaselineDialog dialog(entry);
    EXPECT_EQ(dialog.choice().goodRuns, 0);
    EXPECT_TRUE(dialog.choice().tolerances.empty()) << "as usual";
    for (QRadioButton* button : dialog.findChildren<QRadioButton*>()) {
        if (button->text().contains(QStringLiteral("median"))) {
            button->click();
        }
    }
    dialog.findChild<QSpinBox*>()->setValue(7);
    dialog.findChildren<QDoubleSpinBox*>().front()->setValue(25);
    const bridge::BaselineChoice choice = dialog.choice();
    EXPECT_EQ(choice.goodRuns, 7);
    ASSERT_EQ(choice.tolerances.size(), 1u);
    EXPECT_DOUBLE_EQ(choice.tolerances.begin()->second, 0.25);

    history::Baseline set;
    set.goodRuns = 7;
    set.tolerances = choice.tolerances;
    entry.baseline = std::make_shared<const history::Baseline>(set);
    BaselineDialog again(entry);
    EXPECT_EQ(again.choice().goodRuns, 7);
    EXPECT_EQ(again.choice().tolerances, choice.tolerances);
}

TEST_F(ARunList, CleansUpByNumberAndSaysHowManyGo) {
    bridge::RunList runs = runsOf({3, 2, 1});
    for (bridge::RunListEntry& entry : runs) {
        entry.run.planName = "one";
        entry.run.started = SystemClock::instance().wallNow();
    }
    runs[1].run.isStarred = true;
    CleanupDialog dialog(runs);
    EXPECT_TRUE(dialog.going().empty()) << "none is old";
    const auto boxes = dialog.findChildren<QCheckBox*>();
    for (QCheckBox* box : boxes) {
        box->setChecked(box->text().contains(QStringLiteral("newest")));
    }
    for (QSpinBox* field : dialog.findChildren<QSpinBox*>()) {
        field->setValue(1);
    }
    EXPECT_EQ(dialog.going(), std::vector{history::RunId(1)}) << "the starred one stays";
    const auto labels = dialog.findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text() == QStringLiteral("1 of 3 runs go."); }));
}

} // namespace
} // namespace bw::history_view
