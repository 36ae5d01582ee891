#include "tests/conformance/reactor/reactor_suite.h"

#include <cerrno>

namespace bw::net {
namespace {

class Listeners : public ReactorSuite {
protected:
    // Listening takes one.
    void SetUp() override {
        if (GetParam().withoutDescriptors) {
            GTEST_SKIP() << "a listener takes a descriptor";
        }
        ReactorSuite::SetUp();
    }
};

} // namespace

TEST_P(Listeners, TellThePortTheSystemChose) {
    auto other = reactor->listen(Address::loopback(0), {}, *this);
    ASSERT_TRUE(other);
    EXPECT_NE((*other)->address().port(), 0);
    EXPECT_NE((*other)->address().port(), listener->address().port());
    Peer client(*reactor);
    client.connect((*other)->address());
    EXPECT_TRUE(runUntil([&] { return client.connects == 1 && accepted.size() == 1; }));
}

TEST_P(Listeners, ListenOnIpv6) {
    auto other = reactor->listen(*Address::parse("::1", 0), {}, *this);
    if (!other) {
        GTEST_SKIP() << "no IPv6 here";
    }
    Peer client(*reactor);
    client.connect((*other)->address());
    ASSERT_TRUE(runUntil([&] { return client.connects == 1 && accepted.size() == 1; }));
    EXPECT_TRUE(accepted.front()->stream->peer().isLoopback());
    EXPECT_TRUE(accepted.front()->stream->peer().isV6());
}

TEST_P(Listeners, APortInUseIsRefused) {
    const auto second = reactor->listen(listener->address(), {}, *this);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, NetErrorKind::AddressInUse);
}

TEST_P(Listeners, AnAddressOfAnotherMachineIsRefused) {
    const auto elsewhere = reactor->listen(*Address::parse("192.0.2.1", 0), {}, *this);
    ASSERT_FALSE(elsewhere);
    EXPECT_EQ(elsewhere.error().systemError, EADDRNOTAVAIL);
}

TEST_P(Listeners, SeveralMayShareAPort) {
    const ListenOptions shared{.sharing = ListenOptions::Sharing::Shared};
    const auto first = reactor->listen(Address::loopback(0), shared, *this);
    ASSERT_TRUE(first);
    const auto second = reactor->listen((*first)->address(), shared, *this);
    ASSERT_TRUE(second);
    EXPECT_EQ((*first)->address(), (*second)->address());
}

// Nothing new has to happen on the port for them to be taken: their arrival was told once already.
TEST_P(Listeners, WhoCameWhileDescriptorsLackedIsTakenLater) {
    if (!needsDescriptors()) {
        GTEST_SKIP() << "they do not lack";
    }
    Peer client(*reactor);
    client.connect(listener->address());
    {
        const NoDescriptorsLeft none;
        ASSERT_TRUE(runUntil([&] { return client.connects == 1; }));
        for (int i = 0; i < 5; ++i) {
            reactor->runOnce(Instant::min());
        }
        EXPECT_TRUE(accepted.empty());
    }
    ASSERT_TRUE(runUntil([&] { return accepted.size() == 1; }));
    static_cast<void>(client.send("still here"));
    EXPECT_TRUE(runUntil([&] { return accepted.front()->received == "still here"; }));
}

TEST_P(Listeners, WithoutDescriptorsAConnectionFailsByName) {
    if (!needsDescriptors()) {
        GTEST_SKIP() << "it does without";
    }
    const NoDescriptorsLeft none;
    Peer client(*reactor);
    client.connect(listener->address());
    ASSERT_TRUE(runUntil([&] { return client.error.has_value(); }));
    EXPECT_EQ(*client.error, (NetError{NetErrorKind::NoDescriptors, EMFILE}));
}

// A place in the ring's table is another's when its socket is closed.
TEST_P(Listeners, PlacesAreUsedAgain) {
    for (int i = 0; i < 200; ++i) {
        const auto [client, server] = connectedPair();
        static_cast<void>(client->send("x"));
        ASSERT_TRUE(runUntil([&] { return server->received == "x"; }));
        client->stream.reset();
        ASSERT_TRUE(runUntil([&] { return server->ends == 1; }));
        accepted.clear();
    }
}

TEST_P(Listeners, GoneTheyTakeNobody) {
    Peer client(*reactor);
    client.connect(listener->address());
    listener.reset();
    ASSERT_TRUE(runUntil([&] { return client.error || client.ends == 1; }));
    EXPECT_TRUE(accepted.empty());
}

INSTANTIATE_TEST_SUITE_P(Reactors, Listeners, testing::ValuesIn(availableReactors()), reactorName);

} // namespace bw::net
