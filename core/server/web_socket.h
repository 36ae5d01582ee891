#pragma once

#include "core/base/clock.h"
#include "core/codec/websocket_reader.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bw::server {

// The server's end of one WebSocket, for the application. Used on its thread only.
class WebSocket {
public:
    virtual ~WebSocket() = default;

    // Sends one message.
    virtual void send(codec::WsMessageKind kind, std::string_view message) = 0;
    // Sends frames that were written before (codec::appendFrame(), without mask): many sockets may share the
    // bytes. Only whole frames, and never compressed.
    virtual void sendFrames(std::string_view frames) = 0;
    // Bytes that the client has yet to take: who has too many is a slow reader.
    [[nodiscard]] virtual std::size_t unsent() const = 0;
    // Tells the client, whose answer ends it.
    virtual void close(codec::WsCloseCode code, std::string_view reason) = 0;
};

// What an application does with one WebSocket. Destroyed when the connection ends.
class WebSocketPeer {
public:
    virtual ~WebSocketPeer() = default;

    // The handshake's answer is on its way. The socket lives as long as this.
    virtual void onOpen(WebSocket& socket) = 0;
    virtual void onMessage(codec::WsMessageKind kind, std::string_view message) = 0;
    // What was sent since the last such call goes to the kernel now, or went there. Sends nothing.
    virtual void onSubmitted(Instant /*at*/) {}
};

} // namespace bw::server
