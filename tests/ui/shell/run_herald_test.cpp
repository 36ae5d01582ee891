#include "tests/core/engine/target.h"
#include "tests/ui/shell/private_bus.h"
#include "ui/shell/run_herald.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace bw::shell {
namespace {

constexpr int kPatienceMs = 30'000;

// A real run of a real plan, heard of on a bus of the test's own.
class ARunHerald : public testing::Test {
protected:
    ARunHerald()
        : m_settings(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
        , m_session(BW_SOURCE_DIR "/resources", {}) {
        m_switch.setCheckable(true);
    }

    void herald(const QDBusConnection& bus) {
        m_herald = std::make_unique<RunHerald>(
            m_session, m_switch, m_settings,
            RunHerald::Surroundings{
                bus,
                [this](const QString& title, const QString& text) { m_instead.emplace_back(title, text); },
                [this] { return m_isLookedAt; }});
    }

    // `more`: thresholds or budgets of the plan.
    void run(const std::string& more, const std::string& load = R"("executor": "per-vu-iterations", "vus": 1,
                                                                  "iterations": 10)") {
        bridge::RunOptions options;
        options.planText = R"({"bellwether": 1, "name": "a <b> plan", )" + more +
                           R"("flows": {"f": {"steps": [{"http": {"name": "ask", "url": ")" + m_target.url() +
                           R"(/late/5"}}]}}, "scenarios": {"s": {"flow": "f", )" + load + "}}}";
        options.planPath = m_folder.filePath(QStringLiteral("p.plan.json")).toStdString();
        m_session.start(options);
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_session.isIdle(); }, kPatienceMs));
    }

    static constexpr const char* kBroken = R"("thresholds": {"http_req_duration": ["p(95)<1", "avg<1"]}, )";

    QTemporaryDir m_folder;
    QSettings m_settings;
    engine::Target m_target;
    bridge::RunSession m_session;
    QAction m_switch;
    bool m_isLookedAt = false;
    std::vector<std::pair<QString, QString>> m_instead;
    std::unique_ptr<RunHerald> m_herald;
};

class ARunHeraldOnABus : public ARunHerald {
protected:
    explicit ARunHeraldOnABus(const QStringList& capabilities = {QStringLiteral("body"),
                                                                 QStringLiteral("body-markup")})
        : m_server(m_bus.connection(QStringLiteral("server")), capabilities)
        , m_reader(m_bus.connection(QStringLiteral("reader"))) {
        herald(m_bus.connection(QStringLiteral("program")));
        EXPECT_TRUE(QTest::qWaitFor([&] { return m_server.asked() > 0; }, kPatienceMs));
    }
    ~ARunHeraldOnABus() override { m_herald.reset(); }

    [[nodiscard]] bool tells(std::size_t notes) const {
        return QTest::qWaitFor([&] { return m_server.notes().size() >= notes; }, kPatienceMs);
    }

    PrivateBus m_bus;
    NotificationServer m_server;
    LauncherReader m_reader;
};

TEST_F(ARunHeraldOnABus, TellsTheEndWithItsKeyFigures) {
    run({});
    ASSERT_TRUE(tells(1));
    const NotificationServer::Note& note = m_server.notes().front();
    EXPECT_EQ(note.title, QStringLiteral("Run passed: a <b> plan"));
    EXPECT_TRUE(note.text.contains(QStringLiteral("10 requests"))) << note.text.toStdString();
    EXPECT_TRUE(note.text.contains(QStringLiteral("P95"))) << note.text.toStdString();
    EXPECT_EQ(note.urgency, 1);
    EXPECT_EQ(note.icon, QStringLiteral("bellwether"));
}

