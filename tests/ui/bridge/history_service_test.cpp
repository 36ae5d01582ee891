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
    std::vector<RegressionPtr> checked;
    QObject::connect(m_service.get(), &HistoryService::checked,
                     [&](history::RunId run, const RegressionPtr& regression) {
                         EXPECT_EQ(run.value, 2);
                         checked.push_back(regression);
                     });
    m_service->check(history::RunId(2)); // has none yet
    m_service->setBaseline(history::RunId(1));
    ASSERT_TRUE(listed(2));
    EXPECT_TRUE(m_runs->back().isBaseline);
    ASSERT_EQ(checked.size(), 1u);
    EXPECT_EQ(checked[0], nullptr);
    m_service->check(history::RunId(2));
    ASSERT_TRUE(QTest::qWaitFor([&] { return checked.size() == 2; }, kPatienceMs));
    EXPECT_EQ(checked[1]->comparison.before.front().id.value, 1);
    EXPECT_EQ(checked[1]->comparison.after.front().id.value, 2);
    m_runs = nullptr;
    m_service->setBaseline(history::RunId(2), {.goodRuns = 3, .tolerances = {{"http_reqs", 0.2}}});
    ASSERT_TRUE(listed(2));
    EXPECT_FALSE(m_runs->back().isBaseline);
    ASSERT_TRUE(m_runs->back().baseline);
    EXPECT_EQ(m_runs->back().baseline->goodRuns, 3);
    EXPECT_EQ(m_runs->back().baseline->tolerances.at("http_reqs"), 0.2);
    m_runs = nullptr;
    m_service->clearBaseline(history::RunId(2)); // the plan's, whichever run it is
    ASSERT_TRUE(listed(2));
    EXPECT_FALSE(m_runs->back().baseline);
}

TEST_F(HistoryServiceTest, TellsOfAPartOfARunAndOfTheWhole) {
    std::vector<WindowPicturePtr> told;
    QObject::connect(m_service.get(), &HistoryService::windowed,
                     [&](const WindowPicturePtr& window) { told.push_back(window); });
    m_service->loadWindow(history::RunId(2), {});
    m_service->loadWindow(history::RunId(2), {0, 1});
    ASSERT_TRUE(QTest::qWaitFor([&] { return told.size() == 2; }, kPatienceMs));
    EXPECT_EQ(told[0]->model.figures.requests, 100u);
    ASSERT_EQ(told[0]->times.size(), 2u);
    EXPECT_EQ(told[0]->times[0].name, "");
    EXPECT_EQ(told[0]->times[1].name, "ask");
    EXPECT_EQ(told[0]->times[0].count, 100u);
    EXPECT_EQ(told[0]->times[0].percentiles.size(), std::size(kShares));
    EXPECT_EQ(told[1]->window.end, 1);
}

TEST_F(HistoryServiceTest, FindsWordsAnywhereInWhatWasKept) {
    QSignalSpy found(m_service.get(), &HistoryService::found);
    m_service->search(QStringLiteral("never heard of"));
    m_service->search(QStringLiteral("per-vu-iterations")); // in the plan
    ASSERT_TRUE(found.wait(kPatienceMs));
    ASSERT_EQ(found.size(), 1) << "of the last alone";
    EXPECT_EQ(found[0][0].toString(), QStringLiteral("per-vu-iterations"));
    EXPECT_EQ(found[0][1].value<RunIds>(), (RunIds{history::RunId(1), history::RunId(2)}));
}

TEST_F(HistoryServiceTest, ARunGoesOutAsAFileAndComesIn) {
    QSignalSpy out(m_service.get(), &HistoryService::runExported);
    QSignalSpy in(m_service.get(), &HistoryService::runsImported);
    const QString file = QString::fromStdString(path(QStringLiteral("one.run")));
    m_service->exportRun(history::RunId(1), file);
    ASSERT_TRUE(out.wait(kPatienceMs));
    m_service->importRuns(file);
    ASSERT_TRUE(in.wait(kPatienceMs));
    EXPECT_EQ(in[0][0].toInt(), 1);
    ASSERT_TRUE(listed(3));
    m_service->importRuns(QString::fromStdString(path(QStringLiteral("not-there.run"))));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_failures.isEmpty(); }, kPatienceMs));
    ASSERT_TRUE(listed(3));
}

TEST_F(HistoryServiceTest, ARunThatCannotBeReadHasAnEmptyCurve) {
    std::vector<RunPreviewPtr> curves;
    QObject::connect(m_service.get(), &HistoryService::sparked,
                     [&](const RunPreviewPtr& curve) { curves.push_back(curve); });
    m_service->spark(history::RunId(1));
    m_service->spark(history::RunId(99));
    ASSERT_TRUE(QTest::qWaitFor([&] { return curves.size() == 2; }, kPatienceMs));
    EXPECT_EQ(curves[0]->run.value, 1);
    EXPECT_FALSE(curves[0]->points.empty());
    EXPECT_EQ(curves[1]->run.value, 99);
    EXPECT_TRUE(curves[1]->points.empty());
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

TEST_F(HistoryServiceTest, KeepsANoteOnAMomentAndTakesItBack) {
    const auto notes = [&] {
        const auto store = history::HistoryStore::open(m_file, history::OpenMode::ReadOnly);
        return store->reader()->marks(history::RunId(1)).value();
    };
    const auto before = notes();
    m_service->addNote(history::RunId(1), std::chrono::seconds(1), QStringLiteral("deployed"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return notes().size() == before.size() + 1; }, kPatienceMs));
    m_service->removeNote(history::RunId(1), {std::chrono::seconds(1), "note", "deployed"});
    EXPECT_TRUE(QTest::qWaitFor([&] { return notes() == before; }, kPatienceMs));
}

} // namespace
} // namespace bw::bridge
