#include "ui/format/comparison_text.h"

#include <gtest/gtest.h>

// The sentence that is read first.
namespace bw::format {
namespace {

using analysis::ComparedRow;
using analysis::Finding;
using analysis::Statistic;

ComparedRow rowOf(const char* metric, const char* name, Statistic statistic, Finding finding, double effect) {
    ComparedRow row;
    row.subject = {metric, name};
    row.statistic = statistic;
    row.finding = finding;
    row.effect = effect;
    return row;
}

ComparedRow slower(const char* name, double effect) {
    return rowOf("http_req_duration", name, Statistic::P95, Finding::Worse, effect);
}

std::string conclude(std::vector<ComparedRow> rows, bool knows = true) {
    report::ComparisonModel model;
    model.comparison.rows = std::move(rows);
    model.comparison.knowsRunToRun = knows;
    return conclusionText(model).replace(QChar(u'\u202f'), u' ').toStdString();
}

TEST(ConclusionText, SaysWhatGotWorseAndThatNothingElseDid) {
    const ComparedRow same = rowOf("http_reqs", "", Statistic::PerSecond, Finding::NoDifference, 0.001);
    EXPECT_EQ(conclude({same, slower("order_placement", 0.12)}),
              "order_placement got 12 % slower at P95, surely; nothing else changed.");
    EXPECT_EQ(conclude({slower("order_placement", 0.12)}, false),
              "order_placement got 12 % slower at P95, as it seems; nothing else changed.");
}

TEST(ConclusionText, TellsTheWeightiestAndCountsTheOthers) {
    const ComparedRow better = rowOf("http_req_duration", "b", Statistic::P50, Finding::Better, -0.2);
    EXPECT_EQ(conclude({slower("a", 0.1), slower("", 0.3), slower("c", 0.2), better}),
              "all requests got 30 % slower at P95, 2 other figures got worse, surely; b got 20 % faster at "
              "P50; nothing else changed.");
}

TEST(ConclusionText, SaysWhatIsOpen) {
    const ComparedRow open = rowOf("http_req_duration", "a", Statistic::P99, Finding::NeedsMoreRuns, 0.1);
    EXPECT_EQ(conclude({open}), "No difference shown; of one figure only more runs can tell.");
    EXPECT_EQ(conclude({open, slower("a", 0.1)}),
              "a got 10 % slower at P95, surely; of one figure only more runs can tell.");
    EXPECT_EQ(conclude({}), "No difference shown.");
}

TEST(ConclusionText, AnObstacleComesFirst) {
    report::ComparisonModel model;
    model.obstacles.push_back({report::ObstacleKind::OtherLoad, {12}});
    model.comparison.rows = {slower("a", 0.5)};
    EXPECT_EQ(conclusionText(model).toStdString(),
              "These runs are no fair comparison: run 12 made another load.");
}

TEST(GroundsText, SaysWhatTellsHowFarRunsDiffer) {
    report::ComparisonModel model;
    EXPECT_TRUE(groundsText(model).startsWith(QStringLiteral("Indication only")));
    model.comparison.knowsRunToRun = true;
    EXPECT_TRUE(groundsText(model).contains(QStringLiteral("The runs of each side")));
    model.comparison.otherRuns = 1;
    EXPECT_TRUE(groundsText(model).contains(QStringLiteral("One other run")));
    model.comparison.otherRuns = 7;
    EXPECT_TRUE(groundsText(model).contains(QStringLiteral("7 other runs")));
}

TEST(EffectText, IsARatioOrADifferenceOfShares) {
    ComparedRow row = slower("a", 0.123);
    row.low = -0.004;
    row.high = 0.25;
    const auto text = [](const QString& of) {
        return QString(of).replace(QChar(u'\u202f'), u' ').toStdString();
    };
    EXPECT_EQ(text(effectText(row, row.effect)), "+12 %");
    EXPECT_EQ(text(intervalText(row)), "−0.4 % … +25 %");
    row.statistic = Statistic::Share;
    EXPECT_EQ(text(effectText(row, 0.003)), "+0.3 pp");
    EXPECT_EQ(text(effectText(row, 0)), "±0 pp");
}

TEST(SubjectText, IsWhatPeopleCallIt) {
    EXPECT_EQ(subjectText({"http_req_failed", "login"}), QStringLiteral("login"));
    EXPECT_EQ(subjectText({"http_reqs", ""}), QStringLiteral("requests a second"));
    EXPECT_EQ(subjectText({"ws_msg_latency", "feed"}), QStringLiteral("ws_msg_latency of feed"));
    EXPECT_EQ(subjectText({"my_trend", ""}), QStringLiteral("my_trend"));
}

} // namespace
} // namespace bw::format
