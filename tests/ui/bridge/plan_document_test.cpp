#include "core/testplan/write.h"
#include "ui/bridge/plan_document.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <gtest/gtest.h>
#include <random>

namespace bw::bridge {
namespace {

constexpr int kPatienceMs = 30'000;

const QString kSample = QStringLiteral(BW_SOURCE_DIR "/resources/plans/sample.plan.json");

std::string contentOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll().toStdString();
}

void write(const QString& path, const std::string& text) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(text));
}

class PlanDocumentTest : public testing::Test {
protected:
    void SetUp() override {
        m_path = m_folder.filePath(QStringLiteral("a.plan.json"));
        ASSERT_TRUE(QFile::copy(kSample, m_path));
        ASSERT_TRUE(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        m_document.setBudgetFolders({BW_SOURCE_DIR "/resources/budgets"});
    }

    void open(const QString& path) {
        QSignalSpy opened(&m_document, &PlanDocument::opened);
        m_document.open(path.toStdString());
        ASSERT_TRUE(opened.wait(kPatienceMs));
    }

    QString failureOfOpening(const QString& path) {
        QSignalSpy failed(&m_document, &PlanDocument::failed);
        m_document.open(path.toStdString());
        EXPECT_TRUE(failed.wait(kPatienceMs));
        return failed.isEmpty() ? QString() : failed.front().front().toString();
    }

    bool rename(const std::string& name) {
        return m_document.edit(QStringLiteral("Change name"), QStringLiteral("name"),
                               [&](testplan::TestPlan& plan) { plan.name = name; });
    }

    QTemporaryDir m_folder;
    QString m_path;
    PlanDocument m_document;
};

TEST_F(PlanDocumentTest, WritesAnUneditedPlanByteForByte) {
    // Not in the canonical form: other blanks, other order.
    const std::string odd = "{\"flows\":{\"f\":{\"steps\":[{\"think\":\"1s\"}]}},\n\t\"bellwether\": 1,"
                            "\"scenarios\":{\"s\":{\"flow\":\"f\",\"vus\":1,\"duration\":\"1s\","
                            "\"executor\":\"constant-vus\"}}}";
    write(m_path, odd);
    open(m_path);
    EXPECT_FALSE(m_document.isModified());
    ASSERT_TRUE(m_document.canBeSaved());
    const QString other = m_folder.filePath(QStringLiteral("b.plan.json"));
    ASSERT_TRUE(m_document.saveAs(other.toStdString()));
    EXPECT_EQ(contentOf(other), odd);
    EXPECT_EQ(m_document.path(), other.toStdString());
}

TEST_F(PlanDocumentTest, SavesAnEditAndKeepsThePermissions) {
    open(m_path);
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    const QFile::Permissions before = QFile::permissions(m_path);
    ASSERT_TRUE(rename("other"));
    EXPECT_TRUE(m_document.isModified());
    EXPECT_EQ(m_document.title(), QStringLiteral("other"));
    ASSERT_TRUE(m_document.save());
    EXPECT_FALSE(m_document.isModified());
    EXPECT_EQ(contentOf(m_path), m_document.state()->text);
    EXPECT_NE(contentOf(m_path).find("\"name\": \"other\""), std::string::npos);
    EXPECT_EQ(QFile::permissions(m_path), before);
    m_document.undoStack().undo();
    EXPECT_TRUE(m_document.isModified());
    EXPECT_EQ(m_document.state()->text, contentOf(kSample));
}

TEST_F(PlanDocumentTest, WritesThroughALink) {
    const QString link = m_folder.filePath(QStringLiteral("link.plan.json"));
    ASSERT_TRUE(QFile::link(m_path, link));
    open(link);
    ASSERT_TRUE(rename("other"));
    ASSERT_TRUE(m_document.save());
    EXPECT_TRUE(std::filesystem::is_symlink(link.toStdString()));
    EXPECT_EQ(contentOf(m_path), m_document.state()->text);
}

TEST_F(PlanDocumentTest, MergesEditsOfOnePlaceUntilTheRoundEnds) {
    open(m_path);
    ASSERT_TRUE(rename("a"));
    ASSERT_TRUE(rename("ab"));
    EXPECT_EQ(m_document.undoStack().count(), 1);
    m_document.endMerge();
    ASSERT_TRUE(rename("abc"));
    EXPECT_EQ(m_document.undoStack().count(), 2);
    m_document.undoStack().undo();
    EXPECT_EQ(m_document.state()->plan->name, "ab");
    QSignalSpy visited(&m_document, &PlanDocument::visited);
    m_document.undoStack().undo();
    EXPECT_EQ(m_document.state()->text, contentOf(kSample));
    ASSERT_EQ(visited.size(), 1);
    EXPECT_EQ(visited.front().front().toString(), QStringLiteral("name"));
}

TEST_F(PlanDocumentTest, AnEditThatChangesNothingIsNoStep) {
    open(m_path);
    ASSERT_TRUE(m_document.edit(QStringLiteral("x"), {}, [](testplan::TestPlan&) {}));
    EXPECT_EQ(m_document.undoStack().count(), 0);
}

TEST_F(PlanDocumentTest, RefusesAnEditThatCouldNotBeReadAgain) {
    open(m_path);
    EXPECT_FALSE(m_document.edit(QStringLiteral("x"), {}, [](testplan::TestPlan& plan) {
        plan.variables.push_back(plan.variables.front());
    }));
    EXPECT_EQ(m_document.undoStack().count(), 0);
    EXPECT_EQ(m_document.state()->text, contentOf(kSample));
}

TEST_F(PlanDocumentTest, KeepsABrokenTextBesideThePlan) {
    open(m_path);
    const PlanStatePtr before = m_document.state();
    QSignalSpy failed(&m_document, &PlanDocument::failed);
    const PlanStatePtr broken = m_document.setText("{\n  \"bellwether\": 1,\n}");
    ASSERT_FALSE(broken->plan);
    ASSERT_FALSE(broken->problems.empty());
    EXPECT_EQ(broken->problems.front().line, 2u);
    EXPECT_EQ(m_document.state(), before);
    EXPECT_TRUE(m_document.draft());
    EXPECT_FALSE(m_document.save());
    ASSERT_EQ(failed.size(), 1);
    EXPECT_TRUE(failed.front().front().toString().contains(QStringLiteral("line 2")))
        << failed.front().front().toString().toStdString();
    EXPECT_EQ(contentOf(m_path), contentOf(kSample));
    m_document.discardDraft();
    EXPECT_FALSE(m_document.isModified());
    EXPECT_TRUE(m_document.save());
}

TEST_F(PlanDocumentTest, AReadableTextIsAStepAsItWasTyped) {
    open(m_path);
    std::string typed = m_document.state()->text;
    typed.insert(1, "   \n");
    const PlanStatePtr state = m_document.setText(typed);
    ASSERT_TRUE(state->plan);
    EXPECT_EQ(m_document.state()->text, typed);
    m_document.undoStack().undo();
    EXPECT_EQ(m_document.state()->text, contentOf(kSample));
}

TEST_F(PlanDocumentTest, SaysWhatCannotBeOpened) {
    EXPECT_TRUE(failureOfOpening(m_folder.filePath(QStringLiteral("none"))).contains(u"none"));
    EXPECT_FALSE(failureOfOpening(m_folder.path()).isEmpty());
    const QString large = m_folder.filePath(QStringLiteral("large"));
    QFile file(large);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_TRUE(file.resize(17 * 1024 * 1024));
    file.close();
    EXPECT_FALSE(failureOfOpening(large).isEmpty());
    EXPECT_FALSE(m_document.isOpen());
}

TEST_F(PlanDocumentTest, ShowsAFileThatIsNoJsonAndNeverWritesIt) {
    write(m_path, "{\n  \"bellwether\" 1\n}\n");
    open(m_path);
    EXPECT_FALSE(m_document.canBeSaved());
    ASSERT_FALSE(m_document.state()->problems.empty());
    EXPECT_EQ(m_document.state()->problems.front().line, 2u);
    EXPECT_EQ(m_document.state()->problems.front().column, 16u);
    EXPECT_FALSE(m_document.save());
    EXPECT_EQ(contentOf(m_path), "{\n  \"bellwether\" 1\n}\n");
}

TEST_F(PlanDocumentTest, ShowsAPlanOfANewerVersionAndNeverWritesIt) {
    std::string newer = contentOf(kSample);
    newer.replace(newer.find(": 1"), 3, ": 2");
    write(m_path, newer);
    open(m_path);
    EXPECT_EQ(m_document.state()->text, newer);
    EXPECT_FALSE(m_document.canBeSaved());
    QSignalSpy failed(&m_document, &PlanDocument::failed);
    (void)m_document.setText(contentOf(kSample));
    EXPECT_FALSE(m_document.save());
    ASSERT_EQ(failed.size(), 1);
    EXPECT_TRUE(failed.front().front().toString().contains(QStringLiteral("newer")));
    EXPECT_EQ(contentOf(m_path), newer);
}

TEST_F(PlanDocumentTest, NoticesWhatAnotherProgramWrote) {
    open(m_path);
    QSignalSpy changed(&m_document, &PlanDocument::changedOnDisk);
    std::string other = contentOf(kSample);
    other.replace(other.find("Sample"), 6, "Simple");
    write(m_path, other);
    ASSERT_TRUE(changed.wait(kPatienceMs));
    EXPECT_FALSE(m_document.save());
    EXPECT_EQ(contentOf(m_path), other);
    m_document.reload();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_document.state()->text == other; }, kPatienceMs));
    EXPECT_FALSE(m_document.isModified());
    EXPECT_FALSE(m_document.isChangedOnDisk());
}

