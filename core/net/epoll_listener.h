#pragma once

#include "core/net/epoll_reactor.h"

namespace bw::net {

// A listening socket on the epoll loop.
class EpollListener final : public Listener, private EpollSource {
public:
    [[nodiscard]] static Result<std::unique_ptr<Listener>, NetError>
    listen(EpollReactor& reactor, const Address& at, const ListenOptions& options, ListenerHandler& handler);
    ~EpollListener() override;

    [[nodiscard]] Address address() const override { return m_address; }

private:
    EpollListener(EpollReactor& reactor, ListenerHandler& handler)
        : m_reactor(reactor)
        , m_handler(handler) {}

    void onEvents(std::uint32_t events) override;
    void onRetry(Instant /*now*/) { onEvents(0); }

    EpollReactor& m_reactor;
    ListenerHandler& m_handler;
    Address m_address;
    bool* m_destroyed = nullptr;
    int m_descriptor = -1;
    MemberTimer<&EpollListener::onRetry> m_retry{*this};
};

} // namespace bw::net
