#pragma once

#include "core/server/http_server.h"
#include "core/server/router.h"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace bw::engine {

// What the target saw; asked by the test, written by the server's thread.
class Seen {
public:
    void add(std::string what) {
        const std::lock_guard lock(m_mutex);
        m_all.push_back(std::move(what));
    }
    [[nodiscard]] std::vector<std::string> all() const {
        const std::lock_guard lock(m_mutex);
        return m_all;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_all;
};

// {"ok": true, "pad": "xx…"}
inline constexpr std::string_view kGzipped{
    "\037\213\010\000\000\000\000\000\002\003\253\126\312\317\126\262\122\050\051\052\115\325\121\120\052\110"
    "\114\001\162\224\052\350\000\224\152\001\326\114\111\022\173\000\000\000",
    44};

// The server's end of "/feed": does what it is told. "count N" sends N numbered messages, "skip N" leaves a
// number out before them, "say X" sends X, "behind N" sends a message whose clock is so many milliseconds
// behind, "close" ends it, "break" sends what is no frame.
class FeedPeer final : public server::WebSocketPeer {
public:
    explicit FeedPeer(Seen& seen)
        : m_seen(seen) {}
    void onOpen(server::WebSocket& socket) override { m_socket = &socket; }
    void onMessage(codec::WsMessageKind kind, std::string_view message) override {
        m_seen.add((kind == codec::WsMessageKind::Text ? "WS " : "WS binary ") + std::string(message));
        if (message.starts_with("count ") || message.starts_with("skip ")) {
            m_number += message.starts_with("skip ") ? 3 : 0;
            for (int left = std::stoi(std::string(message.substr(message.find(' ')))); left > 0; --left) {
                const auto now = std::chrono::system_clock::now().time_since_epoch();
                say(R"({"n": )" + std::to_string(++m_number) + R"(, "t": )" +
                    std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(now).count()) + "}");
            }
        } else if (message.starts_with("behind ")) {
            const auto now = std::chrono::system_clock::now().time_since_epoch() -
                             std::chrono::milliseconds(std::stoi(std::string(message.substr(7))));
            say(R"({"t": )" +
                std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(now).count()) + "}");
        } else if (message.starts_with("say ")) {
            say(message.substr(4));
        } else if (message == "close") {
            m_socket->close(codec::WsCloseCode::PolicyViolation, "enough");
        } else if (message == "break") {
            m_socket->sendFrames("\xFF\xFF");
        }
    }

private:
    void say(std::string_view text) { m_socket->send(codec::WsMessageKind::Text, text); }

    Seen& m_seen;
    server::WebSocket* m_socket = nullptr;
    int m_number = 0;
};

