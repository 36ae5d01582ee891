#include "core/net/certificate.h"
#include "tests/core/client/client_test.h"

// The way over a proxy: it reads plain requests itself, and passes on what it cannot read.
namespace bw::client {
namespace {

// Passes on what each of two streams says to the other, once it is open.
class Relay final : private net::StreamHandler {
public:
    Relay(net::Reactor& reactor, ScriptedServer::Connection& from, std::uint16_t port)
        : m_from(from)
        , m_to(reactor.connect(net::Address::loopback(port), {}, *this)) {}
    void pass(std::string_view text) const { static_cast<void>(m_to->send(std::span(&text, 1))); }

private:
    void onConnected(Instant) override { m_from.say("HTTP/1.1 200 Connection established\r\n\r\n"); }
    void onReceived(std::span<const std::byte> bytes, Instant) override {
        m_from.say({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    void onEnded(Instant) override {}
    void onFailed(net::NetError, Instant) override {}

    ScriptedServer::Connection& m_from;
    std::unique_ptr<net::Stream> m_to;
};

class ProxyTest : public ClientTest {
protected:
    ProxyTest() {
        m_proxy = *codec::parseUrl("http://me:pw@127.0.0.1:" + std::to_string(proxy.port()));
        context.proxyFor = [this](const codec::Url&) { return &m_proxy; };
    }

    // Opens a tunnel for whoever asks.
    void relay() {
        proxy.onBytes = [this](auto& connection) {
            if (connection.requests++ == 0) {
                m_asked = connection.received;
                m_relays.push_back(std::make_unique<Relay>(*reactor, connection, server.port()));
            } else {
                m_relays.back()->pass(connection.received);
            }
            connection.received.clear();
        };
    }

    [[nodiscard]] Exchange askFor(const std::string& url) {
        Asking asking(pool, get(), url);
        EXPECT_TRUE(runUntil([&] { return asking.isOver(); })) << "hangs";
        return std::move(asking.exchange);
    }

    ScriptedServer proxy{*reactor};
    codec::Url m_proxy;
    std::string m_asked;
    std::vector<std::unique_ptr<Relay>> m_relays;
};

} // namespace

TEST_F(ProxyTest, PlainRequestsNameTheirServer) {
    EXPECT_EQ(askFor("http://localhost:1/path?q=1").body, "ok");
    ASSERT_EQ(proxy.connections.size(), 1U);
    const std::string& asked = proxy.connections.front()->last;
    EXPECT_TRUE(asked.starts_with("GET http://localhost:1/path?q=1 HTTP/1.1\r\nHost: localhost:1\r\n"))
        << asked;
    EXPECT_NE(asked.find("Proxy-Authorization: Basic bWU6cHc=\r\n"), std::string::npos) << asked;
    EXPECT_TRUE(server.connections.empty());
}

TEST_F(ProxyTest, SecureOnesGoThroughATunnel) {
    const net::CertifiedKey own = net::makeCertificate({.names = {"127.0.0.1"}});
    net::TlsContext serverTls(net::TlsContext::Side::Server,
                              {.certificate = own.certificate, .key = own.key});
    net::TlsContext clientTls(net::TlsContext::Side::Client, {.authorities = own.certificate});
    ASSERT_TRUE(serverTls.prepare());
    server.tls = &serverTls;
    context.tls = &clientTls;
    relay();
    const std::string authority = "127.0.0.1:" + std::to_string(server.port());
    const Exchange got = askFor("https://" + authority + "/path");
    EXPECT_EQ(got.error, ClientError::None) << got.detail;
    EXPECT_EQ(got.body, "ok");
    EXPECT_EQ(m_asked, "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority +
                           "\r\nProxy-Authorization: Basic bWU6cHc=\r\n\r\n");
    ASSERT_EQ(server.connections.size(), 1U);
    const std::string& last = server.connections.front()->last;
    EXPECT_TRUE(last.starts_with("GET /path HTTP/1.1\r\n")) << last;
    EXPECT_EQ(last.find("Proxy-"), std::string::npos) << "the proxy's secret is not the server's";
}

TEST_F(ProxyTest, AProxyThatSaysNoIsTold) {
    net::TlsContext tls(net::TlsContext::Side::Client, {});
    context.tls = &tls;
    struct Case {
        const char* answer;
        ClientError error;
        const char* detail;
    };
    for (const Case& each :
         {Case{"HTTP/1.1 407 Who are you\r\n\r\n", ClientError::Refused, "proxy_authentication_required"},
          Case{"HTTP/1.1 502 Bad Gateway\r\n\r\n", ClientError::Refused, "proxy_refused"},
          Case{"SSH-2.0-OpenSSH_9.2\r\n", ClientError::Protocol, ""},
          Case{"HTTP/1.1 200 OK\r\n\r\nand more", ClientError::Protocol, ""}}) {
        proxy.onBytes = [&](auto& connection) { connection.say(each.answer); };
        const Exchange got = askFor("https://127.0.0.1/");
        EXPECT_EQ(got.error, each.error) << each.answer;
        EXPECT_EQ(got.detail, each.detail) << each.answer;
        EXPECT_EQ(context.openConnections, 0);
    }
    proxy.onBytes = [](auto& connection) { connection.close(); };
    EXPECT_EQ(askFor("https://127.0.0.1/").error, ClientError::Closed);
}

TEST_F(ProxyTest, LoadGoesNowhereUnaskedOverAProxyEither) {
    EXPECT_EQ(askFor("http://elsewhere.example/").error, ClientError::NotAllowed);
    EXPECT_EQ(askFor("https://192.0.2.1/").error, ClientError::NotAllowed);
    EXPECT_TRUE(proxy.connections.empty());
}

} // namespace bw::client
