#include "core/net/descriptor_limit.h"
#include "tests/conformance/reactor/reactor_suite.h"

#include <cerrno>

namespace bw::net {
namespace {

class Streams : public ReactorSuite {};

std::string pattern(std::size_t size) {
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        text[i] = static_cast<char>('a' + i * 7 % 26);
    }
    return text;
}

} // namespace

TEST_P(Streams, KnowTheirKindAndAddresses) {
    EXPECT_EQ(reactor->kind(), GetParam().kind);
    EXPECT_NE(listener->address().port(), 0);
    EXPECT_TRUE(listener->address().isLoopback());
    const auto [client, server] = connectedPair();
    EXPECT_EQ(client->stream->peer(), listener->address());
    EXPECT_TRUE(server->stream->peer().isLoopback());
}

TEST_P(Streams, Echo) {
    prepare = [](Peer& peer) {
        peer.whenReceived = [&peer](std::string_view text) { static_cast<void>(peer.send(text)); };
    };
    const auto [client, server] = connectedPair();
    const std::string text = pattern(3'000'000);
    static_cast<void>(client->send(text));
    ASSERT_TRUE(runUntil([&] { return client->received.size() >= text.size(); }));
    EXPECT_EQ(client->received, text);
}

TEST_P(Streams, PiecesArriveInTheirOrderHoweverMany) {
    const auto [client, server] = connectedPair();
    const std::string text = pattern(1000);
    std::vector<std::string_view> pieces;
    for (std::size_t i = 0; i < text.size(); i += 7) {
        pieces.push_back(std::string_view(text).substr(i, 7));
        pieces.emplace_back();
    }
    EXPECT_NE(client->stream->send(pieces), Stream::Sent::Later);
    ASSERT_TRUE(runUntil([&] { return server->received.size() >= text.size(); }));
    EXPECT_EQ(server->received, text);
}

TEST_P(Streams, SingleBytesArriveInTheirOrder) {
    const auto [client, server] = connectedPair();
    const std::string text = pattern(500);
    for (const char& c : text) {
        EXPECT_NE(client->send({&c, 1}), Stream::Sent::Later);
        reactor->runOnce(Instant::min());
    }
    ASSERT_TRUE(runUntil([&] { return server->received.size() >= text.size(); }));
    EXPECT_EQ(server->received, text);
}

TEST_P(Streams, AServerThatSpeaksFirstIsHeard) {
    prepare = [this](Peer& peer) { reactor->post([&peer] { static_cast<void>(peer.send("220 ready")); }); };
    const auto [client, server] = connectedPair();
    EXPECT_TRUE(runUntil([&] { return client->received == "220 ready"; }));
}

TEST_P(Streams, HalfClosedTheOtherDirectionGoesOn) {
    const auto [client, server] = connectedPair();
    static_cast<void>(client->send("question"));
    client->stream->endSending();
    ASSERT_TRUE(runUntil([&] { return server->ends == 1; }));
    EXPECT_EQ(server->received, "question");
    static_cast<void>(server->send("answer"));
    server->stream->endSending();
    ASSERT_TRUE(runUntil([&] { return client->ends == 1; }));
    EXPECT_EQ(client->received, "answer");
    EXPECT_FALSE(client->error || server->error);
}

TEST_P(Streams, TheEndComesBehindAllThatWaits) {
    const auto [client, server] = connectedPair();
    server->stream->pauseReading();
    const std::string text = pattern(20'000'000);
    EXPECT_EQ(client->send(text), Stream::Sent::Later);
    client->stream->endSending();
    server->stream->resumeReading();
    ASSERT_TRUE(runUntil([&] { return server->ends == 1; }));
    EXPECT_EQ(server->received, text);
    EXPECT_EQ(client->sents, 1);
}

TEST_P(Streams, AClosedPeerIsAnEnd) {
    const auto [client, server] = connectedPair();
    static_cast<void>(server->send("last words"));
    server->stream.reset();
    ASSERT_TRUE(runUntil([&] { return client->ends == 1; }));
    EXPECT_EQ(client->received, "last words");
}

TEST_P(Streams, AResetIsAFailure) {
    const auto [client, server] = connectedPair();
    server->stream->resetOnClose();
    server->stream.reset();
    ASSERT_TRUE(runUntil([&] { return client->error.has_value(); }));
    EXPECT_EQ(client->error->kind, NetErrorKind::Reset);
    EXPECT_EQ(client->error->systemError, ECONNRESET);
    EXPECT_EQ(client->send("too late"), Stream::Sent::Later);
}

TEST_P(Streams, AResetBehindTheEndIsAFailure) {
    const auto [client, server] = connectedPair();
    client->stream->endSending();
    ASSERT_TRUE(runUntil([&] { return server->ends == 1; }));
    client->stream->resetOnClose();
    client->stream.reset();
    ASSERT_TRUE(runUntil([&] { return server->error.has_value(); }));
    EXPECT_EQ(server->error->kind, NetErrorKind::Reset);
}

TEST_P(Streams, SendingToNobodyFailsLaterNotAtOnce) {
    const auto [client, server] = connectedPair();
    server->stream.reset();
    ASSERT_TRUE(runUntil([&] { return client->ends == 1; }));
    ASSERT_TRUE(runUntil([&] {
        if (!client->error) {
            static_cast<void>(client->send("hello?"));
            EXPECT_FALSE(client->error) << "told within send()";
        }
        return client->error.has_value();
    }));
    EXPECT_EQ(client->error->kind, NetErrorKind::Reset);
}

