#include "core/history/history_store.h"
#include "tests/ui/bridge/bridge_fixture.h"
#include "ui/bridge/stored_picture.h"

#include <gmock/gmock.h>

namespace bw::bridge {
namespace {

class RunSessionTest : public BridgeTest {
protected:
    std::string m_history = path(QStringLiteral("history.sqlite"));
    RunSession m_session{BW_SOURCE_DIR "/resources", m_history};
    QSignalSpy m_ended{&m_session, &RunSession::ended};
    QSignalSpy m_refused{&m_session, &RunSession::refused};
    QSignalSpy m_moments{&m_session, &RunSession::momentChanged};
    QSignalSpy m_pictures{&m_session, &RunSession::pictureChanged};

    [[nodiscard]] RunPicturePtr last() const { return m_ended.last().at(0).value<RunPicturePtr>(); }
    [[nodiscard]] RunRefusal refusal() const { return m_refused.last().at(0).value<RunRefusal>(); }
};

TEST_F(RunSessionTest, TellsAWholeRunFromItsStartToItsEnd) {
    m_session.start(run(planFile(kShort)));
    EXPECT_EQ(m_session.state(), RunSession::State::Preparing);
    ASSERT_TRUE(rests(m_session));
    ASSERT_EQ(m_ended.size(), 1);
    EXPECT_EQ(last()->model.figures.requests, 100U);
    EXPECT_FALSE(last()->isLive);
    EXPECT_EQ(last()->model.run.id, "1");
    EXPECT_GE(m_moments.size(), 1);
    ASSERT_GE(m_pictures.size(), 1);
    EXPECT_TRUE(m_pictures.first().at(0).value<RunPicturePtr>()->isLive);
    EXPECT_EQ(m_target.seen.all().size(), 100U);
}

TEST_F(RunSessionTest, RunsAgainAfterTheEnd) {
    const std::string plan = planFile(kShort);
    for (int i = 1; i <= 2; ++i) {
        m_session.start(run(plan));
        ASSERT_TRUE(rests(m_session));
        ASSERT_EQ(m_ended.size(), i);
        EXPECT_EQ(last()->model.run.id, std::to_string(i));
    }
}

TEST_F(RunSessionTest, StopsGracefullyInMidRun) {
    m_session.start(run(planFile(kLong)));
    ASSERT_TRUE(m_pictures.wait(kPatienceMs));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_pictures.size() >= 2; }, kPatienceMs));
    m_session.stop();
    EXPECT_EQ(m_session.state(), RunSession::State::Stopping);
    ASSERT_TRUE(rests(m_session));
    EXPECT_EQ(last()->model.run.state, report::RunState::Interrupted);
    EXPECT_EQ(last()->model.figures.interrupted, 0U);
    EXPECT_GT(last()->model.figures.requests, 0U);
}

TEST_F(RunSessionTest, PausesResumesAddsLoadAndNotesInMidRun) {
    const auto now = [this] { return m_moments.last().at(0).value<RunMoment>(); };
    m_session.pause(); // nothing goes yet
    m_session.start(run(planFile(kLong)));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_moments.isEmpty() && now().requests > 0; }, kPatienceMs));
    m_session.addLoad(QStringLiteral("s"), 5);
    ASSERT_TRUE(QTest::qWaitFor([&] { return now().scenarios.at(0).added == 5; }, kPatienceMs));
    m_session.pause();
    ASSERT_TRUE(QTest::qWaitFor([&] { return now().isPaused && now().vus == 0; }, kPatienceMs));
    m_session.markMoment(QStringLiteral("deployed"));
    m_session.resume();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !now().isPaused && now().vus > 0; }, kPatienceMs));
    m_session.stop();
    ASSERT_TRUE(rests(m_session));
    using Kind = report::MarkKind;
    std::vector<Kind> kinds;
    for (const report::MarkRow& mark : last()->model.marks) {
        kinds.push_back(mark.kind);
    }
    EXPECT_THAT(kinds, testing::ElementsAre(Kind::Happening, Kind::Pause, Kind::Note));
    EXPECT_GT(last()->model.marks.at(1).length, Duration::zero());
    EXPECT_EQ(last()->model.marks.at(2).record.text, "deployed");
    EXPECT_GT(last()->model.run.paused, Duration::zero());
    const auto store = history::HistoryStore::open(m_history, history::OpenMode::ReadOnly);
    ASSERT_TRUE(store);
    const auto kept = loadPicture(*store, history::RunId{1});
    ASSERT_TRUE(kept);
    ASSERT_EQ((*kept)->model.marks.size(), 3U);
    EXPECT_EQ((*kept)->model.marks.at(1).length, last()->model.marks.at(1).length);
    EXPECT_EQ((*kept)->model.run.paused, last()->model.run.paused);
}

TEST_F(RunSessionTest, AbortsIterationsThatHang) {
    m_session.start(run(planFile(kLong, "/never")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_target.seen.all().empty(); }, kPatienceMs));
    m_session.abort();
    ASSERT_TRUE(rests(m_session));
    EXPECT_EQ(last()->model.figures.interrupted, 2U);
}

TEST_F(RunSessionTest, TheFirstStopMayComeBeforeTheRunHasBegun) {
    m_session.start(run(planFile(kLong)));
    m_session.stop();
    ASSERT_TRUE(rests(m_session));
    EXPECT_EQ(m_ended.size(), 1);
}

