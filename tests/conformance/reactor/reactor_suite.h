#pragma once

#include "core/net/epoll_reactor.h"
#include "core/net/uring_reactor.h"

#include <fcntl.h>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

namespace bw::net {

// One end of a connection that writes down what it hears and does what it is told.
class Peer final : public StreamHandler {
public:
    explicit Peer(Reactor& reactor)
        : m_reactor(reactor) {}

    void connect(const Address& to, const ConnectOptions& options = {}) {
        stream = m_reactor.connect(to, options, *this);
    }
    void take(std::unique_ptr<Stream> accepted) {
        stream = std::move(accepted);
        stream->setHandler(*this);
    }
    Stream::Sent send(std::string_view text) { return stream->send(std::span(&text, 1)); }

    std::unique_ptr<Stream> stream;
    std::string received;
    std::optional<NetError> error;
    int connects = 0;
    int ends = 0;
    int sents = 0;
    std::function<void()> whenConnected;
    std::function<void(std::string_view)> whenReceived; // instead of writing down
    std::function<void()> whenSent;
    std::function<void()> whenEnded;
    std::function<void()> whenFailed;

private:
    void onConnected(Instant /*at*/) override {
        ++connects;
        call(whenConnected);
    }
    void onReceived(std::span<const std::byte> bytes, Instant /*at*/) override {
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        EXPECT_FALSE(error) << "nothing comes after onFailed()";
        if (whenReceived) {
            whenReceived(text);
        } else {
            received += text;
        }
    }
    void onSent(Instant /*at*/) override {
        ++sents;
        call(whenSent);
    }
    void onEnded(Instant /*at*/) override {
        ++ends;
        call(whenEnded);
    }
    void onFailed(NetError failure, Instant /*at*/) override {
        EXPECT_FALSE(error) << "onFailed() comes once";
        error = failure;
        call(whenFailed);
    }
    static void call(const std::function<void()>& what) {
        if (what) {
            what();
        }
    }

    Reactor& m_reactor;
};

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

// A back end as it may be met: whole, as an older kernel has it, or with all descriptors of the process used
// up.
struct ReactorCase {
    const char* name;
    ReactorKind kind;
    UringAllowance allowance{};
    EpollReactor::Wait wait = EpollReactor::Wait::Best;
    bool withoutDescriptors = false;

    [[nodiscard]] std::unique_ptr<Reactor> make() const {
        if (kind == ReactorKind::Epoll) {
            auto reactor = EpollReactor::create(wait);
            return reactor ? std::move(*reactor) : nullptr;
        }
        auto reactor = UringReactor::create(allowance);
        return reactor ? std::move(*reactor) : nullptr;
    }
};

// A loop of the kind under test and a listener on a port of the system's choice. Every accepted connection
// becomes a Peer.
class ReactorSuite : public testing::TestWithParam<ReactorCase>, public ListenerHandler {
public:
    void onAccepted(std::unique_ptr<Stream> stream, Instant /*at*/) override {
        accepted.push_back(std::make_unique<Peer>(*reactor));
        if (prepare) {
            prepare(*accepted.back());
        }
        accepted.back()->take(std::move(stream));
    }

protected:
    void SetUp() override {
        reactor = GetParam().make();
        ASSERT_NE(reactor, nullptr);
        auto listening = reactor->listen(Address::loopback(0), {}, *this);
        ASSERT_TRUE(listening);
        listener = std::move(*listening);
        if (GetParam().withoutDescriptors) {
            m_none.emplace();
        }
    }

    // Whether connections take descriptors of the process.
    [[nodiscard]] bool needsDescriptors() const {
        const auto* uring = dynamic_cast<const UringReactor*>(reactor.get());
        return uring == nullptr || !uring->hasDirectRoom();
    }

    // Turns the loop until the condition holds; false after 20 s, which is far more than any test needs.
    [[nodiscard]] bool runUntil(const std::function<bool()>& condition) {
        const Instant deadline = reactor->now() + std::chrono::seconds(20);
        while (!condition()) {
            if (reactor->now() >= deadline) {
                return false;
            }
            reactor->runOnce(deadline);
        }
        return true;
    }

    // A client and the server's end of its connection.
    [[nodiscard]] std::pair<std::unique_ptr<Peer>, Peer*> connectedPair() {
        const std::size_t before = accepted.size();
        auto client = std::make_unique<Peer>(*reactor);
        client->connect(listener->address());
        EXPECT_TRUE(runUntil([&] { return client->connects == 1 && accepted.size() > before; }));
        return {std::move(client), accepted.back().get()};
    }

    std::unique_ptr<Reactor> reactor;
    std::unique_ptr<Listener> listener;
    std::vector<std::unique_ptr<Peer>> accepted;
    std::function<void(Peer&)> prepare;

private:
    std::optional<NoDescriptorsLeft> m_none;
};

// What this machine can run; a back end that it lacks is left out. Where io_uring is, it is with less of it,
// too: one ring tells of all, since each that a process made holds up its end.
inline std::vector<ReactorCase> findReactors() {
    std::vector<ReactorCase> cases = {
        {"Epoll", ReactorKind::Epoll},
        {"EpollWithoutPwait2", ReactorKind::Epoll, {}, EpollReactor::Wait::Poll},
    };
    const auto ring = UringRing::create({});
    if (!ring) {
        return cases;
    }
    cases.push_back({"IoUring", ReactorKind::IoUring});
    cases.push_back({"IoUringWithoutDeferredWork", ReactorKind::IoUring, {.deferredTaskRun = false}});
    cases.push_back(
        {"IoUringWithManyIssuers", ReactorKind::IoUring, {.singleIssuer = false, .deferredTaskRun = false}});
    cases.push_back({"IoUringOfLinux61", ReactorKind::IoUring, kKernel61});
    cases.push_back({"IoUringWithoutBind", ReactorKind::IoUring, {.bindOperation = false}});
    if ((*ring)->directDescriptors() > 0) {
        cases.push_back(
            {"IoUringWithoutDescriptors", ReactorKind::IoUring, {}, EpollReactor::Wait::Best, true});
    }
    return cases;
}

inline const std::vector<ReactorCase>& availableReactors() {
    static const std::vector<ReactorCase> found = findReactors();
    return found;
}

inline void PrintTo(const ReactorCase& one, std::ostream* out) {
    *out << one.name;
}

inline std::string reactorName(const testing::TestParamInfo<ReactorCase>& info) {
    return info.param.name;
}

} // namespace bw::net
