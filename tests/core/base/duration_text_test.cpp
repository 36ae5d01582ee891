#include "core/base/duration_text.h"

#include <gtest/gtest.h>

using namespace bw;
using namespace std::chrono_literals;

TEST(ParseDuration, readsGoSyntaxPlusDays) {
    EXPECT_EQ(parseDuration("2m"), 120s);
    EXPECT_EQ(parseDuration("1d12h"), 36h);
    EXPECT_EQ(parseDuration("1m30s"), 90s);
    EXPECT_EQ(parseDuration("1.5s"), 1500ms);
    EXPECT_EQ(parseDuration(".5s"), 500ms);
    EXPECT_EQ(parseDuration("10us"), 10us);
    EXPECT_EQ(parseDuration("10\u00b5s"), 10us);
    EXPECT_EQ(parseDuration("-3s"), -3s);
    EXPECT_EQ(parseDuration("0"), 0s);
}

TEST(ParseDuration, bareNumberIsMilliseconds) {
    EXPECT_EQ(parseDuration("250"), 250ms);
    EXPECT_EQ(parseDuration("0.5"), 500us);
}

TEST(ParseDuration, refusesWhatIsNone) {
    for (const char* text :
         {"", "5x", "s", "1s2", "2.1d", "1..s", "--1s", "1 s", "9999999999999999999s", "-", "."}) {
        EXPECT_FALSE(parseDuration(text)) << text;
    }
}

TEST(DurationText, readsBackTheSame) {
    for (const Duration d :
         {Duration(0), Duration(1ns), Duration(1500us), Duration(90s), Duration(36h), Duration(1h + 1ns),
          Duration(-250ms), Duration(INT64_MAX), Duration(1'111'111'112)}) {
        EXPECT_EQ(parseDuration(durationText(d)), d) << durationText(d);
    }
    EXPECT_EQ(durationText(90min), "1h30m");
    EXPECT_EQ(durationText(1500ms), "1.5s");
    EXPECT_EQ(durationText(0s), "0s");
}
