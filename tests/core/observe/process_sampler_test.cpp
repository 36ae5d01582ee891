#include "core/observe/process_sampler.h"
#include "tests/core/observe/made_proc.h"

#include <gmock/gmock.h>
#include <initializer_list>
#include <memory>
#include <unistd.h>

namespace bw::observe {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using Kind = ProcessEvent::Kind;

class ProcessSamplerTest : public testing::Test {
protected:
    void watch(std::initializer_list<const char*> texts) {
        std::vector<ProcessSelection> selections;
        for (const char* text : texts) {
            selections.push_back(parseSelection(text).value());
        }
        m_sampler = std::make_unique<ProcessSampler>(selections, m_proc.folder(), m_clock);
    }

    // A second later.
    ProcessReading sample(std::size_t watch = 0) {
        m_clock.advance(1s);
        ProcessSample sample = m_sampler->sample();
        m_events.clear();
        for (const ProcessEvent& event : sample.events) {
            m_events.push_back(event.kind);
            m_subjects.push_back(event.watch);
        }
        return sample.readings.at(watch);
    }

    MadeProc m_proc;
    HandClock m_clock;
    std::unique_ptr<ProcessSampler> m_sampler;
    std::vector<Kind> m_events; // of the last sample
    std::vector<std::size_t> m_subjects;
    const std::uint64_t m_tick = static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
    const std::uint64_t m_page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
};

TEST_F(ProcessSamplerTest, FiguresOfOneProcess) {
    MadeProcess process{.pid = 42, .name = "target", .ticks = 1000, .pages = 256, .threads = 7};
    m_proc.put(process);
    m_proc.descriptor(42, 0, "/dev/null");
    m_proc.descriptor(42, 1, "pipe:[5]");
    watch({"42"});
    const ProcessReading first = sample();
    EXPECT_EQ(first.cpu, std::nullopt); // of what time?
    EXPECT_EQ(first.memory, 256 * m_page);
    EXPECT_EQ(first.threads, 7U);
    EXPECT_EQ(first.descriptors, 2U);
    EXPECT_EQ(first.network, std::nullopt); // the machine's, not its own
    EXPECT_THAT(m_events, ElementsAre(Kind::Found));

    process.ticks += m_tick / 2;
    m_proc.put(process);
    EXPECT_DOUBLE_EQ(sample().cpu.value(), 0.5);
    EXPECT_THAT(m_events, IsEmpty());
}

TEST_F(ProcessSamplerTest, ProcessorTimeIsOverTheTimeThatPassed) {
    MadeProcess process{.pid = 42, .name = "target"};
    m_proc.put(process);
    watch({"42"});
    (void)sample();
    process.ticks += 6 * m_tick; // while nobody looked for three seconds
    m_proc.put(process);
    m_clock.advance(2s);
    EXPECT_DOUBLE_EQ(sample().cpu.value(), 2.0);
}

TEST_F(ProcessSamplerTest, AProcessThatEndsLeavesAGap) {
    m_proc.put({.pid = 42, .name = "target"});
    watch({"42"});
    (void)sample();
    m_proc.end(42);
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::Gone));
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, IsEmpty());
}

TEST_F(ProcessSamplerTest, AnUnmournedProcessHasEnded) {
    m_proc.put({.pid = 42, .name = "target"});
    watch({"42"});
    (void)sample();
    m_proc.put({.pid = 42, .name = "target", .pages = 0, .threads = 1, .state = 'Z'});
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::Gone));
}

TEST_F(ProcessSamplerTest, ANumberThatIsTakenIsNoticedByTheStart) {
    m_proc.put({.pid = 42, .name = "target", .start = 1000});
    watch({"42"});
    (void)sample();
    m_proc.put({.pid = 42, .name = "other", .start = 2000});
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::Replaced, Kind::Gone));
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, IsEmpty());
}

TEST_F(ProcessSamplerTest, ANumberThatNobodyHadIsNotWaitedFor) {
    watch({"42"});
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::NotFound));
    m_proc.put({.pid = 42, .name = "stranger"});
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::Replaced));
}

