#include "core/net/certificate.h"
#include "tests/core/client/client_test.h"

#include <algorithm>

// Whom a virtual user trusts, and what it is told when it does not.
namespace bw::client {
namespace {

using net::CertificateRequest;
using net::CertifiedKey;
using net::TlsContext;
using net::TlsSettings;

class TlsTest : public ClientTest {
protected:
    // The server shows it.
    void show(const CertifiedKey& own, const std::string& clientAuthorities = {}) {
        m_serverTls = std::make_unique<TlsContext>(
            TlsContext::Side::Server,
            TlsSettings{.authorities = clientAuthorities, .certificate = own.certificate, .key = own.key});
        ASSERT_TRUE(m_serverTls->prepare());
        server.tls = m_serverTls.get();
    }

    // The client trusts, and shows, what the settings say.
    void trust(const TlsSettings& settings) {
        m_clientTls = std::make_unique<TlsContext>(TlsContext::Side::Client, settings);
        context.tls = m_clientTls.get();
    }

    [[nodiscard]] Exchange askSecurely(const std::string& host = "127.0.0.1", Request request = get()) {
        Asking asking(pool, request, "https://" + host + ":" + std::to_string(server.port()) + "/");
        EXPECT_TRUE(runUntil([&] { return asking.isOver(); })) << "hangs";
        return std::move(asking.exchange);
    }

    const CertifiedKey m_authority =
        net::makeCertificate({.commonName = "Test Authority", .kind = CertificateRequest::Kind::Authority});

