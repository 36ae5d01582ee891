#pragma once

#include "core/base/result.h"
#include "core/net/address.h"
#include "core/net/net_error.h"
#include "core/net/reactor.h"

namespace bw::net {

// A TCP socket for a connection to `to`, bound to the wanted source, not yet connected: not blocking, closed
// on exec. Whoever has it closes it.
[[nodiscard]] Result<int, NetError> openOutgoingSocket(const Address& to, const ConnectOptions& options);

// Small sends go out at once (TCP_NODELAY).
void sendAtOnce(int descriptor);

// Closing it breaks the connection with a reset.
void breakOnClose(int descriptor);

// What a bind to an address with port 0 met: no port is chosen yet, so the address is what is missing.
[[nodiscard]] NetError bindErrorOf(int systemError);

// SO_ERROR; takes it.
[[nodiscard]] int takeSocketError(int descriptor);

} // namespace bw::net