// A server that behaves as its paths say. Notes every request as "METHOD target body".
class TargetApp final : public server::App {
public:
    explicit TargetApp(Seen& seen)
        : m_seen(seen) {
        using server::BreakOff;
        using server::Exchange;
        add("/ok", [](Exchange& e) { e.response().body() = R"({"ok": true})"; });
        // Answers with the request's own words.
        add("/echo", [](Exchange& e) {
            e.response().body().append(e.request().target()).append("|").append(e.request().body());
        });
        // A field's value, as the answer.
        add("/field/{}", [](Exchange& e) {
            e.response().body() = e.request().header(e.request().pathParameter(0)).value_or("none");
        });
        add("/status/{}", [](Exchange& e) {
            e.response().setStatus(std::stoi(std::string(e.request().pathParameter(0))));
        });
        add("/late/{}", [](Exchange& e) {
            e.response().body() = "late";
            e.sendAfter(std::chrono::milliseconds(std::stoi(std::string(e.request().pathParameter(0)))));
        });
        add("/to/{}", [](Exchange& e) { redirect(e, std::string(e.request().pathParameter(0))); });
        add("/cookie/{}", [](Exchange& e) {
            (void)e.response().addHeader("Set-Cookie",
                                         "id=" + std::string(e.request().pathParameter(0)) + "; Path=/");
        });
        add("/token", [](Exchange& e) { e.response().body() = R"({"token": "t-4711"})"; });
        add("/feed", [this](Exchange& e) {
            e.response().setStatus(426);
            e.upgrade(std::make_unique<FeedPeer>(m_seen));
        });
        // The same, once it was asked for more often than that.
        add("/refusing/{}", [this](Exchange& e) {
            e.response().setStatus(503);
            if (++m_asked > std::stoi(std::string(e.request().pathParameter(0)))) {
                e.upgrade(std::make_unique<FeedPeer>(m_seen));
            }
        });
        add("/never", [](Exchange& e) { e.neverAnswer(); });
        add("/reset", [](Exchange& e) { breakOff(e, BreakOff::Reset); });
        add("/cut", [](Exchange& e) { breakOff(e, BreakOff::Close); });
        add("/garbage", [](Exchange& e) { e.sendGarbage("%%%\r\n\r\n", BreakOff::Close); });
        add("/heads", [](Exchange& e) {
            for (int i = 0; i < 40; ++i) {
                (void)e.response().addHeader("X-" + std::to_string(i), std::string(30'000, 'h'));
            }
        });
        add("/gzip", [](Exchange& e) {
            (void)e.response().addHeader("Content-Encoding", "gzip");
            e.response().body() = kGzipped;
        });
        add("/kilobytes/{}", [](Exchange& e) {
            e.response().body().assign(1024 * std::stoul(std::string(e.request().pathParameter(0))), 'b');
        });
    }

    void handle(server::Exchange& exchange) override {
        const server::Request& request = exchange.request();
        std::string line;
        for (const auto& [method, name] : kMethods) {
            if (request.method() == method) {
                line = name;
            }
        }
        line.append(" ").append(request.target());
        if (!request.body().empty()) {
            line.append(" ").append(request.body());
        }
        m_seen.add(std::move(line));
        m_router.dispatch(exchange);
    }

private:
    static constexpr std::pair<server::Method, std::string_view> kMethods[] = {
        {server::Method::Get, "GET"},        {server::Method::Head, "HEAD"},
        {server::Method::Post, "POST"},      {server::Method::Put, "PUT"},
        {server::Method::Patch, "PATCH"},    {server::Method::Delete, "DELETE"},
        {server::Method::Options, "OPTIONS"}};

    void add(std::string_view pattern, const server::Router::Handler& handler) {
        for (const auto& [method, name] : kMethods) {
            if (method != server::Method::Head) { // goes where GET goes
                m_router.add(method, pattern, handler);
            }
        }
    }
    // "/to/302?where": the status, and where.
    static void redirect(server::Exchange& e, const std::string& status) {
        e.response().setStatus(std::stoi(status));
        std::string where;
        if (e.request().queryValue("where", where)) {
            (void)e.response().addHeader("Location", where);
        }
    }
    static void breakOff(server::Exchange& e, server::BreakOff how) {
        e.response().body().assign(1000, 'x');
        e.breakAnswer(how, 0.5);
    }

    Seen& m_seen;
    server::Router m_router;
    int m_asked = 0; // to be refused
};

// The server on a free loopback port.
class Target {
public:
    Target() { start(); }

    // Nobody listens on its port any more, until it is started again.
    void stop() { m_server.reset(); }
    void start() {
        auto started = server::HttpServer::start(
            {.port = m_port}, [this](unsigned) { return std::make_unique<TargetApp>(seen); });
        ASSERT_TRUE(started.has_value());
        m_server = std::move(*started);
        m_port = m_server->port();
    }

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] std::size_t openConnections() const { return m_server->openConnections(); }

    Seen seen;

private:
    std::uint16_t m_port = 0;
    std::unique_ptr<server::HttpServer> m_server;
};

} // namespace bw::engine
