#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The frames of WebSocket (RFC 6455 §5).
namespace bw::codec {

enum class WsOpcode : std::uint8_t {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

// Why a connection closes (RFC 6455 §7.4.1). Sent as a number; peers may send others.
enum class WsCloseCode : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    Unsupported = 1003,
    NoStatus = 1005, // never sent: the peer's close frame said nothing
    Abnormal = 1006, // never sent: there was no close frame
    InvalidData = 1007,
    PolicyViolation = 1008,
    TooLarge = 1009,
};

// Whether a close frame may carry the number.
[[nodiscard]] bool mayBeSent(std::uint16_t closeCode);

inline constexpr std::size_t kMaxControlPayload = 125;

struct WsFrameOptions {
    std::optional<std::uint32_t> mask{}; // what a client's frames must have, and a server's must not
    bool isFinal = true;
    bool isCompressed = false; // RSV1 of permessage-deflate (RFC 7692 §6)
};

// Appends one frame. Precondition for control frames: final, at most kMaxControlPayload bytes.
void appendFrame(std::string& out, WsOpcode opcode, std::string_view payload, const WsFrameOptions& options);

// The payload of a close frame; the reason is cut, between characters, to what fits.
[[nodiscard]] std::string closePayload(std::uint16_t code, std::string_view reason);

// Masks or unmasks in place; `offset` is how many bytes of the payload lie before (RFC 6455 §5.3).
void applyMask(char* bytes, std::size_t size, std::uint32_t mask, std::size_t offset = 0);

} // namespace bw::codec