TEST_F(RunSessionTest, ASessionThatGoesEndsItsRun) {
    {
        RunSession session(BW_SOURCE_DIR "/resources", {});
        session.start(run(planFile(kLong, "/never")));
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_target.seen.all().empty(); }, kPatienceMs));
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_target.openConnections() == 0; }, kPatienceMs));
}

TEST_F(RunSessionTest, SaysWhatIsWrongWithAPlanAndWhere) {
    m_session.start(run(planFile(R"("executor": "constant-vus", "vus": 2, "duration": "5x")")));
    ASSERT_TRUE(rests(m_session));
    ASSERT_EQ(m_refused.size(), 1);
    EXPECT_THAT(refusal().problems.join(u'\n').toStdString(),
                testing::HasSubstr("scenarios.s.duration: \"5x\" is not a duration"));
}

TEST_F(RunSessionTest, APlanThatIsNotThereIsTold) {
    m_session.start(run(path(QStringLiteral("none.json"))));
    ASSERT_TRUE(rests(m_session));
    ASSERT_EQ(m_refused.size(), 1);
    EXPECT_FALSE(refusal().problems.isEmpty());
}

TEST_F(RunSessionTest, AsksBeforeItLoadsAnotherMachine) {
    const std::string plan = planFile(kShort, "/ok", R"("allowedHosts": ["127.0.0.1", "staging.example"], )");
    m_session.start(run(plan));
    ASSERT_TRUE(rests(m_session));
    ASSERT_EQ(m_refused.size(), 1);
    EXPECT_THAT(refusal().hosts, testing::ElementsAre("staging.example"));
    EXPECT_TRUE(m_target.seen.all().empty());
    RunOptions answered = run(plan);
    answered.hostsAreAnswered = true;
    m_session.start(answered);
    ASSERT_TRUE(rests(m_session));
    EXPECT_EQ(m_ended.size(), 1);
}

TEST_F(RunSessionTest, ADeadTargetIsAFindingOfTheRun) {
    const std::string plan = planFile(R"("executor": "per-vu-iterations")", "/reset");
    m_session.start(run(plan));
    ASSERT_TRUE(rests(m_session));
    ASSERT_EQ(m_ended.size(), 1);
    EXPECT_EQ(last()->model.figures.failed, 1U);
    ASSERT_EQ(last()->model.errors.size(), 1U);
    ASSERT_EQ(last()->model.examples.size(), 1U);
}

TEST_F(RunSessionTest, ASmokeRunTriesEveryScenarioOnceAndKeepsNothing) {
    RunOptions options = run(planFile(kLong));
    options.smoke = true;
    m_session.start(options);
    ASSERT_TRUE(rests(m_session));
    EXPECT_EQ(last()->model.figures.requests, 1U);
    EXPECT_EQ(last()->model.run.id, "");
    EXPECT_FALSE(QFile::exists(QString::fromStdString(m_history)));
}

TEST_F(RunSessionTest, TwoSessionsOnOneHistoryLoseNothing) {
    RunSession other(BW_SOURCE_DIR "/resources", m_history);
    QSignalSpy otherEnded(&other, &RunSession::ended);
    const std::string plan = planFile(kShort);
    m_session.start(run(plan));
    other.start(run(plan));
    ASSERT_TRUE(rests(m_session) && rests(other));
    ASSERT_EQ(m_ended.size() + otherEnded.size(), 2);
    const auto second = otherEnded.last().at(0).value<RunPicturePtr>();
    EXPECT_NE(last()->model.run.id, second->model.run.id);
    EXPECT_EQ(second->model.figures.requests, 100U);
}

TEST_F(RunSessionTest, AHistoryThatIsNoneRefusesTheRunInWords) {
    QFile foreign(QString::fromStdString(m_history));
    ASSERT_TRUE(foreign.open(QIODevice::WriteOnly));
    foreign.write(QByteArray(5000, 'x'));
    foreign.close();
    m_session.start(run(planFile(kShort)));
    ASSERT_TRUE(rests(m_session));
    ASSERT_EQ(m_refused.size(), 1);
    EXPECT_FALSE(refusal().problems.isEmpty());
    EXPECT_TRUE(m_target.seen.all().empty());
}

TEST_F(RunSessionTest, GaugesShowTheStartAndTheLastSeconds) {
    const std::string budget =
        R"("budgets": [{"name": "own", "rows": [{"select": "name:ask", "p95": "1s"}]}], )";
    std::optional<GaugeReading> whileItWent;
    QObject::connect(&m_session, &RunSession::pictureChanged, &m_session, [&](const RunPicturePtr& picture) {
        if (!picture->gauges.empty() && picture->gauges.front().lastSeconds) {
            whileItWent = picture->gauges.front();
        }
    });
    m_session.start(
        run(planFile(R"("executor": "constant-vus", "vus": 1, "duration": "3s")", "/late/20", budget)));
    ASSERT_TRUE(rests(m_session));
    ASSERT_EQ(m_refused.size(), 0) << refusal().problems.join(u'\n').toStdString();
    ASSERT_EQ(last()->gauges.size(), 1U);
    const GaugeReading& gauge = last()->gauges.front();
    EXPECT_EQ(gauge.subject, "name:ask");
    ASSERT_TRUE(gauge.sinceStart.value);
    EXPECT_FALSE(gauge.lastSeconds || !gauge.lastMinute.empty()) << "what is over has none";
    ASSERT_TRUE(whileItWent);
    EXPECT_NEAR(*whileItWent->lastSeconds, *gauge.sinceStart.value, 1);
    EXPECT_FALSE(whileItWent->lastMinute.empty());
}

} // namespace
} // namespace bw::bridge