TEST_P(Streams, ARefusedConnectionSaysSo) {
    const Address nobody = listener->address();
    listener.reset();
    Peer client(*reactor);
    client.connect(nobody);
    EXPECT_FALSE(client.error) << "told within connect()";
    ASSERT_TRUE(runUntil([&] { return client.error.has_value(); }));
    EXPECT_EQ(client.error->kind, NetErrorKind::Refused);
    EXPECT_EQ(client.connects, 0);
}

TEST_P(Streams, AnImpossibleSourceFailsLater) {
    Peer client(*reactor);
    client.connect(listener->address(), {.source = Address::parse("192.0.2.1", 0)});
    EXPECT_FALSE(client.error);
    ASSERT_TRUE(runUntil([&] { return client.error.has_value(); }));
    EXPECT_EQ(*client.error, (NetError{NetErrorKind::NotAvailable, EADDRNOTAVAIL}));
}

TEST_P(Streams, ComeFromTheSourceThatWasAskedFor) {
    Peer client(*reactor);
    client.connect(listener->address(), {.source = Address::parse("127.0.0.7", 0)});
    ASSERT_TRUE(runUntil([&] { return !accepted.empty(); }));
    if (!GetParam().withoutDescriptors) {
        EXPECT_EQ(accepted.front()->stream->peer().text(), "127.0.0.7");
    }
}

TEST_P(Streams, ASlowReaderIsWaitedFor) {
    const auto [client, server] = connectedPair();
    server->stream->pauseReading();
    const std::string text = pattern(1'000'000);
    std::size_t sent = 0;
    while (client->stream->unsent() < 4 * text.size()) {
        static_cast<void>(client->send(text));
        sent += text.size();
        ASSERT_LT(sent, 200'000'000U);
        reactor->runOnce(Instant::min());
    }
    EXPECT_EQ(server->received, "");
    const int before = client->sents; // of what the kernel took while it had room
    server->stream->resumeReading();
    ASSERT_TRUE(runUntil([&] { return server->received.size() == sent; }));
    ASSERT_TRUE(runUntil([&] { return client->sents == before + 1; }));
    EXPECT_EQ(client->stream->unsent(), 0U);
    for (std::size_t i = 0; i < sent; i += text.size()) {
        ASSERT_EQ(std::string_view(server->received).substr(i, text.size()), text);
    }
}

TEST_P(Streams, PausedInTheMidstOfBytesNothingIsLost) {
    const auto [client, server] = connectedPair();
    const std::string text = pattern(2'000'000);
    std::string got;
    bool isPaused = false;
    server->whenReceived = [&](std::string_view part) {
        EXPECT_FALSE(isPaused) << "bytes while paused";
        got += part;
        isPaused = true;
        server->stream->pauseReading();
        reactor->post([&] {
            isPaused = false;
            server->stream->resumeReading();
        });
    };
    static_cast<void>(client->send(text));
    client->stream->endSending();
    ASSERT_TRUE(runUntil([&] { return server->ends == 1; }));
    EXPECT_EQ(got, text);
}

TEST_P(Streams, PausedTheEndWaitsToo) {
    const auto [client, server] = connectedPair();
    server->whenReceived = [&](std::string_view) { server->stream->pauseReading(); };
    static_cast<void>(client->send("one"));
    client->stream.reset();
    bool isResumed = false;
    Timer later([](void* resumed, Instant) { *static_cast<bool*>(resumed) = true; }, &isResumed);
    reactor->arm(later, reactor->now() + std::chrono::milliseconds(5));
    ASSERT_TRUE(runUntil([&] { return isResumed; }));
    EXPECT_EQ(server->ends, 0);
    server->stream->resumeReading();
    EXPECT_TRUE(runUntil([&] { return server->ends == 1; }));
}

TEST_P(Streams, AnotherHandlerHearsFromThenOn) {
    const auto [client, server] = connectedPair();
    Peer other(*reactor);
    server->stream->setHandler(other);
    static_cast<void>(client->send("to the other"));
    ASSERT_TRUE(runUntil([&] { return !other.received.empty(); }));
    EXPECT_EQ(server->received, "");
}

TEST_P(Streams, AThousandAtATime) {
    constexpr int kMany = 1000;
    if (!GetParam().withoutDescriptors) {
        ASSERT_GE(raiseDescriptorLimit(), 2U * kMany);
    }
    prepare = [](Peer& peer) {
        peer.whenReceived = [&peer](std::string_view text) { static_cast<void>(peer.send(text)); };
    };
    std::vector<std::unique_ptr<Peer>> clients;
    for (int i = 0; i < kMany; ++i) {
        clients.push_back(std::make_unique<Peer>(*reactor));
        Peer& client = *clients.back();
        client.whenConnected = [&client, i] { static_cast<void>(client.send(std::to_string(i))); };
        client.connect(listener->address());
    }
    for (int i = 0; i < kMany; ++i) {
        const Peer& client = *clients[static_cast<std::size_t>(i)];
        ASSERT_TRUE(runUntil([&] { return client.received == std::to_string(i) || client.error; }));
        ASSERT_FALSE(client.error);
    }
    clients.clear();
    for (const auto& server : accepted) {
        ASSERT_TRUE(runUntil([&] { return server->ends == 1; }));
    }
}

INSTANTIATE_TEST_SUITE_P(Reactors, Streams, testing::ValuesIn(availableReactors()), reactorName);

} // namespace bw::net
