#pragma once

#include "core/base/clock.h"
#include "core/codec/http1_types.h"
#include "core/net/reactor.h"
#include "core/net/tls_context.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace bw::server {

// HTTP/2 is spoken with clients that begin with it, and over TLS with those that choose it.
struct ServerOptions {
    std::string address = "127.0.0.1"; // numeric, IPv4 or IPv6
    std::uint16_t port = 0;            // 0 takes a free one
    unsigned threads = 1;
    std::shared_ptr<net::TlsContext> tls{}; // prepared; null: plain
    net::ReactorKind reactor = net::ReactorKind::Auto;
    std::size_t connectionsPerThread = 100'000; // more are closed at once
    codec::Http1Limits limits{.headerBytes = 32 * 1024, .headerCount = 100, .bodyBytes = 1024 * 1024};
    Duration idleTimeout = std::chrono::seconds(75);    // between two requests
    Duration requestTimeout = std::chrono::seconds(30); // from a request's first byte to its last
    Duration sendTimeout = std::chrono::seconds(30);    // for a client that does not read its answer
    Duration drainTimeout = std::chrono::seconds(5);    // stop() waits that long for answers under way
};

} // namespace bw::server
