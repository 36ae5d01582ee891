#include "core/run/detailed_part.h"
#include "core/verdict/verdict_json.h"
#include "tests/core/history/history_fixture.h"
#include "tests/core/report/frame_source.h"
#include "ui/bridge/history_service.h"
#include "ui/bridge/stored_picture.h"

#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

namespace bw::bridge {
namespace {

using history::Window;
using report::SecondRow;

constexpr int kPatienceMs = 30'000;
constexpr int kNames = 20;

// So many series that an overview of three quarters of an hour has blocks of 16 s.
class DetailedPictureTest : public history::HistoryTest {
protected:
    history::RunId storeLongRun() {
        constexpr std::int64_t seconds = 2700;
        auto writer = m_store.beginRun(history::testStart(), metrics);
        EXPECT_TRUE(writer);
        std::vector<metrics::FramePtr> frames;
        report::FrameSource source;
        for (std::int64_t second = 0; second < seconds; ++second) {
            for (int name = 0; name < kNames; ++name) {
                source.request("ask_" + std::to_string(name), 1 + static_cast<double>(second % 7), 2);
            }
            frames.push_back(std::make_shared<metrics::Frame>(source.take()));
        }
        appendAll(**writer, frames);
        EXPECT_TRUE((*writer)->finish(history::testOutcome(), std::chrono::seconds(60)));
        return (*writer)->id();
    }

    history::HistoryStore m_store = open();
};

report::SecondRow row(std::int64_t second, std::int64_t width, double requests) {
    SecondRow made;
    made.second = second;
    made.width = width;
    made.requests = requests;
    return made;
}

report::RequestMoment momentOf(double times) {
    report::RequestMoment made;
    made.response = report::CompactPercentiles({times, times, times});
    return made;
}

TEST(LayingInDetail, ReplacesTheRowsThatBeginAmongIts) {
    RunPicture overview;
    overview.model.requests.resize(2);
    overview.model.requests[0].name = "ask";
    for (int i = 0; i < 5; ++i) {
        overview.model.seconds.push_back(row(16 * i, 16, 1));
        overview.model.requests[0].curve.push_back(momentOf(1));
    }
    run::DetailedPart part;
    for (int second = 20; second < 40; ++second) {
        part.rows.push_back(row(second, 1, 2));
        part.curves["ask"].push_back(momentOf(2));
    }
    part.heat = metrics::HeatMap(20, 1);
    const RunPicture made = withDetail(overview, std::move(part));
    const auto& rows = made.model.seconds;
    ASSERT_EQ(rows.size(), 2u + 20 + 2);
    EXPECT_EQ(rows[1].second, 16);
    EXPECT_EQ(rows[2].second, 20);
    EXPECT_EQ(rows[21].second, 39);
    EXPECT_EQ(rows[22].second, 48);
    ASSERT_EQ(made.model.requests[0].curve.size(), rows.size()); // beside the rows, as ever
    EXPECT_EQ(made.model.requests[0].curve[1].response.p50, 1);
    EXPECT_EQ(made.model.requests[0].curve[2].response.p50, 2);
    EXPECT_TRUE(made.model.requests[1].curve.empty());
    EXPECT_EQ(made.model.heat.begin(), 20);
}

TEST(LayingInDetail, WithoutAnyChangesNothing) {
    RunPicture overview;
    overview.model.seconds.push_back(row(0, 16, 1));
    EXPECT_EQ(withDetail(overview, {}).model.seconds.size(), 1u);
}

TEST_F(DetailedPictureTest, SecondsTakeThePlaceOfBlocks) {
    auto overview = loadPicture(m_store, storeLongRun());
    ASSERT_TRUE(overview);
    ASSERT_EQ((*overview)->model.seconds[0].width, 16);
    const auto made = loadDetailedPicture(m_store, *overview, {1000, 1090}, {});
    ASSERT_TRUE(made);
    ASSERT_NE(*made, nullptr);
    EXPECT_EQ((*made)->overview, *overview);
    EXPECT_EQ((*made)->width, 1);
    const auto& rows = (*made)->picture->model.seconds;
    EXPECT_EQ(std::ranges::count(rows, 1, &SecondRow::width), 90);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        EXPECT_GT(rows[i].second, rows[i - 1].second);
    }
    for (const report::RequestRow& request : (*made)->picture->model.requests) {
        EXPECT_EQ(request.curve.size(), rows.size());
    }
    EXPECT_EQ((*made)->picture->model.figures.requests, (*overview)->model.figures.requests);
}

TEST_F(DetailedPictureTest, NothingFinerIsNone) {
    auto overview = loadPicture(m_store, storeLongRun());
    ASSERT_TRUE(overview);
    const auto all = loadDetailedPicture(m_store, *overview, {0, 2700}, {});
    ASSERT_TRUE(all);
    EXPECT_EQ(*all, nullptr);
    RunPicture stranger = **overview;
    stranger.model.run.id = "not kept";
    const auto none = loadDetailedPicture(m_store, std::make_shared<RunPicture>(stranger), {0, 60}, {});
    ASSERT_TRUE(none);
    EXPECT_EQ(*none, nullptr);
}

TEST_F(DetailedPictureTest, TheHistoryAnswersTheNewestQuestionAlone) {
    const history::RunId run = storeLongRun();
    HistoryService service(m_store.path());
    QSignalSpy loaded(&service, &HistoryService::loaded);
    service.load(run);
    ASSERT_TRUE(loaded.wait(kPatienceMs));
    const auto overview = loaded.first().at(0).value<RunPicturePtr>();
    std::vector<DetailedPicturePtr> told;
    QObject::connect(&service, &HistoryService::detailed,
                     [&](const DetailedPicturePtr& picture) { told.push_back(picture); });
    QStringList failures;
    QObject::connect(&service, &HistoryService::failed,
                     [&](const QString& sentence) { failures.append(sentence); });
    for (std::int64_t second = 0; second < 1000; second += 100) {
        service.loadDetail(overview, {second, second + 60});
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return !told.empty(); }, kPatienceMs));
    EXPECT_EQ(told.front()->window.begin, 900);
    EXPECT_EQ(told.front()->overview, overview);
    service.preview(run); // behind all that was asked
    QSignalSpy previewed(&service, &HistoryService::previewed);
    ASSERT_TRUE(previewed.wait(kPatienceMs));
    EXPECT_EQ(told.size(), 1u);
    EXPECT_TRUE(failures.isEmpty());
}

TEST_F(DetailedPictureTest, ARunThatWasDeletedMeanwhileIsTold) {
    const history::RunId run = storeLongRun();
    const auto overview = loadPicture(m_store, run);
    ASSERT_TRUE(overview);
    ASSERT_TRUE(m_store.remove(run));
    HistoryService service(m_store.path());
    QSignalSpy failed(&service, &HistoryService::failed);
    service.loadDetail(*overview, {0, 60});
    ASSERT_TRUE(failed.wait(kPatienceMs));
}

} // namespace
} // namespace bw::bridge
