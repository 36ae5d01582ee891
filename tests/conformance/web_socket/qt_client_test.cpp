#include "core/server/http_server.h"
#include "core/server/router.h"
#include "tests/conformance/web_socket/far_side.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QWebSocket>

#include <gmock/gmock.h>

// Qt's client and our server.
namespace bw::client {
namespace {

using testing::ElementsAre;

// Sends back what it hears, or ends it when it hears "close".
class Echo final : public server::WebSocketPeer {
public:
    void onOpen(server::WebSocket& socket) override { m_socket = &socket; }
    void onMessage(codec::WsMessageKind kind, std::string_view message) override {
        if (message == "close") {
            m_socket->close(codec::WsCloseCode::GoingAway, "as you wish");
        } else {
            m_socket->send(kind, message);
        }
    }

private:
    server::WebSocket* m_socket = nullptr;
};

class EchoApp final : public server::App {
public:
    void handle(server::Exchange& exchange) override {
        exchange.response().setStatus(426);
        exchange.upgrade(std::make_unique<Echo>());
    }
};

class QtClient : public FarSide {
protected:
    QtClient() {
        server::ServerOptions options;
        options.reactor = GetParam().reactor;
        if (GetParam().isSecure()) {
            options.tls = std::make_shared<net::TlsContext>(
                net::TlsContext::Side::Server,
                net::TlsSettings{.certificate = own.certificate, .key = own.key},
                std::string("\x08http/1.1"));
            EXPECT_TRUE(options.tls->prepare());
            QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
            configuration.setCaCertificates(
                {QSslCertificate(QByteArray::fromStdString(own.certificate), QSsl::Pem)});
            socket.setSslConfiguration(configuration);
        }
        m_server = std::move(
            *server::HttpServer::start(options, [](unsigned) { return std::make_unique<EchoApp>(); }));
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString& text) { heard.push_back("text " + text.toStdString()); });
        QObject::connect(
            &socket, &QWebSocket::binaryMessageReceived, &socket,
            [this](const QByteArray& bytes) { heard.push_back("binary " + bytes.toStdString()); });
    }

    void open() {
        socket.open(QUrl(QStringLiteral("%1://127.0.0.1:%2/feed")
                             .arg(GetParam().isSecure() ? QStringLiteral("wss") : QStringLiteral("ws"))
                             .arg(m_server->port())));
        ASSERT_TRUE(runUntil([this] { return socket.state() == QAbstractSocket::ConnectedState; }))
            << socket.errorString().toStdString();
    }
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QWebSocket socket;
    std::vector<std::string> heard;

private:
    std::unique_ptr<server::HttpServer> m_server;
};

} // namespace

TEST_P(QtClient, MessagesOfAllSizesComeBack) {
    open();
    std::vector<std::string> expected;
    for (const int size : {0, 1, 125, 126, 65'535, 65'536, 1'000'000}) {
        socket.sendTextMessage(QString(size, QLatin1Char('m')));
        expected.push_back("text " + std::string(static_cast<std::size_t>(size), 'm'));
        socket.sendBinaryMessage(QByteArray(size, '\x80'));
        expected.push_back("binary " + std::string(static_cast<std::size_t>(size), '\x80'));
    }
    ASSERT_TRUE(runUntil([&] { return heard.size() == expected.size(); }));
    EXPECT_TRUE(heard == expected);
}

TEST_P(QtClient, APingIsAnswered) {
    open();
    std::optional<QByteArray> payload;
    QObject::connect(&socket, &QWebSocket::pong, &socket,
                     [&](quint64, const QByteArray& bytes) { payload = bytes; });
    socket.ping("are you there?");
    ASSERT_TRUE(runUntil([&] { return payload.has_value(); }));
    EXPECT_EQ(*payload, "are you there?");
}

TEST_P(QtClient, BothSidesMayEndIt) {
    open();
    socket.close(QWebSocketProtocol::CloseCodeNormal, QStringLiteral("done"));
    ASSERT_TRUE(runUntil([&] { return isClosed(); }));
    open();
    socket.sendTextMessage(QStringLiteral("close"));
    ASSERT_TRUE(runUntil([&] { return isClosed(); }));
    EXPECT_EQ(socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    EXPECT_EQ(socket.closeReason(), QStringLiteral("as you wish"));
}

TEST_P(QtClient, AMessageThatIsTooLargeEndsIt) {
    open();
    socket.sendBinaryMessage(QByteArray(2'000'000, 'x'));
    ASSERT_TRUE(runUntil([&] { return isClosed(); }));
    EXPECT_THAT(heard, ElementsAre());
}

INSTANTIATE_TEST_SUITE_P(All, QtClient, testing::ValuesIn(farWires()), farWireName);

} // namespace bw::client
