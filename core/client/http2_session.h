#pragma once

#include "core/client/session.h"
#include "core/codec/http2_session.h"
#include "core/net/stream.h"
#include "core/net/timer.h"

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bw::client {

// One HTTP/2 connection, many exchanges at a time, each a stream of its own. What several of them have to say
// in one turn leaves together.
class Http2Session final : public Session, private net::StreamHandler, private codec::Http2Sink {
public:
    // Exchanges at a time, however many the server would take.
    static constexpr std::size_t kMaxCalls = 1000;

    Http2Session(ClientContext& context, std::unique_ptr<net::Stream> stream, Origin origin);
    ~Http2Session() override;

    void begin(Call& call) override;
    void abandon(Call& call) override;

private:
    // A call whose end is known and not yet told: nobody is called from within the codec.
    struct Ended {
        Call* call;
        ClientError error = ClientError::None;
        net::NetError reason{};
    };

    void onReceived(std::span<const std::byte> bytes, Instant at) override;
    void onSubmitted(Instant at) override;
    void onEnded(Instant at) override;
    void onFailed(net::NetError error, Instant at) override;
    void onHeadersBegin(codec::Http2StreamId stream) override;
    void onHeader(codec::Http2StreamId stream, std::string_view name, std::string_view value) override;
    void onBody(codec::Http2StreamId stream, std::span<const std::byte> bytes) override;
    void onMessageEnd(codec::Http2StreamId stream) override;
    void onWritten(codec::Http2StreamId stream) override;
    void onStreamEnd(codec::Http2StreamId stream, codec::Http2End end, std::uint32_t code) override;

    // The request's fields in the context's list.
    [[nodiscard]] bool gatherFields(const Request& request);
    [[nodiscard]] bool writeFields(const Request& request);
    [[nodiscard]] Call* find(codec::Http2StreamId stream) const;
    // Takes the call off the list of those under way.
    Call* take(codec::Http2StreamId stream);
    void forget(const Call& call);
    void flush();
    // Tells the ends that are known; false when this session was destroyed on the way.
    [[nodiscard]] bool tellEnds(Instant at);
    void onTellDue(Instant now);
    void breakDown(ClientError error, const net::NetError& reason, Instant at);
    void close();
    // How many calls the server takes, which each of its settings may change.
    void countRoom();

    std::unique_ptr<net::Stream> m_stream;
    codec::Http2Session m_codec;
    Account m_account;
    std::vector<std::pair<codec::Http2StreamId, Call*>> m_carried; // under way
    std::vector<Ended> m_ended;
    std::vector<Call*> m_begun; // since the last flush, or until the kernel has them
    net::MemberTimer<&Http2Session::onTellDue> m_tellDue{*this};
    std::array<char, 20> m_length{}; // of a body, in words
    bool* m_destroyed = nullptr;     // set when the destructor runs within a callback
    Instant m_at{};                  // of the bytes at hand
    bool m_isDelivering = false;     // one flush for all at the end
};

} // namespace bw::client
