#pragma once

#include "core/net/uring_reactor.h"

namespace bw::net {

// A listening socket on the io_uring loop.
class UringListener final : public Listener, private UringSource {
public:
    [[nodiscard]] static Result<std::unique_ptr<Listener>, NetError>
    listen(UringReactor& reactor, const Address& at, const ListenOptions& options, ListenerHandler& handler);
    ~UringListener() override;

    [[nodiscard]] Address address() const override { return m_slot->address; }

private:
    UringListener(UringReactor& reactor, ListenerHandler& handler)
        : m_reactor(reactor)
        , m_handler(handler) {}

    void onCompletion(UringOp op, int result, std::uint32_t flags, std::span<const std::byte> bytes) override;
    void onRetry(Instant /*now*/) { accept(); }
    void accept();
    // Of direct descriptors nobody can tell the peer; on a loopback address it is this machine.
    [[nodiscard]] Address unknown() const { return m_slot->address.withPort(0); }

    UringReactor& m_reactor;
    ListenerHandler& m_handler;
    UringSlot* m_slot = nullptr;
    bool* m_destroyed = nullptr;
    MemberTimer<&UringListener::onRetry> m_retry{*this};
};

} // namespace bw::net
