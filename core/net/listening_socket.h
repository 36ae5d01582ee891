#pragma once

#include "core/base/result.h"
#include "core/net/address.h"
#include "core/net/net_error.h"
#include "core/net/reactor.h"

namespace bw::net {

// A socket that listens; whoever has it closes it.
struct ListeningSocket {
    int descriptor = -1;
    Address address; // with the port the system chose
};

// Not blocking, closed on exec.
[[nodiscard]] Result<ListeningSocket, NetError> openListeningSocket(const Address& at,
                                                                    const ListenOptions& options);

[[nodiscard]] Address addressOf(const sockaddr_storage& storage);

} // namespace bw::net
