#include "tests/ui/designer/design_fixture.h"
#include "ui/designer/tryit/answer_checks.h"
#include "ui/designer/tryit/exchange_view.h"
#include "ui/designer/tryit/json_tree.h"
#include "ui/designer/tryit/try_panel.h"
#include "ui/format/units.h"
#include "ui/widgets/data_table.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QPushButton>
#include <QTableWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QToolButton>

namespace bw::designer {
namespace {

// A server of one answer for every request, so that what is shown can be told exactly.
class OneAnswer : public QObject {
public:
    explicit OneAnswer(QByteArray body)
        : m_body(std::move(body)) {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (socket->readAll().contains("\r\n\r\n")) {
                    ++requests;
                    socket->write(
                        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " +
                        QByteArray::number(m_body.size()) + "\r\n\r\n" + m_body);
                }
            });
        });
    }
    [[nodiscard]] QByteArray url() const {
        return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort());
    }
    int requests = 0;

private:
    QTcpServer m_server;
    QByteArray m_body;
};

class TryPanelTest : public DesignTest {
protected:
    TryPanel& panel() { return m_view->tryPanel(); }
    ExchangeView& exchange() { return panel().exchange(); }

    void openWith(const QByteArray& url, const char* more = "") {
        openText(R"({"bellwether": 1, "name": "t", "flows": {"f": {"steps": [
            {"http": {"name": "order", "method": "GET", "url": ")" +
                 url.toStdString() + R"(/orders")" + more + R"(}},
            {"http": {"name": "again", "url": ")" +
                 url.toStdString() + R"(/again"}}]}},
            "scenarios": {"s": {"executor": "constant-vus", "flow": "f", "vus": 1, "duration": "1s"}}})");
        form("flows.f.steps[0]");
    }
    void tryIt() {
        QSignalSpy ended(&panel().session(), &bridge::TrySession::ended);
        m_view->tryFlow();
        ASSERT_TRUE(ended.wait(kPatienceMs));
    }
};

TEST_F(TryPanelTest, ShowsEachRequestWithItsAnswerAndItsChecks) {
    OneAnswer server(R"({"orderId": "o-1", "legs": [{"price": 10.5}]})");
    openWith(server.url(),
             R"J(, "checks": {"created": "status == 201", "cheap": "json('$.legs[0].price') < 1"},
        "extract": {"orderId": "json('$.orderId')"})J");
    tryIt();
    EXPECT_EQ(server.requests, 2);
    EXPECT_EQ(panel().table().model()->rowCount(), 2);
    EXPECT_EQ(panel().table().currentSourceRow(), 0) << "the one that failed";
    EXPECT_TRUE(exchange().summary().startsWith(QStringLiteral("201 · HTTP/1.1")))
        << exchange().summary().toStdString();
    ASSERT_EQ(exchange().results().rowCount(), 3);
    EXPECT_EQ(exchange().results().item(1, 1)->text(), QStringLiteral("failed"));
    EXPECT_EQ(exchange().results().item(1, 2)->text(), QStringLiteral("10.5")) << "what it looked at";
    EXPECT_EQ(exchange().results().item(2, 2)->text(), QStringLiteral("\"o-1\""));
    EXPECT_TRUE(panel().words().contains(QStringLiteral("1 failed"))) << panel().words().toStdString();
    EXPECT_EQ(m_view->flow().currentPlace(), QStringLiteral("flows.f.steps[0]"));
}

TEST_F(TryPanelTest, AValueBecomesAnExtractorAndACheck) {
    OneAnswer server(R"({"orderId": "o-1", "legs": [{"price": 10.5}]})");
    openWith(server.url());
    tryIt();
    panel().table().selectSourceRow(0);
    QTreeView& tree = exchange().tree();
    tree.setCurrentIndex(tree.model()->index(0, 0));
    QTest::mouseClick(&exchange().extractButton(), Qt::LeftButton);
    const auto step = [this] { return std::get<testplan::HttpStep>(plan().flows[0].steps[0].kind); };
    ASSERT_EQ(step().extract.size(), 1u);
    EXPECT_EQ(step().extract[0], (std::pair<std::string, std::string>("orderId", "json('$.orderId')")));
    const QModelIndex price = tree.model()->index(0, 0, tree.model()->index(0, 0, tree.model()->index(1, 0)));
    tree.setCurrentIndex(price);
    QTest::mouseClick(&exchange().checkButton(), Qt::LeftButton);
    ASSERT_EQ(step().checks.size(), 1u);
    EXPECT_EQ(step().checks[0].second, "json('$.legs[0].price') == 10.5");
    tryIt();
    EXPECT_TRUE(panel().words().contains(QStringLiteral("all good"))) << panel().words().toStdString();
}

