#include "tests/conformance/web_socket/far_side.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QWebSocket>
#include <QWebSocketServer>

#include <gmock/gmock.h>

// Our client and Qt's server.
namespace bw::client {
namespace {

using testing::ElementsAre;

class QtServer : public FarSide {
protected:
    QtServer()
        : m_resolver(std::move(*net::Resolver::create()))
        , context(*reactor, *m_resolver, m_policy, std::chrono::minutes(5))
        , server(QStringLiteral("far side"),
                 GetParam().isSecure() ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode) {
        if (GetParam().isSecure()) {
            QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
            configuration.setLocalCertificate(
                QSslCertificate(QByteArray::fromStdString(own.certificate), QSsl::Pem));
            configuration.setPrivateKey(QSslKey(QByteArray::fromStdString(own.key), QSsl::Ec, QSsl::Pem));
            if (configuration.privateKey().isNull()) {
                configuration.setPrivateKey(
                    QSslKey(QByteArray::fromStdString(own.key), QSsl::Rsa, QSsl::Pem));
            }
            server.setSslConfiguration(configuration);
            m_tls = std::make_unique<net::TlsContext>(net::TlsContext::Side::Client,
                                                      net::TlsSettings{.authorities = own.certificate});
            context.tls = m_tls.get();
        }
        server.setSupportedSubprotocols({QStringLiteral("v2.feed")});
        EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QWebSocketServer::newConnection, &server,
                         [this] { peer.reset(server.nextPendingConnection()); });
    }

    // Our session and what it hears; what Qt hears comes back.
    class Talk final : private WebSocketHandler {
    public:
        Talk(QtServer& suite, std::vector<std::string> protocols)
            : session(suite.context, m_random, m_tlsSessions, *this)
            , m_url(*codec::parseUrl(suite.server.serverUrl().toString().toStdString() + "/feed"))
            , m_protocols(std::move(protocols)) {
            m_runner.start(open(), [](void*) {}, nullptr);
        }
        [[nodiscard]] bool isOpened() const { return m_runner.hasEnded(); }

        std::vector<std::string> heard;
        std::optional<WebSocketEnd> end;
        std::optional<Duration> pong;
        Exchange exchange;
        bool stands = false;

    private:
        net::Task<void> open() {
            const WebSocketRequest request{
                &m_url, {}, m_protocols, {}, std::chrono::steady_clock::now() + std::chrono::seconds(10)};
            stands = co_await session.open(request, exchange);
        }
        void onMessage(codec::WsMessageKind kind, std::string_view message, Instant) override {
            heard.push_back((kind == codec::WsMessageKind::Text ? "text " : "binary ") +
                            std::string(message));
        }
        void onPong(Duration roundTrip, Instant) override { pong = roundTrip; }
        void onEnded(const WebSocketEnd& how, Instant) override { end = how; }

        Random m_random{1};
        net::TlsSessions m_tlsSessions;

    public:
        WebSocketSession session;

    private:
        codec::Url m_url;
        std::vector<std::string> m_protocols;
        net::TaskRunner m_runner;
    };

    [[nodiscard]] std::unique_ptr<Talk> talk(std::vector<std::string> protocols = {}) {
        auto made = std::make_unique<Talk>(*this, std::move(protocols));
        EXPECT_TRUE(runUntil([&] { return made->isOpened() && peer != nullptr; }));
        EXPECT_TRUE(made->stands) << made->exchange.detail;
        QObject::connect(peer.get(), &QWebSocket::textMessageReceived, peer.get(),
                         [this](const QString& text) { peer->sendTextMessage(text); });
        QObject::connect(peer.get(), &QWebSocket::binaryMessageReceived, peer.get(),
                         [this](const QByteArray& bytes) { peer->sendBinaryMessage(bytes); });
        return made;
    }

private:
    std::unique_ptr<net::Resolver> m_resolver;
    HostPolicy m_policy;

protected:
    ClientContext context;

private:
    std::unique_ptr<net::TlsContext> m_tls;

protected:
    QWebSocketServer server;
    std::unique_ptr<QWebSocket> peer;
};

} // namespace

TEST_P(QtServer, MessagesOfAllSizesComeBack) {
    const auto one = talk();
    std::vector<std::string> expected;
    for (const std::size_t size : {0, 1, 125, 126, 65'535, 65'536, 2'000'000}) {
        std::string message(size, 'm');
        EXPECT_TRUE(one->session.send(codec::WsMessageKind::Text, message));
        expected.push_back("text " + message);
        EXPECT_TRUE(one->session.send(codec::WsMessageKind::Binary, message));
        expected.push_back("binary " + message);
    }
    ASSERT_TRUE(runUntil([&] { return one->heard.size() == expected.size(); }));
    EXPECT_TRUE(one->heard == expected) << "Qt sends large ones in fragments";
}

TEST_P(QtServer, TextIsUnicode) {
    const auto one = talk();
    const std::string words = "시세 €12.5 𝄞";
    EXPECT_TRUE(one->session.send(codec::WsMessageKind::Text, words));
    ASSERT_TRUE(runUntil([&] { return !one->heard.empty(); }));
    EXPECT_THAT(one->heard, ElementsAre("text " + words));
}

TEST_P(QtServer, BothSidesPing) {
    const auto one = talk();
    std::optional<QByteArray> payload;
    QObject::connect(peer.get(), &QWebSocket::pong, peer.get(),
                     [&](quint64, const QByteArray& bytes) { payload = bytes; });
    peer->ping("are you there?");
    one->session.ping();
    ASSERT_TRUE(runUntil([&] { return one->pong.has_value() && payload.has_value(); }));
    EXPECT_EQ(*payload, "are you there?");
}

TEST_P(QtServer, ASubprotocolIsAgreedOn) {
    const auto one = talk({"v3.feed", "v2.feed"});
    EXPECT_EQ(one->session.protocol(), "v2.feed");
}

TEST_P(QtServer, WeMayEndIt) {
    const auto one = talk();
    one->session.close(codec::WsCloseCode{4001}, "enough");
    ASSERT_TRUE(runUntil([&] { return one->end && peer->state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_EQ(one->end->error, ClientError::None);
    EXPECT_EQ(static_cast<int>(peer->closeCode()), 4001);
    EXPECT_EQ(peer->closeReason(), QStringLiteral("enough"));
}

TEST_P(QtServer, TheyMayEndIt) {
    const auto one = talk();
    peer->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("bye"));
    ASSERT_TRUE(runUntil([&] { return one->end.has_value(); }));
    EXPECT_EQ(one->end->error, ClientError::None);
    EXPECT_EQ(one->end->code, 1001);
}

TEST_P(QtServer, TheyMayVanish) {
    const auto one = talk();
    peer->abort();
    ASSERT_TRUE(runUntil([&] { return one->end.has_value(); }));
    EXPECT_NE(one->end->error, ClientError::None);
    EXPECT_EQ(one->end->code, 1006);
}

INSTANTIATE_TEST_SUITE_P(All, QtServer, testing::ValuesIn(farWires()), farWireName);

} // namespace bw::client
