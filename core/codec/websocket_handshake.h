#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// The opening handshake of WebSocket (RFC 6455 §4), apart from HTTP's own rules.
namespace bw::codec {

// What a client sends as Sec-WebSocket-Key: 16 bytes of chance in base64.
[[nodiscard]] std::string webSocketKey(std::uint64_t high, std::uint64_t low);

// What a server makes of it.
[[nodiscard]] std::string webSocketAccept(std::string_view key);

// Whether a comma-separated field holds the token; without case.
[[nodiscard]] bool hasToken(std::string_view list, std::string_view token);

// The fields of one message that the handshake looks at; several of one name count as a list.
struct WsFields {
    std::string upgrade;
    std::string connection;
    std::string key;
    std::string accept;
    std::string version;
    std::string protocol;
    std::string extensions;

    // Keeps what matters.
    void add(std::string_view name, std::string_view value);
};

enum class WsHandshakeError : std::uint8_t {
    Status,    // another one than 101
    Upgrade,   // it does not say that it becomes a WebSocket
    Accept,    // the key's answer is wrong
    Protocol,  // a subprotocol that was not offered
    Extension, // one that was not offered, or not on these terms
};

// Words for a log: "wrong_accept".
[[nodiscard]] std::string_view webSocketErrorName(WsHandshakeError error);

struct WsAgreement {
    std::string protocol; // of the offered ones; may be empty
    bool isCompressed = false;
};

// A server's answer to the key and what was offered: subprotocols, and in `extensions` the field as it was
// sent.
[[nodiscard]] Result<WsAgreement, WsHandshakeError> checkAnswer(int status, const WsFields& answer,
                                                                std::string_view key,
                                                                std::span<const std::string> protocols,
                                                                std::string_view extensions);

// A client's request, as a server reads it. The value is empty where it asks for no WebSocket or asks
// wrongly; then `status` is what it is to be answered: 400, or 426 with the version that is spoken here.
struct WsRequest {
    int status = 101;
    std::string accept{};
    bool wantsCompression = false; // without context take-over on the server's side
};
[[nodiscard]] WsRequest readRequest(std::string_view method, const WsFields& fields);

} // namespace bw::codec
