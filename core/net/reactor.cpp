#include "core/net/reactor.h"

#include "core/net/epoll_reactor.h"
#include "core/net/uring_reactor.h"

namespace bw::net {

Result<std::unique_ptr<Reactor>, NetError> Reactor::create(ReactorKind kind) {
    if (kind != ReactorKind::Epoll) {
        auto uring = UringReactor::create();
        if (uring) {
            return std::unique_ptr<Reactor>(std::move(*uring));
        }
        if (kind == ReactorKind::IoUring) {
            return std::unexpected(uring.error());
        }
    }
    auto epoll = EpollReactor::create();
    if (!epoll) {
        return std::unexpected(epoll.error());
    }
    return std::unique_ptr<Reactor>(std::move(*epoll));
}

} // namespace bw::net
