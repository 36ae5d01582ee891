#include "tests/ui/history/sample_runs.h"
#include "ui/history/history_model.h"
#include "ui/theme/icons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/row_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace bw::history_view {
namespace {

class AHistoryModel : public testing::Test {
protected:
    [[nodiscard]] QString text(int row, HistoryModel::Column column) const {
        return m_model.index(row, column).data().toString();
    }

    HistoryModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(AHistoryModel, ShowsFiguresWithTheirUnitInTheHeader) {
    m_model.setRuns(runsOf({7}));
    EXPECT_EQ(text(0, HistoryModel::Run), QStringLiteral("7"));
    EXPECT_EQ(text(0, HistoryModel::P99), QStringLiteral("123"));
    EXPECT_EQ(text(0, HistoryModel::Requests), QStringLiteral("8.64\u202fk"));
    EXPECT_EQ(text(0, HistoryModel::Lasted), QStringLiteral("1\u202fmin 30\u202fs"));
    EXPECT_EQ(m_model.headerData(HistoryModel::P99, Qt::Horizontal, Qt::DisplayRole),
              QStringLiteral("P99, ms"));
    EXPECT_EQ(m_model.index(0, HistoryModel::P99).data(Qt::ToolTipRole), QStringLiteral("123.457\u202fms"));
    EXPECT_EQ(m_model.index(0, HistoryModel::Requests).data(Qt::ToolTipRole), QStringLiteral("8\u202f638"));
}

TEST_F(AHistoryModel, ShowsADashForWhatWasNotMeasured) {
    bridge::RunListEntry entry = entryOf(1);
    entry.p95.reset();
    m_model.setRuns({entry});
    EXPECT_EQ(text(0, HistoryModel::P95), QStringLiteral("–"));
    EXPECT_TRUE(m_model.index(0, HistoryModel::P95).data(Qt::ToolTipRole).toString().isEmpty());
    EXPECT_LT(m_model.index(0, HistoryModel::P95).data(widgets::kSortRole).toDouble(), 0);
}

TEST_F(AHistoryModel, TellsAVerdictByWordShapeAndColour) {
    bridge::RunListEntry stopped = entryOf(3, history::RunVerdict::Fail);
    stopped.run.state = history::RunState::Aborted;
    m_model.setRuns({stopped, entryOf(2)});
    const QModelIndex failed = m_model.index(0, HistoryModel::Verdict);
    EXPECT_EQ(failed.data().toString(), QStringLiteral("Failed, aborted"));
    EXPECT_EQ(failed.data(widgets::kIconRole).toString(), QStringLiteral("fail"));
    EXPECT_EQ(failed.data(widgets::kToneRole).value<theme::Ink>(), theme::Ink::Bad);
    const QModelIndex passed = m_model.index(1, HistoryModel::Verdict);
    EXPECT_EQ(passed.data(widgets::kIconRole).toString(), QStringLiteral("pass"));
    EXPECT_LT(failed.data(widgets::kSortRole).toInt(), passed.data(widgets::kSortRole).toInt());
}

TEST_F(AHistoryModel, IsSearchedForWhatIsSaidOfARunNow) {
    const auto searched = [&] {
        return m_model.index(0, HistoryModel::Run).data(widgets::kFilterRole).toString();
    };
    bridge::RunListEntry entry = entryOf(7);
    entry.run.note = "before";
    m_model.setRuns({entry});
    EXPECT_TRUE(searched().contains(QStringLiteral("before")));
    EXPECT_TRUE(m_model.index(0, HistoryModel::P99).data(widgets::kFilterRole).toString().isEmpty());
    entry.run.note = "after";
    entry.run.isStarred = true;
    m_model.setRuns({entry});
    EXPECT_TRUE(searched().contains(QStringLiteral("after")));
    EXPECT_TRUE(searched().contains(QStringLiteral("starred")));
    EXPECT_FALSE(searched().contains(QStringLiteral("before")));
}

TEST_F(AHistoryModel, TakesRunsThatFollowInOneGo) {
    m_model.setRuns(runsOf({9, 8}));
    const QSignalSpy inserted(&m_model, &HistoryModel::rowsInserted);
    m_model.setRuns(runsOf({11, 10, 9, 8, 7, 6, 5}));
    EXPECT_EQ(inserted.size(), 2);
    EXPECT_EQ(m_model.rowCount(), 7);
    EXPECT_EQ(text(1, HistoryModel::Run), QStringLiteral("10"));
    EXPECT_EQ(text(6, HistoryModel::Run), QStringLiteral("5"));
}

TEST_F(AHistoryModel, WritesTagsAsPeopleGaveThem) {
    bridge::RunListEntry entry = entryOf(1);
    entry.run.tags = {{"region", "eu"}, {"stage", "nightly"}};
    m_model.setRuns({entry});
    EXPECT_EQ(text(0, HistoryModel::Tags), QStringLiteral("region=eu, stage=nightly"));
}

TEST_F(AHistoryModel, KeepsPlacesWhileRunsComeAndGo) {
    m_model.setRuns(runsOf({5, 4, 2}));
    const QPersistentModelIndex four = m_model.index(1, 0);
    QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
    m_model.setRuns(runsOf({6, 5, 4, 3}));
    EXPECT_TRUE(reset.isEmpty());
    EXPECT_EQ(m_model.rowCount(), 4);
    EXPECT_EQ(four.row(), 2);
    EXPECT_EQ(m_model.rowOf(history::RunId(3)), 3);
    EXPECT_EQ(m_model.rowOf(history::RunId(2)), -1);
    for (int row = 0; row < 4; ++row) {
        EXPECT_EQ(m_model.entry(row)->run.id.value, 6 - row);
    }
    m_model.setRuns({});
    EXPECT_FALSE(four.isValid());
    EXPECT_EQ(m_model.entry(0), nullptr);
}

TEST_F(AHistoryModel, RemovesNeighboursTogether) {
    m_model.setRuns(runsOf({9, 8, 7, 6, 5, 4, 3}));
    QSignalSpy removed(&m_model, &QAbstractItemModel::rowsRemoved);
    m_model.setRuns(runsOf({8, 5, 3}));
    EXPECT_EQ(removed.size(), 3); // 9; 7 and 6; 4
    ASSERT_EQ(m_model.rowCount(), 3);
    EXPECT_EQ(m_model.entry(1)->run.id.value, 5);
}

TEST_F(AHistoryModel, TellsThatARunWentOn) {
    m_model.setRuns(runsOf({2, 1}));
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    bridge::RunList runs = runsOf({2, 1});
    runs[0].p95 = 77;
    m_model.setRuns(runs);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(text(0, HistoryModel::P95), QStringLiteral("77"));
}

TEST_F(AHistoryModel, TakesAListInAnotherOrder) {
    m_model.setRuns(runsOf({5, 4, 2}));
    m_model.setRuns(runsOf({2, 4, 5, 9}));
    ASSERT_EQ(m_model.rowCount(), 4);
    EXPECT_EQ(m_model.entry(3)->run.id.value, 9);
}

} // namespace
} // namespace bw::history_view