TEST_F(TryPanelTest, OneStepIsTriedAgainAlone) {
    OneAnswer server("{}");
    openWith(server.url());
    tryIt();
    panel().table().selectSourceRow(1);
    QSignalSpy ended(&panel().session(), &bridge::TrySession::ended);
    QTest::mouseClick(&panel().againButton(), Qt::LeftButton);
    ASSERT_TRUE(ended.wait(kPatienceMs));
    EXPECT_EQ(server.requests, 3);
    EXPECT_EQ(panel().table().model()->rowCount(), 1);
}

TEST_F(TryPanelTest, ARequestIsCopiedAsCurlAndPastedAsAStep) {
    OneAnswer server("{}");
    openWith(server.url());
    tryIt();
    panel().table().selectSourceRow(0);
    QTest::mouseClick(&panel().curlButton(), Qt::LeftButton);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(QLatin1String("curl 'http://127.0.0.1:")));
    m_view->flow().tree().setFocus();
    QTest::keyClick(&m_view->flow().tree(), Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(plan().flows[0].steps.size(), 3u);
    EXPECT_EQ(std::get<testplan::HttpStep>(plan().flows[0].steps[1].kind).url,
              server.url().toStdString() + "/orders");
}

TEST_F(TryPanelTest, ATargetThatIsNotThereIsSaid) {
    openWith("http://127.0.0.1:1");
    tryIt();
    EXPECT_TRUE(exchange().summary().contains(QStringLiteral("No answer")))
        << exchange().summary().toStdString();
}

TEST_F(TryPanelTest, APlanThatCannotBeTriedSaysWhy) {
    openWith("http://127.0.0.1:1", R"(, "headers": {"X": "${nowhere}"})");
    QSignalSpy refused(&panel().session(), &bridge::TrySession::refused);
    m_view->tryFlow();
    ASSERT_TRUE(refused.wait(kPatienceMs));
    EXPECT_TRUE(panel().words().contains(QStringLiteral("nowhere"))) << panel().words().toStdString();
}

TEST_F(TryPanelTest, ALargeAnswerIsCutWithAWord) {
    OneAnswer server(QByteArray(3'000'000, 'x'));
    openWith(server.url());
    tryIt();
    EXPECT_TRUE(exchange().summary().contains(format::bytes(3e6))) << exchange().summary().toStdString();
    EXPECT_TRUE(exchange().summary().contains(QStringLiteral("beginning")));
}

TEST_F(TryPanelTest, ALargeAnswerIsShownAtOnce) {
    QByteArray rows("[");
    while (rows.size() < 900'000) {
        rows += R"({"symbol": "KRW-BTC", "price": 1234.5, "quantity": 0.125}, )";
    }
    OneAnswer server(rows + "0]");
    openWith(server.url());
    tryIt();
    EXPECT_GT(exchange().tree().model()->rowCount(), 10'000);
}

TEST(JsonTreeTest, KnowsWhereAValueStands) {
    JsonTree tree;
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_TRUE(tree.setText(R"({"a b": [1, {"c": "x"}], "d": null})"));
    EXPECT_EQ(tree.rowCount(), 2);
    const QModelIndex list = tree.index(0, 0);
    const QModelIndex inner = tree.index(0, 0, tree.index(1, 0, list));
    EXPECT_EQ(tree.pathOf(inner), QStringLiteral("$[\"a b\"][1].c"));
    EXPECT_EQ(tree.nameOf(inner), QStringLiteral("c"));
    EXPECT_EQ(tree.valueOf(inner), QStringLiteral("\"x\""));
    EXPECT_EQ(tree.nameOf(tree.index(0, 0, list)), QStringLiteral("value"));
    EXPECT_FALSE(tree.setText("no JSON"));
    EXPECT_EQ(tree.rowCount(), 0);
}

TEST(AnswerChecks, AskForTheValueOrThatItIsThere) {
    EXPECT_EQ(checkOf(QStringLiteral("$.a"), QStringLiteral("\"it's\"")),
              QStringLiteral("json('$.a') == \"it's\""));
    EXPECT_EQ(checkOf(QStringLiteral("$.a"), QStringLiteral("7")), QStringLiteral("json('$.a') == 7"));
    EXPECT_EQ(checkOf(QStringLiteral("$.a"), QStringLiteral("{\"b\":1}")),
              QStringLiteral("exists(json('$.a'))"));
    EXPECT_EQ(jsonCall(QStringLiteral("$[\"it's\"]")), QStringLiteral("json('$[\"it\\'s\"]')"));
}

} // namespace
} // namespace bw::designer
