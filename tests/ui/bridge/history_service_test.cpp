#include "tests/ui/bridge/bridge_fixture.h"
#include "ui/bridge/history_service.h"

#include <gmock/gmock.h>

namespace bw::bridge {
namespace {

class HistoryServiceTest : public BridgeTest {
protected:
    HistoryServiceTest() {
        RunSession session(BW_SOURCE_DIR "/resources", m_file);
        const std::string plan = planFile(kShort);
        for (int i = 0; i < 2; ++i) {
            session.start(run(plan));
            EXPECT_TRUE(rests(session));
        }
        m_service = std::make_unique<HistoryService>(m_file);
        QObject::connect(m_service.get(), &HistoryService::runsChanged,
                         [this](const RunListPtr& runs) { m_runs = runs; });
        QObject::connect(m_service.get(), &HistoryService::failed,
                         [this](const QString& sentence) { m_failures.append(sentence); });
    }

    bool listed(std::size_t runs) {
        return QTest::qWaitFor([&] { return m_runs && m_runs->size() == runs; }, kPatienceMs);
    }

    std::string m_file = path(QStringLiteral("history.sqlite"));
    std::unique_ptr<HistoryService> m_service;
    RunListPtr m_runs;
    QStringList m_failures;
};

TEST_F(HistoryServiceTest, ListsRunsWithTheirFigures) {
    m_service->refresh();
    ASSERT_TRUE(listed(2));
    const RunListEntry& newest = m_runs->front();
    EXPECT_EQ(newest.run.id.value, 2);
    EXPECT_EQ(newest.run.planName, "test");
    EXPECT_EQ(newest.run.verdict, history::RunVerdict::Pass);
    EXPECT_EQ(newest.requests, 100);
    EXPECT_TRUE(newest.p95.has_value());
}

TEST_F(HistoryServiceTest, LoadsARunAsItWasAtItsEnd) {
    QSignalSpy loaded(m_service.get(), &HistoryService::loaded);
    m_service->load(history::RunId(1));
    m_service->load(history::RunId(2)); // the first is not wanted any more
    ASSERT_TRUE(loaded.wait(kPatienceMs));
    const auto picture = loaded.first().at(0).value<RunPicturePtr>();
    EXPECT_EQ(picture->model.run.id, "2");
    EXPECT_EQ(picture->model.figures.requests, 100U);
    EXPECT_FALSE(picture->isLive);
    m_service->refresh();
    ASSERT_TRUE(listed(2));
    EXPECT_EQ(loaded.size(), 1);
}

TEST_F(HistoryServiceTest, KeepsWhatIsSaidOfARun) {
    m_service->annotate(history::RunId(1), {.note = "slow", .tags = {{"a", "b"}}, .isStarred = true});
    ASSERT_TRUE(listed(2));
    EXPECT_EQ(m_runs->back().run.note, "slow");
    EXPECT_TRUE(m_runs->back().run.isStarred);
    m_service->annotate(history::RunId(9), {});
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_failures.isEmpty(); }, kPatienceMs));
}

TEST_F(HistoryServiceTest, HoldsARunAgainstTheBaseline) {
    QSignalSpy checked(m_service.get(), &HistoryService::checked);
    m_service->check(history::RunId(2)); // has none yet
    m_service->setBaseline(history::RunId(1));
    ASSERT_TRUE(listed(2));
    EXPECT_TRUE(m_runs->back().isBaseline);
    EXPECT_TRUE(checked.isEmpty());
    m_service->check(history::RunId(2));
    ASSERT_TRUE(checked.wait(kPatienceMs));
    const auto regression = checked.first().at(0).value<RegressionPtr>();
    EXPECT_EQ(regression->comparison.before.front().id.value, 1);
    EXPECT_EQ(regression->comparison.after.front().id.value, 2);
    m_runs = nullptr;
    m_service->clearBaseline(history::RunId(2)); // the plan's, whichever run it is
    ASSERT_TRUE(listed(2));
    EXPECT_FALSE(m_runs->back().isBaseline);
}

TEST_F(HistoryServiceTest, TellsHowThePlanWent) {
    QSignalSpy trended(m_service.get(), &HistoryService::trended);
    m_service->trend(history::RunId(1));
    ASSERT_TRUE(trended.wait(kPatienceMs));
    const auto trend = trended.first().at(0).value<TrendPtr>();
    EXPECT_EQ(trend->runs.size(), 2U);
    EXPECT_FALSE(trend->rows.empty());
}

TEST_F(HistoryServiceTest, ComparesTwoRuns) {
    QSignalSpy compared(m_service.get(), &HistoryService::compared);
    m_service->compare({history::RunId(1)}, {history::RunId(2)});
    ASSERT_TRUE(compared.wait(kPatienceMs));
    const auto picture = compared.first().at(0).value<ComparisonPicturePtr>();
    EXPECT_EQ(picture->model.before.front().id.value, 1);
    EXPECT_EQ(picture->model.after.front().id.value, 2);
    EXPECT_FALSE(picture->model.comparison.rows.empty());
    ASSERT_FALSE(picture->spectra.empty());
    EXPECT_EQ(picture->spectra.front().before.front().share, 0);
    EXPECT_GT(picture->spectra.front().before.back().share, 0.9);
    EXPECT_FALSE(picture->before.front()->points.empty());
}

TEST_F(HistoryServiceTest, ARunThatIsNotThereIsNotCompared) {
    m_service->compare({history::RunId(1)}, {history::RunId(9)});
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_failures.isEmpty(); }, kPatienceMs));
}

