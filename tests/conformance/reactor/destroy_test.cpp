#include "tests/conformance/reactor/reactor_suite.h"

// A stream may be destroyed from within any of its callbacks.
namespace bw::net {
namespace {

class DestroyedWithin : public ReactorSuite {};

} // namespace

TEST_P(DestroyedWithin, OnConnected) {
    Peer client(*reactor);
    client.whenConnected = [&] { client.stream.reset(); };
    client.connect(listener->address());
    ASSERT_TRUE(runUntil([&] { return client.connects == 1; }));
    ASSERT_TRUE(runUntil([&] { return !accepted.empty() && accepted.front()->ends == 1; }));
    EXPECT_EQ(client.ends, 0);
}

TEST_P(DestroyedWithin, OnReceived) {
    const auto [client, server] = connectedPair();
    int calls = 0;
    server->whenReceived = [&](std::string_view) {
        ++calls;
        server->stream.reset();
    };
    static_cast<void>(client->send(std::string(2'000'000, 'x')));
    client->stream->endSending();
    ASSERT_TRUE(runUntil([&] { return client->ends == 1 || client->error; }));
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(server->ends, 0);
}

TEST_P(DestroyedWithin, OnSent) {
    const auto [client, server] = connectedPair();
    client->whenSent = [&] { client->stream.reset(); };
    const std::string text(20'000'000, 'x');
    ASSERT_EQ(client->send(text), Stream::Sent::Later);
    ASSERT_TRUE(runUntil([&] { return server->ends == 1; }));
    EXPECT_EQ(server->received.size(), text.size());
    EXPECT_EQ(client->stream, nullptr);
}

TEST_P(DestroyedWithin, OnEnded) {
    const auto [client, server] = connectedPair();
    client->whenEnded = [&] { client->stream.reset(); };
    server->stream.reset();
    ASSERT_TRUE(runUntil([&] { return client->ends == 1; }));
    EXPECT_EQ(client->stream, nullptr);
}

TEST_P(DestroyedWithin, OnFailed) {
    const Address nobody = listener->address();
    listener.reset();
    Peer client(*reactor);
    client.whenFailed = [&] { client.stream.reset(); };
    client.connect(nobody);
    ASSERT_TRUE(runUntil([&] { return client.error.has_value(); }));
    EXPECT_EQ(client.stream, nullptr);
}

TEST_P(DestroyedWithin, OnFailedOfAReset) {
    const auto [client, server] = connectedPair();
    client->whenFailed = [&] { client->stream.reset(); };
    server->stream->resetOnClose();
    server->stream.reset();
    ASSERT_TRUE(runUntil([&] { return client->error.has_value(); }));
    EXPECT_EQ(client->stream, nullptr);
}

// Events that were fetched together with the one being handled must not reach who is gone.
TEST_P(DestroyedWithin, ACallbackOfAnother) {
    std::vector<std::unique_ptr<Peer>> clients;
    std::vector<Peer*> servers;
    for (int i = 0; i < 20; ++i) {
        auto [client, server] = connectedPair();
        clients.push_back(std::move(client));
        servers.push_back(server);
    }
    int calls = 0;
    for (Peer* server : servers) {
        server->whenReceived = [&](std::string_view) {
            ++calls;
            for (Peer* each : servers) {
                each->stream.reset();
            }
        };
    }
    for (const auto& client : clients) {
        static_cast<void>(client->send("x"));
    }
    for (const auto& client : clients) {
        ASSERT_TRUE(runUntil([&] { return client->ends == 1 || client->error; }));
    }
    EXPECT_EQ(calls, 1);
}

TEST_P(DestroyedWithin, BeforeItConnected) {
    {
        Peer client(*reactor);
        client.connect(listener->address());
    }
    bool isDone = false;
    reactor->post([&] { isDone = true; });
    EXPECT_TRUE(runUntil([&] { return isDone; }));
}

TEST_P(DestroyedWithin, TheListenerInOnAccepted) {
    prepare = [this](Peer&) { listener.reset(); };
    const Address address = listener->address();
    Peer first(*reactor);
    Peer second(*reactor);
    first.connect(address);
    second.connect(address);
    ASSERT_TRUE(runUntil([&] { return accepted.size() == 1; }));
    ASSERT_TRUE(runUntil([&] { return first.error || second.error || first.ends + second.ends > 0; }));
    EXPECT_EQ(accepted.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Reactors, DestroyedWithin, testing::ValuesIn(availableReactors()), reactorName);

} // namespace bw::net
