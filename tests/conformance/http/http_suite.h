#pragma once

#include "core/client/connection_pool.h"
#include "core/net/certificate.h"
#include "core/server/http_server.h"
#include "core/server/router.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace bw::client {

// A protocol over an event loop: each combination has to behave alike.
struct Wire {
    net::ReactorKind reactor = net::ReactorKind::Epoll;
    Speaks speaks = Speaks::Http1;
    enum class Tls : std::uint8_t { No, Yes } tls = Tls::No;

    [[nodiscard]] bool isHttp2() const { return speaks == Speaks::Http2; }
    [[nodiscard]] bool isSecure() const { return tls == Tls::Yes; }
    [[nodiscard]] std::string name() const {
        return std::string(reactor == net::ReactorKind::Epoll ? "Epoll" : "IoUring") +
               (isHttp2() ? "Http2" : "Http1") + (isSecure() ? "Tls" : "");
    }
    friend void PrintTo(const Wire& wire, std::ostream* out) { *out << wire.name(); }
};

inline std::vector<Wire> allWires() {
    std::vector<Wire> wires;
    for (const net::ReactorKind reactor : {net::ReactorKind::Epoll, net::ReactorKind::IoUring}) {
        if (net::Reactor::create(reactor)) {
            for (const Speaks speaks : {Speaks::Http1, Speaks::Http2}) {
                wires.push_back({reactor, speaks, Wire::Tls::No});
                wires.push_back({reactor, speaks, Wire::Tls::Yes});
            }
        }
    }
    return wires;
}

inline std::string wireName(const testing::TestParamInfo<Wire>& info) {
    return info.param.name();
}

// Sends back what it hears; on "close", "flood" and "welcome?" it does so.
class EchoPeer final : public server::WebSocketPeer {
public:
    void onOpen(server::WebSocket& socket) override {
        m_socket = &socket;
        socket.send(codec::WsMessageKind::Text, "welcome");
    }
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

// What the server of the suite does.
class SuiteApp final : public server::App {
public:
    explicit SuiteApp(std::atomic<int>& handled)
        : m_handled(handled) {
        using server::Exchange;
        using server::Method;
        m_router.add(Method::Get, "/hello", [](Exchange& e) {
            static_cast<void>(e.response().addHeader("X-Said-By", "the server"));
            e.response().setContentType("text/plain");
            e.response().body() = "hello";
        });
        m_router.add(Method::Post, "/echo", [](Exchange& e) {
            e.response().setStatus(201);
            e.response().body() = e.request().body();
        });
        m_router.add(Method::Get, "/fields", [](Exchange& e) {
            e.response().body() = std::string(e.request().header("X-Asked").value_or("nothing"))
                                      .append("|")
                                      .append(e.request().header("Host").value_or("nobody"));
        });
        m_router.add(Method::Get, "/empty", [](Exchange& e) { e.response().setStatus(204); });
        m_router.add(Method::Get, "/large", [](Exchange& e) { e.response().body().assign(5'000'000, 'x'); });
        m_router.add(Method::Get, "/late", [](Exchange& e) {
            e.response().body() = "late";
            e.sendAfter(std::chrono::milliseconds(20));
        });
        m_router.add(Method::Get, "/ws", [](Exchange& e) {
            e.response().setStatus(426);
            e.upgrade(std::make_unique<EchoPeer>(),
                      e.request().header("Sec-WebSocket-Protocol") ? "v2.feed" : "");
        });
        m_router.add(Method::Get, "/never", [](Exchange& e) { e.neverAnswer(); });
        m_router.add(Method::Get, "/reset", [](Exchange& e) {
            e.response().body().assign(1000, 'x');
            e.breakAnswer(server::BreakOff::Reset, 0.5);
        });
        m_router.add(Method::Get, "/cut", [](Exchange& e) {
            e.response().body().assign(1000, 'x');
            e.breakAnswer(server::BreakOff::Close, 0.5);
        });
        m_router.add(Method::Get, "/garbage", [](Exchange& e) {
            e.sendGarbage("\x15 this is no HTTP of any version, nor ever was\r\n\r\n",
                          server::BreakOff::Close);
        });
    }

private:
    void handle(server::Exchange& exchange) override {
        ++m_handled;
        m_router.dispatch(exchange);
    }

    std::atomic<int>& m_handled;
    server::Router m_router;
};

class HttpSuite : public testing::TestWithParam<Wire> {
public:
    HttpSuite()
        : reactor(std::move(*net::Reactor::create(GetParam().reactor)))
        , resolver(std::move(*net::Resolver::create()))
        , context(*reactor, *resolver, policy, std::chrono::minutes(5)) {
        context.speaks = GetParam().speaks;
        server::ServerOptions options;
        options.reactor = GetParam().reactor;
        if (GetParam().isSecure()) {
            const net::CertifiedKey own = net::makeCertificate({.names = {"localhost", "127.0.0.1"}});
            options.tls = std::make_shared<net::TlsContext>(
                net::TlsContext::Side::Server,
                net::TlsSettings{.certificate = own.certificate, .key = own.key},
                std::string("\x02h2\x08http/1.1"));
            EXPECT_TRUE(options.tls->prepare());
            tls = std::make_unique<net::TlsContext>(net::TlsContext::Side::Client,
                                                    net::TlsSettings{.authorities = own.certificate});
            context.tls = tls.get();
        }
        server = std::move(*server::HttpServer::start(
            options, [this](unsigned) { return std::make_unique<SuiteApp>(handled); }));
    }

protected:
    // A request under way.
    class Asking {
    public:
        Asking(HttpSuite& suite, std::string_view target, Request request_ = get())
            : m_url(*codec::parseUrl(suite.url(target)))
            , request(request_) {
            request.url = &m_url;
            m_runner.start(suite.pool->exchange(request, exchange), [](void*) {}, nullptr);
        }
        [[nodiscard]] bool isOver() const { return m_runner.hasEnded(); }
        void cutOff() { m_runner.reset(); }

    private:
        codec::Url m_url;

    public:
        Request request;
        Exchange exchange;

    private:
        net::TaskRunner m_runner; // destroyed first: it uses the others
    };

    [[nodiscard]] static Request get() {
        Request request;
        request.method = "GET";
        request.keepBytes = 16 << 20;
        return request;
    }

    [[nodiscard]] std::string url(std::string_view target) const {
        return (GetParam().isSecure() ? "https://127.0.0.1:" : "http://127.0.0.1:") +
               std::to_string(server->port()) + std::string(target);
    }

    // Turns the loop until the condition holds; false after 20 s.
    [[nodiscard]] bool runUntil(const std::function<bool()>& condition) const {
        const Instant deadline = reactor->now() + std::chrono::seconds(20);
        while (!condition()) {
            if (reactor->now() >= deadline) {
                return false;
            }
            reactor->runOnce(std::min(deadline, reactor->now() + std::chrono::milliseconds(20)));
        }
        return true;
    }

    [[nodiscard]] Exchange ask(std::string_view target, Request request = get()) {
        Asking asking(*this, target, request);
        EXPECT_TRUE(runUntil([&] { return asking.isOver(); })) << target << " hangs";
        return std::move(asking.exchange);
    }

    std::atomic<int> handled = 0;
    std::unique_ptr<net::Reactor> reactor;
    std::unique_ptr<net::Resolver> resolver;
    HostPolicy policy;
    ClientContext context;
    std::unique_ptr<net::TlsContext> tls;
    std::unique_ptr<server::HttpServer> server;
    std::unique_ptr<ConnectionPool> pool = std::make_unique<ConnectionPool>(context);
};

} // namespace bw::client
