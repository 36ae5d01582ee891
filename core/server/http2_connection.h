#pragma once

#include "core/codec/http2_session.h"
#include "core/server/conversation.h"

#include <queue>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace bw::server {

// An HTTP/2 conversation: many exchanges at a time, answered in the order in which they are ready.
class Http2Connection final : public Conversation, private codec::Http2Sink {
public:
    explicit Http2Connection(Host& host);
    ~Http2Connection() override;
    Http2Connection(const Http2Connection&) = delete;
    Http2Connection& operator=(const Http2Connection&) = delete;

    void begin(Peer peer) override;
    void end() override;
    [[nodiscard]] Demand receive(std::span<const std::byte> bytes, std::string& out) override;
    [[nodiscard]] Demand answerDue(std::string& out) override;
    [[nodiscard]] std::optional<Instant> deadline() const override;
    [[nodiscard]] Demand timedOut(std::string& out) override;
    [[nodiscard]] Demand drain(std::string& out) override;
    [[nodiscard]] bool isIdle() const override { return m_streams.empty(); }
    [[nodiscard]] Demand demand() const override { return m_demand; }
    [[nodiscard]] bool isHung() const override;
    [[nodiscard]] std::size_t pipelined() const override { return 0; }
    [[nodiscard]] Exchange* deferred(std::uint64_t serial) const override;
    void sendDeferred(std::uint64_t serial) override;

private:
    struct Stream {
        Exchange* exchange = nullptr;
        std::string method;
        std::string target;
        bool isWhole = false; // the request
        bool isAnswered = false;
    };
    struct Due {
        Instant at;
        codec::Http2StreamId stream;
        std::uint64_t serial;
        friend bool operator<(const Due& a, const Due& b) { return a.at > b.at; }
    };

    void onHeadersBegin(codec::Http2StreamId stream) override;
    void onHeader(codec::Http2StreamId stream, std::string_view name, std::string_view value) override;
    void onBody(codec::Http2StreamId stream, std::span<const std::byte> bytes) override;
    void onMessageEnd(codec::Http2StreamId stream) override;
    void onStreamEnd(codec::Http2StreamId stream, codec::Http2End end, std::uint32_t code) override;

    void dispatch(codec::Http2StreamId id, std::string& out);
    void answer(codec::Http2StreamId id, Stream& stream, std::string& out);
    void breakOff(codec::Http2StreamId id, Stream& stream, std::string& out);
    void respond(codec::Http2StreamId id, Exchange& exchange, std::string_view body);
    void release(Stream& stream);
    void armDelay();
    [[nodiscard]] Demand settle(std::string& out);

    Host& m_host;
    std::optional<codec::Http2Session> m_codec;
    std::unordered_map<codec::Http2StreamId, Stream> m_streams;
    std::vector<codec::Http2StreamId> m_ready; // requests that are whole, not yet handled
    std::priority_queue<Due> m_due;
    std::vector<codec::HeaderField> m_fields;
    std::string m_text; // names and numbers of the fields
    Instant m_since;
    std::uint64_t m_serial = 0;
    std::size_t m_unfinished = 0; // requests that are not whole yet
    Demand m_demand = Demand::Read;
    Peer m_peer = Peer::Elsewhere;
};

} // namespace bw::server
