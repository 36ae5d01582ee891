#include "core/metrics/series_value.h"
#include "core/run/stored_points.h"
#include "tests/core/run/stored_runs.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <sstream>

namespace bw::run {
namespace {

using history::HistoryErrorKind;
using testing::ElementsAre;

// k6's percentile over sorted values.
double percentile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double rest = place - static_cast<double>(below);
    return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
}

class StoredPoints : public StoredRunsTest {
protected:
    struct Line {
        std::string type;
        std::string metric;
        nlohmann::json data;
    };
    [[nodiscard]] std::vector<Line> linesOf(history::RunId run) const {
        std::string text;
        const auto done = writePoints(m_store, run, [&](std::string_view piece) {
            text += piece;
            return true;
        });
        EXPECT_TRUE(done) << done.error().details;
        std::vector<Line> lines;
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);) {
            const auto json = nlohmann::json::parse(line, nullptr, false);
            EXPECT_TRUE(json.is_object()) << line;
            lines.push_back(
                {json.value("type", ""), json.value("metric", ""), json.value("data", nlohmann::json())});
        }
        return lines;
    }
    // The values of the points of a metric, by the name of the request.
    [[nodiscard]] static std::map<std::string, std::vector<double>> valuesOf(const std::vector<Line>& lines,
                                                                             const std::string& metric) {
        std::map<std::string, std::vector<double>> values;
        for (const Line& line : lines)
            if (line.type == "Point" && line.metric == metric)
                values[line.data["tags"].value("name", "")].push_back(line.data["value"].get<double>());
        return values;
    }
};

TEST_F(StoredPoints, CountsAndPercentilesAreTheRunsOwn) {
    const history::RunId run = store({.seconds = 150});
    const std::vector<Line> lines = linesOf(run);
    auto reader = m_store.reader();
    for (const history::StoredSeries& series : *reader->series(run)) {
        auto values = valuesOf(lines, series.metric)[*series.tags.find("name")];
        const metrics::SeriesValue sum = *reader->sum(run, series.id);
        std::ranges::sort(values);
        if (const auto* times = std::get_if<metrics::Histogram>(&sum)) {
            ASSERT_EQ(values.size(), times->count()) << series.metric;
            EXPECT_DOUBLE_EQ(values.front(), static_cast<double>(times->min()) / 1e6);
            EXPECT_DOUBLE_EQ(values.back(), static_cast<double>(times->max()) / 1e6);
            for (const double share : {0.0, 0.5, 0.9, 0.95, 0.99, 1.0}) {
                const double expected = times->percentile(share) / 1e6;
                EXPECT_NEAR(percentile(values, share), expected, 0.0157 * expected) << series.metric << share;
            }
        } else if (const auto* counter = std::get_if<metrics::CounterValue>(&sum)) {
            EXPECT_EQ(std::accumulate(values.begin(), values.end(), 0.0), counter->sum);
            EXPECT_EQ(values.size(), 150U) << "one a second";
        } else {
            const auto& rate = std::get<metrics::RateValue>(sum);
            EXPECT_EQ(values.size(), rate.total);
            EXPECT_EQ(std::ranges::count(values, 1.0), rate.trues);
        }
    }
}

TEST_F(StoredPoints, AMetricIsIntroducedBeforeItsFirstPointAndPointsComeInTheirSeconds) {
    const std::vector<Line> lines = linesOf(store({.seconds = 70}));
    std::set<std::string> introduced;
    std::string time;
    for (const Line& line : lines) {
        if (line.type == "Metric") {
            EXPECT_TRUE(introduced.insert(line.metric).second) << line.metric;
            EXPECT_EQ(line.data["name"], line.metric);
            continue;
        }
        EXPECT_TRUE(introduced.contains(line.metric));
        const std::string at = line.data["time"].get<std::string>();
        EXPECT_GE(at, time);
        time = at;
    }
    EXPECT_EQ(lines[1].data["time"], "2023-11-14T22:13:20Z");
    EXPECT_EQ(time, "2023-11-14T22:14:29Z");
    EXPECT_THAT(introduced,
                ElementsAre("http_req_duration", "http_req_failed", "http_req_response_time", "http_reqs"));
}

TEST_F(StoredPoints, AGaugeHasItsLowestHighestAndLastValue) {
    const auto writer = begin(m_store);
    report::FrameSource source;
    for (const double value : {5.0, 2.0, 9.0, 4.0})
        source.gauge(metrics::Builtin::Vus, value);
    writer->append(std::make_shared<metrics::Frame>(source.take()));
    source.gauge(metrics::Builtin::Vus, 7);
    writer->append(std::make_shared<metrics::Frame>(source.take()));
    ASSERT_TRUE(writer->finish(history::testOutcome(), std::chrono::seconds(60)));
    EXPECT_THAT(valuesOf(linesOf(writer->id()), "vus")[""], ElementsAre(2, 9, 4, 7));
}

TEST_F(StoredPoints, ASinkThatWantsNoMoreEndsIt) {
    int pieces = 0;
    const auto done =
        writePoints(m_store, store({.seconds = 120}), [&](std::string_view) { return ++pieces < 2; });
    EXPECT_EQ(done.error().kind, HistoryErrorKind::Cancelled);
    EXPECT_EQ(pieces, 2);
    EXPECT_EQ(writePoints(m_store, {99}, [](std::string_view) { return true; }).error().kind,
              HistoryErrorKind::NoSuchRun);
}

TEST_F(StoredPoints, CountsThatNoRunReachesAreDamage) {
    const auto writer = begin(m_store);
    metrics::Frame frame;
    frame.newSeries.push_back({{0}, {metrics::id(metrics::Builtin::HttpReqFailed), {}}});
    frame.entries.push_back({{0}, metrics::RateValue{0, std::uint64_t{1} << 60}});
    writer->append(std::make_shared<metrics::Frame>(frame));
    ASSERT_TRUE(writer->finish(history::testOutcome(), std::chrono::seconds(60)));
    const auto done = writePoints(m_store, writer->id(), [](std::string_view) { return true; });
    EXPECT_EQ(done.error().kind, HistoryErrorKind::Damaged);
}

} // namespace
} // namespace bw::run