TEST_F(ARunHeraldOnABus, TellsTheFirstBreachOfALimitOnceAndTheEnd) {
    run(kBroken, R"("executor": "constant-vus", "vus": 1, "duration": "5s")");
    ASSERT_TRUE(tells(2));
    EXPECT_EQ(m_server.notes().size(), 2u) << "evaluated again and again, told once";
    const NotificationServer::Note& breach = m_server.notes()[0];
    EXPECT_EQ(breach.title, QStringLiteral("A limit is broken: a <b> plan"));
    EXPECT_TRUE(breach.text.contains(QStringLiteral("but the threshold is p(95)&lt;1")))
        << breach.text.toStdString();
    EXPECT_TRUE(breach.text.contains(QStringLiteral("avg&lt;1"))) << breach.text.toStdString();
    EXPECT_EQ(breach.urgency, 2);
    EXPECT_EQ(m_server.notes()[1].title, QStringLiteral("Run failed: a <b> plan"));
}

TEST_F(ARunHeraldOnABus, SaysNothingWhileThatIsSeenOrTurnedOff) {
    m_isLookedAt = true;
    run(kBroken);
    m_isLookedAt = false;
    m_switch.setChecked(false);
    run(kBroken);
    m_switch.setChecked(true);
    run({});
    ASSERT_TRUE(tells(1));
    EXPECT_EQ(m_server.notes().size(), 1u);
    EXPECT_TRUE(m_server.notes().front().title.startsWith(QStringLiteral("Run passed")));
}

TEST_F(ARunHeraldOnABus, AClickOnAMessageCallsTheWindow) {
    QSignalSpy called(m_herald.get(), &RunHerald::called);
    run({});
    ASSERT_TRUE(tells(1));
    m_server.click(99); // another program's
    // The answer to Notify comes before what is clicked then, for both are the server's.
    m_server.click(7);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !called.empty(); }, kPatienceMs));
    EXPECT_EQ(called.size(), 1);
}

TEST_F(ARunHeraldOnABus, TheTaskBarShowsHowFarItIsAndIsClearedAtTheEnd) {
    run({}, R"("executor": "constant-vus", "vus": 1, "duration": "1s")");
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return !m_reader.updates().empty() && !m_reader.updates().back().isVisible; }, kPatienceMs));
    double highest = 0;
    for (const LauncherReader::Update& update : m_reader.updates()) {
        EXPECT_EQ(update.entry, QStringLiteral("application://bellwether.desktop"));
        highest = std::max(highest, update.progress);
    }
    EXPECT_GT(highest, 0.3);
    EXPECT_LE(highest, 1);
    EXPECT_GT(m_reader.updates().size(), 3u);
}

class ARunHeraldOfAPlainReader : public ARunHeraldOnABus {
protected:
    ARunHeraldOfAPlainReader()
        : ARunHeraldOnABus({QStringLiteral("body")}) {}
};

TEST_F(ARunHeraldOfAPlainReader, GetsItsSignsAsTheyAre) {
    run(kBroken);
    ASSERT_TRUE(tells(1));
    EXPECT_TRUE(m_server.notes().back().text.contains(QStringLiteral("p(95)<1")))
        << m_server.notes().back().text.toStdString();
}

TEST_F(ARunHerald, WithoutTheServiceTheOtherWayIsTaken) {
    PrivateBus bus;
    herald(bus.connection(QStringLiteral("program")));
    run({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_instead.empty(); }, kPatienceMs));
    EXPECT_TRUE(m_instead.front().first.startsWith(QStringLiteral("Run passed")));
    m_herald.reset();
}

TEST_F(ARunHerald, WithoutABusNothingBadHappensAndNothingWaits) {
    herald(QDBusConnection::connectToBus(QStringLiteral("unix:path=/nowhere/bus"), QStringLiteral("none")));
    run(kBroken);
    ASSERT_FALSE(m_instead.empty());
    EXPECT_TRUE(m_instead.back().first.startsWith(QStringLiteral("Run failed")));
    m_herald.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("none"));
}

TEST_F(ARunHerald, TheSwitchIsRemembered) {
    const auto none =
        QDBusConnection::connectToBus(QStringLiteral("unix:path=/nowhere/bus"), QStringLiteral("none"));
    herald(none);
    EXPECT_TRUE(m_switch.isChecked());
    m_switch.setChecked(false);
    m_herald.reset();
    m_switch.setChecked(true);
    herald(none);
    EXPECT_FALSE(m_switch.isChecked());
    m_herald.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("none"));
}

} // namespace
} // namespace bw::shell