TEST_F(ProcessSamplerTest, EveryProcessOfANameIsSummed) {
    m_proc.put({.pid = 10, .name = "worker", .ticks = 5, .pages = 10, .threads = 1});
    m_proc.put({.pid = 11, .name = "python3", .executable = "/opt/worker", .pages = 20, .threads = 3});
    m_proc.put({.pid = 12, .name = "x", .executable = "/opt/worker (deleted)", .pages = 30, .threads = 5});
    m_proc.put({.pid = 13, .name = "workers", .executable = "/worker/other", .pages = 1000});
    watch({"worker"});
    const ProcessReading reading = sample();
    EXPECT_EQ(reading.memory, 60 * m_page);
    EXPECT_EQ(reading.threads, 9U);
    EXPECT_THAT(m_events, ElementsAre(Kind::Found, Kind::Found, Kind::Found));

    m_proc.put({.pid = 10, .name = "worker", .ticks = 5 + m_tick, .pages = 10, .threads = 1});
    m_proc.put({.pid = 12, .name = "x", .executable = "/opt/worker", .ticks = m_tick, .threads = 5});
    m_proc.put({.pid = 14, .name = "worker", .ticks = 500, .pages = 1}); // counted from the next one on
    EXPECT_DOUBLE_EQ(sample().cpu.value(), 2.0);
    EXPECT_THAT(m_events, ElementsAre(Kind::Found));
}

TEST_F(ProcessSamplerTest, ANameMayComeLateAndComeBack) {
    watch({"target"});
    m_proc.put({.pid = 9, .name = "else"});
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::NotFound));
    m_proc.put({.pid = 42, .name = "target"});
    EXPECT_EQ(sample().threads, 2U);
    EXPECT_THAT(m_events, ElementsAre(Kind::Found));
    m_proc.end(42);
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::Gone));
    m_proc.put({.pid = 43, .name = "target", .start = 5000, .ticks = 900});
    EXPECT_EQ(sample().cpu, std::nullopt);
    EXPECT_THAT(m_events, ElementsAre(Kind::Found));
}

TEST_F(ProcessSamplerTest, AProcessMayBecomeAnotherProgram) {
    m_proc.put({.pid = 42, .name = "sh"}); // between fork and exec
    watch({"target"});
    (void)sample();
    m_proc.put({.pid = 42, .name = "target"});
    EXPECT_EQ(sample().threads, 2U);
    m_proc.put({.pid = 42, .name = "sleep"});
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::Left));
    for (int i = 0; i < 16; ++i) {
        (void)sample();
    }
    m_proc.put({.pid = 42, .name = "target"}); // long after it was new
    bool isFound = false;
    for (int i = 0; i < 16; ++i) {
        isFound = sample().threads == 2U || isFound;
    }
    EXPECT_TRUE(isFound);
}

TEST_F(ProcessSamplerTest, WhoListensOnAPort) {
    m_proc.put({.pid = 20, .name = "other"});
    m_proc.put({.pid = 21, .name = "target", .threads = 3});
    m_proc.descriptor(20, 3, "socket:[70]");
    m_proc.descriptor(21, 0, "/dev/null");
    m_proc.descriptor(21, 7, "socket:[71]");
    m_proc.listen("tcp", MadeProc::socketLine("0100007F:1B9F", "0A", 70));
    m_proc.listen("tcp6", MadeProc::socketLine("00000000000000000000000000000000:1B9E", "0A", 71) +
                              MadeProc::socketLine("0100007F:1B9E", "01", 70));
    watch({":7070"});
    EXPECT_EQ(sample().threads, 3U);

    // A forked worker shares the socket; nothing about the sockets changes.
    m_proc.put({.pid = 22, .name = "target", .threads = 4});
    m_proc.descriptor(22, 7, "socket:[71]");
    std::optional<std::uint64_t> threads;
    for (int i = 0; i < 16; ++i) {
        threads = sample().threads;
    }
    EXPECT_EQ(threads, 7U);

    // Started anew: another socket, another process.
    m_proc.end(21);
    m_proc.end(22);
    m_proc.listen("tcp6", "");
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::Gone, Kind::Gone));
    m_proc.put({.pid = 23, .name = "target", .threads = 1});
    m_proc.descriptor(23, 5, "socket:[99]");
    m_proc.listen("tcp", MadeProc::socketLine("00000000:1B9E", "0A", 99));
    EXPECT_EQ(sample().threads, 1U);
    m_proc.listen("tcp", ""); // it lives on and listens no more
    std::filesystem::remove(m_proc.path("23/fd/5"));
    EXPECT_EQ(sample(), ProcessReading());
    EXPECT_THAT(m_events, ElementsAre(Kind::Left));
}

TEST_F(ProcessSamplerTest, TablesThatCannotBeReadChangeNothing) {
    m_proc.put({.pid = 21, .name = "target", .threads = 3});
    m_proc.descriptor(21, 7, "socket:[71]");
    m_proc.listen("tcp", MadeProc::socketLine("0100007F:1B9E", "0A", 71));
    watch({":7070"});
    (void)sample();
    std::filesystem::remove(m_proc.path("self/net/tcp"));
    EXPECT_EQ(sample().threads, 3U);
}

