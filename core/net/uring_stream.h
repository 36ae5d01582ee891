#pragma once

#include "core/net/uring_reactor.h"

#include <string>

namespace bw::net {

// A TCP socket on the io_uring loop.
class UringStream final : public Stream, private UringSource {
public:
    static std::unique_ptr<Stream> connect(UringReactor& reactor, const Address& to,
                                           const ConnectOptions& options, StreamHandler& handler);
    // Takes an accepted descriptor; it is read from when the handler is set.
    static std::unique_ptr<Stream> accepted(UringReactor& reactor, int descriptor);
    // The same for a place in the ring's table, of which nobody can tell whose it is.
    static std::unique_ptr<Stream> acceptedDirect(UringReactor& reactor, int place, const Address& peer);
    ~UringStream() override;

    [[nodiscard]] Sent send(std::span<const std::string_view> pieces) override;
    [[nodiscard]] bool tellsSubmission() const override { return true; }
    [[nodiscard]] std::size_t unsent() const override { return m_slot->unsent(); }
    void pauseReading() override;
    void resumeReading() override;
    void endSending() override;
    void resetOnClose() override;
    void setHandler(StreamHandler& handler) override;
    [[nodiscard]] Address peer() const override { return m_slot->address; }
    [[nodiscard]] Traffic traffic() const override { return m_traffic; }

private:
    enum class State : std::uint8_t { Connecting, Open, Failed };

    explicit UringStream(UringReactor& reactor)
        : m_reactor(reactor) {}

    void openOrdinary();
    void openDirect();
    void connectSocket();
    void onSocket(int result);

    void onCompletion(UringOp op, int result, std::uint32_t flags, std::span<const std::byte> bytes) override;
    void onAgain() override;
    void onSubmitting(Instant at) override { m_handler->onSubmitted(at); }
    void onConnected(int result);
    void onReceived(int result, std::span<const std::byte> bytes);
    void onSent(int result);
    void onWatched();
    void onSocketError();
    // False when the stream was destroyed, or may not be read from any more, on the way.
    [[nodiscard]] bool deliverHeld();
    void goOnReading();
    void end();
    void watchForErrors();
    void failLater(NetError error);
    void fail(NetError error);
    // Calls back; false when the stream was destroyed meanwhile.
    template <class Call>
    [[nodiscard]] bool tell(Call call);

    UringReactor& m_reactor;
    UringSlot* m_slot = nullptr;
    StreamHandler* m_handler = nullptr;
    Traffic m_traffic;
    bool* m_destroyed = nullptr; // set when the destructor runs within a callback
    State m_state = State::Connecting;
    bool m_isPaused = false;
    bool m_peerEnded = false; // and it was told
    bool m_holdsEnd = false;  // came while paused
    std::string m_held;       // what came while paused
    int m_heldError = 0;      // the same
    NetError m_pendingError{};
    bool m_hasPendingError = false;
};

} // namespace bw::net
