#include "app/jts-sim/sim/simulator.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/history/history_view.h"
#include "ui/live/load_spin.h"
#include "ui/live/steering_bar.h"
#include "ui/shell/stored_run_page.h"
#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QToolButton>

#include <functional>

// A run against the simulated trading system, watched and steered while it goes: paused, loaded by hand, its
// target made short of one thing after the other, noted, stopped, and opened again.
namespace bw::shell {
namespace {

class SteerRunTest : public WindowTest {
protected:
    SteerRunTest() {
        auto started = jts::Simulator::start({});
        EXPECT_TRUE(started);
        m_system = std::move(*started);
    }

    QString writeTrading() {
        const QString file = path(QStringLiteral("trading.plan.json"));
        QFile out(file);
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(QByteArray::fromStdString(
            R"({"bellwether": 1, "name": "Trading", "variables": {"base": ")" + m_system->url() + R"("},
            "flows": {"f": {"steps": [
                {"http": {"name": "prices", "url": "${base}/api/market-data/prices"}},
                {"http": {"name": "positions", "url": "${base}/api/portfolio/positions?userId=u"}},
                {"http": {"name": "order", "method": "POST", "url": "${base}/api/orders", "json": {
                    "symbol": "KRW-BTC", "side": "buy", "type": "limit", "quantity": 1, "price": 1}}},
                {"think": "20ms"}]}},
            "scenarios": {"traders": {"executor": "constant-vus", "flow": "f", "vus": 4, "duration": "10m"}},
            "budgets": [{"name": "target", "rows": [{"process": ")" +
            std::to_string(QCoreApplication::applicationPid()) + R"(", "memory": "<64GB"}]}]})"));
        return file;
    }

    void begin() {
        openWindow(writeTrading());
        QObject::connect(&m_window->session(), &bridge::RunSession::momentChanged,
                         [this](const bridge::RunMoment& moment) { m_now = moment; });
        press(Qt::Key_R);
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_now.requests > 0 && hasSecond(); }, kPatienceMs));
    }
    [[nodiscard]] bool hasSecond() const { return !lastSeconds(1).empty(); }
    [[nodiscard]] std::vector<report::SecondRow> lastSeconds(std::size_t count) const {
        const auto picture = m_window->runView().picture();
        if (!picture || picture->model.seconds.size() < count) {
            return {};
        }
        const auto& rows = picture->model.seconds;
        return {rows.end() - static_cast<std::ptrdiff_t>(count), rows.end()};
    }

    void switchFaults(const char* json) {
        QNetworkRequest request(QUrl(QString::fromStdString(m_system->url() + "/admin/faults")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        auto* reply = m_network.put(request, QByteArray(json));
        ASSERT_TRUE(QTest::qWaitFor([&] { return reply->isFinished(); }, kPatienceMs));
        EXPECT_EQ(reply->error(), QNetworkReply::NoError) << json << reply->readAll().constData();
        reply->deleteLater();
    }
    // Until a whole second is so.
    [[nodiscard]] bool shows(const std::function<bool(const report::SecondRow&)>& holds) const {
        return QTest::qWaitFor(
            [&] {
                const auto last = lastSeconds(1);
                return !last.empty() && holds(last.front());
            },
            kPatienceMs);
    }
    static bool fails(const report::SecondRow& row) { return row.failed > 0; }
    static bool isSlow(const report::SecondRow& row) { return row.latency && row.latency->p95 > 60; }
    static bool isCalm(const report::SecondRow& row) {
        return row.requests > 0 && row.failed == 0 && row.latency && row.latency->p50 < 60;
    }

    void steer() {
        press(Qt::Key_Comma);
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_now.isPaused && m_now.vus == 0; }, kPatienceMs));
        const std::int64_t before = m_now.requests;
        auto* bar = m_window->runView().findChild<live::SteeringBar*>();
        for (auto* button : bar->findChildren<QToolButton*>()) {
            if (button->text() == QStringLiteral("Resume")) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_now.isPaused && m_now.requests > before; }, kPatienceMs));

        auto* amount = bar->findChild<live::LoadSpin*>();
        amount->setFocus();
        amount->selectAll();
        QTest::keyClicks(amount, QStringLiteral("3"));
        QTest::keyClick(amount, Qt::Key_Return);
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_now.vus == 7; }, kPatienceMs));
    }

    struct Fault {
        const char* on;
        const char* off;
        bool (*strikes)(const report::SecondRow&);
    };
    void breakTarget() {
        for (const Fault& fault : {
                 Fault{R"({"pool": 1, "pool.hold": "200ms", "pool.timeout": "50ms"})", R"({"pool": "off"})",
                       fails},
                 Fault{R"({"queue": 1, "queue.waiting": 1, "queue.work": "50ms"})", R"({"queue": "off"})",
                       fails},
                 Fault{R"({"ceiling": 20})", R"({"ceiling": "off"})", isSlow},
                 Fault{R"({"latencyLeak": "1s"})", R"({"latencyLeak": "off"})", isSlow},
                 Fault{R"({"broker": 1})", R"({"broker": "off"})", fails},
                 Fault{R"({"latency": "80ms"})", R"({"latency": "off"})", isSlow},
             }) {
            switchFaults(fault.on);
            EXPECT_TRUE(shows(fault.strikes)) << fault.on;
            switchFaults(fault.off);
            EXPECT_TRUE(shows(isCalm)) << fault.off;
        }
        switchFaults(R"({"memoryLeak": "256KB"})");
        EXPECT_TRUE(shows([](const report::SecondRow& row) { return row.requests > 0; }));
        switchFaults(R"({"memoryLeak": "off"})");
    }

    void note() {
        press(Qt::Key_M);
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        ASSERT_NE(line, nullptr);
        QTest::keyClicks(line, QStringLiteral("the target is well again"));
        QTest::keyClick(line, Qt::Key_Return);
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return m_window->runView().picture()->model.marks.back().kind == report::MarkKind::Note; },
            kPatienceMs));
    }

    std::unique_ptr<jts::Simulator> m_system;
    QNetworkAccessManager m_network;
    bridge::RunMoment m_now;
};

