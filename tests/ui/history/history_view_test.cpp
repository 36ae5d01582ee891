#include "core/history/history_store.h"
#include "core/metrics/metric.h"
#include "ui/history/history_view.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <gtest/gtest.h>
#include <memory>

namespace bw::history_view {

// Takes the place of the desktop.
class Desktop : public QObject {
    Q_OBJECT

public:
    Desktop() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Desktop() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QUrl opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened = url; }
};

namespace {

constexpr int kPatienceMs = 30'000;

class AHistoryView : public testing::Test {
protected:
    // Finished runs of nothing, with a verdict.
    void keepRuns(int count) const {
        const auto store = history::HistoryStore::open(m_file.toStdString(), history::OpenMode::Create);
        ASSERT_TRUE(store);
        for (int i = 0; i < count; ++i) {
            history::RunStart start;
            start.planName = "plan";
            start.started = WallTime(1'760'000'000'000'000'000);
            auto writer = store->beginRun(start, metrics::MetricRegistry());
            ASSERT_TRUE(writer);
            history::RunOutcome outcome;
            outcome.verdict = history::RunVerdict::Pass;
            outcome.ended = WallTime(1'760'000'060'000'000'000);
            ASSERT_TRUE((*writer)->finish(outcome, std::chrono::seconds(60)));
        }
    }

    void open() {
        m_service = std::make_unique<bridge::HistoryService>(m_file.toStdString());
        m_view = std::make_unique<HistoryView>(*m_service, m_settings);
        m_view->resize(1200, 600);
        m_view->show();
        QApplication::setActiveWindow(m_view.get()); // shortcuts need it
    }

    [[nodiscard]] bool comesToSay(const QString& words) const {
        return QTest::qWaitFor(
            [&] {
                const auto labels = m_view->findChildren<QLabel*>();
                return std::ranges::any_of(labels, [&](const QLabel* label) {
                    return label->isVisible() && label->text().contains(words);
                });
            },
            kPatienceMs);
    }

    void press(const QString& text) const {
        for (QPushButton* button : m_view->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        FAIL() << "no button " << text.toStdString();
    }

    [[nodiscard]] int rows() const { return m_view->findChild<widgets::DataTable*>()->model()->rowCount(); }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("history.sqlite"));
    QSettings m_settings{m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    std::unique_ptr<bridge::HistoryService> m_service;
    std::unique_ptr<HistoryView> m_view;
};

TEST_F(AHistoryView, SaysThatItIsReadingBeforeItKnows) {
    open();
    EXPECT_TRUE(comesToSay(QStringLiteral("Reading the history")));
}

TEST_F(AHistoryView, OffersARunWhenThereIsNone) {
    open();
    ASSERT_TRUE(comesToSay(QStringLiteral("No runs yet")));
    QSignalSpy start(m_view.get(), &HistoryView::startRequested);
    press(QStringLiteral("Start a run"));
    EXPECT_EQ(start.size(), 1);
}

TEST_F(AHistoryView, ListsAndPreviewsRuns) {
    keepRuns(3);
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows() == 3; }, kPatienceMs));
    EXPECT_TRUE(comesToSay(QStringLiteral("Run 3: Passed")));
}

TEST_F(AHistoryView, TellsWhichRunIsToBeOpened) {
    keepRuns(2);
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows() == 2; }, kPatienceMs));
    QSignalSpy opened(m_view.get(), &HistoryView::openRequested);
    auto* table = m_view->findChild<widgets::DataTable*>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.first().at(0).value<history::RunId>().value, 2);
}

TEST_F(AHistoryView, DeletesWithAWayBack) {
    keepRuns(3);
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows() == 3; }, kPatienceMs));
    auto* table = m_view->findChild<widgets::DataTable*>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    EXPECT_EQ(rows(), 2);
    ASSERT_TRUE(comesToSay(QStringLiteral("Run 3 is deleted.")));
    press(QStringLiteral("Undo"));
    EXPECT_EQ(rows(), 3);
    EXPECT_FALSE(m_view->findChild<widgets::NoticeBar*>()->isVisible());
}

TEST_F(AHistoryView, DeletesAllThatIsSelected) {
    keepRuns(3);
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows() == 3; }, kPatienceMs));
    auto* table = m_view->findChild<widgets::DataTable*>();
    table->selectAll();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    EXPECT_TRUE(comesToSay(QStringLiteral("3 runs are deleted.")));
    EXPECT_TRUE(comesToSay(QStringLiteral("No runs yet")));
    press(QStringLiteral("Undo"));
    EXPECT_EQ(rows(), 3);
}

TEST_F(AHistoryView, SaysWhatIsWrongWithAForeignFileAndComesBack) {
    QFile foreign(m_file);
    ASSERT_TRUE(foreign.open(QIODevice::WriteOnly));
    foreign.write(QByteArray(5000, 'x'));
    foreign.close();
    open();
    ASSERT_TRUE(comesToSay(QStringLiteral("is no history of this program")));
    Desktop desktop;
    press(QStringLiteral("Show its folder"));
    EXPECT_EQ(desktop.opened, QUrl::fromLocalFile(m_folder.path()));
    ASSERT_TRUE(QFile::remove(m_file));
    keepRuns(1);
    press(QStringLiteral("Try again"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return rows() == 1; }, kPatienceMs));
    EXPECT_TRUE(comesToSay(QStringLiteral("1 run")));
}

TEST_F(AHistoryView, KeepsTheListWhileTheFileCannotBeRead) {
    keepRuns(2);
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows() == 2; }, kPatienceMs));
    Q_EMIT m_service->unreadable(QStringLiteral("Another program keeps it locked."));
    EXPECT_TRUE(m_view->findChild<widgets::DataTable*>()->isVisible());
    EXPECT_TRUE(
        comesToSay(QStringLiteral("Another program keeps it locked. The list is as it was read last.")));
    press(QStringLiteral("Try again"));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            const auto* bar = m_view->findChild<widgets::NoticeBar*>();
            return bar == nullptr || !bar->isVisible();
        },
        kPatienceMs));
}

} // namespace
} // namespace bw::history_view

#include "history_view_test.moc"
