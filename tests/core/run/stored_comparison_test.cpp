#include "core/run/measured_run.h"
#include "core/run/stored_comparison.h"
#include "core/verdict/verdict_json.h"
#include "tests/core/history/history_fixture.h"
#include "tests/core/report/frame_source.h"

#include <cmath>
#include <gmock/gmock.h>

// Runs that were kept, measured and compared.
namespace bw::run {
namespace {

using analysis::Finding;
using analysis::MeasuredSeries;
using analysis::Statistic;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kPlan = R"({"bellwether": 1, "name": "orders", "flows": {"f": {"steps": []}},
    "scenarios": {"s": {"executor": "constant-vus", "vus": 1, "duration": "1m", "flow": "f"}}})";

struct Stored {
    double median = 10; // ms
    std::int64_t seconds = 120;
    std::string build{};
    std::string plan = kPlan;
    std::string options = "{}";
    history::RunState state = history::RunState::Finished;
    bool isLimited = false;
};

class StoredComparisonTest : public history::HistoryTest {
protected:
    history::RunId store(const Stored& stored) {
        history::RunStart start = history::testStart();
        start.planName = "orders";
        start.planText = stored.plan;
        start.optionsJson = stored.options;
        start.build = stored.build;
        auto writer = m_store.beginRun(start, metrics);
        EXPECT_TRUE(writer);
        std::vector<metrics::FramePtr> frames;
        report::FrameSource source;
        const double run = 0.01 * m_random.normal();
        for (std::int64_t second = 0; second < stored.seconds; ++second) {
            for (int i = 0; i < 30; ++i) {
                const double time = stored.median * std::exp(run + 0.3 * m_random.normal());
                source.request("place", time, time);
                source.request("cancel", time / 2, time / 2);
            }
            frames.push_back(std::make_shared<metrics::Frame>(source.take()));
        }
        appendAll(**writer, frames);
        history::RunOutcome outcome = history::testOutcome();
        outcome.state = stored.state;
        if (stored.isLimited) {
            verdict::Verdict verdict;
            verdict.outcome = verdict::Outcome::Inconclusive;
            verdict.reasons.push_back({.kind = verdict::ReasonKind::GeneratorLate});
            verdict.evaluation.doubt.late.emplace();
            outcome.verdictJson = verdict::verdictJson(verdict);
            EXPECT_TRUE(verdict::verdictFromJson(outcome.verdictJson));
        }
        EXPECT_TRUE((*writer)->finish(outcome, std::chrono::seconds(60)));
        return (*writer)->id();
    }

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

    Random m_random{7};
    history::HistoryStore m_store = open();
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
