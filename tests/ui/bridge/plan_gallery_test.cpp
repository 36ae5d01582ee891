#include "ui/bridge/plan_gallery.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace bw::bridge {
namespace {

constexpr int kPatienceMs = 30'000;

TEST(PlanGallery, HasEveryPlanOfTheFolderTheSampleFirst) {
    PlanGallery gallery(BW_SOURCE_DIR "/resources/plans");
    QSignalSpy loaded(&gallery, &PlanGallery::loaded);
    gallery.load();
    ASSERT_TRUE(loaded.wait(kPatienceMs));
    const QDir folder(QStringLiteral(BW_SOURCE_DIR "/resources/plans"));
    EXPECT_EQ(static_cast<qsizetype>(gallery.plans().size()), folder.entryList(QDir::Files).size());
    EXPECT_EQ(gallery.plans().front()->plan->name, "Sample: a morning at JTS");
    for (const PlanStatePtr& state : gallery.plans()) {
        EXPECT_FALSE(testplan::hasErrors(state->problems)) << state->plan->name;
        EXPECT_FALSE(state->plan->description.empty()) << state->plan->name << " says what it shows";
    }
}

TEST(PlanGallery, PassesOverWhatIsNoPlan) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("broken.plan.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    PlanGallery gallery(folder.path().toStdString());
    QSignalSpy loaded(&gallery, &PlanGallery::loaded);
    gallery.load();
    ASSERT_TRUE(loaded.wait(kPatienceMs));
    EXPECT_TRUE(gallery.plans().empty());
}

} // namespace
} // namespace bw::bridge
