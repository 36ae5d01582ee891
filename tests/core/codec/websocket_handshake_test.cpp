#include "core/codec/message_deflate.h"
#include "core/codec/websocket_handshake.h"

#include <gtest/gtest.h>
#include <vector>

namespace bw::codec {
namespace {

constexpr std::string_view kKey = "dGhlIHNhbXBsZSBub25jZQ=="; // RFC 6455 §1.3

WsFields answer() {
    WsFields fields;
    fields.add("upgrade", "WebSocket");
    fields.add("Connection", "keep-alive, Upgrade");
    fields.add("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    return fields;
}

Result<WsAgreement, WsHandshakeError> check(const WsFields& fields, std::string_view extensions = {},
                                            int status = 101) {
    const std::vector<std::string> protocols = {"v1.feed", "v2.feed"};
    return checkAnswer(status, fields, kKey, protocols, extensions);
}

} // namespace

TEST(WebSocketHandshake, AcceptsAsTheStandardShows) {
    EXPECT_EQ(webSocketAccept(kKey), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    ASSERT_TRUE(check(answer()));
    EXPECT_EQ(check(answer())->protocol, "");
    EXPECT_FALSE(check(answer())->isCompressed);
}

TEST(WebSocketHandshake, KeysAreSixteenBytesOfChance) {
    EXPECT_EQ(webSocketKey(0x7468652073616D70, 0x6C65206E6F6E6365), kKey);
    EXPECT_EQ(webSocketKey(0, 1).size(), 24U);
}

TEST(WebSocketHandshake, WhatIsWrongHasAName) {
    EXPECT_EQ(check(answer(), {}, 200).error(), WsHandshakeError::Status);
    WsFields noUpgrade = answer();
    noUpgrade.upgrade = "h2c";
    EXPECT_EQ(check(noUpgrade).error(), WsHandshakeError::Upgrade);
    WsFields notConnected = answer();
    notConnected.connection = "keep-alive";
    EXPECT_EQ(check(notConnected).error(), WsHandshakeError::Upgrade);
    WsFields wrongKey = answer();
    wrongKey.accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOO=";
    EXPECT_EQ(check(wrongKey).error(), WsHandshakeError::Accept);
    WsFields otherProtocol = answer();
    otherProtocol.protocol = "v3.feed";
    EXPECT_EQ(check(otherProtocol).error(), WsHandshakeError::Protocol);
    WsFields extension = answer();
    extension.extensions = MessageDeflate::kOffer;
    EXPECT_EQ(check(extension).error(), WsHandshakeError::Extension) << "nobody offered it";
}

TEST(WebSocketHandshake, AnOfferedProtocolIsAgreedOn) {
    WsFields fields = answer();
    fields.add("sec-websocket-protocol", "v2.feed");
    ASSERT_TRUE(check(fields));
    EXPECT_EQ(check(fields)->protocol, "v2.feed");
}

TEST(WebSocketHandshake, CompressionIsAgreedOnOnOurTermsAlone) {
    const auto agreed = [](std::string_view extensions) {
        WsFields fields = answer();
        fields.extensions = extensions;
        const auto agreement = check(fields, MessageDeflate::kOffer);
        return agreement && agreement->isCompressed;
    };
    EXPECT_TRUE(agreed("permessage-deflate; server_no_context_takeover"));
    EXPECT_TRUE(agreed("permessage-deflate; client_no_context_takeover; server_no_context_takeover; "
                       "server_max_window_bits=12"));
    EXPECT_FALSE(agreed("permessage-deflate"))
        << "the server's window would have to be kept for each connection";
    EXPECT_FALSE(agreed("permessage-deflate; server_no_context_takeover; client_max_window_bits=10"))
        << "was not offered";
    EXPECT_FALSE(agreed("permessage-deflate; server_no_context_takeover; server_max_window_bits=16"));
    EXPECT_FALSE(agreed("permessage-deflate; server_no_context_takeover, x-other"));
    EXPECT_FALSE(agreed("x-other"));
}

TEST(WebSocketHandshake, ServersReadRequests) {
    WsFields fields;
    fields.add("Upgrade", "websocket");
    fields.add("Connection", "Upgrade");
    fields.add("Sec-WebSocket-Key", kKey);
    fields.add("Sec-WebSocket-Version", "13");
    EXPECT_EQ(readRequest("GET", fields).status, 101);
    EXPECT_EQ(readRequest("GET", fields).accept, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    EXPECT_FALSE(readRequest("GET", fields).wantsCompression);
    EXPECT_EQ(readRequest("POST", fields).status, 400);
    WsFields old = fields;
    old.version = "8";
    EXPECT_EQ(readRequest("GET", old).status, 426);
    fields.extensions = "x-other, permessage-deflate; client_max_window_bits";
    EXPECT_TRUE(readRequest("GET", fields).wantsCompression);
    fields.key = "short";
    EXPECT_EQ(readRequest("GET", fields).status, 400);
}

} // namespace bw::codec