TEST_F(PlanDocumentTest, ReadingAgainCanBeUndone) {
    open(m_path);
    ASSERT_TRUE(rename("mine"));
    const std::string mine = m_document.state()->text;
    QSignalSpy changed(&m_document, &PlanDocument::changedOnDisk);
    std::string other = contentOf(kSample);
    other.replace(other.find("Sample"), 6, "Simple");
    write(m_path, other);
    ASSERT_TRUE(changed.wait(kPatienceMs));
    m_document.reload();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_document.state()->text == other; }, kPatienceMs));
    m_document.undoStack().undo();
    EXPECT_EQ(m_document.state()->text, mine);
    EXPECT_TRUE(m_document.isModified());
    ASSERT_TRUE(m_document.save()) << "what stands in the file was seen";
    EXPECT_EQ(contentOf(m_path), mine);
}

TEST_F(PlanDocumentTest, AFileThatIsGoneIsToldUntilItIsBack) {
    open(m_path);
    QSignalSpy missing(&m_document, &PlanDocument::missingOnDisk);
    QFile::remove(m_path);
    ASSERT_TRUE(missing.wait(kPatienceMs));
    EXPECT_TRUE(m_document.isMissingOnDisk());
    EXPECT_TRUE(m_document.isModified());
    ASSERT_TRUE(m_document.save());
    EXPECT_FALSE(m_document.isMissingOnDisk());
    EXPECT_FALSE(m_document.isModified());
    EXPECT_EQ(contentOf(m_path), contentOf(kSample));
    QFile::remove(m_path);
    ASSERT_TRUE(missing.wait(kPatienceMs));
    write(m_path, contentOf(kSample));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_document.isMissingOnDisk(); }, kPatienceMs));
    EXPECT_FALSE(m_document.isModified());
}

