#pragma once

#include "core/codec/http1_writer.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct nghttp2_session;
struct nghttp2_session_callbacks;

namespace bw::codec {

using Http2StreamId = std::int32_t;

// "REFUSED_STREAM", "ENHANCE_YOUR_CALM" (RFC 9113 §7); lives as long as the program.
[[nodiscard]] std::string_view http2ErrorName(std::uint32_t code);

// Limits and windows of one side of an HTTP/2 connection (RFC 9113).
struct Http2Settings {
    std::uint32_t streamWindow = 4U << 20;     // bytes that a peer may send ahead on one stream
    std::uint32_t connectionWindow = 1U << 30; // and on all together; bodies are read as they come
    std::uint32_t concurrentStreams = 1000;    // that a client may open
    std::size_t headerBytes = 64 * 1024;       // of one message's fields
};

// How a stream ended.
enum class Http2End : std::uint8_t {
    Complete,
    Refused,         // the peer did nothing about it, so it may be sent again (RFC 9113 §8.7)
    Reset,           // by the peer; the code tells why
    Protocol,        // what came is against the rules
    HeadersTooLarge, // over headerBytes
};

// Hears what a connection finds. Calls come from within receive() and take(); a sink may not call the
// connection then.
class Http2Sink {
public:
    virtual ~Http2Sink() = default;
    // A message's fields begin: a response's, after each interim one anew, or a request's.
    virtual void onHeadersBegin(Http2StreamId stream) = 0;
    // Pseudo-fields (":status", ":path") come first. Trailers are read and dropped.
    virtual void onHeader(Http2StreamId stream, std::string_view name, std::string_view value) = 0;
    virtual void onBody(Http2StreamId stream, std::span<const std::byte> bytes) = 0;
    // The peer's message is whole.
    virtual void onMessageEnd(Http2StreamId /*stream*/) {}
    // The last of our message was handed out by take().
    virtual void onWritten(Http2StreamId /*stream*/) {}
    // Nothing comes of it any more.
    virtual void onStreamEnd(Http2StreamId stream, Http2End end, std::uint32_t code) = 0;
};

// One HTTP/2 connection without its socket: bytes in, bytes out (nghttp2 underneath). Not thread-safe; never
// moves.
class Http2Session {
public:
    enum class Side : std::uint8_t { Client, Server };

    Http2Session(Side side, Http2Sink& sink, const Http2Settings& settings = {});
    Http2Session(const Http2Session&) = delete;
    Http2Session& operator=(const Http2Session&) = delete;
    ~Http2Session();

    // Reads all bytes. A peer that breaks the rules is told by what take() gives, and then all is over;
    // false: it is over at once.
    [[nodiscard]] bool receive(std::span<const std::byte> bytes);

    // Appends what is to be sent now.
    void take(std::string& out);

    // Asks for a stream; `fields` begin with the pseudo-fields and are copied. The body is read as the peer's
    // window allows and lives until the stream ends. Negative: the connection takes no more, or a field is
    // none. Names are to be in lower case.
    [[nodiscard]] Http2StreamId request(std::span<const HeaderField> fields, std::string_view body);
    // Answers a stream.
    [[nodiscard]] bool respond(Http2StreamId stream, std::span<const HeaderField> fields,
                               std::string_view body);
    // Gives a stream up. onStreamEnd() follows with the next take().
    void cancel(Http2StreamId stream);
    // Ends it with an error of our own (RFC 9113 §7).
    void reset(Http2StreamId stream, std::uint32_t code);

    // It has not ended, on either side.
    [[nodiscard]] bool isOpen(Http2StreamId stream) const;

    // Takes no new streams from the peer; those that were begun go on.
    void goAway();

    // Whether the peer still takes new streams, and how many at a time.
    [[nodiscard]] bool mayRequest() const;
    [[nodiscard]] std::uint32_t peersConcurrentStreams() const;
    // Nothing is to be read or written any more.
    [[nodiscard]] bool isOver() const;

private:
    struct Callbacks;
    struct StreamState {
        std::string_view body;
        std::size_t headerBytes = 0;
        bool isFinal = false; // the fields of an interim response are over, or there were none
        bool isTooLarge = false;
        bool isTrailer = false;
    };

    // nghttp2 keeps the state of a stream that is open, or waits to be.
    [[nodiscard]] StreamState* find(Http2StreamId stream);
    [[nodiscard]] StreamState& add();
    void remove(Http2StreamId stream, StreamState& state);

    Http2Sink& m_sink;
    bool m_isTaking = false; // what ends now, we end
    std::size_t m_headerBytes;
    nghttp2_session* m_session = nullptr;
    std::deque<StreamState> m_streams;
    std::vector<StreamState*> m_free; // of m_streams
};

} // namespace bw::codec
