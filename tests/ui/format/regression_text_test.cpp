#include "ui/format/regression_text.h"

#include <gtest/gtest.h>

namespace bw::format {
namespace {

analysis::Regression regressionOf(const char* name, bool isSure) {
    analysis::Regression regression;
    regression.row.subject = {"http_req_duration", name};
    regression.row.statistic = analysis::Statistic::P95;
    regression.row.effect = 0.4;
    regression.severity = analysis::Severity::Critical;
    regression.isSure = isSure;
    return regression;
}

std::string sentence(const report::RegressionModel& model) {
    return regressionSentence(model).replace(QChar(u'\u202f'), u' ').toStdString();
}

TEST(RegressionSentence, SaysHowManyAndTheSeverest) {
    report::RegressionModel model;
    model.baseline.run = history::RunId{12};
    EXPECT_EQ(sentence(model), "No regression from the baseline, run 12.");
    model.regressions = {regressionOf("place", true)};
    EXPECT_EQ(sentence(model),
              "One regression from the baseline, run 12; it is critical: place got 40 % slower at P95.");
    model.regressions = {regressionOf("place", true), regressionOf("cancel", true),
                         regressionOf("login", false)};
    EXPECT_EQ(sentence(model), "2 regressions from the baseline, run 12; the severest is critical: place got "
                               "40 % slower at P95.");
}

TEST(RegressionSentence, SaysWhatIsNotSure) {
    report::RegressionModel model;
    model.comparison.before.resize(2);
    model.comparison.before[0].id = {7};
    model.comparison.before[1].id = {9};
    model.regressions = {regressionOf("place", false)};
    EXPECT_EQ(sentence(model),
              "No sure regression from the baseline, the last good runs (7, 9); of one figure "
              "beyond its tolerance only more runs can tell.");
    model.comparison.obstacles = {{report::ObstacleKind::OtherLoad, {10}}};
    EXPECT_EQ(sentence(model), "No fair comparison with the baseline, the last good runs (7, 9): run 10 made "
                               "another load.");
}

} // namespace
} // namespace bw::format
