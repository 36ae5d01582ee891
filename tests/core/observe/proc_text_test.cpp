#include "core/observe/proc_text.h"

#include <gmock/gmock.h>

namespace bw::observe {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kStat = "4242 (jts-sim) S 1 4242 4242 0 -1 4194304 512 0 3 0 150 50 0 0 20 0 7 0 "
                                   "987654 104857600 2560 18446744073709551615 1 1 0 0 0 0 0\n";

TEST(ProcessStatText, FieldsOfAProcess) {
    const auto stat = parseProcessStat(kStat);
    ASSERT_TRUE(stat);
    EXPECT_EQ(stat->name, "jts-sim");
    EXPECT_EQ(stat->state, 'S');
    EXPECT_EQ(stat->ticks, 200U);
    EXPECT_EQ(stat->threads, 7U);
    EXPECT_EQ(stat->startTicks, 987654U);
    EXPECT_EQ(stat->residentPages, 2560U);
    EXPECT_FALSE(stat->hasEnded());
}

TEST(ProcessStatText, ANameMayLookLikeFields) {
    std::string text(kStat);
    text.replace(text.find("jts-sim"), 7, ") R 9 (\n) Z 1");
    const auto stat = parseProcessStat(text);
    ASSERT_TRUE(stat);
    EXPECT_EQ(stat->name, ") R 9 (\n) Z 1");
    EXPECT_EQ(stat->state, 'S');
    EXPECT_EQ(stat->startTicks, 987654U);
}

TEST(ProcessStatText, WhatIsCutOrNoNumberIsNone) {
    for (std::size_t size = 0; size < kStat.find(" 18446744073709551615") - 4; ++size) {
        EXPECT_FALSE(parseProcessStat(kStat.substr(0, size))) << size;
    }
    EXPECT_FALSE(parseProcessStat("1 (a) S 1 1 1 0 -1 0 0 0 0 0 x 0 0 0 20 0 1 0 5 5 5"));
    EXPECT_FALSE(parseProcessStat(")("));
}

TEST(ProcessStatText, AnUnmournedProcessHasEnded) {
    ProcessStat stat{.name = {}, .state = 'Z', .threads = 1};
    EXPECT_TRUE(stat.hasEnded());
    stat.threads = 3; // its first thread is through, the others work
    EXPECT_FALSE(stat.hasEnded());
}

std::vector<std::uint64_t> listening(std::string_view table, std::uint16_t port) {
    std::vector<std::uint64_t> inodes;
    listeningSockets(table, port, inodes);
    return inodes;
}

TEST(SocketTable, OnlyWhatListensOnThePort) {
    const std::string table =
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0100007F:1B9E 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000   0 71 1 0 100\n"
        "   1: 0100007F:1B9F 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000   0 72 1 0 100\n"
        "   2: 0100007F:1B9E 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000   0 73 1 0 100\n"
        "   3: 00000000000000000000000000000000:1B9E 00000000000000000000000000000000:0000 0A "
        "00000000:00000000 00:00000000 00000000  1000   0 74 1 0 100\n";
    EXPECT_THAT(listening(table, 7070), ElementsAre(71, 74));
    EXPECT_THAT(listening(table, 7072), IsEmpty());
    // The end of what was read may lie in an inode.
    EXPECT_THAT(listening(table.substr(0, table.rfind("74 ") + 1), 7070), ElementsAre(71));
    EXPECT_THAT(listening("", 7070), IsEmpty());
    EXPECT_THAT(listening("\n\n : \n:::\n", 7070), IsEmpty());
}

TEST(NetworkText, AllInterfacesButTheLoopback) {
    const std::string text =
        "Inter-|   Receive                                                |  Transmit\n"
        " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs\n"
        "    lo: 500 5 0 0 0 0 0 0 500 5 0 0 0 0 0 0\n"
        "  eth0: 1000 10 0 0 0 0 0 0 2000 20 0 0 0 0 0 0\n"
        "eth1:1 1 0 0 0 0 0 0 2 2 0 0 0 0 0 0\n";
    EXPECT_EQ(parseNetworkBytes(text), (NetworkBytes{1001, 2002}));
    EXPECT_EQ(parseNetworkBytes("    lo: 500 5 0 0 0 0 0 0 500 5\n"), NetworkBytes());
    EXPECT_EQ(parseNetworkBytes(""), std::nullopt);
    EXPECT_EQ(parseNetworkBytes("eth0: 5 5\n"), std::nullopt);
}

} // namespace
} // namespace bw::observe
