#pragma once

#include "core/net/epoll_reactor.h"

#include <optional>
#include <string>

namespace bw::net {

// A non-blocking TCP socket on the epoll loop.
class EpollStream final : public Stream, private EpollSource {
public:
    static std::unique_ptr<Stream> connect(EpollReactor& reactor, const Address& to,
                                           const ConnectOptions& options, StreamHandler& handler);
    // Takes an accepted, non-blocking descriptor; it is watched when the handler is set.
    static std::unique_ptr<Stream> accepted(EpollReactor& reactor, int descriptor, const Address& peer);
    ~EpollStream() override;

    [[nodiscard]] Sent send(std::span<const std::string_view> pieces) override;
    [[nodiscard]] std::size_t unsent() const override { return m_unsent.size() - m_unsentFrom; }
    void pauseReading() override { m_isPaused = true; }
    void resumeReading() override;
    void endSending() override;
    void resetOnClose() override;
    void setHandler(StreamHandler& handler) override;
    [[nodiscard]] Address peer() const override { return m_peer; }
    [[nodiscard]] Traffic traffic() const override { return m_traffic; }

private:
    enum class State : std::uint8_t { Connecting, Open, Failed };

    EpollStream(EpollReactor& reactor, const Address& peer)
        : m_reactor(reactor)
        , m_peer(peer) {}

    // How many of the bytes the kernel took; none when it is full. No value: failed, told later.
    [[nodiscard]] std::optional<std::size_t> write(std::span<const std::string_view> pieces);
    void keepUnsent(std::span<const std::string_view> pieces, std::size_t skip);
    [[nodiscard]] std::optional<NetError> open(const ConnectOptions& options);
    void onEvents(std::uint32_t events) override;
    void finishConnect();
    void failFromSocket();
    // Each returns false when the stream was destroyed or failed on the way.
    [[nodiscard]] bool writeUnsent();
    [[nodiscard]] bool receive();
    void failLater(NetError error);
    void fail(NetError error);

    EpollReactor& m_reactor;
    Address m_peer;
    StreamHandler* m_handler = nullptr;
    Traffic m_traffic;
    bool* m_destroyed = nullptr; // set when the destructor runs within a callback
    int m_descriptor = -1;
    State m_state = State::Connecting;
    bool m_isPaused = false;
    bool m_mayHaveMore = false; // the kernel may hold bytes that no event will announce
    bool m_endAfterUnsent = false;
    bool m_sawEnd = false; // the kernel announced the peer's end: read until it is met
    bool m_peerEnded = false;
    std::optional<NetError> m_pendingError;
    std::string m_unsent; // empty, without memory, while the kernel keeps up
    std::size_t m_unsentFrom = 0;
};

} // namespace bw::net
