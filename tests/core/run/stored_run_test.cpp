#include "core/report/model_json.h"
#include "core/report/report_builder.h"
#include "core/run/stored_run.h"
#include "core/verdict/verdict_json.h"
#include "tests/core/history/history_fixture.h"
#include "tests/core/report/frame_source.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <gmock/gmock.h>
#include <utility>

namespace bw::run {
namespace {

using metrics::Builtin;

// `seconds` of two requests and what goes with them; nothing at all in every tenth second.
std::vector<metrics::FramePtr> framesOf(std::int64_t seconds) {
    report::FrameSource source;
    std::vector<metrics::FramePtr> frames;
    for (std::int64_t second = 0; second < seconds; ++second) {
        if (second % 10 != 9) {
            source.request("late", 3 + static_cast<double>(second % 7), 4);
            source.count(Builtin::Iterations, {{"scenario", "one"}}, 2);
            source.gauge(Builtin::Vus, static_cast<double>(second % 50));
        }
        if (second % 10 == 4) {
            source.request("early", 12, 15);
            source.failure("early", "timeout", "0");
        }
        if (second == 5000) {
            source.count(Builtin::WsSessions, {{"name", "feed"}}, 160);
        }
        frames.push_back(std::make_shared<metrics::Frame>(source.take()));
    }
    return frames;
}

verdict::Verdict failedVerdict(std::int64_t seconds) {
    verdict::Evaluation evaluation;
    evaluation.elapsed = std::chrono::seconds(seconds) - std::chrono::milliseconds(500);
    verdict::ThresholdResult threshold;
    threshold.selector = "orders_total{kind:a}";
    threshold.source = "count>1";
    threshold.state = verdict::ThresholdState::Fail;
    threshold.value = 0;
    evaluation.thresholds = {threshold};
    evaluation.checks = {{"", "status is 200", 5, 1}};
    return verdict::conclude(std::move(evaluation));
}

class StoredRunTest : public history::HistoryTest {
protected:
    history::RunId store(const std::vector<metrics::FramePtr>& frames, const history::RunOutcome& outcome) {
        history::RunStart start = history::testStart();
        start.optionsJson = R"({"cpu":"a processor","memory":16000000000,"description":"why"})";
        auto writer = m_store.beginRun(start, metrics);
        EXPECT_TRUE(writer);
        appendAll(**writer, frames);
        (*writer)->addLog({std::chrono::seconds(1), history::LogLevel::Info, "feed", "feed_ended"});
        (*writer)->addLog({std::chrono::seconds(2), history::LogLevel::Warning, "one", "insufficient_vus"});
        (*writer)->addExample({std::chrono::seconds(3), "early", "timeout", "GET /", ""});
        EXPECT_TRUE((*writer)->finish(outcome, std::chrono::seconds(60)));
        return (*writer)->id();
    }
    history::RunId store(std::int64_t seconds) {
        history::RunOutcome outcome = history::testOutcome();
        outcome.state = history::RunState::Aborted;
        outcome.verdictJson = verdict::verdictJson(failedVerdict(seconds));
        return store(framesOf(seconds), outcome);
    }
    void change(const QString& sql) const {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
            database.setDatabaseName(QString::fromStdString(path));
            EXPECT_TRUE(database.open());
            EXPECT_TRUE(QSqlQuery(database).exec(sql)) << sql.toStdString();
        }
        QSqlDatabase::removeDatabase(m_connection);
    }