TEST_F(HistoryServiceTest, ADeletedRunCanBeTakenBack) {
    m_service->refresh();
    ASSERT_TRUE(listed(2));
    m_service->remove(history::RunId(1));
    EXPECT_EQ(m_runs->size(), 1U);
    m_service->undoRemove();
    EXPECT_EQ(m_runs->size(), 2U);
    m_service.reset();
    HistoryService again(m_file);
    QSignalSpy runs(&again, &HistoryService::runsChanged);
    again.refresh();
    ASSERT_TRUE(runs.wait(kPatienceMs));
    EXPECT_EQ(runs.first().at(0).value<RunListPtr>()->size(), 2U);
}

TEST_F(HistoryServiceTest, ADeletionIsCarriedOutWhenTheWindowCloses) {
    m_service->refresh();
    ASSERT_TRUE(listed(2));
    m_service->remove(history::RunId(1));
    m_service.reset();
    HistoryService again(m_file);
    QSignalSpy runs(&again, &HistoryService::runsChanged);
    again.refresh();
    ASSERT_TRUE(runs.wait(kPatienceMs));
    ASSERT_EQ(runs.first().at(0).value<RunListPtr>()->size(), 1U);
    EXPECT_EQ(runs.first().at(0).value<RunListPtr>()->front().run.id.value, 2);
}

TEST_F(HistoryServiceTest, SeveralRunsAreDeletedAndTakenBackTogether) {
    m_service->refresh();
    ASSERT_TRUE(listed(2));
    m_service->remove({history::RunId(1), history::RunId(2)});
    EXPECT_TRUE(m_runs->empty());
    EXPECT_EQ(m_service->removed().size(), 2U);
    m_service->undoRemove();
    EXPECT_EQ(m_runs->size(), 2U);
    EXPECT_TRUE(m_service->removed().empty());
}

TEST_F(HistoryServiceTest, WhatIsTakenBackCanBeDeletedAgain) {
    m_service->refresh();
    ASSERT_TRUE(listed(2));
    m_service->remove(history::RunId(1));
    EXPECT_EQ(m_service->undoStack().undoText(), QStringLiteral("Delete 1 run(s)"));
    m_service->undoStack().undo();
    EXPECT_EQ(m_runs->size(), 2U);
    m_service->undoStack().redo();
    EXPECT_EQ(m_runs->size(), 1U);
    m_service->remove(history::RunId(2)); // decides the one before
    EXPECT_TRUE(m_runs->empty());
    m_service->undoStack().undo();
    EXPECT_EQ(m_runs->size(), 1U);
    EXPECT_FALSE(m_service->undoStack().canUndo());
}

TEST_F(HistoryServiceTest, PreviewsTheLastRunThatWasAskedFor) {
    QSignalSpy previewed(m_service.get(), &HistoryService::previewed);
    m_service->preview(history::RunId(1));
    m_service->preview(history::RunId(2));
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    const auto preview = previewed.first().at(0).value<RunPreviewPtr>();
    EXPECT_EQ(preview->run, history::RunId(2));
    EXPECT_THAT(preview->sentence.toStdString(), testing::StartsWith("Passed"));
    double requests = 0;
    for (const PreviewPoint& point : preview->points) {
        requests += point.rate;
        EXPECT_TRUE(point.p95.has_value());
    }
    EXPECT_NEAR(requests, 100, 1e-6); // all within seconds of their own
}

TEST_F(HistoryServiceTest, NoticesRunsOfOtherPrograms) {
    m_service->setWatching(true);
    ASSERT_TRUE(listed(2));
    RunSession other(BW_SOURCE_DIR "/resources", m_file);
    other.start(run(planFile(kShort)));
    ASSERT_TRUE(rests(other));
    EXPECT_TRUE(listed(3));
}

TEST_F(HistoryServiceTest, WritesTheReport) {
    QSignalSpy exported(m_service.get(), &HistoryService::exported);
    const QString file = QString::fromStdString(path(QStringLiteral("report.html")));
    m_service->exportReport(history::RunId(1), file);
    ASSERT_TRUE(exported.wait(kPatienceMs));
    QFile page(file);
    ASSERT_TRUE(page.open(QIODevice::ReadOnly));
    EXPECT_TRUE(page.readAll().contains("</html>"));
}

TEST_F(HistoryServiceTest, TheFilesNameSaysThatItIsAPdf) {
    QSignalSpy exported(m_service.get(), &HistoryService::exported);
    const QString file = QString::fromStdString(path(QStringLiteral("report.pdf")));
    m_service->exportReport(history::RunId(1), file);
    ASSERT_TRUE(exported.wait(kPatienceMs));
    QFile document(file);
    ASSERT_TRUE(document.open(QIODevice::ReadOnly));
    EXPECT_TRUE(document.readAll().startsWith("%PDF-"));
}

TEST_F(HistoryServiceTest, AReportThatCannotBeWrittenIsTold) {
    m_service->exportReport(history::RunId(1), QStringLiteral("/no/such/folder/report.html"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_failures.isEmpty(); }, kPatienceMs));
    EXPECT_THAT(m_failures.first().toStdString(), testing::HasSubstr("/no/such/folder"));
}

TEST_F(HistoryServiceTest, ARunThatIsGoneIsTold) {
    m_service->load(history::RunId(99));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_failures.isEmpty(); }, kPatienceMs));
}

TEST(AForeignHistory, IsToldAndLeftAlone) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("x.sqlite"));
    QFile foreign(file);
    ASSERT_TRUE(foreign.open(QIODevice::WriteOnly));
    foreign.write(QByteArray(5000, 'x'));
    foreign.close();
    HistoryService service(file.toStdString());
    QSignalSpy unreadable(&service, &HistoryService::unreadable);
    service.refresh();
    ASSERT_TRUE(unreadable.wait(kPatienceMs));
    EXPECT_EQ(QFileInfo(file).size(), 5000);
}

} // namespace
} // namespace bw::bridge
