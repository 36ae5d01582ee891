#include "core/client/client_context.h"

namespace bw::client {

ClientError clientErrorOf(net::NetErrorKind kind) {
    switch (kind) {
    case net::NetErrorKind::Dns:
        return ClientError::Dns;
    case net::NetErrorKind::Refused:
        return ClientError::Refused;
    case net::NetErrorKind::Reset:
        return ClientError::Reset;
    case net::NetErrorKind::Timeout:
        return ClientError::Timeout;
    case net::NetErrorKind::Unreachable:
        return ClientError::Unreachable;
    case net::NetErrorKind::Closed:
        return ClientError::Closed;
    case net::NetErrorKind::Tls:
        return ClientError::Tls;
    default:
        return ClientError::Local;
    }
}

} // namespace bw::client
