#pragma once

#include "core/codec/message_deflate.h"
#include "core/codec/partial_pool.h"
#include "core/codec/utf8_stream.h"
#include "core/codec/websocket_frame.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace bw::codec {

enum class WsMessageKind : std::uint8_t { Text, Binary };

// What a peer did wrong.
enum class WsError : std::uint8_t {
    None,
    ReservedBit,    // a bit of an extension that nobody agreed on
    ReservedOpcode, // an opcode without a meaning
    Mask,           // a client that does not mask, a server that does
    ControlFrame,   // one that is fragmented, or longer than 125 bytes
    Continuation,   // of no message, or a new message within another
    Length,         // a frame of more than 2^63 bytes
    TooLarge,       // over the limit of one message
    Utf8,           // a text, or a close frame's reason, that is no UTF-8
    CloseFrame,     // a close frame of one byte, or with a code that is not to be sent
    Compression,    // a message that cannot be inflated
};

// Words for a log: "reserved_bit"; empty for None.
[[nodiscard]] std::string_view frameErrorName(WsError error);

// What the peer is told (RFC 6455 §7.4.1).
[[nodiscard]] WsCloseCode closeCodeFor(WsError error);

// Hears what a reader finds. A function that returns false stops it at once: reader and sink may be gone
// then. Views are valid during the call only.
class WsSink {
public:
    virtual ~WsSink() = default;
    [[nodiscard]] virtual bool onMessage(WsMessageKind kind, std::string_view message) = 0;
    [[nodiscard]] virtual bool onPing(std::string_view payload) = 0;
    [[nodiscard]] virtual bool onPong(std::string_view payload) = 0;
    // The peer closes: nothing that comes after it is read. The code is NoStatus when it gave none.
    [[nodiscard]] virtual bool onClose(std::uint16_t code, std::string_view reason) = 0;
};

// Reads the frames of one WebSocket connection from bytes in any pieces (RFC 6455): fragments, control frames
// between them, UTF-8 told at its first wrong byte, permessage-deflate where it was agreed on. A message that
// came whole is not copied; between messages a reader owns no buffer. No clock, no I/O. Not thread-safe;
// never moves.
class WsReader {
public:
    enum class Side : std::uint8_t { Client, Server }; // whose frames are read is the other's
    enum class State : std::uint8_t {
        Open,
        Closed, // the peer's close frame came
        Failed, // error() tells why
        Stopped // the sink said so; nothing of this reader may be touched any more
    };

    // All outlive the reader. `deflate` is null where compression was not agreed on.
    WsReader(Side side, WsSink& sink, PartialPool& pool, std::size_t messageBytes,
             MessageDeflate* deflate = nullptr);
    WsReader(const WsReader&) = delete;
    WsReader& operator=(const WsReader&) = delete;
    ~WsReader();

    // Reads all bytes, unless something ends it.
    [[nodiscard]] State feed(std::span<const std::byte> bytes);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] WsError error() const { return m_error; }
    // In the middle of a frame or of a message.
    [[nodiscard]] bool isInMessage() const { return m_isInMessage || m_isInFrame || m_headSize > 0; }

private:
    struct Frame {
        WsOpcode opcode = WsOpcode::Continuation;
        bool isFinal = false;
        bool isCompressed = false;
        bool isMasked = false;
        std::uint32_t mask = 0;
        std::uint64_t size = 0;
        std::uint64_t done = 0; // bytes of its payload that came
    };

    enum class Step : std::uint8_t {
        GoOn,
        End,     // the state tells why
        Stopped, // this object may be gone
    };

    [[nodiscard]] bool isControl() const { return (static_cast<unsigned>(m_frame.opcode) & 0x8U) != 0; }
    [[nodiscard]] Step readHead(std::string_view& bytes);
    [[nodiscard]] Step beginFrame(std::span<const std::uint8_t> head);
    [[nodiscard]] WsError checkFrame(unsigned first, unsigned second) const;
    [[nodiscard]] Step readPayload(std::string_view& bytes);
    [[nodiscard]] Step readWhole(std::string_view payload);
    [[nodiscard]] Step keep(std::string_view piece);
    [[nodiscard]] Step endFrame();
    [[nodiscard]] Step endMessage();
    [[nodiscard]] Step tellInflated(std::string_view payload);
    [[nodiscard]] Step tellControl(std::string_view payload);
    [[nodiscard]] Step tellClose(std::string_view payload);
    Step fail(WsError error);

    WsSink& m_sink;
    PartialPool& m_pool;
    MessageDeflate* m_deflate;
    std::size_t m_messageBytes;
    Side m_side;
    State m_state = State::Open;
    WsError m_error = WsError::None;
    bool m_isInFrame = false;
    bool m_isInMessage = false;  // between its first and its last frame
    bool m_isCompressed = false; // the message
    std::uint8_t m_headSize = 0; // bytes of a head that was cut
    WsMessageKind m_kind = WsMessageKind::Text;
    Utf8Stream m_text;
    std::array<std::uint8_t, 14> m_head{};
    Frame m_frame;
    std::string m_message; // borrowed while it holds anything, like the next
    std::string m_control;
};

} // namespace bw::codec
