#include "tests/ui/live/sample_picture.h"
#include "ui/live/error_model.h"
#include "ui/live/limit_model.h"
#include "ui/live/log_model.h"
#include "ui/live/request_model.h"
#include "ui/live/session_model.h"
#include "ui/widgets/data_table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace bw::live {
namespace {

using Tester = QAbstractItemModelTester;

QString textAt(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

TEST(RequestModel, ShowsFiguresWithTheirUnitInTheHeader) {
    RequestModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setRows(samplePicture().model.requests, samplePicture().gauges);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(textAt(model, 1, RequestModel::Name), QStringLiteral("order_placement"));
    EXPECT_EQ(textAt(model, 1, RequestModel::P95), QStringLiteral("2"));
    EXPECT_EQ(model.headerData(RequestModel::P95, Qt::Horizontal, Qt::DisplayRole).toString(),
              QStringLiteral("P95, ms"));
    EXPECT_EQ(model.index(1, RequestModel::ResponseP95).data(widgets::kSortRole).toDouble(), 2.5);
}

TEST(RequestModel, SaysHowARequestStandsAgainstItsBudget) {
    bridge::RunPicture picture = samplePicture();
    bridge::GaugeReading over = picture.gauges.front();
    over.sinceStart.kind = verdict::LimitKind::P99;
    over.sinceStart.value = 30;
    over.sinceStart.state = verdict::BudgetState::Fail;
    picture.gauges.push_back(over);
    RequestModel model;
    model.setRows(picture.model.requests, picture.gauges);
    const QModelIndex cell = model.index(1, RequestModel::Budget);
    EXPECT_EQ(cell.data().toString(), QStringLiteral("P99: 3 times the limit"));
    EXPECT_EQ(cell.data(widgets::kToneRole).value<theme::Ink>(), theme::Ink::Bad);
    EXPECT_EQ(cell.data(widgets::kIconRole).toString(), QStringLiteral("fail"));
    EXPECT_TRUE(cell.data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("Budget own, P99: ")));
    EXPECT_EQ(textAt(model, 0, RequestModel::Budget), QStringLiteral("–"));
    EXPECT_GT(cell.data(widgets::kSortRole).toDouble(),
              model.index(0, RequestModel::Budget).data(widgets::kSortRole).toDouble());
}

TEST(RequestModel, SaysNothingOfWhatWasNeverAnswered) {
    RequestModel model;
    report::RequestRow row;
    row.name = "dead";
    row.requests = row.failed = 3;
    model.setRows({row}, {});
    EXPECT_EQ(textAt(model, 0, RequestModel::P99), QStringLiteral("–"));
    EXPECT_EQ(textAt(model, 0, RequestModel::Requests), QStringLiteral("3"));
}

TEST(SessionModel, ShowsSessionsMessagesAndHowTheyEnded) {
    SessionModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setRows(listeningPicture().model.sessions);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(textAt(model, 0, SessionModel::Name), QStringLiteral("market_data"));
    EXPECT_EQ(textAt(model, 0, SessionModel::Opened), QStringLiteral("2"));
    EXPECT_EQ(textAt(model, 0, SessionModel::Refused), QStringLiteral("1"));
    EXPECT_EQ(textAt(model, 0, SessionModel::P95), QStringLiteral("0.4"));
    EXPECT_EQ(textAt(model, 0, SessionModel::Endings),
              QStringLiteral("1000, normal × 1; connection broken × 1"));
    EXPECT_EQ(model.index(0, SessionModel::Lost).data(widgets::kToneRole).value<theme::Ink>(),
              theme::Ink::Bad);
    report::SessionRow silent;
    silent.name = "silent";
    model.setRows({silent});
    EXPECT_EQ(textAt(model, 0, SessionModel::P99), QStringLiteral("–"));
    EXPECT_EQ(textAt(model, 0, SessionModel::Endings), QString());
}

TEST(RequestModel, KeepsItsRowsWhileNamesStay) {
    RequestModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    auto rows = samplePicture().model.requests;
    model.setRows({rows[0]}, {});
    const QPersistentModelIndex selected = model.index(0, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows(rows, {}); // another request appeared
    EXPECT_TRUE(selected.isValid());
    EXPECT_EQ(resets.size(), 0);
    model.setRows({rows[1]}, {}); // another run
    EXPECT_EQ(resets.size(), 1);
}

TEST(LimitModel, ShowsWhatJudgesTheRun) {
    LimitModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setEvaluation(samplePicture().model.verdict.evaluation);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(textAt(model, 0, LimitModel::Subject), QStringLiteral("order_placement"));
    EXPECT_TRUE(textAt(model, 0, LimitModel::Limit).startsWith(QStringLiteral("P95")));
    EXPECT_FALSE(model.index(0, LimitModel::State).data(widgets::kIconRole).toString().isEmpty());
    EXPECT_TRUE(textAt(model, 1, LimitModel::Room).contains(QStringLiteral("1 of 1")))
        << textAt(model, 1, LimitModel::Room).toStdString();
}

TEST(ErrorModel, SaysWhatHappenedInWords) {
    ErrorModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setRows(samplePicture().model.errors);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_FALSE(textAt(model, 0, ErrorModel::What).isEmpty());
    EXPECT_NE(textAt(model, 0, ErrorModel::What), QStringLiteral("timeout")); // core's word, not a person's
    EXPECT_EQ(textAt(model, 0, ErrorModel::Count), QStringLiteral("1"));
}

TEST(LogModel, GrowsWithoutLosingItsPlace) {
    LogModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    auto lines = samplePicture().log;
    model.setLines(lines);
    const QPersistentModelIndex first = model.index(0, 0);
    lines.push_back(
        {std::chrono::seconds(5), bridge::LogLevel::Info, {}, QStringLiteral("the feed is used up")});
    model.setLines(lines);
    EXPECT_TRUE(first.isValid());
    EXPECT_EQ(textAt(model, 1, LogModel::Text), QStringLiteral("the feed is used up"));
}

} // namespace
} // namespace bw::live
