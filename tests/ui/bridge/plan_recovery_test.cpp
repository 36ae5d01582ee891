#include "ui/bridge/plan_document.h"
#include "ui/bridge/plan_recovery.h"
#include "ui/bridge/plan_storage.h"
#include "ui/bridge/recent_plans.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <gtest/gtest.h>

namespace bw::bridge {
namespace {

constexpr int kPatienceMs = 30'000;
constexpr const char* kFolderVariable = "BW_TEST_RECOVERY";

void makePlan(PlanDocument& document, const QString& path) {
    document.openNew();
    ASSERT_TRUE(document.saveAs(path.toStdString()));
    ASSERT_TRUE(
        document.edit(QStringLiteral("x"), {}, [](testplan::TestPlan& plan) { plan.name = "unsaved work"; }));
}

class PlanRecoveryTest : public testing::Test {
protected:
    [[nodiscard]] QString kept() const { return m_folder.filePath(QStringLiteral("recovery")); }
    [[nodiscard]] QString plan() const { return m_folder.filePath(QStringLiteral("a.plan.json")); }
    [[nodiscard]] bool hasFile() const {
        return !QDir(kept()).entryList({QStringLiteral("*.unsaved.json")}, QDir::Files).isEmpty();
    }

    QTemporaryDir m_folder;
};

// The program that is killed: run by the test below only.
TEST(PlanRecoveryChild, DISABLED_WorksUntilItIsKilled) {
    const QString folder = qEnvironmentVariable(kFolderVariable);
    ASSERT_FALSE(folder.isEmpty());
    PlanRecovery recovery(folder + QStringLiteral("/recovery"));
    PlanDocument document(&recovery);
    document.setAutosaveInterval(0);
    makePlan(document, folder + QStringLiteral("/a.plan.json"));
    const QDir kept(folder + QStringLiteral("/recovery"));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return !kept.entryList({QStringLiteral("*.unsaved.json")}, QDir::Files).isEmpty(); },
        kPatienceMs));
    std::puts("kept");
    std::fflush(stdout);
    QTest::qWait(kPatienceMs);
}

TEST_F(PlanRecoveryTest, OffersWhatAKilledProgramLeft) {
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kFolderVariable), m_folder.path());
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--gtest_filter=PlanRecoveryChild.*"),
                 QStringLiteral("--gtest_also_run_disabled_tests")});
    QByteArray said;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            said += child.readAllStandardOutput();
            return said.contains("kept\n");
        },
        kPatienceMs))
        << said.toStdString();

    PlanRecovery recovery(kept());
    EXPECT_TRUE(recovery.pending().empty()) << "its window is open";
    child.kill();
    ASSERT_TRUE(child.waitForFinished(kPatienceMs));

    const auto found = recovery.pending();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().path, plan().toStdString());
    EXPECT_NE(found.front().text.find("unsaved work"), std::string::npos);

    PlanDocument document(&recovery);
    document.openRecovered(found.front());
    PlanRecovery::discard(found.front());
    EXPECT_TRUE(document.isModified());
    EXPECT_EQ(document.state()->text, found.front().text);
    recovery.flush();
    EXPECT_TRUE(hasFile()) << "recovered work is not saved yet, so it is kept on";
    ASSERT_TRUE(document.save());
    EXPECT_FALSE(hasFile());
    EXPECT_TRUE(recovery.pending().empty());
}

TEST_F(PlanRecoveryTest, TellsWhenTheFileChangedMeanwhile) {
    PlanRecovery recovery(kept());
    PlanDocument document(&recovery);
    makePlan(document, plan());
    PlanRecovery::Found found{plan().toStdString(), document.state()->text, {}, contentHash("of before"), {}};
    QSignalSpy changed(&document, &PlanDocument::changedOnDisk);
    document.openRecovered(found);
    EXPECT_TRUE(changed.wait(kPatienceMs));
}

TEST_F(PlanRecoveryTest, ForgetsWhatIsSavedOrClosed) {
    PlanRecovery recovery(kept());
    PlanDocument document(&recovery);
    document.setAutosaveInterval(0);
    makePlan(document, plan());
    ASSERT_TRUE(QTest::qWaitFor([&] { return hasFile(); }, kPatienceMs));
    ASSERT_TRUE(document.save());
    EXPECT_FALSE(hasFile());
    ASSERT_TRUE(document.edit(QStringLiteral("x"), {}, [](testplan::TestPlan& plan) { plan.name = "b"; }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return hasFile(); }, kPatienceMs));
    document.close();
    EXPECT_FALSE(hasFile());
    EXPECT_TRUE(QDir(kept()).isEmpty()) << "no locks are left";
}

TEST_F(PlanRecoveryTest, KeepsATextThatCannotBeReadYet) {
    PlanRecovery recovery(kept());
    PlanDocument document(&recovery);
    document.setAutosaveInterval(0);
    makePlan(document, plan());
    ASSERT_TRUE(document.save());
    const std::string whole = document.state()->text;
    const std::string half = whole.substr(0, whole.size() / 2);
    (void)document.setText(half);
    ASSERT_TRUE(QTest::qWaitFor([&] { return hasFile(); }, kPatienceMs));
    recovery.flush();
    // As another program finds it after a crash of this one.
    const QString ours = QDir(kept()).entryInfoList({QStringLiteral("*.unsaved.json")}).front().filePath();
    ASSERT_TRUE(QFile::copy(ours, kept() + QStringLiteral("/crashed.unsaved.json")));
    document.discardDraft();
    EXPECT_FALSE(document.isModified());

    const auto found = PlanRecovery(kept()).pending();
    ASSERT_EQ(found.size(), 1u);
    PlanDocument after;
    after.openRecovered(found.front());
    EXPECT_EQ(after.state()->text, whole);
    ASSERT_NE(after.draft(), nullptr);
    EXPECT_EQ(after.draft()->text, half);
}

TEST_F(PlanRecoveryTest, PassesOverDamagedEntries) {
    ASSERT_TRUE(QDir().mkpath(kept()));
    QFile file(kept() + QStringLiteral("/x.unsaved.json"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"text\": 4");
    file.close();
    EXPECT_TRUE(PlanRecovery(kept()).pending().empty());
}

TEST_F(PlanRecoveryTest, RemembersTwelveRecentPlans) {
    QSettings settings(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    RecentPlans recent(settings);
    QStringList names;
    for (int i = 0; i < 14; ++i) {
        names.prepend(m_folder.filePath(QString::number(i)));
        QFile file(names.front());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        recent.add(names.front());
    }
    EXPECT_EQ(recent.list(), QStringList(names.mid(0, 12)));
    recent.add(names[5]);
    EXPECT_EQ(recent.list().front(), names[5]);
    EXPECT_EQ(recent.list().size(), 12);
    QFile::remove(names[5]);
    EXPECT_EQ(recent.list().size(), 11);
}

} // namespace
} // namespace bw::bridge
