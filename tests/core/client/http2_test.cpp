#include "tests/core/client/client_test.h"

// A server that speaks HTTP/2 badly, or leaves, costs an error with its kind.
namespace bw::client {
namespace {

std::string frame(int type, int flags, std::uint32_t stream, std::string_view payload = {}) {
    std::string out;
    const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value & 0xff); };
    const auto size = static_cast<std::uint32_t>(payload.size());
    byte(size >> 16);
    byte(size >> 8);
    byte(size);
    byte(static_cast<std::uint32_t>(type));
    byte(static_cast<std::uint32_t>(flags));
    for (const int shift : {24, 16, 8, 0}) {
        byte(stream >> shift);
    }
    return out.append(payload);
}

std::string number(std::uint32_t value) {
    std::string out;
    for (const int shift : {24, 16, 8, 0}) {
        out += static_cast<char>((value >> shift) & 0xff);
    }
    return out;
}

constexpr int kData = 0;
constexpr int kHeaders = 1;
constexpr int kReset = 3;
constexpr int kSettings = 4;
constexpr int kPushPromise = 5;
constexpr int kPing = 6;
constexpr int kGoAway = 7;
constexpr int kContinuation = 9;
constexpr int kEndStream = 1;
constexpr int kEndHeaders = 4;

const std::string kHello = frame(kSettings, 0, 0);
const std::string kStatus200 = "\x88"; // HPACK's static table
const std::string kAnswer =
    kHello + frame(kHeaders, kEndHeaders, 1, kStatus200) + frame(kData, kEndStream, 1, "whole");

class Http2Test : public ClientTest {
public:
    Http2Test() { context.speaks = Speaks::Http2; }

protected:
    // Says it once, when the client's first bytes came.
    void sayAtOnce(std::string text) {
        server.onBytes = [text = std::move(text)](auto& connection) {
            if (connection.requests++ == 0) {
                connection.say(text);
            }
        };
    }
};

} // namespace

TEST_F(Http2Test, AWholeAnswerIsOne) {
    sayAtOnce(kAnswer);
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::None);
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.body, "whole");
    ASSERT_FALSE(server.connections.empty());
    EXPECT_TRUE(server.connections.front()->received.starts_with("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
}

TEST_F(Http2Test, InterimAnswersAndTrailersAreNotTheAnswer) {
    const std::string early("\x08\x03"
                            "103",
                            5); // :status, literal
    sayAtOnce(kHello + frame(kHeaders, kEndHeaders, 1, early) + frame(kHeaders, kEndHeaders, 1, kStatus200) +
              frame(kData, 0, 1, "a") +
              frame(kHeaders, kEndHeaders | kEndStream, 1, std::string("\x00\x01t\x01v", 5)));
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::None);
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.body, "a");
    EXPECT_FALSE(got.fields.find("t")) << "of the trailers";
}

TEST_F(Http2Test, WhatIsNoHttp2IsAgainstTheProtocol) {
    // A promise of what nobody asked for, by a server that knows that (it acknowledged the settings).
    const std::string promise =
        frame(kSettings, 1, 0) + frame(kPushPromise, kEndHeaders, 1, number(2) + kStatus200);
    for (const std::string& text :
         {std::string("HTTP/1.1 400 Bad Request\r\n\r\n"), frame(kData, kEndStream, 1, "first"),
          kHello + frame(kHeaders, kEndHeaders, 1, "\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
          kHello + frame(kPing, 0, 0, "short"), kHello + promise,
          kHello + frame(kData, kEndStream, 1, "before its fields"),
          kHello + std::string("\xff\xff\xff\x00\x00\x00\x00\x00\x01", 9)}) {
        sayAtOnce(text);
        const Exchange got = ask();
        EXPECT_EQ(got.error, ClientError::Protocol) << testing::PrintToString(text);
        pool.closeIdle();
        EXPECT_EQ(context.openConnections, 0);
    }
}

TEST_F(Http2Test, AResetStreamSaysWhyAndLeavesTheConnection) {
    sayAtOnce(kHello + frame(kReset, 0, 1, number(2)));
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::Reset);
    EXPECT_EQ(got.detail, "INTERNAL_ERROR");
    EXPECT_EQ(context.openConnections, 1);
}

TEST_F(Http2Test, WhatWasRefusedUntouchedIsSentAgain) {
    server.onBytes = [](auto& connection) {
        if (connection.requests++ == 0) {
            connection.say(connection.number == 0 ? kHello + frame(kReset, 0, 1, number(7)) : kAnswer);
        }
    };
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::None);
    EXPECT_EQ(got.body, "whole");
    EXPECT_EQ(server.connections.size(), 2U);
}

TEST_F(Http2Test, AStormOfGoAwayEnds) {
    sayAtOnce(kHello + frame(kGoAway, 0, 0, number(0) + number(0)));
    const Exchange got = ask();
    EXPECT_EQ(got.error, ClientError::Closed);
    EXPECT_TRUE(got.isRefused);
    EXPECT_LE(server.connections.size(), 5U);
}

TEST_F(Http2Test, AfterGoAwayANewConnectionIsMade) {
    server.onBytes = [](auto& connection) {
        if (connection.requests++ == 0) {
            connection.say(kAnswer + frame(kGoAway, 0, 0, number(1) + number(0)));
        }
    };
    EXPECT_EQ(ask().body, "whole");
    EXPECT_EQ(ask().body, "whole");
    EXPECT_EQ(server.connections.size(), 2U);
}

TEST_F(Http2Test, EndlessFieldsAreTooLarge) {
    // A literal field of 16,000 bytes, again and again in one block.
    const std::string field = std::string("\x00\x01x\x7f\x81\x7c", 6) + std::string(127 + 1 + 124 * 128, 'v');
    server.onBytes = [&field](auto& connection) {
        if (connection.requests++ == 0) {
            connection.say(kHello + frame(kHeaders, 0, 1, kStatus200));
            for (int i = 0; i < 2000; ++i) {
                connection.say(frame(kContinuation, 0, 1, field));
            }
        }
    };
    const Exchange got = ask();
    EXPECT_TRUE(got.error == ClientError::TooLarge || got.error == ClientError::Protocol ||
                got.error == ClientError::Reset)
        << static_cast<int>(got.error);
    EXPECT_LT(got.bytesReceived, 4'000'000U) << "read on after the limit";
}

TEST_F(Http2Test, ClosedInTheMidst) {
    for (std::size_t size = 0; size < kAnswer.size(); ++size) {
        for (const bool isReset : {false, true}) {
            server.onBytes = [&, size, isReset](auto& connection) {
                if (connection.stream && connection.requests++ == 0) {
                    connection.say(std::string_view(kAnswer).substr(0, size));
                    isReset ? connection.reset() : connection.close();
                }
            };
            const Exchange got = ask();
            EXPECT_TRUE(got.error == ClientError::Closed || got.error == ClientError::Reset)
                << size << ": " << static_cast<int>(got.error);
            EXPECT_EQ(context.openConnections, 0);
        }
    }
}

TEST_F(Http2Test, PingsWithoutEndEndTheConnection) {
    std::string pings = kHello;
    for (int i = 0; i < 200'000; ++i) {
        pings += frame(kPing, 0, 0, "12345678");
    }
    Request request = get();
    request.deadline = reactor->now() + std::chrono::seconds(5);
    sayAtOnce(pings + kAnswer.substr(kHello.size()));
    const Exchange got = ask("/", request);
    EXPECT_TRUE(got.error == ClientError::None || got.error == ClientError::Protocol);
}

} // namespace bw::client
