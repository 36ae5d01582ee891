#include "ui/bridge/run_asked.h"
#include "ui/bridge/watched_text.h"

#include <gtest/gtest.h>

namespace bw::bridge {
namespace {

using Processes = std::vector<std::string>;

TEST(WatchedText, TakesNamesNumbersAndPortsPartedByCommasOrSpaces) {
    EXPECT_EQ(watchedProcesses(QStringLiteral(" jts-sim, 4711  :5432,postgres ")).value(),
              (Processes{"jts-sim", "4711", ":5432", "postgres"}));
    EXPECT_EQ(watchedProcesses(QStringLiteral("a,a b")).value(), (Processes{"a", "b"}));
    EXPECT_TRUE(watchedProcesses(QString()).value().empty());
    EXPECT_TRUE(watchedProcesses(QStringLiteral(" , ")).value().empty());
}

TEST(WatchedText, SaysWhatIsNoProcess) {
    for (const char* wrong : {":0", ":http", "0", "/usr/bin/sim", "99999999999"}) {
        const auto read = watchedProcesses(QStringLiteral("sim, %1").arg(QLatin1String(wrong)));
        ASSERT_FALSE(read) << wrong;
        EXPECT_EQ(read.error(), QLatin1String(wrong));
    }
}

TEST(WatchedText, IsReadBackAsItWasWritten) {
    const Processes processes{"jts-sim", ":5432"};
    EXPECT_EQ(watchedProcesses(watchedText(processes)).value(), processes);
}

TEST(RunAsked, ARunWatchesProcessesAndASmokeRunDoesNot) {
    RunOptions options;
    options.watched = {"jts-sim"};
    EXPECT_EQ(requestOf(options, {}, {}).watched, Processes{"jts-sim"});
    options.smoke = true;
    EXPECT_TRUE(requestOf(options, {}, {}).watched.empty());
}

} // namespace
} // namespace bw::bridge
