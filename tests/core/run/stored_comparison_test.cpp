#include "core/run/measured_run.h"
#include "core/run/stored_comparison.h"
#include "tests/core/run/stored_runs.h"

#include <gmock/gmock.h>

// Runs that were kept, measured and compared.
namespace bw::run {
namespace {

using analysis::Finding;
using analysis::MeasuredSeries;
using analysis::Statistic;
using testing::ElementsAre;
using testing::IsEmpty;

class StoredComparisonTest : public StoredRunsTest {
protected:
    report::ComparisonModel compare(history::RunId before, history::RunId after) {
        const auto model = compareRuns(m_store, {.before = {before}, .after = {after}});
        EXPECT_TRUE(model);
        return *model;
    }

    analysis::MeasuredRun measure(history::RunId run, history::Window window,
                                  MeasureDetail detail = MeasureDetail::Blocks) {
        auto reader = m_store.reader();
        const auto summary = reader->run(run);
        return *measureRun(*reader, summary->summary, window, detail);
    }
};

const MeasuredSeries& seriesOf(const analysis::MeasuredRun& run, const std::string& name) {
    const auto found =
        std::ranges::find(run.series, analysis::Subject{"http_req_duration", name}, &MeasuredSeries::subject);
    EXPECT_NE(found, run.series.end());
    return *found;
}

TEST_F(StoredComparisonTest, MeasuresNamesAndAllTogether) {
    const analysis::MeasuredRun run = measure(store({}), {});
    std::vector<std::string> subjects;
    for (const MeasuredSeries& series : run.series) {
        subjects.push_back(series.subject.metric + " " + series.subject.name);
    }
    EXPECT_THAT(subjects, ElementsAre("http_req_duration ", "http_req_duration cancel",
                                      "http_req_duration place", "http_req_failed ", "http_req_failed cancel",
                                      "http_req_failed place", "http_reqs "));
    EXPECT_EQ(run.seconds, 120);
    EXPECT_EQ(metrics::sampleCount(seriesOf(run, "").whole), 120u * 60);
    EXPECT_EQ(metrics::sampleCount(seriesOf(run, "place").whole), 120u * 30);
}

// 25 minutes and more are read from the history's sums, shorter ones by the second.
TEST_F(StoredComparisonTest, BlocksTogetherAreTheWhole) {
    for (const std::int64_t seconds : {90, 1500}) {
        const analysis::MeasuredRun run = measure(store({.seconds = seconds}), {});
        const MeasuredSeries& place = seriesOf(run, "place");
        metrics::SeriesValue merged = metrics::emptyValue(metrics::MetricType::Trend);
        for (const metrics::SeriesValue& block : place.blocks) {
            metrics::mergeInto(merged, block);
        }
        EXPECT_EQ(merged, place.whole) << seconds;
        EXPECT_GE(place.blocks.size(), 20u);
        EXPECT_LE(place.blocks.size(), 600u);
    }
}

TEST_F(StoredComparisonTest, OneWindowAndTheOtherAreTheWhole) {
    const history::RunId id = store({.seconds = 700});
    for (const std::int64_t cut : {1, 63, 64, 255, 256, 300, 699}) {
        metrics::SeriesValue merged = seriesOf(measure(id, {0, cut}, MeasureDetail::Whole), "place").whole;
        metrics::mergeInto(merged, seriesOf(measure(id, {cut, 700}, MeasureDetail::Whole), "place").whole);
        EXPECT_EQ(merged, seriesOf(measure(id, {}, MeasureDetail::Whole), "place").whole) << cut;
    }
}

TEST_F(StoredComparisonTest, ARunAgainstItselfShowsNothing) {
    const history::RunId id = store({});
    for (int i = 0; i < 4; ++i) {
        store({});
    }
    const report::ComparisonModel model = compare(id, id);
    EXPECT_EQ(report::conclusionOf(model), report::Conclusion::NoDifference);
    for (const analysis::ComparedRow& row : model.comparison.rows) {
        EXPECT_EQ(row.effect, 0);
    }
}

TEST_F(StoredComparisonTest, FindsWhatASlowerBuildChanged) {
    for (int i = 0; i < 6; ++i) {
        store({.build = "one"});
    }
    const history::RunId before = store({.build = "one"});
    const history::RunId after = store({.median = 12, .build = "two"});
    const report::ComparisonModel model = compare(before, after);
    EXPECT_EQ(report::conclusionOf(model), report::Conclusion::Worse);
    EXPECT_TRUE(model.comparison.knowsRunToRun);
    EXPECT_EQ(model.comparison.otherRuns, 6);
    EXPECT_THAT(model.obstacles, IsEmpty());
    for (const analysis::ComparedRow& row : model.comparison.rows) {
        const bool isTime = row.subject.metric == "http_req_duration";
        EXPECT_EQ(row.finding, isTime ? Finding::Worse : Finding::NoDifference) << row.subject.metric;
    }
    EXPECT_EQ(model.before.front().build, "one");
}

TEST_F(StoredComparisonTest, RunsOfAnotherLoadTellNothingAboutNoise) {
    for (int i = 0; i < 3; ++i) {
        store({.options = R"({"vus": 50})"});
    }
    EXPECT_FALSE(compare(store({}), store({})).comparison.knowsRunToRun);
}

TEST_F(StoredComparisonTest, SaysWhyRunsAreNotComparable) {
    const history::RunId plain = store({});
    std::string other = kPlan;
    other.replace(other.find("1m"), 2, "2m");
    const history::RunId longer = store({.plan = other});
    EXPECT_THAT(compare(plain, longer).obstacles,
                ElementsAre(report::Obstacle{report::ObstacleKind::OtherLoad, longer}));
    const history::RunId scaled = store({.options = R"({"timeScale": 0.5})"});
    EXPECT_THAT(compare(plain, scaled).obstacles,
                ElementsAre(report::Obstacle{report::ObstacleKind::OtherLoad, scaled}));
    other = kPlan;
    other.replace(other.find("[]"), 2, R"([{"think": "1s"}])");
    const history::RunId thinking = store({.plan = other});
    EXPECT_THAT(compare(plain, thinking).obstacles,
                ElementsAre(report::Obstacle{report::ObstacleKind::OtherPlan, thinking}));
    const history::RunId aborted = store({.state = history::RunState::Aborted});
    EXPECT_THAT(compare(plain, aborted).obstacles,
                ElementsAre(report::Obstacle{report::ObstacleKind::NotWhole, aborted}));
    const history::RunId limited = store({.isLimited = true});
    EXPECT_THAT(compare(plain, limited).obstacles,
                ElementsAre(report::Obstacle{report::ObstacleKind::GeneratorLimited, limited}));
    EXPECT_EQ(report::conclusionOf(compare(plain, limited)), report::Conclusion::NotComparable);
}

TEST_F(StoredComparisonTest, ANewNameOfThePlanIsTheSamePlan) {
    std::string renamed = kPlan;
    renamed.replace(renamed.find("orders"), 6, "Orders");
    EXPECT_THAT(compare(store({}), store({.plan = renamed})).obstacles, IsEmpty());
}

TEST_F(StoredComparisonTest, ARunThatIsNotThereIsSaid) {
    const auto model = compareRuns(m_store, {.before = {store({})}, .after = {{99}}});
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().kind, history::HistoryErrorKind::NoSuchRun);
}

} // namespace
} // namespace bw::run
