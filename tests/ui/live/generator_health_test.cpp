#include "tests/ui/live/sample_picture.h"
#include "ui/live/figure_tile.h"
#include "ui/live/generator_text.h"
#include "ui/live/health_notice.h"
#include "ui/live/verdict_strip.h"
#include "ui/widgets/notice_bar.h"

#include <QToolButton>

#include <gtest/gtest.h>

namespace bw::live {
namespace {

bridge::RunPicture healthy() {
    bridge::RunPicture picture = samplePicture();
    picture.isLive = true;
    picture.model.run.surroundings.workers = 2;
    picture.model.run.surroundings.processors = 8;
    picture.model.generator.workers = {{"0", 0.3, 0.2, 0.4}, {"1", 0.34, 0.2, 0.5}};
    picture.model.generator.startDelay = {100, {0.05, 0.1, 0.2}, 0.9};
    return picture;
}

bridge::RunPicture busy(std::uint64_t seconds) {
    bridge::RunPicture picture = healthy();
    picture.model.generator.workers[1].last = 0.99;
    picture.model.verdict.evaluation.doubt.busy = {{"1", seconds, 30}};
    return picture;
}

TEST(TheGeneratorsHealth, IsTheBusiestWorkerItsLatenessAndItsMemory) {
    const QString note = generatorNote(healthy());
    EXPECT_TRUE(note.startsWith(QStringLiteral("healthy"))) << note.toStdString();
    EXPECT_TRUE(note.contains(QStringLiteral("busiest worker 34"))) << note.toStdString();
    EXPECT_TRUE(note.contains(QStringLiteral("200\u202fµs late"))) << note.toStdString();
    EXPECT_TRUE(note.contains(QStringLiteral("40"))) << note.toStdString();
    EXPECT_TRUE(generatorLine(healthy()).startsWith(QStringLiteral("generator 10")));
}

TEST(TheGeneratorsHealth, EachWorkerIsToldByItself) {
    const QStringList lines = generatorDetails(healthy()).split(u'\n');
    ASSERT_EQ(lines.size(), 5);
    EXPECT_TRUE(lines[1].startsWith(QStringLiteral("Worker 0: 30")));
    EXPECT_TRUE(lines[2].startsWith(QStringLiteral("Worker 1: 34")));
    EXPECT_TRUE(lines[3].contains(QStringLiteral("late")));
    VerdictStrip strip(VerdictStrip::Form::Row);
    strip.setPicture(healthy());
    bool isThere = false;
    for (const auto* tile : strip.findChildren<FigureTile*>()) {
        isThere = isThere || tile->toolTip() == generatorDetails(healthy());
    }
    EXPECT_TRUE(isThere);
}

TEST(TheGeneratorsHealth, AFullWorkerIsMarkedAtOnceAndWarnedOfWhenItLasts) {
    bridge::RunPicture picture = healthy();
    EXPECT_FALSE(isGeneratorStrained(picture));
    picture.model.generator.workers[0].last = 0.97;
    EXPECT_TRUE(isGeneratorStrained(picture));
    EXPECT_TRUE(generatorWarning(picture).isEmpty());
    EXPECT_TRUE(generatorWarning(busy(1)).isEmpty()) << "a beginning is no reason to warn";
    EXPECT_FALSE(generatorWarning(busy(3)).isEmpty());
}

TEST(TheGeneratorsHealth, TheWarningSaysWhatItMeansAndTheWayOut) {
    EXPECT_TRUE(generatorWarning(busy(12)).contains(QStringLiteral("12 of its 30 seconds")));
    EXPECT_TRUE(generatorWarning(busy(12)).contains(QStringLiteral("2 of 8 processors")));
    EXPECT_TRUE(generatorWarning(busy(12)).contains(QStringLiteral("more workers")));
    bridge::RunPicture all = busy(12);
    all.model.run.surroundings.workers = 8;
    EXPECT_TRUE(generatorWarning(all).contains(QStringLiteral("stronger computer")));
    EXPECT_FALSE(generatorWarning(all).contains(QStringLiteral("more workers")));
    bridge::RunPicture late = healthy();
    late.model.verdict.evaluation.doubt.late = verdict::LateStarts{4, 1};
    EXPECT_TRUE(generatorWarning(late).contains(QStringLiteral("Lower the rate")));
}

TEST(TheGeneratorsHealth, OfARunThatIsOverTheMostCounts) {
    bridge::RunPicture picture = busy(1);
    picture.isLive = false;
    picture.model.figures.cpuHighest = 1.5;
    EXPECT_FALSE(generatorWarning(picture).isEmpty()) << "its verdict is that";
    EXPECT_TRUE(generatorShare(picture).startsWith(QStringLiteral("150")));
    EXPECT_TRUE(generatorNote(picture).contains(QStringLiteral("busiest worker 50")));
}

TEST(AHealthNotice, StaysAwayOnceItWasDismissedUntilTheNextRun) {
    QWidget parent;
    HealthNotice notice(&parent);
    const auto bar = [&] { return notice.findChild<widgets::NoticeBar*>(); };
    notice.setPicture(healthy());
    EXPECT_TRUE(notice.isHidden());
    notice.setPicture(busy(12));
    ASSERT_FALSE(notice.isHidden());
    ASSERT_NE(bar(), nullptr);
    notice.setPicture(busy(13));
    EXPECT_TRUE(bar()->text().contains(QStringLiteral("13 of its")));
    bar()->findChild<QToolButton*>()->click();
    notice.setPicture(busy(14));
    EXPECT_TRUE(notice.isHidden());
    notice.clear();
    notice.setPicture(busy(12));
    EXPECT_FALSE(notice.isHidden());
    notice.setPicture(healthy());
    EXPECT_TRUE(notice.isHidden()) << "the doubt is gone";
}

} // namespace
} // namespace bw::live
