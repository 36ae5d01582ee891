#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace bw::net {

enum class NetErrorKind : std::uint8_t {
    Dns,           // the name was not resolved
    Refused,       // nobody listens there
    Reset,         // the peer or the network broke the connection
    Timeout,       // the system gave up waiting
    Unreachable,   // no route, network down
    NoPorts,       // no ephemeral port is left for this pair of addresses
    NoDescriptors, // this process or the machine has no descriptor left
    NoMemory,
    AddressInUse,
    NotAllowed,   // the system forbids it
    NotAvailable, // this machine cannot do it
    Closed,       // the stream was closed here
    Failed,       // anything else; systemError tells
};

struct NetError {
    NetErrorKind kind = NetErrorKind::Failed;
    int systemError = 0; // errno, or c-ares's status for Dns; 0 when neither was to blame

    friend bool operator==(const NetError&, const NetError&) = default;
};

[[nodiscard]] NetError netErrorOf(int systemError);

} // namespace bw::net