TEST_F(PlanDocumentTest, KeepsMineWhenAskedTo) {
    open(m_path);
    QSignalSpy changed(&m_document, &PlanDocument::changedOnDisk);
    write(m_path, "{}");
    ASSERT_TRUE(changed.wait(kPatienceMs));
    m_document.keepMine();
    EXPECT_TRUE(m_document.isModified());
    ASSERT_TRUE(m_document.save());
    EXPECT_EQ(contentOf(m_path), contentOf(kSample));
}

TEST_F(PlanDocumentTest, RefusesToOverwriteWhatItHasNotNoticedYet) {
    open(m_path);
    ASSERT_TRUE(rename("mine"));
    write(m_path, "{}");
    EXPECT_FALSE(m_document.save()); // no turn of the event loop in between
    EXPECT_EQ(contentOf(m_path), "{}");
}

TEST_F(PlanDocumentTest, TouchingAFileIsNothing) {
    open(m_path);
    QSignalSpy changed(&m_document, &PlanDocument::changedOnDisk);
    PlanWatch watch;
    QSignalSpy seen(&watch, &PlanWatch::changed);
    watch.watch(m_path.toStdString(), "of something else");
    ASSERT_TRUE(seen.wait(kPatienceMs));
    write(m_path, contentOf(kSample));
    // A second writer's look comes after the document's own: the folder told both.
    write(m_folder.filePath(QStringLiteral("b")), "");
    QSignalSpy gone(&watch, &PlanWatch::missing);
    QSignalSpy fileChanged(&m_document, &PlanDocument::fileChanged);
    QFile::remove(m_path);
    ASSERT_TRUE(gone.wait(kPatienceMs));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !fileChanged.isEmpty(); }, kPatienceMs));
    EXPECT_TRUE(changed.isEmpty());
    EXPECT_TRUE(m_document.isModified()) << "the only copy is in the window now";
}