    [[nodiscard]] CertifiedKey signedFor(std::vector<std::string> names) const {
        return net::makeCertificate({.names = std::move(names)}, &m_authority);
    }

private:
    std::unique_ptr<TlsContext> m_serverTls;
    std::unique_ptr<TlsContext> m_clientTls;
};

} // namespace

TEST_F(TlsTest, WhoIsSignedByATrustedAuthorityIsTrusted) {
    show(signedFor({"localhost", "127.0.0.1"}));
    trust({.authorities = m_authority.certificate});
    for (const char* host : {"127.0.0.1", "localhost"}) {
        const Exchange got = askSecurely(host);
        EXPECT_EQ(got.error, ClientError::None) << host << ": " << got.detail;
        EXPECT_EQ(got.body, "ok");
        EXPECT_NE(got.timing.tlsEnd, Instant{});
        EXPECT_EQ(got.tls.version, "tls1.3");
        EXPECT_TRUE(got.tls.cipher.starts_with("TLS_")) << got.tls.cipher;
    }
}

TEST_F(TlsTest, AnUnknownAuthorityIsRefused) {
    show(signedFor({"127.0.0.1"}));
    trust({.authorities = net::makeCertificate({.kind = CertificateRequest::Kind::Authority}).certificate});
    const Exchange got = askSecurely();
    EXPECT_EQ(got.error, ClientError::Tls);
    EXPECT_EQ(got.detail, "unable to get local issuer certificate");
    EXPECT_EQ(got.timing.sent, Instant{}) << "nothing was sent";
    EXPECT_EQ(context.openConnections, 0);
}

TEST_F(TlsTest, WhoSignedItselfIsRefusedUnlessItIsTrusted) {
    const CertifiedKey own = net::makeCertificate({.names = {"127.0.0.1"}});
    show(own);
    trust({.authorities = m_authority.certificate});
    EXPECT_EQ(askSecurely().detail, "self-signed certificate");
    trust({.authorities = own.certificate});
    EXPECT_EQ(askSecurely().error, ClientError::None);
}

TEST_F(TlsTest, TheSystemsAuthoritiesCountWhereThePlanNamesNone) {
    show(signedFor({"127.0.0.1"}));
    trust({});
    EXPECT_EQ(askSecurely().error, ClientError::Tls);
}

TEST_F(TlsTest, AnotherHostsCertificateIsRefused) {
    show(signedFor({"exchange.example", "192.0.2.7"}));
    trust({.authorities = m_authority.certificate});
    EXPECT_EQ(askSecurely().detail, "IP address mismatch");
    EXPECT_EQ(askSecurely("localhost").detail, "hostname mismatch");
}

TEST_F(TlsTest, CertificatesHaveTheirTime) {
    using std::chrono::hours;
    trust({.authorities = m_authority.certificate});
    show(net::makeCertificate({.names = {"127.0.0.1"}, .validFrom = hours(-48), .validUntil = hours(-24)},
                              &m_authority));
    EXPECT_EQ(askSecurely().detail, "certificate has expired");
    show(net::makeCertificate({.names = {"127.0.0.1"}, .validFrom = hours(24), .validUntil = hours(48)},
                              &m_authority));
    EXPECT_EQ(askSecurely().detail, "certificate is not yet valid");
}

TEST_F(TlsTest, NobodyLooksWhenThePlanSaysSo) {
    show(net::makeCertificate({.names = {"elsewhere.example"}, .validUntil = std::chrono::seconds(-60)}));
    trust({.verify = TlsSettings::Verify::No});
    EXPECT_EQ(askSecurely().error, ClientError::None);
}

TEST_F(TlsTest, AServerMayAskForACertificate) {
    show(signedFor({"127.0.0.1"}), m_authority.certificate);
    trust({.authorities = m_authority.certificate});
    EXPECT_EQ(askSecurely().error, ClientError::Tls) << "none was shown";
    const CertifiedKey own = signedFor({});
    trust({.authorities = m_authority.certificate, .certificate = own.certificate, .key = own.key});
    EXPECT_EQ(askSecurely().error, ClientError::None);
    // One file may hold both.
    trust({.authorities = m_authority.certificate, .certificate = own.key + own.certificate});
    EXPECT_EQ(askSecurely().error, ClientError::None);
}

TEST_F(TlsTest, FilesThatAreNoneAreNamed) {
    const CertifiedKey own = signedFor({});
    const CertifiedKey other = signedFor({});
    const auto detailOf = [](const TlsSettings& settings) {
        TlsContext made(TlsContext::Side::Client, settings);
        const auto ready = made.prepare();
        EXPECT_FALSE(ready);
        EXPECT_EQ(ready.error().kind, net::NetErrorKind::BadCertificate);
        return std::string(ready.error().detail);
    };
    EXPECT_EQ(detailOf({.authorities = "no certificate"}), "ca");
    EXPECT_EQ(detailOf({.certificate = "no certificate", .key = own.key}), "cert");
    EXPECT_EQ(detailOf({.certificate = own.certificate, .key = "no key"}), "key");
    EXPECT_EQ(detailOf({.certificate = own.certificate}), "key") << "none of them holds it";
    EXPECT_EQ(detailOf({.certificate = own.certificate, .key = other.key}), "key");
}

TEST_F(TlsTest, AServerThatSpeaksNoTlsIsAnError) {
    trust({.authorities = m_authority.certificate});
    using namespace std::string_view_literals;
    for (const std::string_view text : {"HTTP/1.1 400 Bad Request\r\n\r\n"sv, "SSH-2.0-OpenSSH_9.2\r\n"sv,
                                        "\x16\x03\x03\xff\xff\x02"sv, "\x15\x03\x03\x00\x02\x02\x28"sv}) {
        server.onBytes = [text](auto& connection) { connection.say(text); };
        const Exchange got = askSecurely();
        EXPECT_EQ(got.error, ClientError::Tls) << text;
        EXPECT_FALSE(got.detail.empty());
        EXPECT_EQ(context.openConnections, 0);
    }
}

TEST_F(TlsTest, AServerThatGoesInTheMiddleOfTheHandshakeIsAnError) {
    trust({.authorities = m_authority.certificate});
    server.onBytes = [](auto& connection) { connection.close(); };
    EXPECT_EQ(askSecurely().error, ClientError::Closed);
    server.onBytes = [](auto& connection) { connection.reset(); };
    EXPECT_EQ(askSecurely().error, ClientError::Reset);
}

TEST_F(TlsTest, AServerThatSaysNothingIsATimeout) {
    trust({.authorities = m_authority.certificate});
    server.onBytes = [](auto&) {};
    Request request = get();
    request.deadline = reactor->now() + std::chrono::milliseconds(30);
    EXPECT_EQ(askSecurely("127.0.0.1", request).error, ClientError::Timeout);
}

// Somebody in between could have cut it short.
TEST_F(TlsTest, ABodyThatEndsWithoutAWordIsNotWhole) {
    show(signedFor({"127.0.0.1"}));
    trust({.authorities = m_authority.certificate});
    server.onRequest = [](auto& connection) {
        connection.say("HTTP/1.1 200 OK\r\n\r\nas long as the connection");
        connection.stream->endSending(); // with close_notify
    };
    EXPECT_EQ(askSecurely().body, "as long as the connection");
}

// Thousands at once would measure each other.
TEST_F(TlsTest, HandshakesWaitForEachOther) {
    show(signedFor({"127.0.0.1"}));
    trust({.authorities = m_authority.certificate});
    std::vector<std::unique_ptr<Asking>> all;
    const std::string there = "https://127.0.0.1:" + std::to_string(server.port()) + "/";
    for (std::size_t i = 0; i < HandshakeGate::kMost + 100; ++i) {
        all.push_back(std::make_unique<Asking>(pool, get(), there));
    }
    all[3]->cutOff();
    all[HandshakeGate::kMost + 3]->cutOff();
    ASSERT_TRUE(runUntil(
        [&] { return std::ranges::all_of(all, [](const auto& asking) { return asking->isOver(); }); }));
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i != 3 && i != HandshakeGate::kMost + 3) {
            EXPECT_EQ(all[i]->exchange.error, ClientError::None) << i << all[i]->exchange.detail;
        }
    }
    all.clear();
}

TEST_F(TlsTest, WhoWaitsForAHandshakeTooLongIsTold) {
    trust({.authorities = m_authority.certificate});
    server.onBytes = [](auto&) {};
    Request request = get();
    request.deadline = reactor->now() + std::chrono::milliseconds(200);
    std::vector<std::unique_ptr<Asking>> all;
    const std::string there = "https://127.0.0.1:" + std::to_string(server.port()) + "/";
    for (std::size_t i = 0; i < HandshakeGate::kMost + 10; ++i) {
        all.push_back(std::make_unique<Asking>(pool, request, there));
    }
    ASSERT_TRUE(runUntil(
        [&] { return std::ranges::all_of(all, [](const auto& asking) { return asking->isOver(); }); }));
    for (const auto& asking : all) {
        EXPECT_EQ(asking->exchange.error, ClientError::Timeout);
    }
}

TEST_F(TlsTest, WithoutSettingsThereIsNoTls) {
    EXPECT_EQ(askSecurely().error, ClientError::Tls);
}

} // namespace bw::client