TEST_F(ProcessSamplerTest, WhatCannotBeReadIsAbsentForAll) {
    m_proc.put({.pid = 10, .name = "worker"});
    m_proc.put({.pid = 11, .name = "worker"});
    std::filesystem::remove(m_proc.path("11/fd"));
    watch({"worker"});
    const ProcessReading reading = sample();
    EXPECT_EQ(reading.descriptors, std::nullopt);
    EXPECT_EQ(reading.threads, 4U);
    m_proc.write("11/stat", "nonsense");
    EXPECT_EQ(sample().memory, std::nullopt);
    EXPECT_THAT(m_events, IsEmpty()); // nobody has ended
    m_proc.put({.pid = 11, .name = "worker"});
    EXPECT_EQ(sample().threads, 4U);
}

TEST_F(ProcessSamplerTest, WhatIsForbiddenIsToldOnce) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "nothing is forbidden to root";
    }
    m_proc.put({.pid = 10, .name = "worker"});
    std::filesystem::permissions(m_proc.path("10/fd"), std::filesystem::perms::none);
    watch({"10"});
    EXPECT_EQ(sample().descriptors, std::nullopt);
    EXPECT_THAT(m_events, ElementsAre(Kind::Found, Kind::Denied));
    (void)sample();
    EXPECT_THAT(m_events, IsEmpty());
    std::filesystem::permissions(m_proc.path("10/fd"), std::filesystem::perms::all);
}

TEST_F(ProcessSamplerTest, NetworkOfANamespaceOfItsOwn) {
    const std::string head = "Inter-| Receive | Transmit\n lo: 9 1 0 0 0 0 0 0 9 1 0 0 0 0 0 0\n";
    for (const pid_t pid : {10, 11}) { // in one container
        m_proc.put({.pid = pid, .name = "worker"});
        m_proc.link(std::to_string(pid) + "/ns/net", "net:[77]");
        m_proc.write(std::to_string(pid) + "/net/dev", head + "eth0: 1000 1 0 0 0 0 0 0 500 1 0 0 0 0 0 0\n");
    }
    watch({"worker"});
    EXPECT_EQ(sample().network, std::nullopt);
    m_proc.write("10/net/dev", head + "eth0: 1300 1 0 0 0 0 0 0 520 1 0 0 0 0 0 0\n");
    EXPECT_EQ(sample().network, (NetworkBytes{300, 20}));
    m_proc.write("10/net/dev", head + "eth0: 5 1 0 0 0 0 0 0 5 1 0 0 0 0 0 0\n"); // begun anew
    EXPECT_EQ(sample().network, std::nullopt);
    m_proc.link("11/ns/net", "net:[1]"); // one of them is in ours
    EXPECT_EQ(sample().network, std::nullopt);
}

TEST_F(ProcessSamplerTest, CountingTakesAFiftiethOfTheTime) {
    m_proc.put({.pid = 10, .name = "worker"});
    watch({"10"});
    m_clock.step = 100ms; // with every look at the clock
    int counted = 0;
    for (int i = 0; i < 50; ++i) {
        counted += sample().descriptors ? 1 : 0;
    }
    EXPECT_GE(counted, 5);
    EXPECT_LE(counted, 20);
}

TEST_F(ProcessSamplerTest, ComingAndGoingIsToldAHundredTimes) {
    watch({"worker"});
    m_proc.put({.pid = 9, .name = "else"});
    std::size_t told = 0;
    Kind last{};
    for (pid_t pid = 100; pid < 180; ++pid) {
        m_proc.end(pid - 1);
        m_proc.put({.pid = pid, .name = "worker"});
        (void)sample();
        told += m_events.size();
        last = m_events.empty() ? last : m_events.back();
    }
    EXPECT_EQ(told, 101U);
    EXPECT_EQ(last, Kind::Silenced);
}

TEST_F(ProcessSamplerTest, SeveralWatchesInTheirOrder) {
    m_proc.put({.pid = 10, .name = "a", .threads = 1});
    m_proc.put({.pid = 11, .name = "b", .threads = 3});
    watch({"b", "none", "10"});
    EXPECT_EQ(sample(0).threads, 3U);
    EXPECT_THAT(m_subjects, ElementsAre(0, 1, 2));
    EXPECT_EQ(sample(1), ProcessReading());
    EXPECT_EQ(sample(2).threads, 1U);
}

} // namespace
} // namespace bw::observe