TEST_F(PlanDocumentTest, FindsWhatThePlanRefersTo) {
    std::string text = contentOf(QStringLiteral(BW_SOURCE_DIR "/resources/plans/market-open.plan.json"));
    text.insert(text.find("\"flows\""), "\"feeds\": {\"users\": {\"file\": \"users.csv\"}},\n  ");
    write(m_path, text);
    open(m_path);
    const auto isMissing = [&] {
        const auto& problems = m_document.state()->problems;
        return std::ranges::any_of(problems, [](const testplan::Problem& problem) {
            return problem.kind == testplan::ProblemKind::FileNotRead &&
                   problem.place == "feeds.users.file" && problem.line > 0;
        });
    };
    ASSERT_TRUE(QTest::qWaitFor(isMissing, kPatienceMs));
    ASSERT_EQ(m_document.sharedBudgets().size(), 1u);
    EXPECT_EQ(m_document.sharedBudgets().front().use, "jts-api");
    EXPECT_TRUE(m_document.sharedBudgets().front().file.ends_with("/jts-api.budgets.json"));
    EXPECT_EQ(m_document.sharedBudgets().front().rows.size(), 10u);
}

TEST_F(PlanDocumentTest, TheNewPlanIsValidAndCanonical) {
    m_document.openNew();
    ASSERT_TRUE(m_document.state()->plan);
    EXPECT_TRUE(m_document.state()->problems.empty());
    EXPECT_EQ(testplan::write(*m_document.state()->plan), m_document.state()->text);
    EXPECT_TRUE(m_document.isModified());
}

// Any series of edits can be taken back to the file's bytes and done again to the last.
TEST_F(PlanDocumentTest, UndoesEverythingAndRedoesEverything) {
    std::minstd_rand random(7); // NOLINT(cert-msc51-cpp): repeatable
    for (int round = 0; round < 20; ++round) {
        open(m_path);
        for (int i = 0; i < 40; ++i) {
            const auto number = std::to_string(random() % 1000);
            switch (random() % 6) {
            case 0:
                ASSERT_TRUE(rename(number));
                break;
            case 1:
                ASSERT_TRUE(m_document.edit(QStringLiteral("add"), {}, [&](testplan::TestPlan& plan) {
                    testplan::Scenario copy = plan.scenarios.front();
                    copy.name += number + "_" + std::to_string(i);
                    plan.scenarios.push_back(std::move(copy));
                }));
                break;
            case 2:
                ASSERT_TRUE(m_document.edit(QStringLiteral("remove"), {}, [](testplan::TestPlan& plan) {
                    if (plan.scenarios.size() > 1) {
                        plan.scenarios.erase(plan.scenarios.begin());
                    }
                }));
                break;
            case 3:
                ASSERT_TRUE(m_document.edit(
                    QStringLiteral("start"), QStringLiteral("start"), [&](testplan::TestPlan& plan) {
                        plan.scenarios.back().startTime = testplan::DurationText::from(number + "s");
                    }));
                break;
            case 4: {
                std::string text = m_document.state()->text;
                text.insert(text.rfind('}'), std::string(random() % 3, ' '));
                (void)m_document.setText(text);
                break;
            }
            default:
                if (random() % 2 == 0) {
                    m_document.undoStack().undo();
                } else {
                    m_document.undoStack().redo();
                }
            }
        }
        while (m_document.undoStack().canRedo()) {
            m_document.undoStack().redo();
        }
        const std::string last = m_document.state()->text;
        while (m_document.undoStack().canUndo()) {
            m_document.undoStack().undo();
        }
        ASSERT_EQ(m_document.state()->text, contentOf(kSample)) << "round " << round;
        ASSERT_FALSE(m_document.isModified());
        while (m_document.undoStack().canRedo()) {
            m_document.undoStack().redo();
        }
        ASSERT_EQ(m_document.state()->text, last) << "round " << round;
    }
}

} // namespace
} // namespace bw::bridge
