#include "core/observe/process_watch.h"
#include "tests/core/observe/made_proc.h"

#include <arpa/inet.h>
#include <csignal>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bw::observe {
namespace {

using Kind = ProcessEvent::Kind;

// A child that does what it is told, until it is ended.
class Child {
public:
    template <class Work>
    explicit Child(const Work& work) {
        int ready[2];
        EXPECT_EQ(::pipe(ready), 0);
        m_pid = ::fork();
        if (m_pid == 0) {
            work();
            (void)!::write(ready[1], "x", 1);
            for (;;) {
                ::pause();
            }
        }
        char byte = 0;
        EXPECT_EQ(::read(ready[0], &byte, 1), 1);
        ::close(ready[0]);
        ::close(ready[1]);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { end(); }

    void kill() const {
        ::kill(m_pid, SIGKILL);
        siginfo_t info{};
        ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOWAIT); // it stays, unmourned
    }
    void end() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
            m_pid = -1;
        }
    }
    [[nodiscard]] std::string pid() const { return std::to_string(m_pid); }

private:
    pid_t m_pid = -1;
};

class RealProcesses : public testing::Test {
protected:
    static ProcessSample sample(ProcessWatch& watch) {
        watch.request();
        watch.wait();
        std::vector<ProcessSample> samples = watch.take();
        EXPECT_EQ(samples.size(), 1U);
        return samples.empty() ? ProcessSample{} : samples.front();
    }
    static std::vector<ProcessSelection> selections(const std::string& text) {
        return {parseSelection(text).value()};
    }
};

TEST_F(RealProcesses, AChildIsMeasuredAndItsEndNoticed) {
    constexpr std::size_t kBytes = 32UL * 1024 * 1024;
    const Child child([] {
        auto* memory = static_cast<volatile char*>(std::malloc(kBytes));
        for (std::size_t i = 0; memory != nullptr && i < kBytes; i += 1024) {
            memory[i] = 1;
        }
        for (int i = 0; i < 5; ++i) {
            (void)::dup(0);
        }
    });
    ProcessWatch watch(selections(child.pid()), ProcFolder(), SystemClock::instance());
    const ProcessSample first = sample(watch);
    ASSERT_EQ(first.readings.size(), 1U);
    EXPECT_GT(first.readings[0].memory.value_or(0), kBytes);
    EXPECT_GE(first.readings[0].threads.value_or(0), 1U); // a sanitizer has one of its own
    EXPECT_GE(first.readings[0].descriptors.value_or(0), 5U);
    EXPECT_EQ(first.readings[0].network, std::nullopt);
    EXPECT_LT(sample(watch).readings[0].cpu.value_or(99), 2.0);
    child.kill();
    const ProcessSample last = sample(watch);
    EXPECT_EQ(last.readings[0], ProcessReading());
    ASSERT_EQ(last.events.size(), 1U);
    EXPECT_EQ(last.events[0].kind, Kind::Gone);
}

TEST_F(RealProcesses, ProcessorTimeIsOurOwn) {
    ProcessWatch watch(selections(std::to_string(::getpid())), ProcFolder(), SystemClock::instance());
    (void)sample(watch);
    const auto used = [] {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    const auto begin = used();
    while (used() - begin < std::chrono::milliseconds(300)) { // work, not sleep
    }
    const auto cpu = sample(watch).readings[0].cpu;
    ASSERT_TRUE(cpu);
    EXPECT_GT(*cpu, 0.0);
    EXPECT_LT(*cpu, 4.0);
}

TEST_F(RealProcesses, WhoeverListensIsFound) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(::listen(listener, 1), 0);
    ASSERT_EQ(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size), 0);
    ProcessWatch watch(selections(":" + std::to_string(ntohs(address.sin_port))), ProcFolder(),
                       SystemClock::instance());
    const ProcessSample found = sample(watch);
    ASSERT_EQ(found.events.size(), 1U);
    EXPECT_EQ(found.events[0].pid, ::getpid());
    EXPECT_GT(found.readings[0].memory.value_or(0), 0U);
    ::close(listener);
    const ProcessSample closed = sample(watch);
    EXPECT_EQ(closed.readings[0], ProcessReading());
    ASSERT_EQ(closed.events.size(), 1U);
    EXPECT_EQ(closed.events[0].kind, Kind::Left);
}

TEST_F(RealProcesses, AProgramIsFoundByItsFile) {
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").filename();
    ProcessWatch watch(selections(self), ProcFolder(), SystemClock::instance());
    EXPECT_GT(sample(watch).readings[0].memory.value_or(0), 0U);
}

TEST_F(RealProcesses, ANamespaceHasANetworkOfItsOwn) {
    int made = -1;
    int told[2];
    ASSERT_EQ(::pipe(told), 0);
    const Child child([&] {
        made = ::unshare(CLONE_NEWUSER | CLONE_NEWNET);
        (void)!::write(told[1], &made, sizeof made);
    });
    ASSERT_EQ(::read(told[0], &made, sizeof made), static_cast<ssize_t>(sizeof made));
    ::close(told[0]);
    ::close(told[1]);
    if (made != 0) {
        GTEST_SKIP() << "this system makes no namespaces for its users";
    }
    ProcessWatch watch(selections(child.pid()), ProcFolder(), SystemClock::instance());
    EXPECT_EQ(sample(watch).readings[0].network, std::nullopt);
    EXPECT_EQ(sample(watch).readings[0].network, NetworkBytes());
}

} // namespace
} // namespace bw::observe
