#include "core/run/baseline_check.h"
#include "tests/core/run/stored_runs.h"

#include <gmock/gmock.h>

// Runs held against what was good before.
namespace bw::run {
namespace {

using analysis::Severity;
using testing::IsEmpty;

class BaselineCheckTest : public StoredRunsTest {
protected:
    void setBaseline(std::optional<history::RunId> run, int goodRuns = 0,
                     std::map<std::string, double> tolerances = {}) {
        ASSERT_TRUE(m_store.setBaseline({.planName = "orders",
                                         .environment = {},
                                         .run = run,
                                         .goodRuns = goodRuns,
                                         .tolerances = std::move(tolerances),
                                         .set = {}}));
    }
    std::optional<report::RegressionModel> check(history::RunId run) {
        auto model = checkAgainstBaseline(m_store, run);
        EXPECT_TRUE(model);
        return std::move(*model);
    }
    std::vector<std::int64_t> heldAgainst(const report::RegressionModel& model) {
        std::vector<std::int64_t> runs;
        for (const history::RunSummary& run : model.comparison.before) {
            runs.push_back(run.id.value);
        }
        return runs;
    }
};

TEST_F(BaselineCheckTest, ARunLikeTheBaselineIsNoRegression) {
    for (int i = 0; i < 5; ++i) {
        store({});
    }
    setBaseline(history::RunId{2});
    const auto model = check(store({}));
    ASSERT_TRUE(model);
    EXPECT_EQ(heldAgainst(*model), std::vector<std::int64_t>{2});
    EXPECT_THAT(model->regressions, IsEmpty());
    EXPECT_FALSE(report::worstOf(*model));
}

TEST_F(BaselineCheckTest, ASlowerRunIsARegressionWithItsSeverity) {
    for (int i = 0; i < 5; ++i) {
        store({});
    }
    setBaseline(history::RunId{2});
    const auto model = check(store({.median = 10 * 1.36}));
    ASSERT_TRUE(model);
    EXPECT_EQ(report::worstOf(*model), Severity::Critical) << "36 % is more than three times 10 %";
    EXPECT_EQ(model->regressions.front().row.subject.metric, "http_req_duration");
    setBaseline(history::RunId{2}, 0, {{"http_req_duration", 0.2}});
    const auto wider = check(history::RunId{6});
    for (const analysis::Regression& one : wider->regressions) {
        if (one.row.subject.name.empty() && one.row.statistic == analysis::Statistic::P50) {
            EXPECT_EQ(one.severity, Severity::Medium) << "1.8 tolerances";
            EXPECT_TRUE(one.isSure);
        }
    }
    setBaseline(history::RunId{2}, 0, {{"http_req_duration", 0.5}});
    EXPECT_FALSE(report::worstOf(*check(history::RunId{6})));
}

TEST_F(BaselineCheckTest, TheLastGoodRunsLeaveOutWhatFailed) {
    store({});
    store({.verdict = history::RunVerdict::Fail});
    store({});
    store({.state = history::RunState::Aborted});
    store({.environment = "elsewhere"});
    store({});
    setBaseline(std::nullopt, 3);
    const auto model = check(store({}));
    ASSERT_TRUE(model);
    EXPECT_EQ(heldAgainst(*model), (std::vector<std::int64_t>{6, 3, 1}));
    EXPECT_THAT(model->regressions, IsEmpty());
}

TEST_F(BaselineCheckTest, AWayDownhillIsSaid) {
    for (int i = 0; i < 8; ++i) {
        store({.median = 10 + 0.8 * i});
    }
    setBaseline(history::RunId{1});
    const auto model = check(store({.median = 17}));
    ASSERT_TRUE(model);
    ASSERT_FALSE(model->regressions.empty());
    EXPECT_EQ(model->regressions.front().trend, analysis::Trend::Degrading);
}

TEST_F(BaselineCheckTest, WithoutABaselineThereIsNothingToSay) {
    const history::RunId run = store({});
    EXPECT_FALSE(check(run));
    setBaseline(std::nullopt, 3);
    EXPECT_FALSE(check(run)) << "no good run before it";
    EXPECT_EQ(checkAgainstBaseline(m_store, {99}).error().kind, history::HistoryErrorKind::NoSuchRun);
}

} // namespace
} // namespace bw::run
