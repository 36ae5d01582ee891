#include "core/run/stored_trend.h"
#include "tests/core/run/stored_runs.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

// How figures went from run to run.
namespace bw::run {
namespace {

using StoredTrendTest = StoredRunsTest;

const report::TrendRow& rowOf(const report::TrendModel& model, const char* name,
                              analysis::Statistic statistic) {
    for (const report::TrendRow& row : model.rows) {
        if (row.subject == analysis::Subject{"http_req_duration", name} && row.statistic == statistic) {
            return row;
        }
    }
    ADD_FAILURE() << "no such row";
    std::abort();
}

TEST_F(StoredTrendTest, HasEveryRunOfThePlanTheOldestFirst) {
    for (int i = 0; i < 7; ++i) {
        store({.median = 10.0 + i});
    }
    store({.options = R"({"vus": 9})"});
    store({.state = history::RunState::Aborted});
    store({.environment = "elsewhere"});
    ASSERT_TRUE(m_store.setBaseline({.planName = "orders",
                                     .environment = {},
                                     .run = history::RunId{2},
                                     .goodRuns = 0,
                                     .tolerances = {},
                                     .set = {}}));
    const auto model = loadTrend(m_store, history::RunId{3});
    ASSERT_TRUE(model);
    ASSERT_EQ(model->runs.size(), 7u);
    EXPECT_EQ(model->runs.front().id.value, 1);
    EXPECT_EQ(model->runs.back().id.value, 7);
    EXPECT_EQ(model->leftOut, 1) << "the one with another load";
    const report::TrendRow& median = rowOf(*model, "place", analysis::Statistic::P50);
    ASSERT_EQ(median.values.size(), 7u);
    EXPECT_NEAR(*median.values[0], 10, 1);
    EXPECT_NEAR(*median.values[6], 16, 1.5);
    EXPECT_EQ(median.trend, analysis::Trend::Degrading);
    EXPECT_EQ(median.baseline, median.values[1]);
    EXPECT_EQ(median.tolerance, 0.1);
    EXPECT_DOUBLE_EQ(*report::toleratedTo(median), 1.1 * *median.values[1]);
    EXPECT_FALSE(median.limit) << "the plan has no budget";
}

TEST_F(StoredTrendTest, KnowsWhatTheBudgetAllows) {
    const history::RunId run = store({.budget = 25});
    const auto model = loadTrend(m_store, run);
    ASSERT_TRUE(model);
    EXPECT_EQ(rowOf(*model, "place", analysis::Statistic::P95).limit, 25);
    EXPECT_FALSE(rowOf(*model, "place", analysis::Statistic::P50).limit);
    EXPECT_FALSE(rowOf(*model, "cancel", analysis::Statistic::P95).limit);
    EXPECT_FALSE(report::toleratedTo(rowOf(*model, "place", analysis::Statistic::P95)));
}

TEST_F(StoredTrendTest, TheLastGoodRunsAreTheirMedian) {
    for (const double time : {10.0, 12.0, 14.0, 30.0}) {
        store({.median = time});
    }
    store({.median = 90, .verdict = history::RunVerdict::Fail});
    ASSERT_TRUE(m_store.setBaseline({.planName = "orders",
                                     .environment = {},
                                     .run = std::nullopt,
                                     .goodRuns = 3,
                                     .tolerances = {},
                                     .set = {}}));
    const auto model = loadTrend(m_store, history::RunId{1});
    const report::TrendRow& median = rowOf(*model, "place", analysis::Statistic::P50);
    EXPECT_EQ(median.baseline, median.values[2]);
}

TEST_F(StoredTrendTest, SpeaksJson) {
    store({.build = "one"});
    store({});
    const nlohmann::json json = nlohmann::json::parse(report::trendJson(*loadTrend(m_store, {1})));
    EXPECT_EQ(json["runs"][0]["build"], "one");
    EXPECT_EQ(json["rows"][0]["values"].size(), 2u);
    EXPECT_EQ(json["rows"][0]["baseline"], nullptr);
    EXPECT_EQ(json["rows"][0]["trend"], "unknown");
}

TEST_F(StoredTrendTest, ARunThatIsNotThereIsSaid) {
    EXPECT_EQ(loadTrend(m_store, {4}).error().kind, history::HistoryErrorKind::NoSuchRun);
}

} // namespace
} // namespace bw::run