TEST_F(SteerRunTest, ThroughPauseLoadFaultsAndANoteToTheSamePictureAgain) {
    ASSERT_NO_FATAL_FAILURE(begin());
    ASSERT_NO_FATAL_FAILURE(steer());
    ASSERT_NO_FATAL_FAILURE(breakTarget());
    ASSERT_NO_FATAL_FAILURE(note());
    press(Qt::Key_Period);
    ASSERT_TRUE(rests());
    const bridge::RunPicturePtr ended = m_window->runView().picture();
    ASSERT_FALSE(ended->isLive);

    press(Qt::Key_4);
    auto* table = m_window->findChild<history_view::HistoryView*>()->findChild<widgets::DataTable*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return table->isVisible() && table->model()->rowCount() == 1; }, kPatienceMs));
    table->setFocus();
    press(Qt::Key_Return, Qt::NoModifier);
    auto* page = m_window->findChild<StoredRunPage*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->isVisible(); }, kPatienceMs));
    const bridge::RunPicturePtr kept = page->view().picture();
    EXPECT_EQ(kept->model.figures.requests, ended->model.figures.requests);
    EXPECT_EQ(kept->model.run.paused, ended->model.run.paused);
    EXPECT_EQ(kept->model.verdict, ended->model.verdict);
    ASSERT_EQ(kept->model.marks.size(), ended->model.marks.size());
    for (std::size_t i = 0; i < kept->model.marks.size(); ++i) {
        EXPECT_EQ(kept->model.marks[i].record, ended->model.marks[i].record);
        EXPECT_EQ(kept->model.marks[i].length, ended->model.marks[i].length);
    }
    ASSERT_EQ(kept->model.seconds.size(), ended->model.seconds.size());
    for (std::size_t i = 0; i < kept->model.seconds.size(); ++i) {
        EXPECT_EQ(kept->model.seconds[i].requests, ended->model.seconds[i].requests) << i;
        EXPECT_EQ(kept->model.seconds[i].latency, ended->model.seconds[i].latency) << i;
    }
}

} // namespace
} // namespace bw::shell
