#include "tests/core/client/client_test.h"

#include <cerrno>
#include <gmock/gmock.h>

// Where connections leave from, and what happens when ports run out: real machines have too many for a test.
namespace bw::client {
namespace {

// A connection that the system refuses for want of a port.
class NoPort final : public net::Stream {
public:
    NoPort(net::Reactor& reactor, net::StreamHandler& handler)
        : m_reactor(reactor)
        , m_handler(handler) {
        m_reactor.arm(m_due, Instant::min());
    }
    Sent send(std::span<const std::string_view>) override { return Sent::Later; }
    std::size_t unsent() const override { return 0; }
    void pauseReading() override {}
    void resumeReading() override {}
    void endSending() override {}
    void resetOnClose() override {}
    void setHandler(net::StreamHandler&) override {}
    net::Address peer() const override { return {}; }
    net::Traffic traffic() const override { return {}; }

private:
    void onDue(Instant now) { m_handler.onFailed(net::netErrorOf(EADDRNOTAVAIL), now); }

    net::Reactor& m_reactor;
    net::StreamHandler& m_handler;
    net::MemberTimer<&NoPort::onDue> m_due{*this};
};

// Has ports for some local addresses only, and notes from where it was asked to connect.
class ShortOfPorts final : public net::Reactor {
public:
    explicit ShortOfPorts(net::Reactor& real)
        : m_real(real) {}
    net::ReactorKind kind() const override { return m_real.kind(); }
    void run() override {}
    void runOnce(Instant until) override {
        timers().fire(now());
        // What a timer of ours ended is seen at once.
        const Instant soon = now() + std::chrono::milliseconds(5);
        m_real.runOnce(std::min({until, soon, timers().empty() ? until : timers().next()}));
    }
    void stop() override {}
    void post(std::function<void()> work) override { m_real.post(std::move(work)); }
    Duration busyTime() const override { return {}; }
    Result<std::unique_ptr<net::Listener>, net::NetError> listen(const net::Address& at,
                                                                 const net::ListenOptions& options,
                                                                 net::ListenerHandler& handler) override {
        return m_real.listen(at, options, handler);
    }
    std::unique_ptr<net::Stream> connect(const net::Address& to, const net::ConnectOptions& options,
                                         net::StreamHandler& handler) override {
        const std::string from = options.source ? options.source->text() : "the system's choice";
        asked.push_back(from);
        if (std::ranges::find(exhausted, from) != exhausted.end()) {
            return std::make_unique<NoPort>(*this, handler);
        }
        return m_real.connect(to, options, handler);
    }

    std::vector<std::string> exhausted;
    std::vector<std::string> asked;

private:
    net::Reactor& m_real;
};

class SourceAddressesTest : public ClientTest {
protected:
    [[nodiscard]] Exchange askShort() {
        Asking asking(m_pool, get(), url());
        const Instant deadline = reactor->now() + std::chrono::seconds(20);
        while (!asking.isOver() && reactor->now() < deadline) {
            scarce.runOnce(deadline);
        }
        EXPECT_TRUE(asking.isOver()) << "hangs";
        m_pool.closeIdle();
        return std::move(asking.exchange);
    }

    ShortOfPorts scarce{*reactor};
    ClientContext scarceContext{scarce, *resolver, policy, std::chrono::minutes(5)};
    ConnectionPool m_pool{scarceContext};
};

using testing::ElementsAre;

} // namespace

TEST_F(SourceAddressesTest, TheNextLoopbackAddressTakesOver) {
    EXPECT_TRUE(askShort().hasResponse());
    EXPECT_THAT(scarce.asked, ElementsAre("the system's choice"));
    scarce.exhausted = {"the system's choice", "127.0.0.2"};
    scarce.asked.clear();
    EXPECT_TRUE(askShort().hasResponse());
    EXPECT_THAT(scarce.asked, ElementsAre("the system's choice", "127.0.0.2", "127.0.0.3"));
    scarce.asked.clear();
    EXPECT_TRUE(askShort().hasResponse());
    EXPECT_THAT(scarce.asked, ElementsAre("127.0.0.3")) << "it stays there while it has ports";
}

TEST_F(SourceAddressesTest, NamedAddressesAreTakenInTurnAndNotLeft) {
    scarceContext.sources.add(*net::Address::parse("127.0.0.7", 0));
    scarceContext.sources.add(*net::Address::parse("127.0.0.8", 0));
    scarce.exhausted = {"127.0.0.8"};
    EXPECT_TRUE(askShort().hasResponse());
    const Exchange got = askShort();
    EXPECT_EQ(got.error, ClientError::Local);
    EXPECT_EQ(got.systemError, EADDRNOTAVAIL);
    EXPECT_THAT(scarce.asked, ElementsAre("127.0.0.7", "127.0.0.8"));
}

TEST_F(SourceAddressesTest, WithoutAnyPortItEnds) {
    for (int i = 0; i < 256; ++i) {
        scarce.exhausted.push_back("127.0.0." + std::to_string(i));
    }
    scarce.exhausted.push_back("the system's choice");
    EXPECT_EQ(askShort().error, ClientError::Local);
    EXPECT_LE(scarce.asked.size(), 8U);
}

TEST(SourceAddresses, ManyConnectionsToThisMachineAreSpread) {
    SourceAddresses sources;
    sources.shareAmong(3);
    const net::Address own = net::Address::loopback(80);
    for (std::size_t i = 0; i < SourceAddresses::kOfEach / 3; ++i) {
        ASSERT_FALSE(sources.next(own)) << i;
    }
    for (std::size_t i = 0; i < SourceAddresses::kOfEach / 3; ++i) {
        ASSERT_EQ(sources.next(own)->text(), "127.0.0.2") << i;
    }
    EXPECT_EQ(sources.next(own)->text(), "127.0.0.3");
    EXPECT_FALSE(sources.next(*net::Address::parse("192.0.2.1", 80)));
}

TEST(SourceAddresses, ElsewhereTheSystemChooses) {
    SourceAddresses sources;
    const net::Address far = *net::Address::parse("192.0.2.1", 80);
    const net::Address ownV6 = *net::Address::parse("::1", 80);
    EXPECT_FALSE(sources.moveOn(far));
    EXPECT_FALSE(sources.moveOn(ownV6));
    EXPECT_TRUE(sources.moveOn(net::Address::loopback(80)));
    EXPECT_FALSE(sources.next(far));
    EXPECT_FALSE(sources.next(ownV6));
    EXPECT_EQ(sources.next(net::Address::loopback(80))->text(), "127.0.0.2");
}

} // namespace bw::client