    const QString m_connection = QStringLiteral("test");
    history::HistoryStore m_store = open();
};

// As long as it takes more than one window, and as its end lies beside a window's.
TEST_F(StoredRunTest, HasTheFiguresOfTheRunItself) {
    constexpr std::int64_t seconds = 2500;
    const history::RunId id = store(seconds);
    const auto loaded = loadRun(m_store, id);
    ASSERT_TRUE(loaded) << loaded.error().details;
    report::ReportBuilder live;
    for (const metrics::FramePtr& frame : framesOf(seconds)) {
        live.add(*frame);
    }
    report::RunInfo info;
    info.duration = failedVerdict(seconds).evaluation.elapsed;
    const report::ReportModel expected = live.build(info, {});
    const report::ReportModel& model = loaded->model;
    EXPECT_EQ(model.figures.requests, 2250 + 2 * 250);
    EXPECT_EQ(model.figures.requests, expected.figures.requests);
    EXPECT_EQ(model.figures.requestRate, expected.figures.requestRate);
    EXPECT_EQ(model.figures.failed, 250);
    EXPECT_EQ(model.figures.iterations, expected.figures.iterations);
    EXPECT_EQ(model.figures.vusHighest, 48);
    EXPECT_EQ(model.figures.latency.response, expected.figures.latency.response);
    ASSERT_EQ(model.requests.size(), expected.requests.size());
    for (std::size_t i = 0; i < model.requests.size(); ++i) {
        EXPECT_EQ(model.requests[i].name, expected.requests[i].name);
        EXPECT_EQ(model.requests[i].latency.service, expected.requests[i].latency.service);
        EXPECT_EQ(model.requests[i].curve, expected.requests[i].curve);
    }
    ASSERT_EQ(model.errors.size(), 1);
    EXPECT_EQ(model.errors[0].count, 250);
    EXPECT_EQ(model.errors[0].first, 4);
    EXPECT_EQ(model.errors[0].last, 2494);
    ASSERT_EQ(model.seconds.size(), expected.seconds.size());
    for (std::size_t i = 0; i < model.seconds.size(); ++i) {
        EXPECT_EQ(model.seconds[i].second, expected.seconds[i].second);
        EXPECT_EQ(model.seconds[i].requests, expected.seconds[i].requests);
        EXPECT_EQ(model.seconds[i].vus, expected.seconds[i].vus);
    }
    EXPECT_EQ(loaded->totals.seconds(), seconds);
}

TEST_F(StoredRunTest, AnOverviewOfAShortRunHasEverySecond) {
    const history::RunId id = store(2500);
    const auto whole = loadRun(m_store, id);
    const auto overview = loadRun(m_store, id, CurveDetail::Overview);
    ASSERT_TRUE(whole && overview);
    EXPECT_EQ(report::modelJson(overview->model), report::modelJson(whole->model));
    EXPECT_EQ(overview->totals.seconds(), whole->totals.seconds());
    ASSERT_EQ(overview->model.requests.size(), whole->model.requests.size());
    for (std::size_t i = 0; i < whole->model.requests.size(); ++i) {
        EXPECT_EQ(overview->model.requests[i].curve, whole->model.requests[i].curve);
    }
}

// Stretches of 16 s, the last one of 5 s; all that is no curve is as exact as ever.
TEST_F(StoredRunTest, AnOverviewOfALongRunHasItsFiguresAndCurvesOfStretches) {
    constexpr std::int64_t seconds = 24'005;
    const history::RunId id = store(seconds);
    auto whole = loadRun(m_store, id);
    auto overview = loadRun(m_store, id, CurveDetail::Overview);
    ASSERT_TRUE(whole && overview);
    const report::Column<report::SecondRow> rows = std::exchange(overview->model.seconds, {});
    whole->model.seconds.clear();
    overview->model.failures.clear();
    whole->model.failures.clear();
    EXPECT_EQ(report::modelJson(overview->model), report::modelJson(whole->model));
    EXPECT_EQ(overview->model.figures.openedHighest, 160);
    EXPECT_EQ(overview->model.figures.vusHighest, 48);
    ASSERT_EQ(rows.size(), 1501);
    std::int64_t next = 0;
    double requests = 0;
    for (const report::SecondRow& row : rows) {
        EXPECT_EQ(row.second, next);
        next += row.width;
        requests += row.requests * static_cast<double>(row.width);
        EXPECT_TRUE(row.latency);
    }
    EXPECT_EQ(next, seconds);
    EXPECT_EQ(rows.back().width, 5);
    EXPECT_NEAR(requests, static_cast<double>(overview->model.figures.requests), 1e-6);
    for (const report::RequestRow& request : overview->model.requests) {
        EXPECT_EQ(request.curve.size(), rows.size());
    }
}

TEST_F(StoredRunTest, TellsHowTheRunWasMadeAndHowItEnded) {
    const history::RunId id = store(20);
    const auto loaded = loadRun(m_store, id);
    ASSERT_TRUE(loaded);
    const report::RunInfo& run = loaded->model.run;
    EXPECT_EQ(run.id, std::to_string(id.value));
    EXPECT_EQ(run.planName, "orders");
    EXPECT_EQ(run.description, "why");
    EXPECT_EQ(run.seed, UINT64_MAX);
    EXPECT_EQ(run.duration, std::chrono::milliseconds(19'500));
    EXPECT_EQ(run.state, report::RunState::Aborted);
    EXPECT_EQ(run.surroundings.cpu, "a processor");
    EXPECT_EQ(run.surroundings.memory, 16'000'000'000);
    EXPECT_EQ(run.surroundings.processors, 2);
    EXPECT_EQ(loaded->model.planText, "{\"bellwether\": 1}\n");
    EXPECT_EQ(loaded->model.verdict, failedVerdict(20));
    EXPECT_TRUE(loaded->metrics.find("orders_total")); // although nothing was measured for it
    EXPECT_EQ(loaded->messages.size(), 2u);
    EXPECT_EQ(loaded->messages.size(), 2);
    ASSERT_EQ(loaded->examples.size(), 1);
    EXPECT_EQ(loaded->examples[0].kind, "timeout");
}

TEST_F(StoredRunTest, ARunWithoutAVerdictIsOpen) {
    history::RunOutcome outcome;
    outcome.verdictJson = "{\"version\": 99}";
    const auto loaded = loadRun(m_store, store(framesOf(3), outcome));
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->model.verdict.outcome, verdict::Outcome::Inconclusive);
    EXPECT_EQ(loaded->model.run.duration, std::chrono::seconds(3));
    const auto none = loadRun(m_store, store({}, outcome));
    ASSERT_TRUE(none);
    EXPECT_EQ(none->model.figures.requests, 0);
    EXPECT_TRUE(none->model.seconds.empty());
}

TEST_F(StoredRunTest, ARunThatIsNotThereIsToldSo) {
    const auto loaded = loadRun(m_store, history::RunId{42});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, history::HistoryErrorKind::NoSuchRun);
}

TEST_F(StoredRunTest, SurvivesAFileThatContradictsItself) {
    for (const char* sql : {"UPDATE series SET metric = 'vus' WHERE metric = 'http_reqs'",
                            "UPDATE series SET metric = 'no name' WHERE metric = 'http_reqs'",
                            "UPDATE runs SET seconds = 1099511627776", "UPDATE runs SET seconds = -1",
                            "UPDATE series SET type = 1 WHERE metric = 'http_reqs'"}) {
        const history::RunId id = store(130);
        change(QString::fromLatin1(sql));
        for (const CurveDetail curves : {CurveDetail::Seconds, CurveDetail::Overview}) {
            const auto loaded = loadRun(m_store, id, curves);
            ASSERT_FALSE(loaded) << sql;
            EXPECT_EQ(loaded.error().kind, history::HistoryErrorKind::Damaged) << sql;
            EXPECT_EQ(loaded.error().path, path);
        }
        EXPECT_TRUE(m_store.remove(id));
    }
}

TEST_F(StoredRunTest, NumbersOfSeriesAreTheFilesOwnBusiness) {
    const history::RunId id = store(130);
    change(QStringLiteral("UPDATE series SET series_id = 4000000000 + series_id"));
    change(QStringLiteral("UPDATE packs SET series_id = 4000000000 + series_id"));
    change(QStringLiteral("UPDATE levels SET series_id = 4000000000 + series_id"));
    for (const CurveDetail curves : {CurveDetail::Seconds, CurveDetail::Overview}) {
        const auto loaded = loadRun(m_store, id, curves);
        ASSERT_TRUE(loaded) << loaded.error().details;
        EXPECT_GT(loaded->model.figures.requests, 100);
        EXPECT_LT(loaded->totals.seriesCount(), 100);
    }
}

} // namespace
} // namespace bw::run
