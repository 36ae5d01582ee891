#pragma once

#include "core/client/exchange.h"
#include "core/client/host_policy.h"
#include "core/client/name_cache.h"
#include "core/codec/content_decoder.h"
#include "core/codec/partial_pool.h"
#include "core/net/reactor.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bw::client {

// What all connections of one worker share. Not thread-safe; outlives every pool and session made with it.
struct ClientContext {
    ClientContext(net::Reactor& reactor_, net::Resolver& resolver, const HostPolicy& policy_, Duration dnsTtl)
        : reactor(reactor_)
        , policy(policy_)
        , names(reactor_, resolver, dnsTtl) {}

    net::Reactor& reactor;
    const HostPolicy& policy;
    NameCache names;
    codec::PartialPool partials;
    codec::ContentDecoder decoder;
    std::vector<net::Address> sources; // local addresses, taken in turn; empty: the system chooses
    std::size_t nextSource = 0;
    std::int64_t openConnections = 0;
    std::string head;    // scratch: a request's head while it is sent
    std::string decoded; // scratch: a body while it is decoded
};

[[nodiscard]] ClientError clientErrorOf(net::NetErrorKind kind);

} // namespace bw::client
