#include "tests/conformance/reactor/reactor_suite.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace bw::net {
namespace {

class Listeners : public ReactorSuite {};

// Leaves this process without a free descriptor until it is destroyed.
class NoDescriptorsLeft {
public:
    NoDescriptorsLeft() {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const int lowestFree = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        rlimit none = m_before;
        none.rlim_cur = static_cast<rlim_t>(lowestFree);
        ::close(lowestFree);
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    NoDescriptorsLeft(const NoDescriptorsLeft&) = delete;
    NoDescriptorsLeft& operator=(const NoDescriptorsLeft&) = delete;
    ~NoDescriptorsLeft() { ::setrlimit(RLIMIT_NOFILE, &m_before); }

private:
    rlimit m_before{};
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
    EXPECT_EQ(accepted.front()->stream->peer().text(), "::1");
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
    const NoDescriptorsLeft none;
    Peer client(*reactor);
    client.connect(listener->address());
    ASSERT_TRUE(runUntil([&] { return client.error.has_value(); }));
    EXPECT_EQ(*client.error, (NetError{NetErrorKind::NoDescriptors, EMFILE}));
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
