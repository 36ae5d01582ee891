#include "app/jts-sim/sim/simulator.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/charts/plot_view.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/conclusion_strip.h"
#include "ui/history/history_model.h"
#include "ui/history/history_view.h"
#include "ui/live/baseline_pane.h"
#include "ui/live/result_tabs.h"
#include "ui/live/window_bar.h"
#include "ui/shell/notice_area.h"
#include "ui/shell/stored_run_page.h"
#include "ui/widgets/data_table.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

// What a performance lead does with two builds: searched, held against each other and against a baseline, on
// real runs against the simulated trading system, which is slower in the second build.
namespace bw::shell {
namespace {

class CompareBuildsTest : public WindowTest {
protected:
    // The system in a build of this latency; always at the same address.
    void build(const char* latency) {
        m_system.reset();
        jts::SimulatorOptions options;
        options.port = m_port;
        ASSERT_TRUE(options.faults.set("latency", latency));
        auto started = jts::Simulator::start(options);
        ASSERT_TRUE(started);
        m_system = std::move(*started);
        m_port = m_system->port();
    }

    QString writeOrders() {
        const QString file = path(QStringLiteral("orders.plan.json"));
        QFile out(file);
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(QByteArray::fromStdString(R"({"bellwether": 1, "name": "Prices", "flows": {"f": {"steps": [
            {"http": {"name": "prices", "url": ")" +
                                            m_system->url() + R"(/api/market-data/prices"}}]}},
            "scenarios": {"s": {"executor": "constant-arrival-rate", "flow": "f", "rate": 100,
            "duration": "2s", "preAllocatedVUs": 20}}})"));
        return file;
    }

    void run(const char* build) {
        bridge::RunOptions options;
        options.planPath = m_window->document().path();
        options.build = build;
        m_window->session().start(options);
        ASSERT_TRUE(rests());
    }

    [[nodiscard]] widgets::DataTable* runs() const {
        return m_window->findChild<history_view::HistoryView*>()->findChild<widgets::DataTable*>();
    }
    void trigger(const char* words) const {
        for (QAction* action : runs()->actions()) {
            if (action->text() == QLatin1String(words)) {
                ASSERT_TRUE(action->isEnabled()) << words;
                action->trigger();
                return;
            }
        }
        FAIL() << words;
    }
    [[nodiscard]] bool lists(int count) const {
        return QTest::qWaitFor([&] { return runs()->isVisible() && runs()->model()->rowCount() == count; },
                               kPatienceMs);
    }

    [[nodiscard]] static bool says(const QWidget& widget, const char* words) {
        const auto labels = widget.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QLatin1String(words));
        });
    }

    // The current run, opened: its second second alone, and how it stands beside the baseline.
    void lookInto() {
        QTest::keyClick(runs(), Qt::Key_Return);
        auto* page = m_window->findChild<StoredRunPage*>();
        ASSERT_TRUE(QTest::qWaitFor([&] { return page->isVisible(); }, kPatienceMs));
        auto* plot = page->findChild<charts::PlotView*>();
        const auto at = [plot](double second) {
            return QPoint(static_cast<int>(plot->geometryOfPlot().xOf(second)), plot->height() / 2);
        };
        QTest::mousePress(plot->viewport(), Qt::LeftButton, {}, at(1.1));
        QTest::mouseRelease(plot->viewport(), Qt::LeftButton, {}, at(1.9));
        auto* bar = page->findChild<live::WindowBar*>();
        EXPECT_TRUE(bar->isVisible());
        EXPECT_TRUE(QTest::qWaitFor([&] { return says(*bar, "P95"); }, kPatienceMs));
        QTest::keyClick(plot, Qt::Key_Escape);
        EXPECT_FALSE(bar->isVisible());

        auto* tabs = page->findChild<live::ResultTabs*>();
        auto* baseline = page->findChild<live::BaselinePane*>();
        EXPECT_TRUE(
            QTest::qWaitFor([&] { return tabs->isTabVisible(tabs->indexOf(baseline)); }, kPatienceMs));
        tabs->setCurrentWidget(baseline);
        EXPECT_TRUE(baseline->table().asTabSeparated().startsWith(QStringLiteral("Severity")));
        EXPECT_TRUE(baseline->table().asTabSeparated().contains(QStringLiteral("critical")));
        EXPECT_TRUE(says(*baseline, "from the baseline, run 1"));
        QTest::keyClick(page, Qt::Key_Left, Qt::AltModifier);
        EXPECT_TRUE(QTest::qWaitFor([&] { return runs()->isVisible(); }, kPatienceMs));
    }

    std::uint16_t m_port = 0;
    std::unique_ptr<jts::Simulator> m_system;
};

TEST_F(CompareBuildsTest, ASlowerBuildIsFoundBySearchComparisonAndBaseline) {
    build("5ms");
    openWindow(writeOrders());
    for (int i = 0; i < 5; ++i) {
        run("1.0");
    }
    press(Qt::Key_4);
    ASSERT_TRUE(lists(5));
    runs()->setFocus();
    press(Qt::Key_End);
    runs()->selectRow(4); // the first run
    trigger("Set as baseline");
    auto* model = qobject_cast<history_view::HistoryModel*>(runs()->source());
    ASSERT_TRUE(QTest::qWaitFor([&] { return model->entry(4)->isBaseline; }, kPatienceMs));

    build("20ms"); // far enough for a busy machine
    run("2.0");
    auto* notices = m_window->findChild<NoticeArea*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return notices->find(QStringLiteral("baseline")) != nullptr; }, kPatienceMs));
    const QString told = notices->find(QStringLiteral("baseline"))->text();
    EXPECT_TRUE(told.contains(QStringLiteral("from the baseline, run 1; "))) << told.toStdString();
    EXPECT_TRUE(told.contains(QStringLiteral("critical: prices got "))) << told.toStdString();

    ASSERT_TRUE(lists(6));
    auto* filter = m_window->findChild<history_view::HistoryView*>()->findChild<QLineEdit*>();
    filter->setText(QStringLiteral("prices 2.0"));
    EXPECT_EQ(runs()->model()->rowCount(), 1);
    filter->setText(QStringLiteral("constant-arrival-rate")); // in no column: the plan says it
    EXPECT_TRUE(lists(6));
    filter->clear();
    runs()->selectRow(0);
    lookInto();
    runs()->selectRow(0);
    QTest::keyClick(runs(), Qt::Key_Down, Qt::ShiftModifier);
    trigger("Compare");
    auto* view = m_window->findChild<compare::CompareView*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return view->isVisible() && view->picture() != nullptr; }, kPatienceMs));
    EXPECT_EQ(report::conclusionOf(view->picture()->model), report::Conclusion::Worse);
    const QString sentence = view->strip().sentence();
    EXPECT_TRUE(sentence.startsWith(QStringLiteral("prices got "))) << sentence.toStdString();
    EXPECT_TRUE(sentence.contains(QStringLiteral("slower"))) << sentence.toStdString();
    EXPECT_TRUE(sentence.contains(QStringLiteral("surely"))) << sentence.toStdString();
}

} // namespace
} // namespace bw::shell
