#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>

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
    NotAllowed,     // the system forbids it
    NotAvailable,   // this machine cannot do it
    Closed,         // the stream was closed here, or by a peer in the middle of something
    Tls,            // the handshake, a certificate or a record was wrong; detail tells
    BadCertificate, // our own certificate, key or authorities cannot be used; detail tells which
    Failed,         // anything else; systemError tells
};

struct NetError {
    NetErrorKind kind = NetErrorKind::Failed;
    int systemError = 0;       // errno, or c-ares's status for Dns; 0 when neither was to blame
    std::string_view detail{}; // words of OpenSSL's that live as long as the program

    friend bool operator==(const NetError&, const NetError&) = default;
};

[[nodiscard]] NetError netErrorOf(int systemError);

} // namespace bw::net
