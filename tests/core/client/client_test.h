#pragma once

#include "core/client/connection_pool.h"
#include "tests/core/client/scripted_server.h"

#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <string_view>

namespace bw::client {

// A request under way, as a virtual user makes it.
class Asking {
public:
    Asking(ConnectionPool& pool, Request request_, std::string_view url)
        : m_url(*codec::parseUrl(url))
        , request(request_) {
        request.url = &m_url;
        start(pool);
    }
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    void start(ConnectionPool& pool) {
        exchange.clear();
        m_runner.start(pool.exchange(request, exchange), [](void*) {}, nullptr);
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

class ClientTest : public testing::Test {
public:
    ClientTest()
        : reactor(std::move(*net::Reactor::create(net::ReactorKind::Auto)))
        , resolver(std::move(*net::Resolver::create()))
        , context(*reactor, *resolver, policy, std::chrono::minutes(5))
        , server(*reactor) {}

protected:
    [[nodiscard]] std::string url(std::string_view target = "/") const {
        return "http://127.0.0.1:" + std::to_string(server.port()) + std::string(target);
    }

    // Turns the loop until the condition holds; false after 20 s, which is far more than any test needs.
    [[nodiscard]] bool runUntil(const std::function<bool()>& condition) const {
        const Instant deadline = reactor->now() + std::chrono::seconds(20);
        while (!condition()) {
            if (reactor->now() >= deadline) {
                return false;
            }
            reactor->runOnce(deadline);
        }
        return true;
    }

    // What comes of one request for `target`, with all of the body kept unless told otherwise.
    [[nodiscard]] Exchange ask(std::string_view target = "/", Request request = get()) {
        Asking asking(pool, request, url(target));
        EXPECT_TRUE(runUntil([&] { return asking.isOver(); })) << "hangs";
        return std::move(asking.exchange);
    }

    // The server's whole answer to every request.
    void answer(std::string text) {
        server.onRequest = [text = std::move(text)](auto& connection) { connection.say(text); };
    }

    [[nodiscard]] static Request get() {
        Request request;
        request.method = "GET";
        request.keepBytes = 1 << 20;
        return request;
    }

    std::unique_ptr<net::Reactor> reactor;
    std::unique_ptr<net::Resolver> resolver;
    HostPolicy policy;
    ClientContext context;
    ScriptedServer server;
    ConnectionPool pool{context};
};

} // namespace bw::client
