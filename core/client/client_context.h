#pragma once

#include "core/client/exchange.h"
#include "core/client/handshake_gate.h"
#include "core/client/host_policy.h"
#include "core/client/name_cache.h"
#include "core/client/source_addresses.h"
#include "core/codec/content_decoder.h"
#include "core/codec/message_deflate.h"
#include "core/codec/partial_pool.h"
#include "core/net/reactor.h"
#include "core/net/tls_context.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace bw::client {

// Which protocols connections may speak. Best: HTTP/2 where a server chooses it by ALPN, else HTTP/1.1.
// Http2 over plain http is spoken without asking (prior knowledge, RFC 9113 §3.3).
enum class Speaks : std::uint8_t { Best, Http1, Http2 };

// What all connections of one worker share. Not thread-safe; outlives every pool and session made with it.
struct ClientContext {
    ClientContext(net::Reactor& reactor_, net::Resolver& resolver, const HostPolicy& policy_, Duration dnsTtl,
                  const NameChoice& choice = {})
        : reactor(reactor_)
        , policy(policy_)
        , names(reactor_, resolver, dnsTtl, choice) {}

    net::Reactor& reactor;
    const HostPolicy& policy;
    NameCache names;
    codec::PartialPool partials;
    codec::ContentDecoder decoder;
    codec::MessageDeflate deflate; // of all WebSockets
    // How long the far side of a WebSocket may leave a lot unread before it is left.
    Duration unreadTime = std::chrono::seconds(10);
    SourceAddresses sources;
    std::int64_t openConnections = 0;
    std::uint64_t closedConnections = 0; // ever
    Speaks speaks = Speaks::Best;
    HandshakeGate handshakes;
    // The server on the way to a URL's one, which lives as long as the context; null: straight there.
    std::function<const codec::Url*(const codec::Url&)> proxyFor;
    // Where the proxy's address is the person's own word, the policy is not asked for it.
    enum class ProxyTrust : std::uint8_t { AskPolicy, Trusted } proxyTrust = ProxyTrust::AskPolicy;
    net::TlsContext* tls = nullptr;     // null: no https
    std::set<std::string> http2Origins; // "host:port" of those that chose HTTP/2, up to kMaxOrigins

    static constexpr std::size_t kMaxOrigins = 1000;

    // Scratch, while one request is sent or one body decoded.
    std::string head;
    std::string frames;
    std::string decoded;
    std::vector<codec::HeaderField> fields;
};

[[nodiscard]] ClientError clientErrorOf(net::NetErrorKind kind);

} // namespace bw::client
