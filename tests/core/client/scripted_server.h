#pragma once

#include "core/net/reactor.h"
#include "core/net/tls_stream.h"

#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bw::client {

// A raw TCP server on the test's own reactor: it says what the script says, HTTP or not.
class ScriptedServer final : private net::ListenerHandler {
public:
    class Connection final : private net::StreamHandler {
    public:
        Connection(ScriptedServer& server, std::unique_ptr<net::Stream> accepted, std::size_t number_)
            : number(number_)
            , stream(std::move(accepted))
            , m_server(server) {
            stream->setHandler(*this);
        }
        void say(std::string_view text) const {
            if (stream) {
                static_cast<void>(stream->send(std::span(&text, 1)));
            }
        }
        // Each piece goes out when the client has seen the one before.
        void sayInTurn(std::vector<std::string> pieces) {
            sayPiece(std::make_shared<std::vector<std::string>>(std::move(pieces)), 0);
        }
        void close() { stream.reset(); }
        void reset() {
            stream->resetOnClose();
            stream.reset();
        }

        std::size_t number; // of the connection, from 0
        std::unique_ptr<net::Stream> stream;
        std::string received;     // since the last request was complete
        std::string last;         // request, head and body
        std::size_t requests = 0; // so far, this one included
        bool ended = false;

    private:
        void onReceived(std::span<const std::byte> bytes, Instant /*at*/) override {
            received.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            if (m_server.onBytes) {
                m_server.onBytes(*this);
                return;
            }
            const auto head = received.find("\r\n\r\n");
            if (head == std::string::npos || received.size() < head + 4 + bodySize()) {
                return;
            }
            last.swap(received); // both keep their room
            received.clear();
            ++requests;
            m_server.onRequest(*this);
        }
        void onEnded(Instant /*at*/) override { ended = true; }
        void onFailed(net::NetError /*error*/, Instant /*at*/) override { ended = true; }

        [[nodiscard]] std::size_t bodySize() const {
            const auto at = received.find("Content-Length: ");
            return at == std::string::npos ? 0 : std::strtoul(received.c_str() + at + 16, nullptr, 10);
        }
        void sayPiece(const std::shared_ptr<std::vector<std::string>>& pieces, std::size_t next) {
            if (next < pieces->size()) {
                say((*pieces)[next]);
                m_server.m_reactor.post([this, pieces, next] { sayPiece(pieces, next + 1); });
            }
        }

        ScriptedServer& m_server;
    };

    explicit ScriptedServer(net::Reactor& reactor)
        : m_reactor(reactor) {
        auto listening = reactor.listen(net::Address::loopback(0), {}, *this);
        EXPECT_TRUE(listening);
        listener = std::move(*listening);
    }

    [[nodiscard]] std::uint16_t port() const { return listener->address().port(); }
    // Connections that the client has not closed.
    [[nodiscard]] std::size_t open() const {
        std::size_t count = 0;
        for (const auto& connection : connections) {
            count += connection->stream && !connection->ended ? 1 : 0;
        }
        return count;
    }

    std::function<void(Connection&)> onRequest = [](Connection& connection) {
        connection.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    };
    std::function<void(Connection&)> onBytes; // instead of onRequest: whatever came, for what is no HTTP/1
    net::TlsContext* tls = nullptr;           // null: plain
    std::unique_ptr<net::Listener> listener;
    std::vector<std::unique_ptr<Connection>> connections; // also those that ended

private:
    void onAccepted(std::unique_ptr<net::Stream> stream, Instant /*at*/) override {
        if (tls != nullptr) {
            stream = net::TlsStream::server(m_reactor, *tls, std::move(stream));
        }
        connections.push_back(std::make_unique<Connection>(*this, std::move(stream), connections.size()));
    }

    net::Reactor& m_reactor;
};

} // namespace bw::client
