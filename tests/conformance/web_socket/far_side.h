#pragma once

#include "core/client/client_context.h"
#include "core/client/web_socket_session.h"
#include "core/net/certificate.h"
#include "core/net/tls_context.h"

#include <QCoreApplication>

#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// A WebSocket between one of our ends and one of Qt's, which know nothing of each other.
namespace bw::client {

struct FarWire {
    net::ReactorKind reactor = net::ReactorKind::Epoll;
    enum class Tls : std::uint8_t { No, Yes } tls = Tls::No;

    [[nodiscard]] bool isSecure() const { return tls == Tls::Yes; }
    [[nodiscard]] std::string name() const {
        return std::string(reactor == net::ReactorKind::Epoll ? "Epoll" : "IoUring") +
               (isSecure() ? "Tls" : "");
    }
};

inline std::vector<FarWire> farWires() {
    std::vector<FarWire> wires;
    for (const net::ReactorKind reactor : {net::ReactorKind::Epoll, net::ReactorKind::IoUring}) {
        if (net::Reactor::create(reactor)) {
            wires.push_back({reactor, FarWire::Tls::No});
            wires.push_back({reactor, FarWire::Tls::Yes});
        }
    }
    return wires;
}

inline std::string farWireName(const testing::TestParamInfo<FarWire>& info) {
    return info.param.name();
}

// Both event loops in turn, on one thread.
class FarSide : public testing::TestWithParam<FarWire> {
protected:
    FarSide()
        : reactor(std::move(*net::Reactor::create(GetParam().reactor))) {}

    // False after 20 s.
    [[nodiscard]] bool runUntil(const std::function<bool()>& condition) const {
        const Instant deadline = reactor->now() + std::chrono::seconds(20);
        while (!condition()) {
            if (reactor->now() >= deadline) {
                return false;
            }
            reactor->runOnce(reactor->now() + std::chrono::milliseconds(1));
            QCoreApplication::processEvents();
        }
        return true;
    }

    std::unique_ptr<net::Reactor> reactor;
    net::CertifiedKey own = net::makeCertificate({.names = {"localhost", "127.0.0.1"}});
};

} // namespace bw::client
