#include "core/net/net_error.h"

#include <cerrno>

namespace bw::net {

NetError netErrorOf(int systemError) {
    const auto kind = [systemError] {
        switch (systemError) {
        case ECONNREFUSED:
            return NetErrorKind::Refused;
        case ECONNRESET:
        case EPIPE:
        case ECONNABORTED:
            return NetErrorKind::Reset;
        case ETIMEDOUT:
            return NetErrorKind::Timeout;
        case ENETUNREACH:
        case EHOSTUNREACH:
        case ENETDOWN:
        case EHOSTDOWN:
            return NetErrorKind::Unreachable;
        case EADDRNOTAVAIL:
            return NetErrorKind::NoPorts;
        case EMFILE:
        case ENFILE:
            return NetErrorKind::NoDescriptors;
        case ENOMEM:
        case ENOBUFS:
            return NetErrorKind::NoMemory;
        case EADDRINUSE:
            return NetErrorKind::AddressInUse;
        case EACCES:
        case EPERM:
            return NetErrorKind::NotAllowed;
        case ENOSYS:
        case EOPNOTSUPP:
        case EAFNOSUPPORT:
            return NetErrorKind::NotAvailable;
        default:
            return NetErrorKind::Failed;
        }
    };
    return {kind(), systemError};
}

} // namespace bw::net
